"""Links to states, Back and what is kept, in Firefox and in WebKit: their histories differ from Chromium's."""

from tests.browser.engines.engine import Engine
from tests.browser.faults import Faults, held

LINK = "article ul:not(.widget-presets) a[href*='chain-rule.x=-0.5']"


def opened(engine: Engine, root: str, faults: Faults) -> None:
    faults["worker.js"] = held  # however it computes
    engine.goto(f"{root}chain-rule/")
    engine.near("chain-rule")
    engine.until_status("chain-rule", "framed")
    engine.run("void (globalThis.first = document.querySelector('article'))")


def test_a_link_moves_the_figure_and_back_undoes_it_where_the_reader_stood(
    engine: Engine, root: str, faults: Faults
) -> None:
    opened(engine, root, faults)
    engine.run(f"void document.querySelector({LINK!r}).scrollIntoView({{ block: 'center' }})")
    top = engine.run(f"Math.round(document.querySelector({LINK!r}).getBoundingClientRect().top)")
    engine.click(LINK)
    engine.until(lambda: engine.text("chain-rule", "x"), "−0.50")
    engine.run("void scrollTo(0, 0)")
    engine.run("void history.back()")
    engine.until(lambda: engine.text("chain-rule", "x"), "1.00")
    engine.until(
        lambda: abs(engine.run(f"document.querySelector({LINK!r}).getBoundingClientRect().top") - top) < 3, True, 3
    )
    assert engine.run("first === document.querySelector('article')") is True
    engine.run("void history.forward()")
    engine.until(lambda: engine.text("chain-rule", "x"), "−0.50")


def test_what_a_key_moved_is_there_after_another_page(engine: Engine, root: str, faults: Faults) -> None:
    opened(engine, root, faults)
    engine.press_slider("chain-rule", "ArrowRight")
    engine.until(lambda: engine.text("chain-rule", "x"), "1.25")
    engine.goto(f"{root}glossary/")
    engine.goto(f"{root}chain-rule/")
    engine.near("chain-rule")
    engine.until(lambda: engine.text("chain-rule", "x"), "1.25")
    engine.run("void document.querySelector('#chain-rule .widget-reset').click()")
    engine.until(lambda: engine.text("chain-rule", "x"), "1.00")
