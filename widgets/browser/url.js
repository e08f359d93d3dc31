// What widgets show, kept: in the address, so that a link reopens it (?chain-rule.x=-0.5#chain-rule), and for the visit,
// so that whoever comes back to a page finds it as it was. The address wins.

/** @typedef {import("./protocol.js").State} State */

const REST_MS = 200; // browsers allow only so many changes of the address

/**
 * The state that an address asks of a widget; what no control can read is left out.
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
 * The address that reopens a widget in this state: it says what differs from the first one, and leads to the widget.
 * @param {string} id @param {State} state @param {State} initial
 */
export function addressOf(id, state, initial) {
  keepNow();
  return said(new URL(location.href), id, state, initial);
}

/** @param {URL} url @param {string} id @param {State} state @param {State} initial */
function said(url, id, state, initial) {
  for (const key of [...url.searchParams.keys()]) if (key.startsWith(`${id}.`)) url.searchParams.delete(key);
  for (const [name, value] of Object.entries(state)) {
    if (value !== initial[name]) url.searchParams.set(`${id}.${name}`, String(value));
  }
  url.hash = id;
  return url;
}

/** What was moved since the address was last written, and on which page. @type {Map<string, { path: string, state: State, initial: State }>} */
const moved = new Map();
let timer = 0;
/** The states in the address when it was last ours. @type {string} */
let known = location.search;

/** Whether the address asks for other states than we know of: after a step back or forward. */
export const changed = () => location.search !== known;

/** Takes the address as it is. */
export function accept() {
  known = location.search;
  keep(location.pathname, known);
}

/** Keeps what a widget shows, soon. @param {string} id @param {State} state @param {State} initial */
export function remember(id, state, initial) {
  moved.set(id, { path: location.pathname, state, initial });
  timer ||= setTimeout(keepNow, REST_MS);
}

/** Keeps it now. */
export function keepNow() {
  clearTimeout(timer);
  timer = 0;
  for (const [id, { path, state, initial }] of moved) {
    const here = path === location.pathname;
    const url = new URL(here ? location.href : path + visited(path), location.href);
    const { hash } = url;
    said(url, id, state, initial);
    // Whoever opens the address lands at the widget.
    if (![...url.searchParams.keys()].some((key) => key.startsWith(`${id}.`))) url.hash = hash === `#${id}` ? "" : hash;
    if (here) put(url);
    else keep(path, url.search);
  }
  moved.clear();
}

/** @param {URL} url */
function put(url) {
  keep(url.pathname, url.search);
  try {
    history.replaceState(history.state, "", url);
  } catch (error) {
    console.info(error); // some browsers allow only so many changes; the visit is kept all the same
  }
  known = location.search;
}

/** What was kept of a page in this visit. @param {string} path */
function visited(path) {
  try {
    return sessionStorage.getItem(path) ?? "";
  } catch {
    return ""; // nothing may be stored here
  }
}

/** @param {string} path @param {string} search */
function keep(path, search) {
  try {
    sessionStorage.setItem(path, search);
  } catch (error) {
    console.info(error);
  }
}

/** Writes into the address what the visit left in widgets that it does not name. @param {string[]} ids */
export function resume(ids) {
  const url = new URL(location.href);
  const asked = [...url.searchParams.keys()];
  for (const [key, text] of new URLSearchParams(visited(url.pathname))) {
    const id = key.slice(0, key.indexOf("."));
    if (ids.includes(id) && !asked.some((name) => name.startsWith(`${id}.`))) url.searchParams.append(key, text);
  }
  if (url.search !== location.search) put(url);
  else accept();
}

for (const kind of ["pagehide", "click"]) addEventListener(kind, keepNow, { capture: true });
