// Writes a patch into a widget: the browser's twin of widgets/build/html/apply.py.

const TOO_LARGE = "a formula too large to write out here";

/** @param {Element} root @param {() => Record<string, string>} prepared LaTeX → HTML that the build has typeset */
export function painter(root, prepared) {
  /** @type {Map<string, Element[]>} */
  const parts = new Map();
  for (const element of root.querySelectorAll("[data-part]")) {
    const name = element.getAttribute("data-part") ?? "";
    parts.set(name, [...(parts.get(name) ?? []), element]);
  }
  /** @type {Map<string, string>} */
  const written = new Map();
  /** What readers' own formulas became. @type {Map<string, string | null>} */
  const composed = new Map();

  /** Writes a patch, or with `there` takes down what the page shows already. @param {import("./protocol.js").Patch} patch */
  return (patch, there = false) => {
    for (const [key, value] of Object.entries(patch)) {
      if (there ? written.has(key) : written.get(key) === value) continue;
      written.set(key, value);
      if (there) continue;
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
      const formulas = prepared();
      const html = Object.hasOwn(formulas, value) ? formulas[value] : composed.get(value);
      if (html === undefined) void compose(element, value);
      else place(element, html);
    } else if (property === "d") element.setAttribute("d", value);
    else if (property === "set") element.toggleAttribute("data-set", !!value) && element.setAttribute("data-set", value);
    else if (property === "look") look(element, value);
    else if (property === "hidden" || property === "points") element.setAttribute(`data-${property}`, value);
    else /** @type {SVGElement} */ (element).style.setProperty(`--${property}`, value);
  }

  /** Scrolls within the part, not the page. @param {Element} element @param {string} place two shares of what is in it */
  function look(element, place) {
    const [x, y] = place.split(" ").map(Number);
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) element.scrollTo(x * scrollWidth - clientWidth / 2, y * scrollHeight - clientHeight / 2);
  }

  /** @param {Element} element @param {string | null} html */
  function place(element, html) {
    if (html === null) element.textContent = TOO_LARGE;
    else if (element.innerHTML !== html) element.innerHTML = html;
  }

  /** @param {Element} element @param {string} latex */
  async function compose(element, latex) {
    try {
      const { typeset } = await import("./formula.js");
      if (!composed.has(latex)) composed.set(latex, await typeset(latex));
    } catch (error) {
      console.info(error);
      composed.set(latex, null);
    }
    if (written.get(`${element.getAttribute("data-part")}.latex`) === latex) place(element, composed.get(latex) ?? null);
  }
}
