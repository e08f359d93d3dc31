"""The secant widget: two points of a curve, the line through them, and what it comes to."""

import pytest
import sympy

from tests.widgets.paths import points
from tests.widgets.quotients import ORACLES, X
from widgets.kit.patch import Patch
from widgets.secant import FUNCTIONS, WIDGET
from widgets.secant.picture import axes_for

KINK = "From the right the lines come to 1, from the left to −1: there is no slope."
TOGETHER = "Move the points together:"
UPRIGHT = "the curve stands upright here, and has no slope."
HS, XS = (slider.stops for slider in WIDGET.sliders)


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def test_it_opens_one_step_away_on_the_parabola() -> None:
    patch = at()  # by hand: (16 − 9) ÷ 1, and 2·3
    said = [patch[f"{part}.text"] for part in ("rise", "run", "secant", "slope")]
    assert said == ["7", "1", "7", "6"]
    assert patch["story.text"] == "The line is off by 1. Nearer points bring it to 6."


@pytest.mark.parametrize("formula", FUNCTIONS)
def test_at_every_stop_the_line_has_the_slope_that_sympy_finds(formula: str) -> None:
    f = sympy.lambdify(X, ORACLES[formula], "mpmath")
    slope = sympy.lambdify(X, sympy.diff(ORACLES[formula], X), "mpmath")
    for x in XS:
        if not (formula == "abs(x)" and x == 0):
            assert number(at(function=formula, x=x)["slope.text"]) == pytest.approx(float(slope(x)), rel=5e-5, abs=1e-6)
        for h in HS:
            if h:
                found = at(function=formula, x=x, h=h)["secant.text"]
                assert number(found) == pytest.approx(float((f(x + h) - f(x)) / h), rel=5e-5, abs=1e-6)


def number(text: str) -> float:
    mantissa, _, exponent = text.replace("−", "-").partition("×10")
    return float(mantissa) * 10.0 ** int(exponent.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0)


def test_with_no_step_there_is_no_line_and_no_quotient() -> None:
    patch = at(h=0)
    assert patch["secant.text"] == "undefined"
    assert patch["secant-line.hidden"] == "yes"
    assert patch["story.text"].startswith("With h = 0 there is one point: 0 ÷ 0 says nothing.")
    assert patch["story.text"].endswith("The lines came to 6.")


@pytest.mark.parametrize(
    ("formula", "x", "h", "words"),
    [
        ("abs(x)", 0, 0.1, KINK),
        ("abs(x)", 0, 0, KINK),
        ("ln(x)", -1, 1, "The function has no value at x: there is no point to begin with."),
        ("ln(x)", 0.5, -1, "The function has no value at x + h: there is no second point."),
        ("sqrt(x)", 0, 1, f"{TOGETHER} the curve ends here; with points on one side only, there is no slope."),
        ("2x", 1, 0.5, "The line through both points lies on the tangent: 2, whatever h is near here."),
        ("cbrt(x)", 0, 1, f"{TOGETHER} the nearer, the steeper, without bound: {UPRIGHT}"),
    ],
)  # fmt: skip
def test_it_says_why_where_there_is_no_slope(formula: str, x: float, h: float, words: str) -> None:
    patch = at(function=formula, x=x, h=h)
    assert patch["story.text"] == words
    assert (patch["tangent.hidden"] == "yes") == (patch["slope.text"] == "none")
    # Nothing is divided where there is no second point, nor a first.
    assert (patch["quotient.hidden"] == "yes") == ("no value" in words)


@pytest.mark.parametrize("h", [1.0, -1.0])
def test_the_triangle_stands_between_the_two_points_on_either_side(h: float) -> None:
    patch, axes = at(h=h), axes_for("x^2")
    start, corner, end = axes.at(3, 9), axes.at(3 + h, 9), axes.at(3 + h, (3 + h) ** 2)
    for leg, ends in (("run-leg", (start, corner)), ("rise-leg", (corner, end))):
        drawn = points(patch[f"{leg}.d"])
        assert [drawn[0], drawn[-1]] == [pytest.approx(point, abs=0.06) for point in ends]
    assert (float(patch["rise-label.x"]) - corner[0]) * h > 0
