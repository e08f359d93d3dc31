"""What stays in memory when a reader goes from page to page: ours, and the theme's share, measured without us."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice

from playwright.sync_api import CDPSession, Page

from benchmarks.lab import Lab, wait_until
from tests.browser.faults import Faults, missing
from tests.browser.server import serve
from tests.pages import SECTIONS

NAVIGATIONS = 100
KEPT = {"JSHeapUsedSize": "heap MB", "Nodes": "nodes", "JSEventListeners": "listeners", "Documents": "documents"}
SAME_DOCUMENT = "globalThis.sameDocument === true"


@contextmanager
def _served(lab: Lab, ours: bool) -> Iterator[str]:
    """The site; without our scripts where `ours` is false."""
    with serve(lab.site, faults=Faults() if ours else Faults({"host.js": missing})) as root:
        yield root


def kept(session: CDPSession) -> dict[str, float]:
    """What the page holds once everything has been collected that can be."""
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    found = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return {label: found[name] / (1e6 if name == "JSHeapUsedSize" else 1) for name, label in KEPT.items()}


def go(page: Page, path: str) -> None:
    """Follows the link to a page in the navigation, and waits until the theme has put that page in place."""
    page.evaluate("() => { document.querySelector('article').dataset.old = 'yes'; }")
    page.evaluate("(path) => document.querySelector(`.md-nav a[href$='${path}']`).click()", path)
    come = f"!document.querySelector('article').dataset.old && location.pathname.endsWith({path!r})"
    wait_until(page, come, f"going to {path}")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")  # so that widgets come near
    page.wait_for_timeout(300)


def measure(lab: Lab, ours: bool, navigations: int) -> list[tuple[int, dict[str, float]]]:
    """What is kept after how many navigations."""
    with _served(lab, ours) as root:
        context = lab.fresh()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.goto(root + SECTIONS[0])
        page.wait_for_load_state("networkidle")
        page.evaluate("globalThis.sameDocument = true")
        rows = [(0, kept(session))]
        for done, path in enumerate(islice(cycle([*SECTIONS[1:], SECTIONS[0]]), navigations), 1):
            go(page, path)
            if done in (10, 50, navigations):
                rows.append((done, kept(session)))
        if not page.evaluate(SAME_DOCUMENT):
            raise RuntimeError("the pages were loaded anew: this was no instant navigation")
        context.close()
        return rows


def run(lab: Lab) -> None:
    print("\nKept in memory after instant navigations over the sections, garbage collected")
    print(f"{'':28}" + "".join(f"{label:>12}" for label in KEPT.values()))
    for label, ours in (("with our scripts", True), ("without (host.js is 404)", False)):
        print(label)
        for done, kept in measure(lab, ours, 3 if lab.short else NAVIGATIONS):
            print(f"  after {done:<20}" + "".join(f"{value:12,.1f}" for value in kept.values()))
