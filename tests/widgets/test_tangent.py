"""The tangent widget: secants that converge from both sides, kinks, and whatever a reader may type."""

import itertools
import math
from itertools import pairwise

import numpy as np
import pytest
import sympy

from tests.widgets.paths import points
from tests.widgets.quotients import ORACLES, X, number
from widgets.kit.patch import Patch
from widgets.tangent import FUNCTIONS, WIDGET

HS, XS = (slider.stops for slider in WIDGET.sliders)


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


@pytest.mark.parametrize(
    ("h", "rise", "right", "left"),
    [
        (1.0, "7", "7", "5"),
        (0.1, "0.61", "6.1", "5.9"),
        (0.01, "0.0601", "6.01", "5.99"),
        (0.001, "0.006001", "6.001", "5.999"),
    ],
)
def test_the_quotients_are_those_of_the_chapter(h: float, rise: str, right: str, left: str) -> None:
    patch = at(h=h)
    assert patch["rise.text"] == rise
    assert patch["right.text"] == right
    assert patch["left.text"] == left
    assert patch["slope.text"] == "6"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_exact_slope_is_sympys(function: str) -> None:
    slope = sympy.diff(ORACLES[function], X)
    for x in XS:
        if function != "abs(x)" or x != 0:
            assert number(at(function=function, x=x)["slope.text"]) == pytest.approx(float(slope.subs(X, x)), rel=1e-6)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("h", [1.0, 0.1, 0.01])
def test_the_quotients_are_sympys(function: str, h: float) -> None:
    f, step = sympy.lambdify(X, ORACLES[function], "mpmath"), sympy.Rational(str(h))
    for x in XS:
        middle, right, left = (float(f(sympy.Rational(str(x)) + k * step)) for k in (0, 1, -1))
        patch = at(function=function, x=x, h=h)
        assert number(patch["right.text"]) == pytest.approx((right - middle) / h, rel=1e-6, abs=1e-6)
        assert number(patch["left.text"]) == pytest.approx((middle - left) / h, rel=1e-6, abs=1e-6)


def test_the_words_follow_h_until_curve_and_tangent_are_one() -> None:
    assert at(h=1.0)["remark.text"].startswith("Make h smaller")
    assert at(h=0.1)["remark.text"].startswith("Make h smaller")  # 6.1 beside 6 is seen
    assert "hardly tell" in at(h=0.001)["remark.text"]


def test_keys_go_to_the_flat_point_and_the_kink() -> None:
    assert at(function="x^3")["landmarks.points"] == "0"
    assert at(function="x^2", x=0.0)["here.text"] == "x = 0: a zero, a flat lowest point."
    assert float(at(function="sin(x)")["landmarks.points"].split()[-1]) == pytest.approx(math.pi)


def test_at_the_kink_left_and_right_never_agree() -> None:
    for h in HS:
        patch = at(function="abs(x)", x=0.0, h=h)
        assert (patch["right.text"], patch["left.text"]) == ("1", "−1")
        assert patch["slope.text"] == "undefined"
        assert patch["tangent.hidden"] == "yes"
        assert "There is no slope" in patch["remark.text"]
    assert at(function="abs(x)", x=0.5)["slope.text"] == "1"


def test_where_f_has_no_value_nothing_is_divided() -> None:
    assert at(function="ln(x)", x=0.0)["how.hidden"] == "yes"
    assert at(function="sqrt(x)", x=0.0)["how.hidden"] == ""


def test_where_the_rules_divide_zero_by_zero_the_limit_still_has_its_slope() -> None:
    patch = at(function="sqrt(x^4)", x=0.0, h=0.001)  # x², and so level at 0; by the rules 4x³/(2√x⁴)
    assert patch["slope.text"] == "0"
    assert patch["right.text"] == "0.001"
    assert "no slope" not in patch["remark.text"]


@pytest.mark.parametrize(
    ("typed", "x", "says"),
    [
        ("sqrt(x)", 0.0, "On one side of x"),
        ("cbrt(x)", 0.0, "without bound"),
        ("ln(x)", -1.0, "f has no value"),
        ("abs(x - 1)", 1.0, "1 from the right, −1 from the left"),
        ("sqrt(x^2)", 0.0, "1 from the right, −1 from the left"),
        ("2relu(x)", 0.0, "2 from the right, 0 from the left"),
        ("relu(x) - relu(-x)", 0.0, "a choice that code makes"),
        ("abs(x)^2", 0.0, "Make h smaller"),
        ("5x - 2", 3.0, "A straight stretch"),
    ],
)
def test_the_words_know_what_is_special_at_a_point(typed: str, x: float, says: str) -> None:
    assert says in at(function=typed, x=x)["remark.text"]


def test_the_right_secant_is_drawn_through_both_points() -> None:
    for function, x, h in itertools.product(FUNCTIONS, (-2.0, 0.5, 3.0), (1.0, 0.316)):
        patch = {
            key: float(value)
            for key, value in at(function=function, x=x, h=h).items()
            if key[-2:] in (".x", ".y") or key.endswith(".angle")
        }
        if at(function=function, x=x, h=h)["right-point.hidden"]:
            continue
        across = patch["right-point.x"] - patch["point.x"]
        up = patch["right-point.y"] - patch["point.y"]
        assert math.degrees(math.atan2(up, across)) == pytest.approx(patch["right-secant.angle"], abs=0.6)


def test_under_the_glass_the_curve_is_straight_for_small_h() -> None:
    heights = [-y for _, y in points(at(h=0.001)["lens.d"])]
    assert np.ptp([after - before for before, after in pairwise(heights)]) < 0.3


def test_a_typed_formula_equal_to_an_option_gives_the_same_numbers() -> None:
    for key in ("right.text", "left.text", "slope.text", "lens.d"):
        assert at(function="x*x + 0", h=0.1)[key] == at(function="x^2", h=0.1)[key]


@pytest.mark.parametrize("function", ["x^3", "sin(x)"])
def test_a_curve_that_is_bent_is_never_called_straight(function: str) -> None:
    """At 0 both pass from one bend to the other, and a tiny step shows none."""
    assert not any("straight" in at(function=function, x=0.0, h=h)["remark.text"] for h in HS)
