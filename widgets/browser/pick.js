// What sets controls when it is clicked: a row of a table, a cell of a figure. `data-set="h=0.1; x=2"` says which.

const NEAR = 24; // pixels around a mark of a figure that are still it; more where a figure's style enlarges it

/** The mark of a figure that a click means: the nearest. @param {SVGElement} svg @param {MouseEvent} event */
function nearest(svg, { clientX, clientY }) {
  /** @type {Element | undefined} */
  let best;
  let least = NEAR * (svg.getBoundingClientRect().width / svg.clientWidth || 1);
  for (const mark of svg.querySelectorAll("[data-set]")) {
    const { left, right, top, bottom, width } = mark.getBoundingClientRect();
    const away = Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY);
    if (width && away < least) [best, least] = [mark, away];
  }
  return best;
}

/**
 * @param {HTMLElement} section @param {Map<string, import("./controls.js").Control>} controls
 * @param {(state: import("./protocol.js").State) => void} move @param {AbortSignal} signal
 */
export function picking(section, controls, move, signal) {
  section.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const svg = target.closest("svg");
    const picked = target.closest("[data-set]") ?? (svg && nearest(svg, event));
    if (!picked) return;
    /** @type {import("./protocol.js").State} */
    const state = {};
    for (const each of picked.getAttribute("data-set")?.split(";") ?? []) {
      const [name, text] = each.split("=").map((word) => word.trim());
      const value = controls.get(name)?.read(text);
      if (value !== undefined) state[name] = value;
    }
    move(state);
  }, { signal });
}
