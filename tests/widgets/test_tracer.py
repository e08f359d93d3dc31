"""The tracer: the slope's graph comes from the tangent, and is lifted off the paper where there is no slope."""

from typing import Any

import pytest
import sympy

from tests.widgets.paths import pieces
from widgets.kit.patch import Patch
from widgets.tracer import FUNCTIONS, WIDGET
from widgets.tracer.picture import axes_for

X = sympy.Symbol("x", real=True)
ORACLES: dict[str, Any] = {"sin(x)": sympy.sin(X), "x^2": X**2, "x^3/3 - x": X**3 / 3 - X, "e^x": sympy.exp(X)}


def at(x: float, function: str = "sin(x)") -> Patch:
    return WIDGET.update({"x": x, "function": function})


@pytest.mark.parametrize("formula", ORACLES)
def test_every_point_of_the_trace_is_as_high_as_sympy_finds_the_curve_steep(formula: str) -> None:
    _, below = axes_for(formula)
    slope = sympy.lambdify(X, sympy.diff(ORACLES[formula], X), "mpmath")
    (trace,) = pieces(at(3, formula)["trace.d"])
    assert len(trace) > 60
    for i, (across, down) in enumerate(trace):
        x = -3 + i / 10
        assert across == pytest.approx(below.x(x), abs=0.1)
        assert down == pytest.approx(below.y(float(slope(x))), abs=0.1)


def test_the_trace_ends_where_the_tangent_is() -> None:
    _, below = axes_for("sin(x)")
    for x in (-3.0, -1.2, 0.0, 1.23, 3.0):
        (trace,) = pieces(at(x)["trace.d"])
        assert trace[-1][0] == pytest.approx(below.x(x), abs=0.1)


# |x| has the slopes −1 and 1, and none at 0.
def test_at_a_kink_the_pen_is_lifted_and_the_tangent_is_not_there() -> None:
    patch = at(0, "abs(x)")
    assert (patch["slope.text"], patch["tangent.hidden"], patch["trace-point.hidden"]) == ("undefined", "yes", "yes")
    assert patch["remark.text"] == "A kink: −1 from the left, 1 from the right: no slope to draw."
    assert not patch["point.hidden"]
    _, below = axes_for("abs(x)")
    left, right = pieces(at(3, "abs(x)")["trace.d"])
    assert [down for _, down in left] == pytest.approx([below.y(-1)] * len(left), abs=0.1)
    assert [down for _, down in right] == pytest.approx([below.y(1)] * len(right), abs=0.1)
    assert left[-1][0] == right[0][0] == pytest.approx(below.x(0), abs=0.1)
    assert len(pieces(at(3, "abs(x)")["hollow.d"])) == 2
    assert len(pieces(at(0, "abs(x)")["hollow.d"])) == 1


def test_where_the_curve_has_an_end_or_a_pole_nothing_is_drawn_there() -> None:
    for formula, pieces_drawn in (("sqrt(x)", 1), ("1/x", 2), ("sign(x)", 2)):
        patch = at(0, formula)
        assert (patch["slope.text"], patch["trace-point.hidden"]) == ("undefined", "yes"), formula
        _, below = axes_for(formula)
        drawn = pieces(at(3, formula)["trace.d"])
        assert len(drawn) == pieces_drawn, formula
        assert all(abs(across - below.x(0)) > 1 for piece in drawn for across, _ in piece), formula


def test_it_says_how_the_curve_goes() -> None:
    assert at(0)["slope.text"] == "1.00"
    assert at(0)["remark.text"].startswith("Rising")
    assert at(3)["remark.text"].startswith("Falling")
    assert at(0, "x^2")["remark.text"].startswith("Level")


def test_every_curve_on_offer_has_a_trace() -> None:
    for formula in FUNCTIONS:
        assert pieces(at(3, formula)["trace.d"])
