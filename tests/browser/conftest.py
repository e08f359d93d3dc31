"""A real Chromium, and pages that report what a careful visitor would notice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.install import ARGUMENTS, find_chromium

LIVE_SECONDS = 120  # far more than a start takes: a slow machine must not fail a test


@dataclass
class Visit:
    """A page with its record: every request, every message of the console, every error."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def wait_for(self, status: str, widget: str = "chain-rule") -> None:
        """Waits until a widget has come to this stage of its life."""
        card = self.page.locator(f"#{widget}[data-status={status}]")
        card.wait_for(state="attached", timeout=LIVE_SECONDS * 1000)

    def text(self, part: str, widget: str = "chain-rule") -> str:
        """What a part of a widget reads now."""
        return self.page.locator(f"#{widget} [data-part='{part}']").first.inner_text().strip()

    def until(self, part: str, expected: str, widget: str = "chain-rule") -> None:
        """Waits until a part reads as expected, and fails with what it reads instead."""
        for _ in range(200):
            if self.text(part, widget) == expected:
                return
            self.page.wait_for_timeout(25)
        assert self.text(part, widget) == expected


Open = Callable[..., Visit]
NO_WASM = "delete globalThis.WebAssembly"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the site in a fresh profile: `visit("chain-rule/", width=360)`."""
    contexts: list[BrowserContext] = []

    def open_page(path: str = "chain-rule/", *, root: str = address, script: str = "", **options: Any) -> Visit:
        width = options.pop("width", 1280)
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        record = Visit(page)
        page.on("request", lambda request: record.requests.append(request.url))
        page.on("console", lambda m: record.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: record.complaints.append(str(error)))
        page.goto(root + path)
        return record

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(params=["framed", "live"])
def stage(request: pytest.FixtureRequest, visit: Open) -> Visit:
    """The widget NAME on PAGE, as the test's module says: before Python for ever (no WebAssembly), and with it."""
    framed = request.param == "framed"
    opened = visit(request.module.PAGE, script=NO_WASM if framed else "")
    opened.page.locator(f"#{request.module.NAME}").scroll_into_view_if_needed()
    opened.wait_for("unavailable" if framed else "live", request.module.NAME)
    return opened
