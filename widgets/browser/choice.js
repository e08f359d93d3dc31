// A list of options; where it may be typed, the last one opens a field for the reader's own formula.

const AROUND = 24; // how many characters an error shows to each side of the one it is about

/**
 * @param {HTMLElement} root @param {HTMLSelectElement} select @param {(value: string) => void} changed
 * @param {AbortSignal} signal
 * @returns {import("./controls.js").Control}
 */
export function choice(root, select, changed, signal) {
  const typed = /** @type {HTMLElement | null} */ (root.querySelector(".typed"));
  const field = /** @type {HTMLInputElement | null} */ (root.querySelector(".typed input"));
  const error = /** @type {HTMLElement | null} */ (root.querySelector(".control-error"));
  const keys = [...select.options].map((option) => option.value).filter(Boolean);
  let value = select.value || field?.value || "";
  /** What an address asked for that is none of the choices. */
  let unknown = "";

  select.addEventListener("input", () => {
    if (typed) typed.hidden = select.value !== "";
    if (select.value) {
      value = select.value;
      flag();
      return changed(value);
    }
    if (!field) return;
    field.value ||= value; // the reader's earlier formula, or the one on show, to start from
    field.focus();
    field.select();
    use(field.value);
  }, { signal });
  field?.addEventListener("input", () => use(field.value), { signal });

  /** @param {string} text */
  function use(text) {
    if (!text.trim()) return flag(); // still being typed
    value = text;
    changed(value);
  }

  /** @param {{ message: string, position: number }} [about] */
  function flag(about) {
    if (!error) return;
    if (!field) return void (error.hidden = !about);
    field.ariaInvalid = String(!!about);
    if (!about) return tell(error, false, field);
    const from = Math.max(0, about.position - AROUND);
    const near = field.value.slice(from, about.position + AROUND);
    error.textContent = `${near}\n${" ".repeat(about.position - from)}^\n${about.message}`;
    tell(error, true, field);
  }

  return {
    get: () => value,
    set: (next) => {
      value = String(next);
      const own = !keys.includes(value);
      select.value = own ? "" : value;
      if (typed) typed.hidden = !own;
      if (field && own) field.value = value;
      flag();
      if (error && unknown) {
        error.hidden = false;
        error.textContent = `There is no choice “${unknown}” here.`;
        root.closest("details")?.setAttribute("open", "");
      }
      unknown = "";
    },
    flag: field ? flag : undefined,
    // Whether a formula is one, Python decides.
    read: (text) => {
      const known = keys.includes(text) || (field && text.trim() && text.length <= 1000);
      unknown = known ? "" : text.length > AROUND ? `${text.slice(0, AROUND)}…` : text;
      return known ? text : undefined;
    },
  };
}

/**
 * Says what is wrong with what is typed. While the reader types it floats over what is near: if it took room, slider and
 * figure would jump away and back in the middle of a word. What an address asked for wrongly takes room.
 * @param {HTMLElement} error @param {boolean} wrong @param {HTMLElement} field
 */
export function tell(error, wrong, field) {
  const typing = wrong && document.activeElement === field;
  if (typing || !wrong) delete error.dataset.floats;
  error.hidden = !wrong;
  if (!typing) return;
  error.dataset.floats = "";
  // Above the field where it would be cut off below: by the keyboard of a telephone, by the card's own end.
  const { offsetTop, height } = /** @type {VisualViewport} */ (visualViewport);
  const end = /** @type {Element} */ (error.closest("section")).getBoundingClientRect().bottom;
  if (error.getBoundingClientRect().bottom > Math.min(end, offsetTop + height)) error.dataset.floats = "above";
}
