// How formulas are typeset: at build by Node (widgets/build/html/katex.mjs), and here those that the build has not seen.

const MACROS = Object.fromEntries(["ix", "iu", "iy", "id"].map((name) => [`\\${name}`, `\\htmlClass{${name}}{#1}`]));
// Beyond these, typesetting holds up the page for longer than a reader should notice, and nobody could read it.
const LONGEST = 1200;
const DEEPEST = 24;

/** @param {boolean} display @returns {Record<string, unknown>} */
export const options = (display) => ({
  output: "htmlAndMathml",
  throwOnError: true,
  displayMode: display,
  macros: { ...MACROS }, // KaTeX writes into it
  // Only the colour macros may reach into HTML; everything else is KaTeX at its strictest.
  trust: (/** @type {{ command: string }} */ { command }) => command === "\\htmlClass",
  strict: (/** @type {string} */ code) => (code === "htmlExtension" ? "ignore" : "error"),
});

/** How many braces deep a formula goes. @param {string} latex */
function depth(latex) {
  let [open, deepest] = [0, 0];
  for (const sign of latex.replaceAll("\\left", "{").replaceAll("\\right", "}")) {
    if (sign === "{") deepest = Math.max(deepest, ++open);
    else if (sign === "}") open--;
  }
  return deepest;
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();
/** @type {Promise<unknown> | undefined} */
let whole;

/** The page has of KaTeX's style what its own formulas need; a reader's may need the whole. */
function style() {
  const some = /** @type {HTMLLinkElement} */ (document.querySelector("link[href$='/katex.css']"));
  const all = document.createElement("link");
  all.rel = "stylesheet";
  all.href = some.href.replace("katex.css", "formulas.css");
  some.before(all); // its faces come before those that the page has, as build/package/fonts.py says
  return new Promise((resolve) => (all.onload = all.onerror = resolve)); // without it, most formulas look right
}

/**
 * The formula as HTML; null where it is too large to read. KaTeX comes when a reader's own formula first needs it,
 * and between two formulas the page may breathe.
 * @param {string} latex @returns {Promise<string | null>}
 */
export async function typeset(latex) {
  if (latex.length > LONGEST || depth(latex) > DEEPEST) return null;
  const turn = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  last = turn;
  await Promise.all([turn, import(/** @type {string} */ ("./katex.js")), (whole ??= style())]);
  return /** @type {any} */ (self).katex.renderToString(latex, options(false));
}
