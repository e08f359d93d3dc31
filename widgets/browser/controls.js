// A widget's controls: native elements, kept in step with the state and read back from it.
import { choice, tell } from "./choice.js";
import { gestures } from "./gesture.js";
import { begun, read, write } from "./number.js";

const THUMB = 22; // pixels, as style/controls.css has it
/** So near, in pixels, a hand that pulls means the zero, flat point or kink itself; keys and typing go between. */
export const SNAP = 4;

/**
 * `set` takes a value, `show` writes it into the page: together with the numbers that follow from it, so that
 * one movement costs one layout.
 * `flag` shows what is wrong with a typed formula, or that nothing is. `along` is the value at a place of the
 * figure's axis, as fine as live Python is asked for, or a point worth going to that lies so near; `apart` that at a
 * distance in the figure, where a pixel is as fine as it gets. `stops` is the stop so many on from a value, the value itself for none; `reach` how far they go, and
 * how many steps that is.
 * @typedef {{ get: () => number | string, set: (value: number | string) => void, show?: (patch?: import("./protocol.js").Patch) => void,
 *             flag?: (about?: { message: string, position: number }) => void, describe?: (text: string) => void,
 *             refine?: () => void, along?: (place: number, near?: number) => number,
 *             apart?: (distance: number, pixel: number) => number,
 *             stops?: (steps: number, from: number) => number, landmark?: (way: number, from: number) => number, reach?: () => { least: number, most: number, steps: number }, read: (text: string) => number | string | undefined }} Control
 */

/**
 * @param {HTMLElement} root the element with data-control
 * @param {(value: number | string) => void} changed called at every movement
 * @param {AbortSignal} signal
 * @returns {Control}
 */
export function control(root, changed, signal) {
  const select = root.querySelector("select");
  return select ? choice(root, select, changed, signal) : slider(root, changed, signal);
}

/** @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** How many stops on a key leads, 0 for any other key; ten times as many with Shift. @param {KeyboardEvent} event */
export function stepsOf({ key, shiftKey, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return 0;
  return (KEYS[key] ?? 0) * (shiftKey && key.startsWith("Arrow") ? 10 : 1);
}

/** Which way a key leads among the points worth going to: 1, -1, and 0 for any other key. @param {KeyboardEvent} event */
export function wayOf({ key, ctrlKey, altKey, metaKey }) {
  return ctrlKey || altKey || metaKey ? 0 : key === "." ? 1 : key === "," ? -1 : 0;
}

/** @param {HTMLElement} root @param {(value: number) => void} changed @param {AbortSignal} signal @returns {Control} */
function slider(root, changed, signal) {
  const range = /** @type {HTMLInputElement} */ (root.querySelector("[type=range]"));
  const field = /** @type {HTMLInputElement} */ (root.querySelector("input.number"));
  const error = /** @type {HTMLElement} */ (root.querySelector(".control-error"));
  const [low, high, step] = [range.min, range.max, range.step].map(Number);
  const [min, max] = [field.dataset.min, field.dataset.max].map(Number);
  const log = range.dataset.scale === "log"; // the track holds powers of ten
  const whole = "whole" in range.dataset;
  const { until } = range.dataset; // the part whose number ends the track in this state
  let end = high;
  let last = until ? high : max;
  const fine = whole ? step : step / 10; // between the stops, live
  let value = read(field.value);

  /** @param {number} at where on the track */
  const valueAt = (at) => (log ? Number((10 ** at).toPrecision(3)) : at);
  const position = () => (log ? Math.log10(value) : Math.min(value, last));
  /** @param {number} next */
  const clean = (next) => Math.min(max, Math.max(min, log ? next : Number(next.toFixed(whole ? 0 : 10))));

  /** @param {number} number */
  const fits = (number) => number >= min && number <= max && !(whole && number % 1);

  /** @param {boolean} valid */
  function flag(valid) {
    tell(error, !valid, field);
    field.ariaInvalid = String(!valid);
  }

  /** Whether the value that was read last had to be brought into the range. */
  let beyond = false;
  /** The element being used; its own text stays as the reader left it. @type {Element | undefined} */
  let using;

  /** @param {import("./protocol.js").Patch} [patch] */
  function show(patch) {
    const text = until && patch?.[`${until}.text`];
    if (text) range.max = String((end = last = Number(text)));
    if (using !== range) range.value = String(position());
    const near = Math.min(value, last);
    if (using !== field) field.value = write(near, log || whole ? 0 : 2);
    range.style.setProperty("--at", ((position() - low) / (end - low)).toFixed(4));
  }

  /** @param {number} next @param {Element} [source] */
  function moved(next, source) {
    value = Math.min(clean(next), last);
    using = source;
    flag(true);
    changed(value);
  }

  /** The stop `steps` further on; from between two stops, the next one. @param {number} steps @param {number} [from] a value */
  function stop(steps, from = value) {
    if (!steps) return from;
    const at = ((log ? Math.log10(from) : Math.min(from, last)) - low) / step;
    const slack = log ? 0.01 : 1e-6; // three digits of a value place it on a log track no better than this
    const start = steps > 0 ? Math.floor(at + slack) : Math.ceil(at - slack);
    return Math.min(clean(valueAt(low + (start + steps) * step)), last);
  }

  /** The points worth going to: what the curve on show has of them. */
  function landmarks() {
    const list = root.closest("[data-widget]")?.querySelector(`[data-part="${range.dataset.points}"]`)?.getAttribute("data-points");
    return list ? list.split(" ").map(Number) : [];
  }

  /** The next of them, where there is one that way. @param {number} way 1 or -1 @param {number} [from] */
  function landmark(way, from = value) {
    const places = landmarks();
    return (way > 0 ? places : places.reverse()).find((place) => (place - from) * way > 1e-9 && fits(place)) ?? from;
  }

  /** Of them the nearest that lies so near, else the place itself. @param {number} place @param {number} near */
  function snapped(place, near) {
    const away = (/** @type {number} */ each) => Math.abs(each - place);
    const [best] = landmarks().filter((each) => away(each) <= near && fits(each)).sort((a, b) => away(a) - away(b));
    return best ?? place;
  }
  let near = 0; // so much of the track is a few pixels

  /** Goes some stops on. @param {number} steps */
  const walk = (steps) => moved(stop(steps));

  root.addEventListener("keydown", (event) => {
    const vertical = event.key === "ArrowUp" || event.key === "ArrowDown" || event.key.startsWith("Page");
    if (event.target !== range && !(event.target === field && vertical)) return;
    const steps = stepsOf(event);
    const way = event.target === range ? wayOf(event) : 0;
    if (!steps && !(way && range.dataset.points)) return;
    event.preventDefault();
    if (steps) walk(steps);
    else moved(landmark(way));
  }, { signal });
  // A finger that scrolls past must change nothing, and browsers move the thumb where it lands: so a finger is ours.
  let touched = false;
  /** @param {PointerEvent} event */
  const reach = (event) => {
    const { left, width } = range.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left - THUMB / 2) / (width - THUMB)));
    const stop = Number(range.step);
    moved(snapped(valueAt(low + Math.round((share * (end - low)) / stop) * stop), near));
  };
  gestures(range, {
    press: (event) => {
      touched = event.pointerType !== "mouse";
      near = (SNAP * (end - low)) / (range.clientWidth - THUMB);
      return touched ? "wait" : "";
    },
    drag: reach,
    tap: reach,
    end: () => {
      if (touched) show();
      touched = false;
    },
  }, signal);
  range.addEventListener("input", () => {
    if (touched) return show();
    // Of a mouse that pulls; a screen reader that goes on by a step would never get away from there.
    moved(snapped(valueAt(Number(range.value)), range.matches(":active") ? near : 0), range);
  }, { signal });
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll("[data-step]"))) {
    button.addEventListener("click", () => walk(Number(button.dataset.step)), { signal });
  }
  field.addEventListener("input", () => {
    using = field; // what is typed stays, valid or not, whatever answer comes in meanwhile
    if (begun(field.value)) return flag(true); // still being typed
    const typed = read(field.value);
    if (fits(typed)) moved(typed, field);
    else flag(false);
  }, { signal });
  field.addEventListener("change", () => {
    using = undefined;
    if (begun(field.value) || fits(read(field.value))) show(); // 0,5 is 0.50
  }, { signal });
  // What the reader moved before this script came counts.
  const moving = Number(range.value);
  show();
  if (Math.abs(moving - position()) > step / 1000) queueMicrotask(() => moved(valueAt(moving), range));

  return {
    get: () => value,
    set: (next) => {
      value = clean(Number(next));
      using = undefined;
      flag(true);
      error.hidden = !beyond;
      beyond = false;
    },
    show,
    describe: (text) => range.setAttribute("aria-valuetext", text),
    along: (place, near = 0) => {
      const stop = valueAt(low + Math.round((place - low) / fine) * fine);
      return clean(near ? snapped(stop, near) : stop);
    },
    apart: (distance, pixel) => clean(log ? Number(Math.max(distance, pixel).toPrecision(2)) : Math.round(distance / fine) * fine),
    stops: stop,
    landmark,
    reach: () => ({ least: min, most: Math.min(max, last), steps: Math.round((end - low) / step) }),
    // Live Python answers between the stops too.
    refine: () => void (range.step = String(fine)),
    read: (text) => {
      const number = read(text);
      beyond = !fits(number);
      return Number.isNaN(number) ? undefined : clean(whole ? Math.round(number) : number);
    },
  };
}
