"""What a test may do in any browser: open a page, look at a widget, press keys, click."""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from widgets import find_widget
from widgets.kit.controls import State
from widgets.kit.widget import Widget

LIVE_SECONDS = 120.0  # far more than a start takes: a slow machine must not fail a test
# Stands in every page before anything else: what a careful visitor would find in the console.
RECORDER = """
globalThis.complaints = [];
globalThis.told = []; // why Python does not run, which is no fault of the page's
for (const kind of ["error", "warn"]) console[kind] = (...words) => complaints.push(words.join(" "));
console.info = (...words) => told.push(words.join(" "));
addEventListener("error", ({ message, target }) => {
  complaints.push(message ?? `${target.localName} ${target.src ?? target.href} did not load`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => complaints.push(`unhandled: ${reason}`));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  complaints.push(`the policy forbids ${violatedDirective} ${blockedURI}`);
});
"""
SLIDER = "document.querySelector('#{0} [data-control={1}] [type=range]')"
# What a patch moves: the parts' words, shapes and places, and whether they are to be seen.
PARTS = """
[...document.querySelectorAll("#{0} [data-part]")].map((part) => [
  part.dataset.part,
  part.children.length ? "" : part.textContent, part.getAttribute("d"), part.dataset.hidden,
  ...["--x", "--y", "--angle"].map((name) => part.style.getPropertyValue(name).trim()),
].join(" | "))
"""


def _telling(widget: Widget) -> str:
    """The first slider that leads a sweep, and at whose end the widget says something else."""

    def words(state: State) -> list[str]:
        return [text for part, text in sorted(widget.update(state).items()) if part.endswith(".text")]

    here = widget.defaults()
    for name, *_ in widget.sweeps:
        slider = next(slider for slider in widget.sliders if slider.name == name)
        end = slider.stop if here[name] == slider.start else slider.start
        if words({**here, name: end}) != words(here):
            return name
    raise ValueError(f"no slider of {widget.name} changes what it says")


class Engine(ABC):
    """A browser with one page in it."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Loads a page as far as its document; what its scripts and pictures do is not waited for."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """The value of a JavaScript expression, which JSON can carry."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Presses a key where the focus is: "ArrowRight", "Tab", "a"."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Clicks the first element of this kind with the mouse, scrolled into view."""

    @abstractmethod
    def close(self) -> None:
        """Ends the browser's process."""

    def complaints(self) -> list[str]:
        """What the console would have shown, on a page that the server sends with the RECORDER."""
        said: list[str] = self.run("globalThis.complaints")
        return said

    def widgets(self) -> list[str]:
        """The names of the widgets on the page."""
        names: list[str] = self.run("[...document.querySelectorAll('[data-widget]')].map(({ id }) => id)")
        return names

    def near(self, widget: str) -> None:
        """Scrolls as far as this widget, once the page has come so far."""
        self.until(lambda: self.run(f"!!document.getElementById({widget!r})"), True)
        self.run(f"void document.getElementById({widget!r}).scrollIntoView({{ block: 'center' }})")

    def status(self, widget: str) -> str | None:
        """The stage of a widget's life: framed, live, unavailable; None before its script has come."""
        found: str | None = self.run(f"document.getElementById({widget!r}).dataset.status ?? null")
        return found

    def text(self, widget: str, part: str) -> str:
        """What a part of a widget reads now."""
        return self.reads(f"#{widget} [data-part='{part}']")

    def reads(self, selector: str) -> str:
        """The words of an element as they are to be seen; empty where there are none."""
        words: str = self.run(f"document.querySelector({json.dumps(selector)})?.innerText.trim() ?? ''")
        return words

    def is_visible(self, selector: str) -> bool:
        """Whether there is such an element to be seen."""
        look = "?.checkVisibility({ visibilityProperty: true }) ?? false"
        return bool(self.run(f"document.querySelector({json.dumps(selector)}){look}"))

    def parts(self, widget: str) -> list[str]:
        """All that a patch can move in this widget, to compare with what it was."""
        found: list[str] = self.run(PARTS.format(widget))
        return found

    def moved(self, widget: str, since: list[str]) -> list[str]:
        """The parts that are not as they were, as they were and as they are."""
        pairs = zip(since, self.parts(widget), strict=True)
        return [f"{before} → {now}" for before, now in pairs if before != now]

    def key_to_an_end(self, widget: str) -> str:
        """The key that brings the widget's slider to its start, or to its end where it stands at the start."""
        at_start = self.run(f"(({{ value, min }}) => +value <= +min)({self._slider(widget)})")
        return "End" if at_start else "Home"

    def _slider(self, widget: str) -> str:
        """A slider that answers before Python has come, and in words; a fold around it is opened."""
        name = str(self.run(f"document.getElementById({widget!r}).dataset.widget"))
        slider = SLIDER.format(widget, _telling(find_widget(name)))
        self.run(f"void ({slider}.closest('details') ?? {{}}).setAttribute?.('open', '')")
        return slider

    def press_slider(self, widget: str, key: str) -> None:
        """Presses a key on that slider."""
        self.run(f"void {self._slider(widget)}.focus({{ preventScroll: true }})")
        self.press(key)

    def until(self, look: Callable[[], Any], wanted: Any, seconds: float = LIVE_SECONDS) -> None:
        """Waits until what is looked at is as wanted, and fails with what it is instead."""
        end = time.monotonic() + seconds
        while (seen := look()) != wanted:
            assert time.monotonic() < end, f"{seen!r} and not {wanted!r} after {seconds:g} s"
            time.sleep(0.05)

    def until_status(self, widget: str, wanted: str, seconds: float = LIVE_SECONDS) -> None:
        try:
            self.until(lambda: self.status(widget), wanted, seconds)
        except AssertionError as error:
            error.add_note(f"the line under it: {self.reads(f'#{widget} .widget-status')!r}")
            error.add_note(f"the console: {self.run('[...complaints, ...told]')!r}")
            raise
