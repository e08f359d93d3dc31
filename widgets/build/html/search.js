// The theme fetches its search index, a tenth of a page's weight, with every first page. Here it comes with the first
// touch of the search, or with one of the keys that open it.
(() => {
  const send = XMLHttpRequest.prototype.send;
  const open = XMLHttpRequest.prototype.open;
  const asked = new WeakSet();
  let waiting = [];
  let wanted = new URLSearchParams(location.search).has("q");
  XMLHttpRequest.prototype.open = function (...given) {
    if (String(given[1]).endsWith("search/search_index.json")) asked.add(this);
    return open.apply(this, given);
  };
  XMLHttpRequest.prototype.send = function (...given) {
    if (wanted || !asked.has(this)) return send.apply(this, given);
    waiting.push(() => send.apply(this, given));
  };
  const want = (event) => {
    if (!event.target.closest?.("[data-md-component=search], [for=__search]") && !["/", "s", "f"].includes(event.key)) return;
    wanted = true;
    for (const go of waiting) go();
    waiting = [];
  };
  for (const kind of ["focusin", "pointerdown", "pointerover", "keydown"]) addEventListener(kind, want, { capture: true, passive: true });
})();
