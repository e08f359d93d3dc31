// Dragging on a figure moves the control that it names; the page still scrolls up and down under a finger.

/**
 * @param {HTMLElement} section
 * @param {Record<string, import("./controls.js").Control>} controls
 * @param {(state: import("./protocol.js").State) => void} go
 */
export function dragging(section, controls, go) {
  for (const figure of section.querySelectorAll("[data-drag]")) {
    const name = figure.getAttribute("data-drag") ?? "";
    const svg = /** @type {SVGSVGElement} */ (figure.querySelector("svg"));
    const [left, right, low, high] = (svg.dataset.x ?? "").split(" ").map(Number);

    /** @param {PointerEvent} event */
    const follow = (event) => {
      const box = svg.getBoundingClientRect();
      const at = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
      const value = low + ((Math.min(right, Math.max(left, at)) - left) / (right - left)) * (high - low);
      const rounded = Math.round(value * 100) / 100;
      if (controls[name].get() !== rounded) go({ [name]: rounded });
    };
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      svg.setPointerCapture(event.pointerId);
      follow(event);
    });
    svg.addEventListener("pointermove", (event) => svg.hasPointerCapture(event.pointerId) && follow(event));
    svg.addEventListener("pointerup", () => svg.dispatchEvent(new Event("change", { bubbles: true })));
  }
}
