// Holds something where it is on the screen while what stands above it becomes higher or lower.

const HOLD_MS = 1000; // so long may a page still settle after a change

/** @typedef {{ element: Element, top: number }} Place  something that is looked at, and how far down the screen */

/** @param {Element} element @returns {Place} */
export const placeOf = (element) => ({ element, top: element.getBoundingClientRect().top });

let frame = 0;
/** Until it has settled, or the reader scrolls or does something else. @param {Place} place */
export function stay({ element, top }) {
  cancelAnimationFrame(frame);
  const end = performance.now() + HOLD_MS;
  const hold = () => {
    if (!element.isConnected) return;
    const off = element.getBoundingClientRect().top - top;
    if (Math.abs(off) >= 1) scrollBy({ top: off, behavior: "instant" });
    if (performance.now() < end) frame = requestAnimationFrame(hold);
  };
  hold();
}
for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  addEventListener(kind, () => cancelAnimationFrame(frame), { capture: true, passive: true });
}

/**
 * Holds what one chooses from or types into; not a list at “type your own…”, where the browser brings another field near.
 * @param {HTMLInputElement} element @param {number} top where it was
 */
export function keep(element, top) {
  if (element.value) stay({ element, top });
}
