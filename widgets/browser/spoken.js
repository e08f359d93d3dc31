// What a screen reader hears: the widget's own summary, as the value of the slider in use, or once a change has rested, and a story.

const RESTING_MS = 600;

/** @param {HTMLElement} section @returns {() => string} says what changed, and returns the summary */
export function spoken(section) {
  const summary = section.querySelector("[data-summary]");
  const voice = section.querySelector(".widget-spoken");
  let resting = 0;
  return () => {
    const text = (summary?.textContent ?? "").replace(/\s+/g, " ").trim();
    clearTimeout(resting);
    // A slider in focus speaks for itself, through aria-valuetext.
    const focused = /** @type {HTMLInputElement | null} */ (document.activeElement);
    if (section.contains(focused) && focused?.type !== "range" && !("playing" in section.dataset)) {
      resting = setTimeout(() => voice && (voice.textContent = text), RESTING_MS);
    }
    return text;
  };
}
