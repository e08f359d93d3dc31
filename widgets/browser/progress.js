// Which sections a reader has come to the end of: ticked in the navigation, and kept on this device alone.
const KEY = "calculus.read";
const NUMBERED = /^\s*\d+\. /; // a section of the chapter, as the navigation names it

/** @returns {Set<string>} the paths below the site's root of sections that were read */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set(); // a browser that keeps nothing, or something else by this name
  }
}

/** @param {Set<string>} paths */
function keep(paths) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...paths]));
  } catch {
    // It is ticked until the reader leaves.
  }
}

/** Where a link leads, below the folder of the site. @param {HTMLAnchorElement} link */
const path = ({ pathname }) => pathname.split("/").filter(Boolean).slice(-1)[0] ?? "";

const sections = () =>
  /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".md-nav--primary a.md-nav__link")]).filter((link) => NUMBERED.test(link.textContent ?? ""));

/** @type {Set<string>} */
const done = new Set();

function tick() {
  for (const link of sections()) {
    if (!done.has(path(link)) || link.dataset.read !== undefined) continue;
    link.dataset.read = "";
    const said = document.createElement("span");
    said.className = "unseen";
    said.textContent = ", read";
    link.firstElementChild?.append(said);
  }
}

/** @type {IntersectionObserver | undefined} */
let end;

/** Ticks what was read, and the section on show once its end has come into sight. */
export function follow() {
  end?.disconnect();
  for (const section of read()) done.add(section);
  tick();
  const here = sections().find((link) => link.pathname === location.pathname && !link.hash);
  const foot = document.querySelector(".md-footer");
  if (!here || !foot) return;
  let first = true; // where a page opens says nothing about what was read
  end = new IntersectionObserver((entries) => {
    if (first || !entries.some(({ isIntersecting }) => isIntersecting)) return void (first = false);
    end?.disconnect();
    done.add(path(here));
    keep(new Set([...read(), ...done]));
    tick();
  });
  end.observe(foot);
}
