"""An unlucky reader: whatever is lost, cut or held on its way, the page is read, the slider answers, Retry works."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.faults import Answer, Fault, Faults, cut, damaged, drip, dropped, empty, held, missing, web_page
from tests.browser.server import serve
from tests.browser.visit import NO_WASM, Visit

PAGE, NAME = "chain-rule/", "chain-rule"
DEFAULTS = {"x": "1.00", "u": "3.00", "y": "9.00", "dydx": "12.00"}
AT_TWO = {"x": "2.00", "u": "5.00", "y": "25.00", "dydx": "20.00"}  # u = 2x + 1, y = u², by hand
LOST = "a file is missing"
HURT = "a file is damaged"
QUIET = "the line is quiet"
FORBIDDEN = "not allowed here"
LIMIT_MS = 15_000

# Of each file, what befalls it one time after the other, and what the line says then.
STARTS: dict[str, list[tuple[Fault, str]]] = {
    "worker.js": [(missing, LOST), (web_page, LOST), (empty, QUIET), (held, QUIET)],
    "chapter.zip": [
        (held, QUIET),
        (missing, LOST),
        (cut(), HURT),
        (web_page, HURT),
        (empty, HURT),
        (dropped, HURT),
        (damaged, HURT),
    ],
    "pyodide.mjs": [(damaged, HURT), (missing, LOST), (held, QUIET)],
    "pyodide.asm.mjs": [(cut(), HURT), (missing, LOST)],
    "pyodide.asm.wasm": [
        (dropped, HURT),
        (missing, LOST),
        (cut(), HURT),
        (damaged, HURT),
        (web_page, HURT),
        (empty, HURT),
        (held, QUIET),
    ],
    "stdlib.zip": [(damaged, HURT), (missing, LOST), (cut(), HURT), (empty, HURT), (dropped, HURT), (held, QUIET)],
}
SLOW: list[str] = ["pyodide.asm.wasm", "stdlib.zip"]
SCRIPTS: list[tuple[str, Fault]] = [
    ("host.js", missing),
    ("host.js", web_page),
    ("host.js", held),
    ("card.js", missing),
    ("card.js", web_page),
    ("card.js", held),
    ("runtime.js", missing),
    ("frames.js", missing),
    ("protocol.js", missing),
]


def forbid_wasm(answer: Answer) -> Answer:
    """A host whose own policy is stricter than the page's; a worker goes by what comes with its script."""
    return replace(answer, policy="default-src 'self'; script-src 'self'")


def forbid_workers(answer: Answer) -> Answer:
    """A host that lets a page start no worker."""
    return replace(answer, policy="worker-src 'none'")


Unlucky = Callable[..., Visit]


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def unlucky(browser: Browser, site: Path, faults: Faults) -> Iterator[Unlucky]:
    """Opens the page on a line with faults, its widget in sight. Nothing is waited for: some of it never comes."""
    contexts: list[BrowserContext] = []
    with serve(site, faults=faults) as root:

        def open_page(path: str = PAGE, script: str = "") -> Visit:
            contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
            page = contexts[-1].new_page()
            page.add_init_script(script)
            page.clock.install()  # it goes on by itself, and can be put on
            page.goto(root + path, wait_until="commit")
            page.locator(f"#{NAME} .widget-status").wait_for(state="attached")
            page.locator(f"#{NAME}").scroll_into_view_if_needed()
            return Visit(page)

        yield open_page
        for context in contexts:
            context.close()


def assert_reads(visit: Visit, expected: dict[str, str]) -> None:
    for part, text in expected.items():
        visit.until(part, text, NAME)


def assert_slider_answers(visit: Visit) -> None:
    visit.page.locator(f"#{NAME} [data-control=x] [type=range]").focus()
    for _ in range(4):
        visit.page.keyboard.press("ArrowRight")
    assert_reads(visit, AT_TWO)


def pass_time(visit: Visit, seconds: int) -> None:
    """Puts the page's clock on, and what its style shows after a while, by so many seconds."""
    visit.page.clock.fast_forward(seconds * 1000)
    visit.page.evaluate(
        "(ms) => { for (const a of document.getAnimations()) if (a.effect.getTiming().delay <= ms) a.finish(); }",
        seconds * 1000,
    )


def line(visit: Visit) -> str:
    return visit.page.locator(f"#{NAME} .widget-status").inner_text()


@pytest.mark.parametrize("file", STARTS)
def test_a_start_that_fails_says_why_each_time_and_retry_ends_well_once_the_line_is_good(
    unlucky: Unlucky, faults: Faults, file: str
) -> None:
    faults[file] = STARTS[file][0][0]
    opened = unlucky()
    card = opened.page.locator(f"#{NAME}")
    again = card.get_by_role("button", name="Retry")
    for fault, words in STARTS[file]:
        if faults.of(file) is not fault:
            faults[file] = fault
            asked = faults.asked(file)
            again.click()
            while faults.asked(file) == asked:
                opened.page.wait_for_timeout(25)
        if words == QUIET:
            expect(card.locator(".widget-status")).to_have_text("Python is starting…", timeout=LIMIT_MS)
            opened.page.wait_for_timeout(500)  # whatever comes has come
            pass_time(opened, 14)
        expect(card).to_have_attribute("data-status", "unavailable", timeout=LIMIT_MS)
        assert f"Python cannot run: {words}. The prepared values work." in line(opened), fault
        assert_slider_answers(opened)
        card.locator(".widget-reset").click()
    faults.clear()
    again.click()
    opened.wait_for("live", NAME)
    expect(card.locator(".widget-status")).to_have_text("Live: Python computes this.")
    expect(card.locator(".widget-retry")).to_have_count(0)
    opened.page.locator(f"#{NAME} [data-control=x] input.number").fill("1.23")
    assert_reads(opened, {"u": "3.46", "dydx": "13.84"})  # between the prepared stops: Python's own


@pytest.mark.parametrize("file", SLOW)
def test_a_very_slow_line_is_said_to_be_one(unlucky: Unlucky, faults: Faults, file: str) -> None:
    faults[file] = drip()
    opened = unlucky()
    expect(opened.page.locator(f"#{NAME} .widget-status")).to_have_text("Python is starting…", timeout=LIMIT_MS)
    for _ in range(2):
        opened.page.wait_for_timeout(1_500)  # a few bytes come
        pass_time(opened, 7)
    expect(opened.page.locator(f"#{NAME} .widget-retry")).to_be_visible(timeout=LIMIT_MS)
    assert "Python takes long to arrive. The prepared values work." in line(opened)
    assert_slider_answers(opened)
    faults.clear()  # the rest comes at once
    opened.wait_for("live", NAME)


@pytest.mark.parametrize(("file", "fault"), SCRIPTS, ids=lambda value: getattr(value, "__name__", None))
def test_where_a_script_is_missing_the_line_says_so(unlucky: Unlucky, faults: Faults, file: str, fault: Fault) -> None:
    faults[f"/{file}"] = fault
    opened = unlucky()
    opened.page.wait_for_timeout(500)  # what comes has come
    pass_time(opened, 14)
    note = opened.page.locator(f"#{NAME} .widget-unscripted")
    expect(note).to_be_visible(timeout=LIMIT_MS)
    note.scroll_into_view_if_needed()  # what is far below the screen is not laid out, and has no text to read
    assert note.inner_text().startswith("What you see is computed for these values. The controls need a script")
    assert opened.page.locator(f"#{NAME} [data-control=x] [type=range]").is_disabled()
    assert_reads(opened, DEFAULTS)
    faults.clear()
    if fault is not held:  # what was only late comes by itself
        note.get_by_role("link", name="Load the page again").click()
        opened.page.wait_for_load_state()
    opened.page.locator(f"#{NAME}").scroll_into_view_if_needed()
    expect(opened.page.locator(f"#{NAME} [data-control=x] [type=range]")).to_be_enabled(timeout=LIMIT_MS)
    assert_slider_answers(opened)


@pytest.mark.parametrize(("file", "rule"), [("worker.js", forbid_wasm), ("chain-rule/", forbid_workers)])
def test_a_page_that_may_not_run_python_says_so(unlucky: Unlucky, faults: Faults, file: str, rule: Fault) -> None:
    faults[file] = rule
    opened = unlucky()
    opened.wait_for("unavailable", NAME)
    assert f"Python cannot run: {FORBIDDEN}." in line(opened)
    assert_slider_answers(opened)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("delete globalThis.WebAssembly", "no WebAssembly"),
        ("globalThis.Worker = undefined", "not allowed here"),
        (
            "globalThis.Worker = class { constructor() { throw new Error('no') } }",
            "not allowed here",
        ),
    ],
)
def test_a_browser_that_cannot_run_python_says_so(unlucky: Unlucky, script: str, words: str) -> None:
    opened = unlucky(script=script)
    opened.wait_for("unavailable", NAME)
    assert f"Python cannot run: {words}. The prepared values work." in line(opened)
    assert_slider_answers(opened)


def test_where_the_prepared_values_are_lost_python_answers(unlucky: Unlucky, faults: Faults) -> None:
    faults["frames/chain-rule-*.json"] = missing
    opened = unlucky()
    opened.wait_for("live", NAME)
    assert_slider_answers(opened)


def test_where_both_are_lost_the_line_says_so_and_retry_brings_both(unlucky: Unlucky, faults: Faults) -> None:
    faults["frames/chain-rule-*.json"] = missing
    faults["chapter.zip"] = missing
    opened = unlucky()
    opened.wait_for("unavailable", NAME)
    assert line(opened).startswith(f"The prepared values did not arrive. Python cannot run: {LOST}.")
    faults.clear()
    opened.page.locator(f"#{NAME} .widget-retry").click()
    opened.wait_for("live", NAME)
    assert_slider_answers(opened)


def test_other_choices_come_when_a_select_is_touched_and_retry_brings_them_where_they_were_lost(
    unlucky: Unlucky, faults: Faults
) -> None:
    opened = unlucky(script=NO_WASM)
    opened.wait_for("unavailable", NAME)
    assert_slider_answers(opened)
    (own,) = (path for path in faults.requests if "frames/chain-rule-" in path)
    more = opened.page.request.get(opened.page.url.replace(PAGE, own)).json()["more"]
    faults[more] = missing
    opened.unfold(NAME)
    opened.page.locator(f"#{NAME} [data-control='outer'] select").select_option("sin(u)")
    expect(opened.page.locator(f"#{NAME} .widget-status")).to_contain_text("The prepared values did not arrive.")
    expect(opened.page.locator(f"#{NAME}[data-pending]")).to_be_attached()
    faults.clear()
    opened.page.locator(f"#{NAME} .widget-retry").click()
    opened.reads({"u": "5.00", "y": "\u22120.96"}, NAME)  # sin 5
    expect(opened.page.locator(f"#{NAME}[data-pending]")).not_to_be_attached()


def test_a_start_asks_for_each_file_once(unlucky: Unlucky, faults: Faults) -> None:
    unlucky().wait_for("live", NAME)
    for file in ("worker.js", "chapter.zip", "stdlib.zip", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"):
        assert faults.asked(file) == 1, file
