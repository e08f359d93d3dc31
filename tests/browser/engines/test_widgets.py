"""Every page with widgets, in Firefox and in WebKit: each widget answers before Python has come, and after."""

import pytest

from tests.browser.engines.engine import Engine
from tests.browser.faults import Faults, held
from tests.pages import WITH_WIDGETS


def assert_slider_answers(engine: Engine, widget: str) -> None:
    """One stop away and back again: what a patch moves is moved, and moved back to the same."""
    away, back = engine.slider_keys(widget)
    here = engine.settled(lambda: engine.parts(widget))
    engine.press_slider(widget, away)
    engine.until(lambda: engine.moved(widget, here) != [], True, 10)
    engine.press_slider(widget, back)
    engine.until(lambda: engine.moved(widget, here), [], 10)


@pytest.mark.parametrize("path", WITH_WIDGETS)
def test_every_widget_answers_before_python_and_after(engine: Engine, root: str, faults: Faults, path: str) -> None:
    faults["worker.js"] = held
    engine.goto(root + path)
    widgets = engine.widgets()
    assert widgets
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
