// Marks that a reader takes hold of: what each moves, the build has written beside the figure (widgets/kit/handle.py).
import { SNAP } from "./controls.js";
import { gestures } from "./gesture.js";
import { picking } from "./pick.js";

/**
 * @typedef {{ across?: string, up?: string, across_from?: string, up_from?: string, back?: boolean,
 *             turns?: string, around?: string, on?: string }} Handle
 * @typedef {import("./controls.js").Control} Control
 * @typedef {[number, number]} Point  in the figure's units
 */

const REACH = { mouse: 14, touch: 24, pen: 18 }; // how far from a mark or a curve it is still meant, in pixels

/**
 * @param {HTMLElement} section @param {Map<string, Control>} controls
 * @param {(state: import("./protocol.js").State) => void} go @param {AbortSignal} signal
 */
export function dragging(section, controls, go, signal) {
  for (const svg of /** @type {NodeListOf<SVGSVGElement>} */ (section.querySelectorAll("svg[data-handles]"))) {
    figure(svg, controls, go, signal);
  }
  // Whoever uses a slider sees which mark it moves.
  for (const kind of ["focusin", "focusout"]) {
    section.addEventListener(kind, ({ target }) => {
      const used = kind === "focusin" && target instanceof Element && target.matches(":focus-visible");
      const name = used && target.closest("[data-control]")?.getAttribute("data-control");
      for (const grip of section.querySelectorAll(".grip")) {
        grip.toggleAttribute("data-used", !!name && (grip.getAttribute("data-moves") ?? "").split(" ").includes(name));
      }
    }, { signal });
  }
  picking(section, controls, go, signal);
}

/**
 * @param {SVGSVGElement} svg @param {Map<string, Control>} controls
 * @param {(state: import("./protocol.js").State) => void} go @param {AbortSignal} signal
 */
function figure(svg, controls, go, signal) {
  /** @type {Record<string, Handle>} */
  const handles = JSON.parse(svg.dataset.handles ?? "");
  const [main] = Object.keys(handles);
  const plane = !!handles[main].up;
  /** The frame's two ends and the values there, across and up. */
  const frames = [svg.dataset.x, svg.dataset.y].map((text) => (text ?? "").split(" ").map(Number));
  let held = "";
  /** From the mark to the finger that holds it. @type {Point} */
  let off = [0, 0];

  const scale = () => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
  /** @param {PointerEvent} event @returns {Point} */
  function place(event) {
    const box = svg.getBoundingClientRect();
    return [(event.clientX - box.left) * scale(), (event.clientY - box.top) * scale()];
  }
  /** @param {PointerEvent} event */
  const reach = (event) => REACH[/** @type {keyof typeof REACH} */ (event.pointerType)] * scale();

  /** @param {string} gid */
  const mark = (gid) => /** @type {SVGElement} */ (svg.querySelector(`[data-part="${gid}"]`));
  /** @param {string} gid */
  const grip = (gid) => svg.querySelector(`.grip[data-part="${gid}"]`);
  /** @param {string} gid @returns {Point} */
  function where(gid) {
    const { style } = mark(gid);
    return [Number(style.getPropertyValue("--x")), Number(style.getPropertyValue("--y"))];
  }

  /** The handle that is meant; of two in one place, the one that was declared first. @param {PointerEvent} event */
  function meant(event) {
    const [x, y] = place(event);
    let [best, least] = ["", reach(event)];
    for (const gid of Object.keys(handles)) {
      const [to, down] = where(gid);
      const away = Math.hypot(to - x, down - y);
      if (mark(gid).dataset.hidden !== "yes" && away < least - (best ? 4 * scale() : 0)) [best, least] = [gid, away];
    }
    return best;
  }

  /** Whether a press is near the curve on which the first handle runs. @param {PointerEvent} event */
  function onCurve(event) {
    const curve = handles[main].on && mark(/** @type {string} */ (handles[main].on));
    if (!(curve instanceof SVGGeometryElement)) return false;
    const [x, y] = place(event);
    const most = reach(event);
    for (let away = -most; away <= most; away += 1.5) {
      if (curve.isPointInStroke(new DOMPoint(x, y + away)) || curve.isPointInStroke(new DOMPoint(x + away, y))) return true;
    }
    return false;
  }

  /** @param {0 | 1} axis @param {number} at */
  function valueAt(axis, at) {
    const [start, end, low, high] = frames[axis];
    return low + ((at - start) / (end - start)) * (high - low);
  }

  /** Moves what the held mark moves. @param {PointerEvent} event */
  function follow(event) {
    const handle = handles[held];
    const at = place(event).map((position, axis) => position - off[axis]);
    /** @type {Record<string, number[]>} */
    const found = {};
    const directions = /** @type {const} */ ([[0, handle.across, handle.across_from], [1, handle.up, handle.up_from]]);
    for (const [axis, name, origin] of directions) {
      const control = name && controls.get(name);
      if (!control) continue;
      const value = valueAt(axis, at[axis]);
      const pixel = Math.abs(valueAt(axis, frames[axis][0] + scale()) - valueAt(axis, frames[axis][0]));
      const distance = (value - Number(origin && controls.get(origin)?.get())) * (handle.back ? -1 : 1);
      (found[name] ??= []).push((origin ? control.apart?.(distance, pixel) : control.along?.(value, SNAP * pixel)) ?? 0);
    }
    if (handle.turns && handle.around) {
      const [x, y] = where(handle.around);
      const degrees = (Math.atan2(y - at[1], at[0] - x) * 180) / Math.PI;
      found[handle.turns] = [controls.get(handle.turns)?.along?.((degrees + 360) % 360) ?? 0];
    }
    /** @type {import("./protocol.js").State} */
    const state = {};
    for (const [name, values] of Object.entries(found)) state[name] = Math.max(...values);
    if (Object.entries(state).some(([name, value]) => controls.get(name)?.get() !== value)) go(state);
  }

  /** Whether a handle goes up and down as well; over one that does not, the page scrolls. @param {Handle} handle */
  const free = ({ up, turns }) => !!up || !!turns;
  let aside = true; // the press was beside every handle

  gestures(svg, {
    press: (event) => {
      const finger = event.pointerType !== "mouse";
      held = meant(event);
      aside = !held;
      if (held) {
        const [at, to] = [place(event), where(held)];
        off = [at[0] - to[0], at[1] - to[1]];
        return finger && !free(handles[held]) ? "wait" : "hold";
      }
      off = [0, 0];
      held = main;
      if (finger || !(plane || onCurve(event))) return "wait";
      follow(event);
      return "hold";
    },
    drag: (event) => {
      grip(held)?.toggleAttribute("data-used", true);
      // In a plane a finger drags from the handle alone.
      if (!aside || !plane || event.pointerType === "mouse") follow(event);
    },
    tap: (event) => {
      if (aside && (plane || onCurve(event))) follow(event);
    },
    end: () => void grip(held)?.removeAttribute("data-used"),
  }, signal);
  // From such a handle the page does not scroll. Said here, since browsers heed a touch-action on parts of a drawing or not.
  for (const gid of Object.keys(handles)) {
    if (free(handles[gid])) grip(gid)?.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false, signal });
  }
}
