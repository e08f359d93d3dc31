"""What “the slider answers” means, in any browser."""

from tests.browser.engines.engine import Engine


def assert_slider_answers(engine: Engine, widget: str) -> None:
    """One stop away and back again: the widget's figure moves, its sentence says something else, and then the same."""

    def sentence() -> str:
        return engine.reads(f"#{widget} [data-summary]")

    away, back = engine.slider_keys(widget)
    said, here = sentence(), engine.parts(widget)
    engine.press_slider(widget, away)
    engine.until(lambda: sentence() != said and engine.moved(widget, here) != [], True, 10)
    engine.press_slider(widget, back)
    engine.until(sentence, said, 10)
