// Finds the widgets on the page and brings those near the reader to life, again after every instant navigation.
// It imports nothing when it loads: where another script does not come, it is still here to say so.

const NEAR = "600px 0px";
const NUMBERS = "strong:is([data-moves], [data-shows])"; // in the text (widgets/build/html/numbers.py)
const SCRIPT_MS = 10_000;

/** @typedef {ReturnType<typeof import("./card.js").mount>} Card */
/** @type {Map<HTMLElement, Card | undefined>} every widget on the page, and its card once it has one */
const cards = new Map();
/** @type {typeof import("./card.js") | undefined} what brings a widget to life, once it has come */
let life;
let page = ""; // the path of the page on the screen

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) (target.matches(NUMBERS) ? join : bring)(/** @type {HTMLElement} */ (target));
    }
  },
  { rootMargin: NEAR },
);

/** The card of a widget, made now if it has none. @param {HTMLElement} section */
function bring(section) {
  if (!life || cards.get(section) || !section.isConnected) return cards.get(section);
  near.unobserve(section);
  try {
    const card = life.mount(section);
    cards.set(section, card);
    soon(wake);
    return card;
  } catch (error) {
    console.error(error); // one widget's fault is no other's
    section.dataset.status = "unscripted";
  }
}

/** Ties a number of the text to its widget. @param {HTMLElement} number */
function join(number) {
  near.unobserve(number);
  import("./scrub.js").then(({ join }) => join(number, bring), console.info);
}

/** @type {Promise<typeof import("./follow.js")> | undefined} */
let follower;
/** Asked for once, so that two quick links are followed in their order; again where it did not come. */
const following = () => (follower ??= import("./follow.js").catch((error) => {
  follower = undefined;
  throw error;
}));

// Python starts when a widget is near and the browser has nothing else to do.
const wake = () => life?.wake();
/** @param {() => void} what */
const soon = (what) => ("requestIdleCallback" in window ? requestIdleCallback(what, { timeout: 2000 }) : setTimeout(what, 200));

async function refresh() {
  for (const [section, card] of cards) {
    if (section.isConnected) continue;
    card?.unmount();
    near.unobserve(section);
    cards.delete(section);
  }
  page = location.pathname;
  soon(async () => (await import("./progress.js")).follow());
  const found = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-widget]"));
  if (!found.length) return;
  const late = setTimeout(unscripted, SCRIPT_MS);
  try {
    life = await import("./card.js");
    life.resume([...found].map(({ id }) => id));
  } catch (error) {
    console.info(error);
    unscripted();
  }
  clearTimeout(late);
  if (!life) return;
  for (const section of found) {
    if (cards.has(section) || !section.isConnected) continue;
    cards.set(section, undefined);
    section.dataset.status = "waiting";
    /** @type {HTMLFieldSetElement} */ (section.querySelector(".widget-fields")).disabled = false;
    if (location.search.includes(`${section.id}.`)) bring(section);
    else near.observe(section);
  }
  for (const number of document.querySelectorAll(NUMBERS)) near.observe(number);
}

/** Says, in each widget that nothing will bring to life, that a script is missing. */
function unscripted() {
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-widget]:not([data-status])"))) {
    section.dataset.status = "unscripted";
  }
}

// Whoever comes to a widget by key or finger before it is near by sight.
for (const event of ["focusin", "pointerdown"]) {
  document.addEventListener(
    event,
    ({ target }) => {
      const section = target instanceof Element && target.closest("[data-widget]");
      if (section) bring(/** @type {HTMLElement} */ (section));
    },
    { capture: true, passive: true },
  );
}

// A link to a state of a widget on this very page moves that widget; nothing is loaded.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.matches(".widget-link")) return;
    if (link.origin !== location.origin || link.pathname !== location.pathname || !link.hash) return;
    const section = document.getElementById(link.hash.slice(1));
    if (!section?.matches("[data-widget]")) return void (link.search = location.search); // a heading; widgets stay as they are
    const card = link.search && bring(section);
    if (!card) return;
    event.preventDefault();
    event.stopPropagation();
    following().then(({ follow }) => follow(link, section, card), () => location.assign(link.href));
  },
  { capture: true },
);

// Takes steps back and forward that lead to other states on the same page, as arrival.js asks; all others are the theme's.
addEventListener("widget-undo", (event) => {
  if (location.pathname !== page || !life?.changed()) return;
  event.preventDefault(); // there is nothing to load
  following().then(({ rewind }) => rewind(cards), () => location.reload());
});

document.addEventListener("submit", async (event) => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches(".check-number")) return;
  event.preventDefault();
  (await import("./check.js")).check(event.target);
});
for (const event of /** @type {const} */ (["pointerover", "focusin"])) {
  document.addEventListener(event, async (happened) => (await import("./touch.js")).touch(happened), { passive: true });
}
void refresh();
// Material for MkDocs announces each new page through `document$`.
/** @type {any} */ (window).document$?.subscribe(() => void refresh());
