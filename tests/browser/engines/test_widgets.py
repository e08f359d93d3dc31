"""Every page with widgets, in Firefox and in WebKit: each widget answers before Python has come, and after."""

import pytest

from tests.browser.engines.answers import assert_slider_answers
from tests.browser.engines.engine import Engine
from tests.browser.faults import Faults, held
from tests.pages import WITH_WIDGETS

# WebKit allows a hundred changes of the address in ten seconds, the theme's at every scroll among them. No reader goes
# so fast; where the test has, it waits before it goes on to a page whose address is one more.
HURRIED = "replaceState() more than 100 times per 10 seconds"
MAY_CHANGE = """
(() => {
  try {
    for (let i = 0; i < 5; i++) history.replaceState(history.state, "", location.href);
    return true;
  } catch {
    return false;
  }
})()
"""
FOLLOW = """
void (globalThis.left = document.querySelector("article"),
  [...document.querySelectorAll(".md-nav--primary a")].find(({{ href }}) => href === {!r}).click())
"""


@pytest.mark.parametrize("path", [path for path in WITH_WIDGETS if path != "chapter/"])
def test_every_widget_answers_before_python(engine: Engine, root: str, faults: Faults, path: str) -> None:
    faults["worker.js"] = held
    engine.goto(root + path)
    engine.until(lambda: engine.widgets() != [], True)  # the page has come
    for widget in engine.widgets():
        engine.near(widget)
        engine.until_status(widget, "framed")
        assert_slider_answers(engine, widget)
        assert engine.status(widget) == "framed"
    assert engine.complaints() == []


def test_from_page_to_page_every_widget_comes_live_and_answers(engine: Engine, root: str) -> None:
    """As one reads on: the theme puts each page in the place of the one before, and Python runs on."""
    first, *others = WITH_WIDGETS
    engine.goto(root + first)
    engine.until(lambda: engine.widgets() != [], True)
    assert_all_live(engine)
    for path in others:
        engine.until(lambda: engine.run(MAY_CHANGE), True, 20)
        engine.run(FOLLOW.format(root + path))
        engine.until(lambda: engine.run("left.isConnected"), False, 20)
        assert_all_live(engine)
    assert [each for each in engine.complaints() if HURRIED not in each] == []


def assert_all_live(engine: Engine) -> None:
    widgets = engine.widgets()
    assert widgets
    for widget in widgets:
        engine.near(widget)
        engine.until_status(widget, "live")
        assert_slider_answers(engine, widget)
