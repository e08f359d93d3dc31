// One finger both scrolls and drags: which of the two it does is known after a few pixels, and until then nothing moves.

const SLACK = { mouse: 3, touch: 8, pen: 6 }; // pixels

/**
 * Tells the gestures on an element apart. `press` says what a press does: `"hold"` drags from here in all directions,
 * `"wait"` drags once it goes sideways, `""` is none of ours. A drag that has begun goes on wherever it leads; one that
 * the browser breaks off stays where it came to.
 * @param {Element} element
 * @param {{ press: (event: PointerEvent) => "hold" | "wait" | "", drag: (event: PointerEvent) => void,
 *           tap: (event: PointerEvent) => void, end?: () => void }} on `end` comes after every press
 * @param {AbortSignal} signal
 */
export function gestures(element, on, signal) {
  let [x, y] = [0, 0];
  /** @type {"" | "wait" | "hold"} */
  let phase = "";
  /** @param {string} kind @param {(event: PointerEvent) => void} heard */
  const listen = (kind, heard) => element.addEventListener(kind, (event) => heard(/** @type {PointerEvent} */ (event)), { signal });
  listen("pointerdown", (event) => {
    if (!event.isPrimary || event.button) return;
    [x, y] = [event.clientX, event.clientY];
    phase = on.press(event);
    if (phase) element.setPointerCapture(event.pointerId); // a fast mouse is out of the element at once
  });
  listen("pointermove", (event) => {
    if (!phase || !event.isPrimary) return;
    if (!event.buttons) return void (phase = ""); // a mouse that was let go elsewhere
    if (phase === "wait") {
      const [across, down] = [Math.abs(event.clientX - x), Math.abs(event.clientY - y)];
      if (Math.max(across, down) < SLACK[/** @type {keyof typeof SLACK} */ (event.pointerType)]) return;
      if (across > down) phase = "hold";
      else if (event.pointerType !== "mouse") phase = ""; // the page scrolls
    }
    if (phase === "hold") on.drag(event);
  });
  listen("pointerup", (event) => {
    if (!event.isPrimary) return;
    if (phase === "wait") on.tap(event);
    phase = "";
    on.end?.();
  });
  listen("pointercancel", () => {
    phase = "";
    on.end?.();
  });
}
