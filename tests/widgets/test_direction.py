"""The slope in any direction: against SymPy's, under its own cosine, and in words that know where the reader faces."""

import itertools
import math
from typing import Any

import pytest
import sympy

from tests.widgets.paths import pieces
from widgets.direction import FUNCTIONS, WIDGET
from widgets.direction.pictures import STRIDE, TURN
from widgets.kit.patch import Patch
from widgets.kit.relief import LEVELS, MAP

X, Y = sympy.symbols("x y", real=True)
ORACLES: dict[str, Any] = {
    "x^2 + x*y": X**2 + X * Y,
    "3x*e^(-(x^2 + y^2)/8)": 3 * X * sympy.exp(-(X**2 + Y**2) / 8),
    "x^2 + y^2": X**2 + Y**2,
    "5x - 2y + 7": 5 * X - 2 * Y + 7,
}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def number(text: str) -> float:
    return float(text.replace("−", "-"))


@pytest.mark.parametrize(
    ("angle", "along"),
    [(0, "7.00"), (90, "2.00"), (45, "6.36"), (15.9454, "7.28"), (105.9454, "0.00"), (195.9454, "−7.28")],
)
def test_the_slope_in_a_direction_is_that_of_the_chapter(angle: float, along: str) -> None:
    assert at(angle=angle)["along.text"] == along


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_slope_in_a_direction_is_sympys(function: str) -> None:
    for x, y, angle in itertools.product((-3, 0, 2), (-2, 0.5, 3), (0, 30, 135, 270)):
        t = sympy.symbols("t")
        way = sympy.cos(sympy.rad(angle)), sympy.sin(sympy.rad(angle))
        walked = ORACLES[function].subs({X: x + t * way[0], Y: sympy.Rational(str(y)) + t * way[1]}, simultaneous=True)
        patch = at(function=function, x=x, y=y, angle=angle)
        assert number(patch["along.text"]) == pytest.approx(float(sympy.diff(walked, t).subs(t, 0)), abs=0.00501)


def test_length_times_cosine_is_the_same_slope() -> None:
    for function, angle in itertools.product(FUNCTIONS, (0, 45, 120, 300)):
        patch = at(function=function, angle=angle)
        theta = math.radians(float(patch["theta.text"].removesuffix("°")))
        assert number(patch["steepness.text"]) * math.cos(theta) == pytest.approx(number(patch["along.text"]), abs=0.02)


def test_negative_factors_stand_in_brackets() -> None:
    patch = at(function="5x - 2y + 7", angle=135)
    assert [patch[f"{part}-term.text"] for part in ("dy", "cosine", "sine")] == ["(−2.00)", "(−0.71)", "0.71"]


def test_no_direction_beats_the_gradient() -> None:
    for x, y in itertools.product((-2.0, 1.0), (-3.0, 2.0)):
        hill = {"function": "3x*e^(-(x^2 + y^2)/8)", "x": x, "y": y}
        slopes = [number(at(**hill, angle=angle)["along.text"]) for angle in range(0, 360, 5)]  # type: ignore[arg-type]
        assert max(slopes) == pytest.approx(number(at(**hill)["steepness.text"]), abs=0.011)  # type: ignore[arg-type]


def test_the_arrow_faced_keeps_its_head_on_the_map() -> None:
    for angle in range(0, 360, 15):
        patch = at(x=3, y=-3, angle=angle)
        assert MAP.left <= float(patch["facing-tip.x"]) <= MAP.width - MAP.right
        assert MAP.top <= float(patch["facing-tip.y"]) <= MAP.height - MAP.bottom


def test_the_arrow_faced_is_turned_and_equally_long_where_there_is_room() -> None:
    for angle in (0, 45, 90, 200):
        (tail, tip), *_ = pieces(at(angle=angle, x=0, y=0)["facing.d"])
        across, up = (tip[0] - tail[0]) / 45, (tail[1] - tip[1]) / 45
        assert math.hypot(across, up) == pytest.approx(STRIDE, abs=0.01)
        assert math.degrees(math.atan2(up, across)) % 360 == pytest.approx(angle, abs=0.5)


def test_the_point_runs_along_the_curve_of_all_slopes_and_is_highest_along_the_gradient() -> None:
    patch = at(angle=15.9454)
    assert float(patch["slope-point.y"]) == pytest.approx(float(patch["uphill-point.y"]), abs=0.1)
    assert float(patch["slope-point.x"]) == pytest.approx(float(patch["uphill-point.x"]), abs=0.1)
    for angle in (0, 90, 180, 300):
        point = at(angle=angle)["slope-point.x"], at(angle=angle)["slope-point.y"]
        ends = [end for piece in pieces(patch["slopes.d"]) for end in piece]
        assert min(math.dist(tuple(map(float, point)), end) for end in ends) < 0.2
    assert float(at(angle=0)["slope-point.x"]) == pytest.approx(TURN.x(0), abs=0.1)


def test_the_words_know_the_direction() -> None:
    assert at(angle=15.9454)["remark.text"] == "You face along the gradient, the steepest way up."
    assert "steepest way down" in at(angle=195.9454)["remark.text"]
    assert "along the contour" in at(angle=105.9454)["remark.text"]
    assert at(angle=60)["remark.text"] == "The steepest way up is at 16°: uphill here."
    assert at(angle=150)["remark.text"] == "The steepest way up is at 16°: downhill here."


@pytest.mark.parametrize(
    ("function", "says"), [("x^2 + y^2", "a hollow"), ("sqrt(x^2 + y^2)", "A kink"), ("ln(x)", "f has no value")]
)
def test_without_a_gradient_there_is_no_curve_to_run_along_but_a_word(function: str, says: str) -> None:
    patch = at(function=function, x=0, y=0)
    assert says in patch["remark.text"]
    assert patch["gradient.d"] == "M0 0"
    assert patch["uphill-point.hidden"] == "yes"


def test_no_height_is_written_under_an_arrow() -> None:
    for angle in range(0, 360, 30):
        patch = at(angle=angle)
        (start, end), *_ = pieces(patch["facing.d"])
        for i in range(LEVELS):
            if not patch[f"level{i}.hidden"]:
                label = float(patch[f"level{i}.x"]), float(patch[f"level{i}.y"])
                way = [tuple(a + (b - a) * k / 20 for a, b in zip(start, end, strict=True)) for k in range(21)]
                assert min(math.dist(label, each) for each in way) > 10


@pytest.mark.parametrize(
    ("function", "why"),
    [
        ("abs(x)", "A kink: the slopes on its two sides differ, so there is no gradient here."),
        ("ln(x)", "f has no value here, so it has no slopes either."),
        ("sqrt(abs(x))", "No tilted plane fits the ground here, so there is no gradient."),
    ],
)
def test_where_there_is_no_gradient_no_equation_is_shown_or_spoken(function: str, why: str) -> None:
    patch = at(function=function, x=0.0, y=0.0)
    assert (patch["equation.hidden"], patch["dial.hidden"]) == ("yes", "yes")
    assert (patch["told.text"], patch["remark.text"]) == ("", why)


def test_where_there_is_one_the_slope_is_spoken() -> None:
    patch = at()
    assert (patch["equation.hidden"], patch["dial.hidden"]) == ("", "")
    assert patch["told.text"] == "facing 45° the slope is 6.36, at most 7.28."
