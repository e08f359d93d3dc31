// Writes a patch into a widget: the browser's twin of widgets/build/html/apply.py.

/** @param {Element} root @param {Record<string, string>} formulas LaTeX → typeset HTML */
export function painter(root, formulas) {
  /** @type {Map<string, Element[]>} */
  const parts = new Map();
  for (const element of root.querySelectorAll("[data-part]")) {
    const name = element.getAttribute("data-part") ?? "";
    parts.set(name, [...(parts.get(name) ?? []), element]);
  }
  /** @type {Record<string, string>} */
  const written = {};

  /** @param {import("./protocol.js").Patch} patch */
  return (patch) => {
    for (const [key, value] of Object.entries(patch)) {
      if (written[key] === value) continue;
      written[key] = value;
      const dot = key.lastIndexOf(".");
      for (const element of parts.get(key.slice(0, dot)) ?? []) set(element, key.slice(dot + 1), value);
    }
  };

  /** @param {Element} element @param {string} property @param {string} value */
  function set(element, property, value) {
    // The first patch meets what was prerendered: what reads the same already stays untouched.
    if (property === "text") {
      if (element.textContent !== value) element.textContent = value;
    } else if (property === "latex") {
      if (!(value in formulas)) void compose(element, value);
      else if (element.innerHTML !== formulas[value]) element.innerHTML = formulas[value];
    } else if (property === "d") element.setAttribute("d", value);
    else if (property === "hidden") element.setAttribute("data-hidden", value);
    else /** @type {SVGElement} */ (element).style.setProperty(`--${property}`, value);
  }
  /** @param {Element} element @param {string} latex */
  async function compose(element, latex) {
    try {
      const { typeset } = await import("./formula.js");
      formulas[latex] ??= await typeset(latex);
    } catch (error) {
      console.info(error);
      return void (element.textContent = latex);
    }
    if (written[`${element.getAttribute("data-part")}.latex`] === latex) element.innerHTML = formulas[latex];
  }
}
