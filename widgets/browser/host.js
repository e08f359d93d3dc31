// Finds the widgets on the page and brings them to life, again after every instant navigation.
import { mount } from "./card.js";
import { wake } from "./runtime.js";
import { recall } from "./url.js";

/** @type {Map<HTMLElement, ReturnType<typeof mount>>} */
const cards = new Map();

// Python starts when a widget comes near the viewport and the browser has nothing else to do.
const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    if ("requestIdleCallback" in window) requestIdleCallback(wake, { timeout: 2000 });
    else setTimeout(wake, 200);
  },
  { rootMargin: "600px 0px" },
);

function refresh() {
  for (const [section, card] of cards) {
    if (section.isConnected) continue;
    card.unmount();
    cards.delete(section);
  }
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-widget]"))) {
    if (cards.has(section)) continue;
    cards.set(section, mount(section));
    near.observe(section);
  }
}

// A link to a state of a widget on this very page moves that widget; nothing is loaded.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
    const section = link.hash && document.getElementById(link.hash.slice(1));
    const card = section && cards.get(section);
    if (!card || !link.search || link.matches(".widget-link")) return;
    const state = recall(section.id, (name, text) => card.read(name, text), link.search);
    event.preventDefault();
    event.stopPropagation();
    card.go(state);
    section.scrollIntoView({ block: "nearest", behavior: "instant" });
  },
  { capture: true },
);

document.addEventListener("pointerover", async (event) => (await import("./touch.js")).touch(event), { passive: true });
refresh();
// Material for MkDocs announces each new page through `document$`.
/** @type {any} */ (window).document$?.subscribe(refresh);
