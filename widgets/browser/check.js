// A check that takes a number: says whether it is right, or which slip leads to it.

/** A number as people write it: −3, 0,25, 3/4. @param {string} text */
function number(text) {
  const plain = text.trim().replace(/[−–]/g, "-").replace(",", ".").replace(/\s+/g, "");
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\/(\d+\.?\d*))?$/i.exec(plain);
  return parts ? Number(parts[1]) / Number(parts[2] ?? 1) : NaN;
}

/** @param {number} a @param {number} b */
const same = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** @param {HTMLFormElement} form */
export function check(form) {
  const block = /** @type {HTMLElement} */ (form.closest(".quick-check"));
  const told = /** @type {HTMLElement} */ (block.querySelector(".check-told"));
  const solution = /** @type {HTMLDetailsElement} */ (block.querySelector(".check-answer"));
  const given = number(String(new FormData(form).get("answer")));
  if (Number.isNaN(given)) {
    delete block.dataset.verdict;
    told.textContent = "That is no number yet. Type one like −3, 0.25 or 3/4.";
    return;
  }
  const replies = /** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll("[data-answer]"));
  const reply = [...replies].find(({ dataset }) => same(given, Number(dataset.answer)));
  block.dataset.verdict = reply === solution ? "right" : "wrong";
  if (reply === solution) {
    told.textContent = "Yes.";
    solution.open = true;
  } else if (reply) told.replaceChildren(...[...reply.childNodes].map((node) => node.cloneNode(true)));
  else told.textContent = "No. Try once more, or open the answer.";
}
