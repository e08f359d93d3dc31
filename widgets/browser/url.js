// A widget's state in the address, so that a link reopens it: ?chain-rule.x=-0.5#chain-rule

/** @typedef {import("./protocol.js").State} State */

/**
 * The state that an address asks of a widget; what does not fit a control is left out.
 * @param {string} id @param {(name: string, text: string) => number | string | undefined} read
 * @param {string} [search] @returns {State}
 */
export function recall(id, read, search = location.search) {
  /** @type {State} */
  const state = Object.create(null); // an address may hold any name, that of a method too
  for (const [key, text] of new URLSearchParams(search)) {
    const name = key.startsWith(`${id}.`) ? key.slice(id.length + 1) : "";
    const value = name ? read(name, text) : undefined;
    if (value !== undefined) state[name] = value;
  }
  return state;
}

/**
 * Writes what differs from the widget's first state, and returns the address that reopens this one.
 * @param {string} id @param {State} state @param {State} initial
 */
export function remember(id, state, initial) {
  const url = new URL(location.href);
  for (const key of [...url.searchParams.keys()]) if (key.startsWith(`${id}.`)) url.searchParams.delete(key);
  for (const [name, value] of Object.entries(state)) {
    if (value !== initial[name]) url.searchParams.set(`${id}.${name}`, String(value));
  }
  const moved = [...url.searchParams.keys()].some((key) => key.startsWith(`${id}.`));
  if (moved) url.hash = id; // whoever opens the address lands at the widget
  else if (url.hash === `#${id}`) url.hash = "";
  try {
    history.replaceState(history.state, "", url);
  } catch (error) {
    console.info(error); // some browsers allow only so many changes; the link is right all the same
  }
  url.hash = id;
  return url.href;
}
