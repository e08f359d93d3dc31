// The quiet line under a widget: what is shown, who computes it, what is wrong in plain words, and a way to try again.

/** @typedef {import("./runtime.js").Status} Status */
/** @typedef {import("./runtime.js").Why} Why */
/** What is on show, where that is not simply the state. @typedef {"" | "nearest" | "unprepared" | "late" | "invalid" | "error" | "unloaded"} Shown */

/** @type {Record<import("./protocol.js").Reason, string>} */
const REASONS = {
  unsupported: "Python cannot run here: this browser has no WebAssembly.",
  forbidden: "Python cannot run here: this page is not allowed to start it.",
  missing: "Python cannot run: one of its files did not arrive.",
  damaged: "Python cannot run: one of its files arrived damaged.",
  silent: "Python cannot run: the connection has gone quiet.",
  stopped: "Python cannot run: it stopped several times.",
};
const KEEP = "The prepared values keep working.";

/** @param {Status} status @param {Why} why @param {Shown} shown */
function sentence(status, why, shown) {
  if (status === "unavailable") return `${REASONS[/** @type {import("./protocol.js").Reason} */ (why)]} ${shown === "unloaded" ? "" : KEEP}`;
  if (status === "live") return "Live: Python computes this.";
  if (status === "starting") return why === "slow" ? `Python takes long to arrive. ${KEEP}` : "Python is starting…";
  return "";
}

/** @param {Shown} shown @param {boolean} final whether nothing better will come by itself */
function note(shown, final) {
  switch (shown) {
    case "nearest":
      return "Shown: the nearest prepared value.";
    case "unprepared":
      return final ? "This choice is not prepared." : "This choice needs Python.";
    case "late":
      return "Python is still computing; shown: the nearest prepared value.";
    case "invalid":
      return "Shown: the last complete formula.";
    case "error":
      return "This could not be computed.";
    case "unloaded":
      return "The prepared values did not arrive.";
    default:
      return "";
  }
}

/**
 * @param {Element} line @param {() => void} again
 * @returns {(status: Status, why: Why, shown: Shown) => void}
 */
export function statusLine(line, again) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "widget-retry";
  button.textContent = "Retry";
  button.addEventListener("click", again);
  const words = document.createElement("span");
  line.replaceChildren(words);
  return (status, why, shown) => {
    const text = [note(shown, status === "unavailable"), sentence(status, why, shown)].filter(Boolean).join(" ");
    if (words.textContent !== text) words.textContent = text;
    const stuck = status === "unavailable" || why === "slow" || (shown === "unloaded" && status !== "live");
    if (stuck !== button.isConnected) stuck ? line.append(" ", button) : button.remove();
  };
}
