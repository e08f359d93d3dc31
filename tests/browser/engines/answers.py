"""What “the slider answers” means, in any browser."""

from tests.browser.engines.engine import Engine


def assert_slider_answers(engine: Engine, widget: str) -> None:
    """To an end of a slider, and Reset: the figure moves, the sentence says something else, and all is as it was."""

    def sentence() -> str:
        return engine.reads(f"#{widget} [data-summary]")

    said, here = sentence(), engine.parts(widget)
    engine.press_slider(widget, engine.key_to_an_end(widget))
    engine.until(lambda: sentence() != said and engine.moved(widget, here) != [], True, 10)
    engine.run(f"void document.querySelector('#{widget} .widget-reset').click()")
    engine.until(lambda: engine.moved(widget, here), [], 10)
    engine.until(sentence, said, 10)
