// Play, pause, scrub and speed of a widget's story (widgets/kit/story.py). It never starts by itself.
import { drop, move, settle, still, track } from "./motion.js";

const SPEEDS = [1, 2, 0.5];
// For whoever wants no motion: so many presses from the beginning to the end. What is counted goes one by one, unless
// that were a hundred presses and more.
const STEPS = 6;
const [MANY, LEAPS] = [100, 8];

let speed = 0; // the same for all players

/** @param {import("./motion.js").Moving} card */
export function player({ section, state, go, keep, live, signal }) {
  const bar = /** @type {HTMLElement} */ (section.querySelector(".player"));
  if ("ready" in bar.dataset) return; // a hover and a press may both have asked for it
  const play = /** @type {HTMLButtonElement} */ (bar.querySelector(".player-play"));
  const rate = /** @type {HTMLButtonElement} */ (bar.querySelector(".player-speed"));
  const scrub = /** @type {HTMLInputElement | null} */ (bar.querySelector("[type=range]"));
  /** @type {{ moves: Record<string, number[]>, seconds: number }} */
  const { moves, seconds } = JSON.parse(bar.dataset.story ?? "");
  const tracks = Object.entries(moves).flatMap(([name, values]) => {
    const along = track(section, name);
    return along ? [{ name, get values() { return values.map(along.within); }, ...along }] : [];
  });
  const last = tracks[0].values.length - 1;
  function steps() {
    const [{ values, whole }] = tracks;
    const count = last * Math.max(...values.slice(1).map((value, i) => Math.abs(value - values[i])));
    return whole && count <= MANY ? count : Math.max(last, whole ? LEAPS : STEPS);
  }
  const about = play.title;
  let share = 0; // how far it is
  let playing = false;

  /** The state of the story at some share of it. @param {number} share @returns {import("./protocol.js").State} */
  function at(share) {
    const i = Math.min(last - 1, Math.floor(share * last));
    return Object.fromEntries(tracks.map(({ name, values, between }) => [name, between(values[i], values[i + 1], share * last - i, live())]));
  }

  /** @param {import("./protocol.js").State} other */
  const differs = (other) => Object.keys(other).some((name) => other[name] !== state[name]);

  /** How far the story is where the widget stands, or undefined where it does not come by. */
  function here() {
    if (!differs(at(share))) return share; // a story may come by more than once
    for (let i = 0; i < last; i++) {
      const places = tracks.map(({ name, values, at }) => [at(values[i]), at(values[i + 1]), at(Number(state[name]))]);
      const [start, end, place] = places.find(([from, to]) => from !== to) ?? [];
      const part = (place - start) / (end - start);
      /** @param {number[]} track */
      const near = ([from, to, found]) => Math.abs(from + (to - from) * part - found) <= Math.abs(to - from) / 100 + 1e-9;
      if (part >= 0 && part <= 1 && places.every(near)) return (i + part) / last;
    }
  }

  /** @param {number} next */
  function show(next) {
    share = next;
    const now = at(share);
    if (differs(now)) go(now);
    if (scrub) scrub.value = String(share * 1000);
  }

  function label() {
    const word = still.matches ? "Step" : playing ? "Pause" : "Play";
    play.textContent = word;
    play.ariaLabel = `${word}: ${about}`;
    rate.textContent = `${SPEEDS[speed]}×`;
    rate.ariaLabel = `Speed ${SPEEDS[speed]}×`;
    rate.hidden = still.matches;
    section.toggleAttribute("data-playing", playing);
  }

  function stop() {
    playing = false;
    label();
    if (signal.aborted) return;
    go(at(share)); // now it is said what is shown
    keep();
  }

  function start() {
    settle();
    const found = here() ?? 1;
    show(found < 1 ? found : 0);
    playing = true;
    label();
    move((passed) => {
      show(Math.min(1, share + (passed * SPEEDS[speed]) / (1000 * seconds)));
      if (share === 1) stop();
      return playing;
    }, stop, section);
  }

  play.addEventListener("click", () => {
    if (playing) return settle();
    if (!still.matches) return start();
    settle();
    const found = here() ?? 1;
    show(found < 1 ? Math.min(1, (Math.floor(found * steps() + 1e-6) + 1) / steps()) : 0);
    keep();
  }, { signal });
  rate.addEventListener("click", () => {
    speed = (speed + 1) % SPEEDS.length;
    label();
  }, { signal });
  bar.addEventListener("pointerenter", label, { signal }); // another player may have changed the speed
  scrub?.addEventListener("input", () => {
    settle();
    show(Number(scrub.value) / 1000);
    keep();
  }, { signal });
  still.addEventListener("change", () => (settle(), label()), { signal });
  const leaving = new IntersectionObserver(([{ isIntersecting }]) => playing && !isIntersecting && settle());
  leaving.observe(section);
  signal.addEventListener("abort", () => {
    leaving.disconnect();
    drop(section);
  });
  label();
  bar.dataset.ready = "";
}
