// One widget on the page: prerendered → framed → live, or unavailable where Python cannot start.
import { painter } from "./apply.js";
import { control } from "./controls.js";
import { dragging } from "./drag.js";
import { nearest } from "./frames.js";
import { ask, wake, watch } from "./runtime.js";
import { recall, remember } from "./url.js";

/** @typedef {import("./protocol.js").State} State */

const SAYING_MS = 600; // how long a change must rest before it is read out

/** @param {HTMLElement} section  */
export function mount(section) {
  /** @param {string} selector @returns {any} */
  const find = (selector) => section.querySelector(selector);
  const name = section.dataset.widget ?? "";
  /** @type {State} */
  const initial = JSON.parse(section.dataset.state ?? "{}");
  const state = { ...initial };
  /** @type {import("./frames.js").Frames} */
  const frames = JSON.parse(find(".widget-frames").content.textContent);
  const paint = painter(section, frames.formulas);
  const status = find(".widget-status");
  const summary = find("[data-summary]");
  const reset = find(".widget-reset");
  /** @type {import("./runtime.js").Status} */
  let runtime = "idle";
  let asking = false;
  let changed = false;
  let mounted = true;
  let saying = 0;

  /** @type {Record<string, import("./controls.js").Control>} */
  const controls = {};
  for (const root of section.querySelectorAll("[data-control]")) {
    const key = root.getAttribute("data-control") ?? "";
    controls[key] = control(/** @type {HTMLElement} */ (root), (value) => {
      state[key] = value;
      refresh();
    });
  }
  find(".widget-fields").disabled = false;

  function refresh() {
    reset.disabled = Object.keys(initial).every((key) => initial[key] === state[key]);
    if (runtime === "live") void refreshLive();
    else refreshFramed();
  }

  function refreshFramed() {
    wake();
    const frame = nearest(frames, state);
    written(frame?.patch ?? {});
    section.toggleAttribute("data-pending", !frame);
    say(frame?.exact ? "" : frame ? "nearest" : "unprepared");
  }

  // One update in flight; whatever moved meanwhile goes out as one more, with the latest state.
  async function refreshLive() {
    changed = true;
    if (asking) return;
    asking = true;
    while (changed && mounted && runtime === "live") {
      changed = false;
      try {
        const reply = await ask(name, { ...state });
        for (const key in controls) controls[key].flag?.(reply.type === "invalid" && reply.control === key ? reply : undefined);
        written(reply.type === "patch" && mounted ? reply.patch : {});
        section.removeAttribute("data-pending");
        say(reply.type === "invalid" ? "invalid" : "");
      } catch (error) {
        written({});
        if (mounted && runtime === "live") say("error", error instanceof Error ? error.message : String(error));
      }
    }
    asking = false;
  }

  /** @param {import("./protocol.js").Patch} patch */
  function written(patch) {
    paint(patch);
    const text = summary.textContent.replace(/\s+/g, " ").trim();
    for (const key in controls) {
      controls[key].show?.();
      controls[key].describe?.(text);
    }
    clearTimeout(saying);
    // A slider in focus speaks for itself, through aria-valuetext.
    const focused = /** @type {HTMLInputElement | null} */ (document.activeElement);
    if (!section.contains(focused) || focused?.type === "range") return;
    saying = setTimeout(() => void (find(".widget-spoken").textContent = text), SAYING_MS);
  }

  /** @param {string} about @param {string} [detail] */
  function say(about, detail = "") {
    const python = { idle: "", starting: "Python is starting…", live: "Live: Python in your browser computes this.", unavailable: "Python cannot run here; the prepared values keep working." };
    const note = {
      nearest: "Shown: the nearest prepared value.",
      unprepared: runtime === "unavailable" ? "This choice is not prepared." : "This choice needs Python.",
      invalid: "Shown: the last complete formula.",
      error: `This could not be computed: ${detail}`,
    }[about];
    status.textContent = [note, python[runtime]].filter(Boolean).join(" ");
  }

  /** Moves to a state, as if the reader had. @param {State} next */
  function go(next) {
    for (const [key, value] of Object.entries(next)) {
      if (!(key in controls)) continue;
      controls[key].set(value);
      state[key] = controls[key].get();
    }
    refresh();
  }

  reset.addEventListener("click", () => {
    go(initial);
    keep();
  });
  const link = find(".widget-link");
  const keep = () => void (link.href = remember(section.id, state, initial));
  section.addEventListener("change", keep);
  link.addEventListener("click", async (/** @type {Event} */ event) => {
    keep();
    if (!navigator.clipboard) return; // the link then simply leads to this state
    event.preventDefault();
    event.stopPropagation();
    await navigator.clipboard.writeText(link.href);
    link.textContent = "Copied";
    setTimeout(() => void (link.textContent = "Link"), 2000);
  });
  for (const event of ["pointerdown", "focusin"]) section.addEventListener(event, wake, { once: true, passive: true });
  dragging(section, controls, go);

  const unwatch = watch((next) => {
    runtime = next;
    section.dataset.status = { idle: "framed", starting: "framed", live: "live", unavailable: "unavailable" }[next];
    if (next === "live") {
      for (const key in controls) controls[key].refine?.();
      void refreshLive();
    } else say(nearest(frames, state) ? "" : "unprepared");
  });
  const asked = recall(section.id, (key, text) => controls[key]?.read(text));
  if (Object.keys(asked).length) go(asked);

  return {
    /** @param {string} key @param {string} text */
    read: (key, text) => controls[key]?.read(text),
    /** @param {State} next */
    go: (next) => {
      go({ ...initial, ...next }); // what a link does not name stands as the page put it
      keep();
    },
    unmount: () => {
      mounted = false;
      clearTimeout(saying);
      unwatch();
    },
  };
}
