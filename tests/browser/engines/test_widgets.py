"""Every page with widgets, in Firefox and in WebKit: each widget answers before Python has come, and after."""

import pytest

from tests.browser.engines.answers import assert_slider_answers
from tests.browser.engines.engine import Engine
from tests.browser.faults import Faults, held
from tests.pages import WITH_WIDGETS


@pytest.mark.parametrize("path", [path for path in WITH_WIDGETS if path != "chapter/"])
def test_every_widget_answers_before_python_and_after(engine: Engine, root: str, faults: Faults, path: str) -> None:
    faults["worker.js"] = held
    engine.goto(root + path)
    engine.until(lambda: engine.widgets() != [], True)  # the page has come
    widgets = engine.widgets()
    for widget in widgets:
        engine.near(widget)
        engine.until_status(widget, "framed")
        assert_slider_answers(engine, widget)
        assert engine.status(widget) == "framed"
    del faults["worker.js"]
    for widget in widgets:
        engine.near(widget)
        engine.until_status(widget, "live")
        assert_slider_answers(engine, widget)
    assert engine.complaints() == []


def test_on_the_one_page_chapter_every_widget_comes_live_and_answers(engine: Engine, root: str) -> None:
    engine.goto(f"{root}chapter/")
    engine.until(lambda: engine.widgets() != [], True)
    for widget in engine.widgets():
        engine.near(widget)
        engine.until_status(widget, "live")
        assert_slider_answers(engine, widget)
    assert engine.complaints() == []
