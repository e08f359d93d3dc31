// What a card says of itself. To eyes, the quiet line at its foot: what is shown, who computes it, what is wrong in plain
// words, and a way to try again. To ears, the widget's own summary. (In one file: every page fetches it.)

const RESTING_MS = 600;

/** @typedef {import("./runtime.js").Status} Status */
/** @typedef {import("./runtime.js").Why} Why */
/** What is on show, where that is not simply the state. @typedef {"" | "nearest" | "unprepared" | "late" | "invalid" | "error" | "unloaded"} Shown */

/** Why it cannot. @type {Record<import("./protocol.js").Reason, string>} */
const REASONS = {
  unsupported: ": no WebAssembly.",
  forbidden: ": not allowed here.",
  missing: ": a file is missing.",
  damaged: ": a file is damaged.",
  silent: ": the line is quiet.",
  stopped: ": it stopped often.",
};
const OFF = ["Python", " cannot run"];
const KEEP = "The prepared values work.";

/** What is on show, where that is not simply the state. @param {Shown} shown @param {boolean} final whether nothing better will come by itself */
function note(shown, final) {
  switch (shown) {
    case "nearest":
      return "The nearest prepared value.";
    case "unprepared":
      return final ? "This choice is not prepared." : "This choice needs Python.";
    case "late":
      return "Python is still computing…";
    case "invalid":
      return "The last complete formula.";
    case "error":
      return "This could not be computed.";
    case "unloaded":
      return "The prepared values did not arrive.";
    default:
      return "";
  }
}

/**
 * What a slider leaves and reaches at every other step must not take a line more or less, or the page moves under the
 * hand: so a note stands in the place of the sentence that it is more than. What does not fit into the one line of a
 * phone is only heard there: what comes last, and what comes second, or third, where Reset and Link stand in that line too.
 * @param {Status} status @param {Why} why @param {Shown} shown @returns {string[]}
 */
function sentence(status, why, shown) {
  const said = note(shown, status === "unavailable");
  if (status === "unavailable") {
    const because = REASONS[/** @type {import("./protocol.js").Reason} */ (why)];
    return said ? [said, "", "", ` ${OFF.join("")}${because}`] : [...OFF, because, ` ${KEEP}`];
  }
  if (status === "starting" && why === "slow") {
    const late = "Python takes long to arrive.";
    return said ? [said, "", "", ` ${late}`] : [late, "", "", ` ${KEEP}`];
  }
  return [said || (status === "live" ? "Live: Python computes this." : status === "starting" ? "Python is starting…" : ""), "", "", ""];
}

/**
 * @param {Element} line @param {() => void} again @param {AbortSignal} signal
 * @returns {(status: Status, why: Why, shown: Shown) => void}
 */
export function statusLine(line, again, signal) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "widget-retry";
  button.textContent = "Retry";
  button.addEventListener("click", again, { signal });
  const parts = ["", "widget-verb", "widget-why", "widget-more"].map((className) => Object.assign(document.createElement("span"), { className }));
  line.replaceChildren(...parts);
  return (status, why, shown) => {
    for (const [i, text] of sentence(status, why, shown).entries()) {
      if (parts[i].textContent !== text) parts[i].textContent = text;
    }
    const stuck = status === "unavailable" || why === "slow" || (shown === "unloaded" && status !== "live");
    if (stuck !== button.isConnected) stuck ? line.append(" ", button) : button.remove();
  };
}

/**
 * What a screen reader hears: the summary, as the value of the slider in use, or once a change has rested, and a story.
 * @param {HTMLElement} section @returns {() => string} says what changed, and returns the summary
 */
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
