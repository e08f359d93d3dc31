// One widget on the page: prerendered → framed → live, or unavailable where Python cannot start.
import { painter } from "./apply.js";
import { control } from "./controls.js";
import { lacks, load, nearest } from "./frames.js";
import { ask, retry, wake, watch } from "./runtime.js";
import { spoken, statusLine } from "./status.js";
import { addressOf, recall, remember } from "./url.js";

// What the page's own script needs besides: it asks for this module, and for what this one imports.
export { wake } from "./runtime.js";
export { changed, resume } from "./url.js";

/** @typedef {import("./protocol.js").State} State */
/** @typedef {import("./status.js").Shown} Shown */

const LATE_MS = 400; // from here on the frames answer for Python
const STATUS = { idle: "framed", starting: "framed", live: "live", unavailable: "unavailable" };

/** @param {State} a @param {State} b */
const isSame = (a, b) => Object.keys(a).every((key) => a[key] === b[key]);

/** @param {HTMLElement} section */
export function mount(section) {
  /** @template {HTMLElement} E @param {string} selector @returns {E} */
  const find = (selector) => /** @type {E} */ (section.querySelector(selector));
  const name = section.dataset.widget ?? "";
  for (const { parentElement: place, content } of section.querySelectorAll("template")) place?.replaceWith(content);
  /** @type {State} */
  const initial = JSON.parse(section.dataset.state ?? "{}");
  /** What the controls say. */
  const state = { ...initial };
  /** The last state that could be computed, and the texts that were no formulas. */
  let accepted = { ...initial };
  /** @type {Map<string, number | string>} */
  const refused = new Map();
  /** @type {import("./frames.js").Frames | undefined} */
  let frames;
  const paint = painter(section, () => frames?.formulas ?? {});
  const reset = /** @type {HTMLButtonElement} */ (find(".widget-reset"));
  const link = /** @type {HTMLAnchorElement} */ (find(".widget-link"));
  const speak = spoken(section);
  const life = new AbortController();
  const { signal } = life;
  /** @type {import("./runtime.js").Status} */
  let runtime = "idle";
  /** @type {import("./runtime.js").Why} */
  let why = "";
  /** @type {Shown} */
  let shown = "";
  let asking = false;
  let late = false;
  let changed = false;
  let just = true; // whether what is on show is what is asked for, and not only near it

  /** @type {Map<string, import("./controls.js").Control>} */
  const controls = new Map();
  for (const root of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-control]"))) {
    const key = root.dataset.control ?? "";
    const made = control(root, (value) => {
      state[key] = value;
      refresh();
      keep();
    }, signal);
    if (typeof initial[key] === "number") made.set(initial[key]); // a walk shows its last step, and may become longer
    controls.set(key, made);
  }

  /** The state to compute: a text that is no formula gives way to the last one that was. */
  function wanted() {
    const next = { ...state };
    for (const [key, text] of refused) if (state[key] === text) next[key] = accepted[key];
    return next;
  }

  function refresh() {
    reset.disabled = isSame(initial, state);
    if (runtime === "live") void refreshLive();
    else refreshFramed();
  }

  /** @param {Shown} [besides] what to say where the frames hold this very state */
  function refreshFramed(besides = "") {
    wake();
    const next = wanted();
    const frame = frames && nearest(frames, next);
    if (frame?.exact) accepted = next;
    written(frame?.patch ?? {});
    section.toggleAttribute("data-pending", !frame);
    const more = fetchMore(!frame); // a state beside all sweeps is held there, if anywhere
    const inexact = frame ? (besides === "late" ? "late" : "nearest") : frames && !more ? "unprepared" : shown;
    say(frame?.exact ? besides && "late" : inexact);
    tellText(next, !!frame?.exact);
  }

  // One update in flight; whatever moved meanwhile goes out as one more, with the latest state.
  async function refreshLive() {
    changed = true;
    if (asking) return late ? refreshFramed("late") : undefined;
    asking = true;
    fetchMore();
    await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, LATE_MS))]); // what the build has typeset need not be typeset again
    while (changed && !signal.aborted && runtime === "live") {
      changed = false;
      const next = wanted();
      const before = accepted;
      const clock = setTimeout(() => {
        late = true;
        refreshFramed("late");
      }, LATE_MS);
      try {
        const reply = await ask(name, next);
        // Where the frames have shown another state meanwhile, it is too late for this one.
        if (accepted === before || isSame(accepted, next) || reply.type === "invalid") take(reply, next);
      } catch (error) {
        failed(error);
      }
      clearTimeout(clock);
      late = false;
    }
    asking = false;
  }

  /** @param {import("./runtime.js").Answer} reply @param {State} next the state that it answers */
  function take(reply, next) {
    if (signal.aborted) return;
    if (reply.type === "invalid") {
      const { control } = reply;
      if (next[control] === accepted[control]) return failed(new Error(reply.message)); // not even the page's own
      refused.set(control, next[control]);
      controls.get(control)?.flag?.(reply);
      changed = true; // the other controls go on answering
      return say("invalid");
    }
    accepted = next;
    for (const [key, text] of refused) if (state[key] !== text) refused.delete(key);
    for (const [key, { flag }] of controls) if (!refused.has(key)) flag?.();
    written(reply.patch);
    section.removeAttribute("data-pending");
    say(refused.size ? "invalid" : "");
    tellText(next, true);
  }

  /** @param {unknown} error */
  function failed(error) {
    if (signal.aborted || runtime !== "live") return; // Python is starting anew, and the frames answer
    console.info(error);
    const frame = frames && nearest(frames, wanted());
    written(frame?.patch ?? {});
    section.toggleAttribute("data-pending", !frame?.exact);
    say("error");
    tellText(wanted(), !!frame?.exact);
  }

  /** Tells the numbers of the text what is on show, and whether it is just that state. @param {State} state @param {boolean} exact */
  function tellText(state, exact) {
    just = exact;
    section.dispatchEvent(new CustomEvent("widget-shown", { detail: { state, exact } }));
  }

  /** @param {import("./protocol.js").Patch} patch */
  function written(patch) {
    paint(patch);
    for (const each of controls.values()) each.show?.(patch);
    const text = speak();
    for (const each of controls.values()) each.describe?.(text);
  }

  const tell = statusLine(find(".widget-status"), () => {
    if (!frames) loading = fetchFrames();
    fetchMore();
    retry();
  }, signal);
  /** @param {Shown} next */
  function say(next) {
    shown = next;
    tell(runtime, why, shown);
  }

  /** What moves is seen to move. @param {string} key */
  function unfold(key) {
    const fold = section.querySelector(`[data-control="${key}"]`)?.closest("details");
    if (fold) fold.open = true;
  }

  /** Moves to a state. @param {State} next */
  function go(next) {
    for (const [key, value] of Object.entries(next)) {
      const moved = controls.get(key);
      if (moved && moved.get() !== value) unfold(key);
      moved?.set(value);
      if (moved) state[key] = moved.get();
    }
    refresh();
  }

  const keep = () => remember(section.id, state, initial);
  /** Moves to a state as the reader's own doing. @param {State} next */
  function move(next) {
    go(next);
    keep();
  }

  const live = () => runtime === "live";
  /** Whether a state can be shown just so. @param {State} next */
  const ready = (next) => live() || !!(frames && nearest(frames, next)?.exact);
  const moving = { section, state, go, keep, live, ready, signal };
  const bar = /** @type {HTMLElement | null} */ (section.querySelector(".player"));
  /** Play's script comes with the first hand on it, which it then obeys. @param {Event} event */
  async function arm({ type, target }) {
    if (!bar || "ready" in bar.dataset) return;
    try {
      const { player } = await import("./player.js");
      if (signal.aborted) return;
      player(moving);
      if (type === "click") /** @type {HTMLElement} */ (target).click();
    } catch (error) {
      console.info(error);
    }
  }
  for (const event of ["pointerenter", "focusin", "click"]) bar?.addEventListener(event, arm, { signal });

  let fetching = "";
  async function fetchFrames(name = section.dataset.frames ?? "") {
    fetching = name;
    try {
      frames = await load(name);
      paint(frames.page ?? {}, true);
      if (shown === "unloaded") shown = "";
      if (runtime !== "live" && !signal.aborted && section.hasAttribute("data-pending")) refresh();
    } catch (error) {
      console.info(error);
      if (!signal.aborted) say("unloaded");
    }
    fetching = "";
  }

  /** Fetches what other choices of the selects need, where the state is one of them or `anyway`. Says whether it is on its way. */
  function fetchMore(anyway = false) {
    if (!frames?.more || !(anyway || lacks(frames, wanted()))) return false;
    if (fetching !== frames.more) loading = fetchFrames(frames.more);
    return true;
  }

  reset.addEventListener("click", () => move(initial), { signal });
  // The link says what is on show whenever it is about to be used.
  for (const event of ["pointerenter", "focus", "click"]) {
    link.addEventListener(event, () => (link.href = addressOf(section.id, state, initial).href), { signal });
  }
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard) return; // the link then simply leads to this state
    event.preventDefault();
    event.stopPropagation();
    (await import("./link.js")).copy(link);
  }, { signal });
  for (const event of ["pointerdown", "focusin"]) section.addEventListener(event, wake, { once: true, passive: true, signal });
  for (const event of ["pointerdown", "focusin"]) {
    section.addEventListener(event, ({ target }) => {
      if (/** @type {Element} */ (target).closest("select, .widget-presets")) fetchMore(true);
    }, { passive: true, signal });
  }
  // What one chooses from or types into stays under the hand, whatever is longer or shorter above it then.
  // Not a slider, which scrolls with the finger that leaves it.
  section.addEventListener("input", ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    if (field.type === "range") return;
    const { top } = field.getBoundingClientRect();
    import("./hold.js").then(({ keep }) => keep(field, top), console.info);
  }, { capture: true, signal });
  // Sliders answer without these; figures follow the hand a moment later.
  import("./drag.js").then(({ dragging }) => signal.aborted || dragging(section, controls, move, signal), console.info);
  let loading = fetchFrames();
  const unwatch = watch((next, reason) => {
    [runtime, why] = [next, reason];
    section.dataset.status = STATUS[next];
    if (next === "live") {
      for (const each of controls.values()) each.refine?.();
      void refreshLive();
    } else if (late || section.hasAttribute("data-pending")) refreshFramed();
    else say(shown);
  });
  /** What an address asks for; what it does not name stands as the page put it. @param {string} search @returns {State} */
  const asked = (search) => ({ ...initial, ...recall(section.id, (key, text) => controls.get(key)?.read(text), search) });
  /** @param {string} search */
  const show = (search) => go(asked(search));
  if (location.search.includes(`${section.id}.`)) show(location.search);

  return {
    ...moving,
    /** @param {string} name */
    control: (name) => controls.get(name),
    just: () => just,
    asked,
    show,
    /** The address that leads to a state. @param {State} next */
    address: (next) => addressOf(section.id, next, initial),
    unmount: () => {
      life.abort();
      unwatch();
      frames = undefined;
    },
  };
}
