"""Gradient descent: each step against SymPy's gradient, and words that are true of the step they speak of."""

import itertools
import math
from typing import Any

import pytest
import sympy

from tests.widgets.paths import pieces, points
from widgets.descent import FUNCTIONS, STEPS, WIDGET
from widgets.descent.path import descend
from widgets.kit.patch import Patch
from widgets.kit.relief import MAP

X, Y = sympy.symbols("x y", real=True)
ORACLES: dict[str, Any] = {
    "x^2/4 + 2y^2": X**2 / 4 + 2 * Y**2,
    "3x*e^(-(x^2 + y^2)/8)": 3 * X * sympy.exp(-(X**2 + Y**2) / 8),
    "x^2 + x*y": X**2 + X * Y,
}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def said(**state: float | str) -> str:
    return at(**state)["remark.text"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_step_is_eta_times_sympys_gradient_away_and_against_it(function: str) -> None:
    slopes = sympy.lambdify((X, Y), [sympy.diff(ORACLES[function], name) for name in (X, Y)])
    for start, eta in itertools.product([(-3.0, 2.0), (1.0, 1.0), (2.0, -3.0)], (0.05, 0.3)):
        way = descend(function, start, eta, STEPS)
        assert (way[0].x, way[0].y) == start
        for here, there in itertools.pairwise(way):
            dx, dy = slopes(here.x, here.y)
            assert (there.x, there.y) == pytest.approx((here.x - eta * dx, here.y - eta * dy), abs=1e-9, rel=1e-9)


# From (2, 3) with η = 0.1: (2 − 0.7, 3 − 0.2) and 1.69 + 3.64, worked out by hand on the page.
def test_the_first_step_is_the_page_s_own() -> None:
    patch = at(function="x^2 + x*y", x=2, y=3, eta=0.1, n=1)
    assert (patch["place.text"], patch["loss.text"], patch["n.text"]) == ("(1.30, 2.80)", "5.33", "1 step")


# x is multiplied by 1 − η/2 and y by 1 − 4η at each step.
@pytest.mark.parametrize(("eta", "says"), [(0.15, "It rolls down"), (0.45, "A zigzag"), (0.55, "Too large a step")])
def test_the_valley_is_rolled_down_zigzagged_down_or_left(eta: float, says: str) -> None:
    for n in range(1, 4):
        assert says in said(eta=eta, n=n)
    x, y = -3 * (1 - eta / 2) ** 3, 2 * (1 - 4 * eta) ** 3
    shown = at(eta=eta, n=3)["place.text"].replace("−", "-").strip("()").split(", ")
    assert [float(each) for each in shown] == pytest.approx([x, y], abs=0.005)


def test_a_ball_that_has_left_the_map_is_not_drawn_at_its_rim() -> None:
    gone = at(eta=0.55, n=STEPS)
    assert gone["ball.hidden"] == "yes"
    assert "has left the map" in gone["remark.text"]
    assert at()["ball.hidden"] == ""


def test_the_words_are_true_at_the_ends() -> None:
    assert said(n=0) == "It has yet to move."
    assert said(n=0, x=0, y=0) == said(n=9, x=0, y=0) == "Level ground: the gradient is zero, and the ball stays."
    assert "rolled off the map" in said(function="x^2 + x*y", x=2, y=-3, n=STEPS)
    assert "Nearly level" in said(function="3x*e^(-(x^2 + y^2)/8)", x=-1, y=1, eta=0.5, n=STEPS)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_who_is_told_to_come_down_has_come_down(function: str) -> None:
    for eta, n, start in itertools.product((0.05, 0.3, 0.5, 0.55), range(1, STEPS + 1), [(-3.0, 2.0), (1.0, -2.0)]):
        way = descend(function, start, eta, STEPS)
        if n < len(way):
            told = said(function=function, eta=eta, n=n, x=start[0], y=start[1])
            if "down" in told:
                assert way[n].height < way[n - 1].height, (eta, n, told)
            if "higher" in told:
                assert way[n].height > way[n - 1].height, (eta, n, told)


def test_there_is_a_dot_for_the_start_and_for_every_step_and_a_line_between_them() -> None:
    for n in (0, 1, 5, STEPS):
        patch = at(eta=0.1, n=n)
        assert len(pieces(patch["stops.d"])) == n + 1
        assert points(patch["stops.d"])[0] == pytest.approx(MAP.at(-3, 2), abs=0.6)


def test_the_line_that_is_shown_reaches_from_the_start_to_the_ball() -> None:
    for eta, n in itertools.product((0.1, 0.45), (0, 1, 6, STEPS)):
        patch = at(eta=eta, n=n)
        (way,) = pieces(patch["track.d"])
        shown = sum(math.dist(a, b) for a, b in itertools.pairwise(way[: n + 1]))
        assert float(patch["track.var"]) == pytest.approx(shown, abs=0.15 * n + 0.5)
        assert way[n] == pytest.approx((float(patch["ball.x"]), float(patch["ball.y"])), abs=0.15)


# 0.825⁸ of −3, and 0.4⁸ of 2, which is 0.0013.
def test_what_is_nearly_zero_is_not_told_as_zero() -> None:
    assert at(eta=0.35, n=8)["place.text"] == "(−0.64, ≈\u00a00)"
