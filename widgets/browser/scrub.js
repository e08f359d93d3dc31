// Numbers in the text: one that is pulled where it stands and moves its widget, and those that follow what that shows.
import { stepsOf, wayOf } from "./controls.js";
import { gestures } from "./gesture.js";
import { write } from "./number.js";
import { keepNow } from "./url.js";

const TRACK = 300; // pixels from one end to the other
const [LEAST, MOST] = [4, 24]; // pixels from stop to stop
const REST_MS = 800;
const RUN_MS = 1000; // keys that follow each other so soon are one gesture, and one step back

/** @typedef {ReturnType<typeof import("./card.js").mount>} Card */
/** What ends a motion comes with the first hand that might have to. */
const settle = () => import("./motion.js").then(({ settle }) => settle(), console.info);
/** What a hand has reached is a step that Back undoes. @param {HTMLElement} number @param {Card} card */
const reached = (number, card) => import("./follow.js").then(({ reached }) => reached(number, card), card.keep);

/** @type {WeakSet<HTMLElement>} */
const joined = new WeakSet();

/**
 * Ties a number to its widget: `data-moves` or `data-shows` says which part of which.
 * @param {HTMLElement} number @param {(section: HTMLElement) => Card | undefined} bring
 */
export function join(number, bring) {
  const { moves, shows = "" } = number.dataset;
  const [, id, name] = /^(.*)\.([^.]*)$/.exec(moves ?? shows) ?? [];
  const section = document.getElementById(id);
  const card = section && bring(section);
  if (!section || !card || joined.has(number)) return;
  joined.add(number);
  if (moves) scrub(number, section, card, name);
  else follow(number, section, card, name);
}

/** @type {WeakMap<HTMLElement, number>} the clocks of numbers that keep their width for now */
const resting = new WeakMap();

/** Writes a number. While it moves it gets no narrower, so that the line around it stands still. @param {HTMLElement} number @param {string} text */
function say(number, text) {
  if (number.textContent === text) return;
  for (const each of [number.textContent ?? "", text]) {
    const wide = each.length - (each.includes(".") ? 0.5 : 0);
    if (wide > parseFloat(number.style.minWidth || "0")) number.style.minWidth = `${wide}ch`;
  }
  number.textContent = text;
  clearTimeout(resting.get(number));
  resting.set(number, setTimeout(() => (number.style.minWidth = ""), REST_MS));
}

/** @param {HTMLElement} number @param {HTMLElement} section @param {Card} card @param {string} name */
function follow(number, section, card, name) {
  const part = section.querySelector(`[data-part="${name}"]`);
  /** @param {boolean} exact */
  const show = (exact) => {
    say(number, part?.textContent ?? "");
    number.toggleAttribute("data-pending", !exact);
  };
  section.addEventListener("widget-shown", (event) => show(/** @type {CustomEvent} */ (event).detail.exact), { signal: card.signal });
  show(card.just());
}

/** @param {HTMLElement} number @param {HTMLElement} section @param {Card} card @param {string} name */
function scrub(number, section, card, name) {
  const { stops, landmark, reach } = card.control(name) ?? {};
  if (!stops || !landmark || !reach) return;
  const { signal } = card;
  const label = section.querySelector(`[data-control="${name}"] label`)?.textContent ?? name;
  const places = number.textContent?.split(".")[1]?.length ?? 0;
  const grouped = number.textContent?.includes(","); // 1,000,000, as the text writes it
  const value = () => Number(card.state[name]);

  /** Its range, its value, and for whoever uses it all that follows from that. */
  const describe = () => {
    const { least, most } = reach();
    const summary = section.querySelector("[data-summary]")?.textContent ?? "";
    const focused = document.activeElement === number;
    const text = focused ? summary.replace(/\s+/g, " ").trim() : (number.textContent ?? "");
    const said = { valuemin: least, valuemax: most, valuenow: value(), valuetext: text, label };
    for (const [key, each] of Object.entries(said)) number.setAttribute(`aria-${key}`, String(each));
  };
  /** @param {number} shown */
  function show(shown) {
    const text = write(shown, places);
    say(number, grouped ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text);
    describe();
  }
  section.addEventListener("widget-shown", (event) => show(/** @type {CustomEvent} */ (event).detail.state[name]), { signal });

  /** @param {number} next */
  function move(next) {
    if (next !== value()) card.go({ [name]: next });
  }

  let from = 0; // the value as the hand came
  /** Where the drag began. @type {number | undefined} */
  let start;
  gestures(number, {
    press: () => {
      settle();
      keepNow(); // what was moved before is no part of this step
      [from, start] = [value(), undefined];
      return "wait";
    },
    drag: ({ clientX }) => {
      start ??= clientX;
      const pace = Math.min(MOST, Math.max(LEAST, TRACK / reach().steps));
      number.dataset.held = "";
      move(stops(Math.trunc((clientX - start) / pace), from));
    },
    tap: () => {},
    end: () => {
      delete number.dataset.held;
      if (start !== undefined) reached(number, card);
      start = undefined;
    },
  }, signal);

  /** The step that the keys of a run began. @type {Promise<unknown>} */
  let begun = Promise.resolve();
  let last = -Infinity; // when the last key was pressed that moved it
  number.addEventListener("keydown", (event) => {
    const ends = { Home: -Infinity, End: Infinity }[event.key];
    const steps = ends ?? stepsOf(event);
    const way = wayOf(event);
    if (!(steps || way) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = way ? landmark(way, value()) : stops(steps, value());
    if (next === value()) return;
    const goesOn = event.timeStamp - last < RUN_MS;
    last = event.timeStamp;
    if (!goesOn) keepNow();
    move(next);
    if (goesOn) void begun.then(card.keep);
    else begun = reached(number, card);
  }, { signal });
  number.addEventListener("focus", describe, { signal });
  number.addEventListener("blur", () => {
    last = -Infinity;
    describe();
  }, { signal });

  number.tabIndex = 0;
  number.setAttribute("role", "slider");
  show(value());
}
