// Dragging on a figure moves the controls that it names: `data-drag="x"`, or "x y" for a point in the plane.
// The page still scrolls up and down under a finger, except from the handle of a point in the plane.

/**
 * @param {HTMLElement} section
 * @param {Map<string, import("./controls.js").Control>} controls
 * @param {(state: import("./protocol.js").State) => void} go
 * @param {AbortSignal} signal
 */
export function dragging(section, controls, go, signal) {
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-drag]"))) {
    const names = (figure.dataset.drag ?? "").split(" ");
    const svg = /** @type {SVGSVGElement} */ (figure.querySelector("svg"));
    /** The frame's two ends and the values there, across and up. */
    const frames = [svg.dataset.x, svg.dataset.y].map((text) => (text ?? "").split(" ").map(Number));

    /** @param {PointerEvent} event */
    const follow = (event) => {
      const box = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / box.width;
      const at = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
      /** @type {import("./protocol.js").State} */
      const state = {};
      names.forEach((name, i) => {
        const [start, end, low, high] = frames[i];
        const part = Math.min(1, Math.max(0, (at[i] - start) / (end - start)));
        state[name] = controls.get(name)?.along?.(low + part * (high - low)) ?? 0;
      });
      if (names.some((name) => controls.get(name)?.get() !== state[name])) go(state);
    };
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      svg.setPointerCapture(event.pointerId);
      follow(event);
    }, { signal });
    svg.addEventListener("pointermove", (event) => svg.hasPointerCapture(event.pointerId) && follow(event), { signal });
    svg.addEventListener("pointerup", () => svg.dispatchEvent(new Event("change", { bubbles: true })), { signal });
  }
}
