// What is far below the screen stands at a guessed height until it comes near (page.css). Whoever arrives at a place
// of the page, by Back, by loading it again or by a link to a heading, should find it where it was: from then on
// nothing is guessed. Nor is anything without scripts.
(() => {
  const exact = () => (document.documentElement.dataset.exact = "");
  // As the theme does too, but before there is a page whose every style would change with it.
  document.documentElement.classList.replace("no-js", "js");
  if (location.hash || performance.getEntriesByType("navigation")[0]?.type !== "navigate") exact();
  // A window hears in the order of asking, and the theme would load the page anew: what follow.js undoes is asked first.
  addEventListener("popstate", (event) => {
    if (dispatchEvent(new Event("widget-undo", { cancelable: true }))) exact();
    else event.stopImmediatePropagation();
  });
  addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest?.("a[href*='#']");
      if (link && !(link.search && link.pathname === location.pathname)) exact(); // a link to a state leads nowhere
    },
    { capture: true, passive: true },
  );
})();
