"""A number in the text, pulled by keys, in Firefox and in WebKit."""

from tests.browser.engines.engine import Engine
from tests.browser.faults import Faults, held

STEP = "strong[data-moves='secant.h']"
SLOPE = "strong[data-shows='secant.secant']"


def test_a_number_in_the_text_moves_its_widget_and_back_undoes_it(engine: Engine, root: str, faults: Faults) -> None:
    faults["worker.js"] = held
    engine.goto(f"{root}derivative/")
    engine.near("secant")
    engine.until_status("secant", "framed")
    engine.until(lambda: engine.run(f"document.querySelector({STEP!r}).getAttribute('role')"), "slider", 20)
    engine.run(f"void document.querySelector({STEP!r}).focus()")
    engine.press("Home")  # one key: whether two are one step back hangs on how soon they follow
    engine.until(lambda: (engine.reads(STEP), engine.reads(SLOPE)), ("−2.0", "4"), 10)
    assert engine.text("secant", "run") == "−2"
    engine.until(lambda: engine.run("location.search"), "?secant.h=-2", 10)  # the step is made
    engine.run("void history.back()")
    engine.until(lambda: (engine.reads(STEP), engine.reads(SLOPE)), ("1.0", "7"), 10)
    assert engine.complaints() == []
