"""A real Chromium, and pages that report what a careful visitor would notice."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.install import ARGUMENTS, find_shell
from tests.browser.tabs import Tabs
from tests.browser.visit import AS_AT_FIRST, NO_WASM, ON_ITS_WAY, Desk, Look, Open, Visit

# WebAssembly as it comes out of the quick compiler: Python starts for 1.2 s of the processor's time, not 2.1 s, and
# each test that has a Python of its own asks too little of it to win that back.
QUICK = "--js-flags=--no-wasm-dynamic-tiering --no-wasm-tier-up"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_shell()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, QUICK])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser, address: str) -> Tabs:
    return Tabs(browser, f"{address}assets/logo.svg")


@contextmanager
def visiting(tabs: Tabs, address: str) -> Iterator[Open]:
    """Opens pages of the site, each as if it were a reader's first, and leaves them at the end."""
    visits: list[Visit] = []

    def open_page(
        path: str = "chain-rule/", *, root: str = address, width: int = 1280, clock: bool = False, **options: Any
    ) -> Visit:
        page = tabs.take(**options)
        visit = Visit(page)
        visits.append(visit)
        visit.listen()
        page.set_viewport_size({"width": width, "height": 900})
        if clock:
            visit.put_clock()  # it goes on by itself, and can be put on
        page.goto(root + path)
        return visit

    yield open_page
    for visit in visits:
        visit.leave()
        (tabs.close if visit.clock else tabs.give_back)(visit.page)


@pytest.fixture
def visit(tabs: Tabs, address: str) -> Iterator[Open]:
    """Opens a page of the site in a fresh profile: `visit("chain-rule/", width=360)`."""
    with visiting(tabs, address) as open_page:
        yield open_page


@pytest.fixture(scope="session")
def look(tabs: Tabs, address: str) -> Iterator[Look]:
    """A page at rest, Python on its way for ever: `look("rules/", width=360)`. All tests share it, and only look."""
    with visiting(tabs, address) as open_page:

        @cache
        def shown(path: str) -> Visit:
            opened = open_page(path, reduced_motion="reduce", script=ON_ITS_WAY)
            opened.settle()
            return opened

        def look_at(path: str, width: int = 1280, height: int = 900, unfolded: bool = False) -> Visit:
            opened = shown(path)
            opened.page.emulate_media(media="null", color_scheme="null")
            opened.page.evaluate(AS_AT_FIRST, unfolded)
            opened.resize(width, height)
            return opened

        yield look_at


@pytest.fixture(scope="module")
def framed_for_all(request: pytest.FixtureRequest, tabs: Tabs, address: str) -> Iterator[Desk]:
    with visiting(tabs, address) as open_page:
        yield Desk(open_page(request.module.PAGE, script=NO_WASM), request.module.NAME, "unavailable")


@pytest.fixture(scope="module")
def live_for_all(request: pytest.FixtureRequest, tabs: Tabs, address: str) -> Iterator[Desk]:
    with visiting(tabs, address) as open_page:
        yield Desk(open_page(request.module.PAGE), request.module.NAME, "live")


@pytest.fixture
def live(live_for_all: Desk) -> Visit:
    """The widget NAME on PAGE, as the test's module says, with Python; one page for all tests of the module."""
    return live_for_all.tidied()


@pytest.fixture(params=["framed", "live"])
def stage(request: pytest.FixtureRequest) -> Visit:
    """The same before Python for ever (no WebAssembly), and with it: two pages for all tests of the module."""
    desk: Desk = request.getfixturevalue(f"{request.param}_for_all")
    return desk.tidied()
