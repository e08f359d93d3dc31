// Motion is a sequence of states: sliders on their way along their tracks, one state for each frame of the screen.
import { keepNow } from "./url.js";

const GLIDE_MS = 400;
const STALLED_MS = 100; // a frame that comes later than this counts as one that came then
const GRAINS = 300; // how many places of a track can be told apart, at least: about a pixel each

/** @typedef {import("./protocol.js").State} State */
/**
 * What is set in motion: `ready` says whether a state can be shown just so, `live` whether Python answers.
 * @typedef {{ section: HTMLElement, state: State, go: (next: State) => void, keep: () => void, live: () => boolean,
 *             ready: (state: State) => boolean, signal: AbortSignal }} Moving
 */

export const still = matchMedia("(prefers-reduced-motion: reduce)");

/** What ends the present motion, and whose touch alone does so; one thing moves at a time. @type {{ end: () => void, within?: Element } | undefined} */
let present;

/** Ends whatever moves: a glide where it leads, a story where it is. */
export function settle() {
  const ended = present;
  present = undefined;
  ended?.end();
}

/**
 * Calls `step` once a frame with the milliseconds since the one before, while it says true and nothing ends it.
 * @param {(passed: number) => boolean} step @param {() => void} end called when somebody ends it
 * @param {Element} [within] a touch elsewhere leaves it alone
 */
export function move(step, end, within) {
  settle();
  const mine = { end, within };
  present = mine;
  let before = performance.now();
  /** @param {number} now */
  const frame = (now) => {
    if (present !== mine) return;
    const passed = Math.max(0, Math.min(now - before, STALLED_MS));
    before = now;
    if (step(passed)) requestAnimationFrame(frame);
    else if (present === mine) present = undefined;
  };
  requestAnimationFrame(frame);
}

/** Lets what moves within an element be: it is gone. @param {Element} within */
export function drop(within) {
  if (present?.within === within) present = undefined;
}

// The reader's hand goes first.
for (const kind of ["pointerdown", "keydown", "click"]) {
  addEventListener(kind, (event) => {
    if (!present || !(event.target instanceof Element)) return;
    const { key } = /** @type {KeyboardEvent} */ (event);
    const { within } = present;
    const touched = !within || (within.contains(event.target) && !event.target.closest(".player"));
    if (kind === "click" ? within && event.target.closest("a") : key === "Escape" || (touched && key !== "Tab")) settle();
  }, { capture: true, passive: true });
}
// Speech and other aids set a field with neither key nor pointer: what they set stays, when the glide goes where it leads.
addEventListener("input", ({ target }) => {
  if (!present || present.within || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const { value } = target;
  settle();
  target.value = value;
}, { capture: true, passive: true });
for (const kind of ["pagehide", "visibilitychange"]) {
  addEventListener(kind, () => {
    if (!present || (kind === "visibilitychange" && !document.hidden)) return;
    settle();
    keepNow(); // where it came to is kept
  }, { capture: true });
}

/** The track of a slider; undefined for other controls. @param {Element} section @param {string} name */
export function track(section, name) {
  const root = section.querySelector(`[data-control="${name}"]`);
  const range = /** @type {HTMLInputElement | undefined} */ (root?.querySelector("[type=range]"));
  if (!root || !range) return undefined;
  const whole = "whole" in range.dataset;
  const [low, high] = [range.min, range.max].map(Number);
  const log = range.dataset.scale === "log";
  const fine = whole ? 1 : 10 ** Math.floor(Math.log10((high - low) / GRAINS));
  /** Where a value stands. @param {number} value */
  const at = (value) => (log ? Math.log10(value) : value);
  return {
    at,
    whole,
    /** A value as far as the track goes in this state. @param {number} value */
    within: (value) => (range.dataset.until ? Math.min(value, Number(range.max)) : value),
    /**
     * The value some share of the way from one to another: as fine as the eye where Python answers, else a prepared one.
     * @param {number} from @param {number} to @param {number} share @param {boolean} live
     */
    between(from, to, share, live) {
      if (share <= 0) return from;
      if (share >= 1) return to;
      const [start, end, step] = [at(from), at(to), live ? fine : Number(range.step)];
      const place = low + Math.round((start + (end - start) * share - low) / step) * step;
      if ((place - start) * (place - end) >= 0) return share < 0.5 ? from : to;
      return Number(log ? (10 ** place).toPrecision(3) : place.toFixed(10));
    },
  };
}

/** Goes to a state: its numbers glide there, all else is there at once. @param {Moving} card @param {State} target */
export function glide({ section, state, go, live, ready }, target) {
  settle();
  const from = { ...state };
  const moved = Object.keys(target).filter((name) => target[name] !== from[name]);
  const tracks = moved.map((name) => ({ name, ...track(section, name) }));
  /** @param {number} share */
  const at = (share) => {
    const next = { ...target };
    for (const { name, between, within } of tracks) {
      if (between && within) next[name] = between(within(Number(from[name])), within(Number(target[name])), share, live());
    }
    return next;
  };
  const prepared = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9].every((share) => ready(at(share)));
  if (still.matches || !prepared || !tracks.some(({ between }) => between)) return go(target);
  let passed = 0;
  move((more) => {
    passed = Math.min(GLIDE_MS, passed + more);
    const left = 1 - passed / GLIDE_MS;
    go(at(1 - left ** 3));
    return left > 0;
  }, () => go(target));
}
