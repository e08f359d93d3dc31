"""The most telling faults, in Firefox and in WebKit: readable, answering, told in plain words, and mended by Retry."""

from functools import partial

import pytest

from tests.browser.engines.answers import assert_slider_answers
from tests.browser.engines.engine import Engine
from tests.browser.faults import Fault, Faults, cut, missing

WITHIN = 15.0  # seconds from the first touch to the last word


FAULTS: list[tuple[str, Fault]] = [("chapter.zip", missing), ("pyodide.asm.wasm", cut()), ("worker.js", missing)]


def is_asked_again(faults: Faults, file: str, times: int) -> bool:
    return faults.asked(file) > times


def test_where_python_cannot_start_the_page_says_why_each_time_and_retry_starts_it_later(
    engine: Engine, root: str, faults: Faults
) -> None:
    for file, fault in FAULTS:
        asked = faults.asked(file)
        faults.clear()
        faults[file] = fault
        if (file, fault) == FAULTS[0]:
            engine.goto(f"{root}derivative/")
            engine.near("tangent")
        else:
            engine.click("#tangent .widget-retry")
        engine.until(partial(is_asked_again, faults, file, asked), True, WITHIN)
        engine.until_status("tangent", "unavailable", WITHIN)
        said = engine.reads("#tangent .widget-status")
        assert len(said.split()) > 5, file
        assert not any(word in said for word in ("Error", "undefined", "[object", ".js", ".zip", "wasm"))
        assert engine.is_visible("#tangent .widget-retry")
        assert engine.reads("#tangent .widget-retry") == "Retry"
        assert_slider_answers(engine, "tangent")
    faults.clear()
    engine.click("#tangent .widget-retry")
    engine.until_status("tangent", "live")
    assert not engine.is_visible("#tangent .widget-retry")
    assert_slider_answers(engine, "tangent")


@pytest.mark.parametrize("file", ["host.js", "card.js"])
def test_where_a_script_of_ours_is_missing_a_line_says_so(engine: Engine, root: str, faults: Faults, file: str) -> None:
    faults[file] = missing
    engine.goto(f"{root}derivative/")
    engine.near("tangent")
    engine.until(lambda: engine.is_visible("#tangent .widget-unscripted"), True, WITHIN)
    assert len(engine.reads("#tangent .widget-unscripted").split()) > 5
    assert engine.text("tangent", "slope") == "6"  # what was prepared still stands there to read


def test_a_hostile_link_breaks_no_widget(engine: Engine, root: str) -> None:
    engine.goto(f"{root}chain-rule/?chain-rule.constructor=1&chain-rule.__proto__=1&chain-rule.toString=1")
    for widget in ("chain-rule", "deep-chain"):
        engine.near(widget)
        engine.until_status(widget, "live")
        assert_slider_answers(engine, widget)
    assert engine.complaints() == []
