// A glossary term under the mouse, or reached by the keyboard, opens its definition; a click, Enter or a tap does so
// without any script.
const PAUSE_MS = 250; // in passing, nothing opens

let timer = 0;

/** @param {EventTarget | null} target @returns {HTMLButtonElement | null} */
const term = (target) => (target instanceof Element ? target.closest(".term") : null);

/** @param {HTMLButtonElement} button */
function open(button) {
  const card = button.popoverTargetElement;
  if (!(card instanceof HTMLElement) || card.matches(":popover-open")) return;
  // As if it had been pressed, so that it stands at its word. (`source` is not yet in TypeScript's own types.)
  /** @type {(options: { source: HTMLElement }) => void} */ (/** @type {unknown} */ (card.showPopover)).call(card, { source: button });
}

/** Whether the pointer is on the word or on its definition. @param {HTMLButtonElement} button */
const under = (button) => button.matches(":hover") || !!button.popoverTargetElement?.matches(":hover");

/** @param {HTMLButtonElement} button */
function leave(button) {
  const card = button.popoverTargetElement;
  if (!(card instanceof HTMLElement) || document.activeElement === button) return;
  setTimeout(() => under(button) || card.hidePopover(), PAUSE_MS);
  card.addEventListener("pointerleave", () => leave(button), { once: true });
}

/** @param {PointerEvent | FocusEvent} event */
export function explain(event) {
  const button = term(event.target);
  clearTimeout(timer);
  if (!button) return;
  if (event instanceof FocusEvent) {
    if (button.matches(":focus-visible")) open(button);
    button.addEventListener("blur", (left) => hide(button, left), { once: true });
  } else if (event.pointerType === "mouse") {
    timer = setTimeout(() => under(button) && open(button), PAUSE_MS);
    button.addEventListener("pointerleave", () => leave(button), { once: true });
  }
}

/** The keyboard has gone on, and not into the definition. @param {HTMLButtonElement} button @param {FocusEvent} event */
function hide(button, { relatedTarget }) {
  const card = button.popoverTargetElement;
  if (!(card instanceof HTMLElement) || under(button)) return;
  if (!card.contains(/** @type {Node | null} */ (relatedTarget))) return card.hidePopover();
  card.addEventListener("focusout", (event) => hide(button, event), { once: true });
}
