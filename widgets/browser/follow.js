// A link to a state moves the figure and leaves the line that is read where it is. Back undoes it, one step a link.
import { placeOf, stay } from "./hold.js";
import { glide, settle } from "./motion.js";
import { accept } from "./url.js";

const LEAST = 40; // pixels of a picture that must be on the screen for a change to be seen

/** @typedef {import("./hold.js").Place} Place */
/** @typedef {ReturnType<typeof import("./card.js").mount>} Card */

/** Where readers stood when they followed a link, by the address they had. @type {Map<string, Place>} */
const places = new Map();
/** @type {HTMLButtonElement | undefined} the way back, while the reader is away from the text */
let way;

/** @param {HTMLAnchorElement} link @param {HTMLElement} section @param {Card} card */
export function follow(link, section, card) {
  settle();
  const place = placeOf(link);
  const target = card.asked(link.search);
  step(place, card, target);
  glide(card, target);
  way?.remove();
  if (section.contains(link) || inSight(section)) return stay(place);
  const picture = section.offsetHeight < innerHeight - 100 ? section : /** @type {HTMLElement} */ (section.querySelector("svg") ?? section);
  picture.scrollIntoView({ block: "nearest", behavior: "instant" }); // as little as it takes: the line may stay in sight
  document.body.dataset.brought = "";
  stay({ element: picture, top: picture.getBoundingClientRect().top });
  offer(place);
}

/**
 * Makes a state one that Back undoes, and then leads to the place. Says whether it is another than the address had.
 * @param {Place} place @param {Card} card @param {import("./protocol.js").State} target
 */
function step(place, card, target) {
  const offset = { x: scrollX, y: scrollY }; // as the theme keeps it beside each address
  const before = location.href;
  const { href } = card.address(target);
  if (href === before) return false;
  places.set(before, place);
  history.replaceState(offset, "");
  history.pushState(offset, "", href);
  accept();
  return true;
}

/** What a hand reached at an element of the text, as a step. @param {HTMLElement} element @param {Card} card */
export const reached = (element, card) => step(placeOf(element), card, card.state);

/** Whether some of a widget's pictures is on the screen. @param {HTMLElement} section */
function inSight(section) {
  const ceiling = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  return [...section.querySelectorAll("figure svg")].some((picture) => {
    const { top, bottom } = picture.getBoundingClientRect();
    return Math.min(bottom, innerHeight) - Math.max(top, ceiling) > LEAST;
  });
}

for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  addEventListener(kind, () => void delete document.body.dataset.brought, { capture: true, passive: true });
}

/** A button that leads back to the line that was read, until that is on the screen again. @param {Place} place */
function offer(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "back-to-text";
  button.textContent = "Back to the text";
  button.addEventListener("click", () => {
    button.remove();
    stay(place);
    /** @type {HTMLElement} */ (place.element).focus({ preventScroll: true });
  });
  document.body.append(button);
  way = button;
  new IntersectionObserver(([{ isIntersecting }], observer) => {
    if (isIntersecting) button.remove();
    if (!button.isConnected) observer.disconnect();
  }).observe(place.element);
}

/** Shows what the address says, after a step back or forward. @param {Map<HTMLElement, Card | undefined>} cards */
export function rewind(cards) {
  settle();
  accept();
  for (const card of cards.values()) card?.show(location.search);
  const place = places.get(location.href);
  if (place?.element.isConnected) stay(place);
  else if (history.state) scrollTo({ top: history.state.y, behavior: "instant" });
}
addEventListener("widget-undo", () => way?.remove());
