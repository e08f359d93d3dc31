// A check that takes a number: says whether it is right, or which slip leads to it.
import { read } from "./number.js";

/** @param {number} a @param {number} b */
const same = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** @param {HTMLFormElement} form */
export function check(form) {
  const block = /** @type {HTMLElement} */ (form.closest(".quick-check"));
  const told = /** @type {HTMLElement} */ (block.querySelector(".check-told"));
  const solution = /** @type {HTMLDetailsElement} */ (block.querySelector(".check-answer"));
  const given = read(String(new FormData(form).get("answer")));
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
