// page.css leaves what is far from the screen without layout, so that a page is there at once. Here the rest is laid
// out in idle moments, one block at a time: searching, jumping and printing then find everything in its place.

/** The blocks below the screen, from top to bottom. Those above keep their guess: to mend it could move what is read. */
export function layOut() {
  const article = /** @type {HTMLElement | null} */ (document.querySelector(".md-content__inner"));
  const blocks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".md-content__inner > *")]);
  if (!blocks.some((block) => getComputedStyle(block).contentVisibility === "auto")) return;
  const next = () => {
    const block = blocks.shift();
    if (!block) return void (article && (article.dataset.laid = ""));
    if (block.getBoundingClientRect().top > innerHeight) block.dataset.laid = "";
    block.getBoundingClientRect();
    requestIdleCallback(next); // two in one moment would be a long one on a phone
  };
  requestIdleCallback(next);
}
