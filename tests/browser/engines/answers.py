"""What “the slider answers” means, in any browser."""

from tests.browser.engines.engine import Engine


def assert_slider_answers(engine: Engine, widget: str) -> None:
    """One stop away and back again: what a patch moves is moved, and moved back to the same."""
    away, back = engine.slider_keys(widget)
    here = engine.settled(lambda: engine.parts(widget))
    engine.press_slider(widget, away)
    engine.until(lambda: engine.moved(widget, here) != [], True, 10)
    engine.press_slider(widget, back)
    engine.until(lambda: engine.moved(widget, here), [], 10)
