"""A page in Chromium as a careful visitor sees it, and one that is tidied for the next."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, Request, expect

LIVE_SECONDS = 120  # far more than a start takes: a slow machine must not fail a test
NO_WASM = "delete globalThis.WebAssembly"
# Python is on its way and never comes, and nothing says that it takes long: for what is asked of a page however it
# computes. A start costs a second of the processor, most of such a test.
ON_ITS_WAY = """
globalThis.Worker = new Proxy(Worker, { construct(made, [url, options]) {
  if (options?.name !== "python") return new made(url, options); // the theme has one that searches
  return Object.assign(new EventTarget(), { postMessage() {}, terminate() {} });
} });
globalThis.setTimeout = ((later) => (what, ms, ...rest) => ms >= 5000 ? 0 : later(what, ms, ...rest))(setTimeout);
"""


POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def amount(text: str) -> float:
    """The number that a field shows: −0.50, 10⁻⁸."""
    power = re.fullmatch(r"(?:(.+)×)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", text)
    return float(f"{power[1] or 1}e{power[2].translate(POWERS)}" if power else text.replace("−", "-"))


@dataclass
class Visit:
    """A page with its record: every request, every message of the console, every error."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    clock: bool = False  # whether the page's time is the test's own; no tab forgets that

    def listen(self) -> None:
        """From now on what the page does is taken down."""
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", self._failed)

    def leave(self) -> None:
        """What the page does from now on is another visit's."""
        self.page.remove_listener("request", self._asked)
        self.page.remove_listener("console", self._said)
        self.page.remove_listener("pageerror", self._failed)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complain(message.text)

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))

    def put_clock(self, **options: Any) -> None:
        """Gives the page a clock that the test can put on, or stop."""
        self.clock = True
        self.page.clock.install(**options)

    def complain(self, message: str) -> None:
        """Takes down what the console says, but that this machine was too busy to use in time what it had fetched."""
        if "was preloaded using link preload but not used within a few seconds" not in message:
            self.complaints.append(message)

    def wait_for(self, status: str, widget: str = "chain-rule") -> None:
        """Waits until a widget has come to this stage of its life."""
        card = self.page.locator(f"#{widget}[data-status={status}]")
        card.wait_for(state="attached", timeout=LIVE_SECONDS * 1000)

    def resize(self, width: int, height: int = 900) -> None:
        """Makes the window so large, and waits until all is laid out for it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.drawn()

    def drawn(self) -> None:
        """Waits for what was changed to be drawn."""
        self.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")

    def settle(self) -> None:
        """Lays out the blocks far below the screen too, as for a reader who arrives at a place in the page."""
        self.page.evaluate("document.documentElement.dataset.exact = ''")

    def unfold(self, widget: str) -> None:
        """Opens what the widget keeps folded, as a reader does who wants more of it."""
        self.page.evaluate(f"for (const fold of document.querySelectorAll('#{widget} details')) fold.open = true")

    def text(self, part: str, widget: str = "chain-rule") -> str:
        """What a part of a widget reads now."""
        return (self.page.locator(f"#{widget} [data-part='{part}']").first.text_content() or "").strip()

    def reads(self, expected: dict[str, str], widget: str) -> None:
        """The parts read so, whether or not they have come near the screen and were laid out."""
        for part, text in expected.items():
            expect(self.page.locator(f"#{widget} [data-part='{part}']").first).to_have_text(text)

    def until(self, part: str, expected: str, widget: str = "chain-rule") -> None:
        """Waits until a part reads as expected, and fails with what it reads instead."""
        for _ in range(200):
            if self.text(part, widget) == expected:
                return
            self.page.wait_for_timeout(25)
        seen = self.text(part, widget)
        assert seen == expected, f"{part} of {widget} reads {seen!r} and not {expected!r}"


# The reader's text, twice as large.
LARGE = "document.documentElement.style.fontSize = '250%'"  # the theme's own is 125 %

Open = Callable[..., Visit]
Look = Callable[..., Visit]
# What who only looks may have changed: the size of the text, and what is unfolded.
AS_AT_FIRST = """
(unfolded) => {
  globalThis.folds ??= [...document.querySelectorAll("article details")].map((fold) => [fold, fold.open]);
  for (const [fold, open] of folds) fold.open = unfolded || open;
  document.documentElement.style.fontSize = "";
  scrollTo(0, 0);
}
"""
# All that a visitor may leave behind in a widget and around it.
LEFT = """
(name) => ({
  parts: [...document.querySelectorAll(`#${name} [data-part]`)].map((part) => [
    part.children.length ? "" : part.textContent, part.getAttribute("d"), part.dataset.hidden]),
  fields: [...document.querySelectorAll(`#${name} :is(input, select)`)].map((field) => [
    field.checkVisibility() && field.value, field.ariaInvalid === "true"]),
  open: [...document.querySelectorAll("details")].map(({ open }) => open),
})
"""
OPEN_AND_SHUT = """
(open) => {
  for (const [i, details] of document.querySelectorAll("details").entries()) details.open = open[i];
  document.activeElement.blur();
}
"""
FOLLOW = """
(href) => {
  const link = Object.assign(document.createElement("a"), { href });
  document.querySelector("article").append(link);
  link.click();
  link.remove();
}
"""


class Desk:
    """A page that many tests use one after another, tidied between them as a reader would: Reset, or a link to a state.

    What must be there again is looked at, so that no test depends on the one before.
    """

    def __init__(self, visit: Visit, name: str, status: str) -> None:
        self.visit, self.name = visit, name
        self._state = f"?{query}#{name}" if (query := visit.page.url.partition("?")[2].partition("#")[0]) else ""
        self._address = visit.page.url
        visit.unfold(name)
        visit.page.locator(f"#{name}").scroll_into_view_if_needed()
        visit.wait_for(status, name)
        visit.page.wait_for_timeout(300)
        self._first = self._left()

    def _left(self) -> Any:
        return self.visit.page.evaluate(LEFT, self.name)

    def tidied(self) -> Visit:
        """The page as it was at first."""
        page = self.visit.page
        page.mouse.up()
        page.mouse.move(0, 0)
        if self._state:
            page.evaluate(FOLLOW, self._state)
        elif (reset := page.locator(f"#{self.name} .widget-reset")).is_enabled():
            reset.click()
        page.evaluate(OPEN_AND_SHUT, self._first["open"])
        page.evaluate("(address) => history.replaceState(null, '', address)", self._address)
        for _ in range(200):
            if self._left() == self._first:
                break
            page.wait_for_timeout(25)
        assert self._left() == self._first
        page.locator(f"#{self.name}").scroll_into_view_if_needed()
        self.visit.requests.clear()
        self.visit.complaints.clear()
        return self.visit
