"""What “the slider answers” means, in any browser."""

from tests.browser.engines.engine import Engine


def assert_slider_answers(engine: Engine, widget: str) -> None:
    """To an end of the slider, and Reset: what the widget shows moves, and comes back to what it was."""
    here = engine.parts(widget)
    engine.press_slider(widget, engine.key_to_an_end(widget))
    engine.until(lambda: engine.moved(widget, here) != [], True, 10)
    engine.run(f"void document.querySelector('#{widget} .widget-reset').click()")
    engine.until(lambda: engine.moved(widget, here), [], 10)
