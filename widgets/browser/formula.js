// How formulas are typeset: at build by Node (widgets/build/html/katex.mjs), and here those that the build has not seen.

const MACROS = Object.fromEntries(["ix", "iu", "iy", "id"].map((name) => [`\\${name}`, `\\htmlClass{${name}}{#1}`]));

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

/** The formula as HTML. KaTeX comes when a reader's own formula first needs it. @param {string} latex */
export async function typeset(latex) {
  await import(/** @type {string} */ ("./katex.js"));
  return /** @type {any} */ (self).katex.renderToString(latex, options(false));
}
