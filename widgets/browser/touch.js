// One quantity, many places: touching a number lights it up in prose, formula, readout and figure.

const INKS = ["ix", "iu", "iy", "id"];
const MARKS = `.value, [data-shows], ${INKS.map((ink) => `.md-typeset .${ink}`).join()}`;

/** @param {Element} element */
const ink = (element) => INKS.find((name) => element.classList.contains(name));

/** The number that a mark carries, if it carries one: “u = 3.00” and “3.00” are the same. @param {Element} element */
const number = (element) => element.textContent?.match(/−?\d[\d.,]*(×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/)?.[0];

/** @param {Element} element */
const part = (element) => element.getAttribute("data-shows") ?? element.getAttribute("data-part");

/** Every mark that stands for what `touched` stands for. @param {Element} touched */
function partners(touched) {
  const section = touched.closest(".widget");
  const own = section && part(touched);
  const wanted = number(own ? (section.querySelector(`[data-part="${own}"].value`) ?? touched) : touched);
  const colour = own ? ink(section.querySelector(`[data-part="${own}"].value`) ?? touched) : ink(touched);
  return [...document.querySelectorAll(MARKS)].filter((mark) => {
    const home = mark.closest(".widget");
    if (own && home === section) return part(mark) === own;
    if (home && !mark.matches(".value") && wanted) return false;
    if (!colour || ink(mark) !== colour || mark.closest(".katex-mathml")) return false;
    return wanted ? number(mark) === wanted : home !== null && (!section || home === section);
  });
}

/** @param {Element[]} marks */
function light(marks) {
  for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
  for (const mark of marks) mark.classList.add("lit");
}

/** @param {PointerEvent | FocusEvent} event */
export async function touch(event) {
  if (event.target instanceof Element && event.target.closest(".term")) (await import("./term.js")).explain(event);
  // Whoever points at a link to a state may follow it.
  if (event.target instanceof Element && event.target.closest("a[href*='?'], .scrub")) import("./follow.js").catch(console.info);
  if (event instanceof FocusEvent) return;
  if (event.buttons && event.pointerType === "mouse") return; // a drag in passing
  const touched = event.target instanceof Element && event.target.closest(MARKS);
  light(touched ? partners(touched) : []);
}
