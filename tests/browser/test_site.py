"""The whole site in a browser: private, silent, steady, and alive across instant navigation."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.memory import go, kept
from benchmarks.weight import weigh
from tests.browser.conftest import visiting
from tests.browser.server import serve
from tests.browser.tabs import Tabs
from tests.browser.visit import ON_ITS_WAY, Look, Open, Visit
from tests.pages import PAGES, SECTIONS
from widgets import find_widget, widget_names
from widgets.build.html.frames import positions

LAYOUT_SHIFT = """
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) shifts.push([value, sources.map(({ node }) => node?.className)]);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def come_live(request: pytest.FixtureRequest, tabs: Tabs, address: str) -> Iterator[tuple[Visit, list[str]]]:
    """A page read to its end, all its widgets live (one on the one-page chapter), and what they held before.

    What moved by itself when Python took over is in its `shifts`.
    """
    with visiting(tabs, address) as open_page:
        opened = open_page(request.param, script=LAYOUT_SHIFT)
        opened.settle()
        before = opened.page.evaluate(BODIES)
        for widget in opened.page.locator("[data-widget]").all()[: 1 if request.param == "chapter/" else None]:
            widget.scroll_into_view_if_needed()
            opened.page.evaluate("document.fonts.ready.then(() => { shifts.length = 0; })")
            opened.wait_for("live", widget.get_attribute("id") or "")
        opened.page.wait_for_timeout(300)
        yield opened, before


@pytest.mark.parametrize("come_live", PAGES, indirect=True)
def test_a_page_asks_no_other_host_and_complains_of_nothing(come_live: tuple[Visit, list[str]], address: str) -> None:
    opened, _ = come_live
    opened.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    opened.page.wait_for_load_state("networkidle")
    ours = urlsplit(address).netloc
    assert {urlsplit(url).netloc for url in opened.requests if not url.startswith(("data:", "blob:"))} == {ours}
    assert opened.complaints == []
    frames = [url for url in opened.requests if "/live/frames/" in url]
    assert len(frames) == len(set(frames)), "what was fetched beforehand is used"
    # Of each face, the characters that the chapter uses are a file of their own; the rest is for a reader's formulas.
    assert [url for url in opened.requests if url.endswith(".woff2") and "/common-" not in url] == []


@pytest.mark.parametrize("path", SECTIONS)
def test_a_section_costs_no_more_than_170_kilobytes_before_python(browser: Browser, address: str, path: str) -> None:
    first, whole = weigh(browser.new_context(viewport={"width": 1280, "height": 900}), address + path)
    assert first <= whole <= 170_000


# What the widgets hold, with fields in their places: until a script comes to a widget, their values stand as text.
BODIES = """
[...document.querySelectorAll('.widget-body')].map((body) => {
  const copy = body.cloneNode(true);
  for (const { parentElement, content } of copy.querySelectorAll("template")) parentElement.replaceWith(content);
  return copy.innerHTML;
})
"""

# Words that stand beyond the window's right edge, where nothing scrolls to them. (An overhang alone is no harm: it is
# cut off, and what it cuts must not be words.)
CUT_OFF = """
() => {
  const scrolls = (e) => e && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cut = [];
  while (words.nextNode()) {
    const { currentNode: text } = words;
    range.selectNode(text);
    const { right, width } = range.getBoundingClientRect();
    const seen = width > 1 && text.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (seen && right > innerWidth + 1 && !scrolls(text.parentElement)) cut.push([text.data.trim(), right]);
  }
  return cut.filter(([text]) => text);
}
"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window_and_no_word_is_cut_off(look: Look, path: str) -> None:
    opened = look(path, unfolded=True)
    for width in (320, 360, 768, 1440):
        opened.resize(width)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.page.evaluate(CUT_OFF) == [], width


@pytest.mark.parametrize("come_live", SECTIONS, indirect=True)
def test_nothing_moves_when_python_takes_over(come_live: tuple[Visit, list[str]]) -> None:
    opened, before = come_live
    assert opened.page.evaluate("shifts") == []
    after = opened.page.evaluate(BODIES)
    # Only the sliders become finer, and formulas are found to be right.
    noise = r' step="[\d.]+"| data-ready=""| aria-invalid="false"| hidden="\w*"'
    plain = [[re.sub(noise, "", body) for body in side] for side in (before, after)]
    if (
        "/derivative/" not in opened.page.url
    ):  # where tangent shows rounding on purpose: its last digits are each machine's own
        assert plain[0] == plain[1]


def test_python_runs_on_through_instant_navigation(visit: Open) -> None:
    opened = visit()
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    opened.wait_for("live")
    opened.page.evaluate("globalThis.sameDocument = true")
    loads = sum("pyodide.asm.wasm" in url for url in opened.requests)
    opened.page.locator(".md-nav--primary a[href*='rules']", has_text="The four rules").first.click()
    opened.page.locator("#activation").scroll_into_view_if_needed()
    opened.wait_for("live", "activation")
    opened.page.locator("#activation input.number").fill("0")
    opened.until("y", "0.5000", "activation")
    assert opened.page.evaluate("globalThis.sameDocument") is True
    assert sum("pyodide.asm.wasm" in url for url in opened.requests) == loads == 1
    opened.page.go_back()
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    opened.wait_for("live")
    opened.page.locator("#chain-rule [data-control=x] input.number").fill("2")
    opened.until("dydx", "20.00")
    assert opened.complaints == []


def test_a_page_that_was_left_listens_to_nothing_any_more(visit: Open) -> None:
    opened = visit(SECTIONS[0], script=ON_ITS_WAY)
    session = opened.page.context.new_cdp_session(opened.page)
    session.send("Performance.enable")

    def listeners_after_a_round() -> float:
        for path in (SECTIONS[2], SECTIONS[3], SECTIONS[0]):
            go(opened.page, path)
        for widget in opened.page.locator("[data-widget]").all():  # each listens now, however busy the machine
            widget.scroll_into_view_if_needed()
            opened.wait_for("framed", str(widget.get_attribute("id")))
        return kept(session)["listeners"]

    first = listeners_after_a_round()
    # The theme keeps each page that it has fetched, and two listeners of its own.
    assert listeners_after_a_round() - first < 3 * 5


def test_without_javascript_everything_is_there_to_read(visit: Open) -> None:
    opened = visit(java_script_enabled=False)
    opened.reads({"u": "3.00", "y": "9.00", "dydx": "12.00"}, "chain-rule")
    assert opened.page.locator("#chain-rule figure svg path[data-part=curve]").is_visible()
    assert opened.page.locator(".katex").count() > 10
    expect(opened.page.locator("#chain-rule").get_by_text("needs JavaScript")).to_be_visible()
    assert opened.page.locator("#chain-rule [data-control=x] [type=range]").is_disabled()


def test_python_waits_until_a_widget_is_near(visit: Open) -> None:
    far = """addEventListener("DOMContentLoaded", () => {
      const textContent = ".md-main { padding-top: 4000px }";
      document.head.append(Object.assign(document.createElement("style"), { textContent }));
    })"""
    opened = visit("partial-derivatives/", script=far)
    opened.page.wait_for_load_state("networkidle")
    assert not [url for url in opened.requests if "pyodide" in url]


def test_the_site_works_at_the_root_of_a_host_too(visit: Open, site) -> None:  # type: ignore[no-untyped-def]
    with serve(site, base="/") as root:
        opened = visit(root=root)
        opened.page.locator("#chain-rule").scroll_into_view_if_needed()
        opened.wait_for("live")
        assert opened.complaints == []


STARTED = """
async () => {
  const base = document.querySelector("script[src$='host.js']").src;
  const { wake, watch } = await import(new URL("runtime.js", base));
  wake();
  await new Promise((live) => watch((status) => status === "live" && live()));
}
"""


@pytest.fixture(scope="module")
def with_widget(tabs: Tabs, address: str) -> Iterator[Callable[[str], Visit]]:
    """A page with this widget, live: that with nearly all of them, or the opening page. None is moved there."""
    with visiting(tabs, address) as open_page:

        @cache
        def live(path: str) -> Visit:
            opened = open_page(path)
            opened.page.evaluate(STARTED)
            return opened

        def page_with(widget: str) -> Visit:
            return next(page for page in map(live, ("chapter/", "")) if page.page.locator(f"#{widget}").count())

        yield page_with


@pytest.mark.parametrize("widget", widget_names())
def test_framed_and_live_values_are_equal_at_every_stop(with_widget: Callable[[str], Visit], widget: str) -> None:
    compared, different = with_widget(widget).page.evaluate(
        """async (name) => {
          const base = document.querySelector("script[src$='host.js']").src;
          const { load, nearest } = await import(new URL("frames.js", base));
          const { ask } = await import(new URL("runtime.js", base));
          const own = await load(document.getElementById(name).dataset.frames);
          const frames = own.more ? await load(own.more) : own;
          const states = frames.tables.flatMap(({ fixed, axes }) => axes.reduce(
            (states, [key, values]) => states.flatMap((state) => values.map((value) => ({ ...state, [key]: value }))),
            [fixed],
          ));
          const page = (await ask(name, JSON.parse(document.getElementById(name).dataset.state))).patch;
          const different = [];
          for (const state of states) {
            const frame = nearest(frames, state);
            if (frames === own) frame.patch = { ...page, ...frame.patch }; // which leaves out what no slider moves
            const reply = await ask(name, state);
            const keys = new Set([...Object.keys(reply.patch), ...Object.keys(frame.patch)]);
            const parts = [...keys].filter((key) => reply.patch[key] !== frame.patch[key]);
            if (!frame.exact) parts.push("inexact");
            if (parts.length) different.push([state, parts]);
          }
          return [states.length, different];
        }""",
        widget,
    )
    assert different == []
    declared = find_widget(widget)
    options = math.prod(len(select.options) for select in declared.selects)

    def stops(sweep: Iterable[str]) -> int:
        return math.prod(len(positions(declared.control(name), declared.story)) for name in sweep)

    swept = options * sum(map(stops, declared.sweeps))
    beside = sum(stops(name for name in declared.sweeps[0] if name not in state) for state in declared.also)
    assert compared == swept + beside > 0
