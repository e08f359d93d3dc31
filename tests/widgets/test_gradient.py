"""The gradient widget: partial derivatives, the map in relief, and whatever a reader may type."""

import itertools
import math
import re
from typing import Any

import pytest
import sympy
from matplotlib.path import Path

from tests.widgets.paths import pieces, points
from widgets.gradient import FUNCTIONS, WIDGET
from widgets.gradient.pictures import SLICE
from widgets.kit.patch import Patch
from widgets.kit.relief import LEVELS, MAP, labels
from widgets.kit.terrain import REACH

X, Y = sympy.symbols("x y", real=True)
ORACLES: dict[str, Any] = {
    "x^2 + x*y": X**2 + X * Y,
    "x^2 + y^2": X**2 + Y**2,
    "3x*e^(-(x^2 + y^2)/8)": 3 * X * sympy.exp(-(X**2 + Y**2) / 8),
    "x^2 - y^2": X**2 - Y**2,
    "5x - 2y + 7": 5 * X - 2 * Y + 7,
}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def data(path: str) -> list[tuple[float, float]]:
    """The corners of a path as data of the map: 45 units of the picture to one of x or y."""
    return [((x - MAP.x(0)) / 45, (MAP.y(0) - y) / 45) for x, y in points(path)]


# f = 3x e^−(x² + y²)/8: at (1, 2) its slopes are 2.25 e^−⅝ and −1.5 e^−⅝, by hand.
def test_the_opening_s_hillside_rises_to_the_east_and_falls_to_the_north() -> None:
    shown = [number(at()[f"{part}.text"]) for part in ("f", "dx", "dy", "steepness")]
    e = math.exp(-5 / 8)
    assert shown == pytest.approx([3 * e, 2.25 * e, -1.5 * e, math.hypot(2.25, 1.5) * e], abs=0.005)


def test_the_chapters_example_is_there_to_look_at() -> None:
    patch = at(function="x^2 + x*y", x=2, y=3)
    shown = [patch[f"{part}.text"] for part in ("f", "dx", "dy", "steepness")]
    assert shown == ["10.00", "7.00", "2.00", "7.28"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_partial_derivatives_are_sympys(function: str) -> None:
    f = ORACLES[function]
    for x, y in itertools.product((-3, -1.5, 0, 2), (-2, 0, 0.5, 3)):
        here = {X: sympy.Rational(str(x)), Y: sympy.Rational(str(y))}
        dx, dy = (float(sympy.diff(f, name).subs(here)) for name in (X, Y))
        patch = at(function=function, x=x, y=y)
        shown = [number(patch[f"{part}.text"]) for part in ("f", "dx", "dy", "steepness")]
        assert shown == pytest.approx([float(f.subs(here)), dx, dy, math.hypot(dx, dy)], abs=0.00501)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_terraces_end_at_the_heights_their_labels_say(function: str) -> None:
    patch, f = at(function=function), sympy.lambdify((X, Y), ORACLES[function])
    for i, label in enumerate(labels(function)):
        if label is None:
            continue
        level, edge = number(patch[f"level{i}.text"]), data(patch[f"land{i}.d"])
        seen = [(x, y) for x, y in edge if max(abs(x), abs(y)) < REACH - 0.01]
        assert edge
        for x, y in seen:
            slope = math.hypot(f(x + 1e-4, y) - f(x - 1e-4, y), f(x, y + 1e-4) - f(x, y - 1e-4)) / 2e-4
            assert abs(f(x, y) - level) < 0.03 * slope + 0.01
        shown = (float(patch[f"level{i}.x"]) - MAP.x(0)) / 45, (MAP.y(0) - float(patch[f"level{i}.y"])) / 45
        assert abs(f(*shown) - level) < 0.1 * max(1.0, abs(level)), "the label sits on its contour"
    assert sum(label is not None for label in labels(function)) >= 5


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_terrace_is_the_ground_above_its_height_so_that_hills_and_hollows_differ(function: str) -> None:
    patch, f = at(function=function), sympy.lambdify((X, Y), ORACLES[function])
    for i in range(LEVELS):
        outlines = [
            Path([((x - MAP.x(0)) / 45, (MAP.y(0) - y) / 45) for x, y in p]) for p in pieces(patch[f"land{i}.d"])
        ]
        level = number(patch[f"level{i}.text"])
        for x, y in itertools.product((-3.1, -1.9, -0.7, 0.6, 1.3, 2.2, 3.3), repeat=2):
            if abs(f(x, y) - level) > 0.5:
                within = sum(outline.contains_point((x, y)) for outline in outlines) % 2 == 1
                assert within == (f(x, y) > level), (i, x, y)


def test_no_arrow_crosses_a_height_and_none_loses_its_head_at_the_rim() -> None:
    for function, x, y in itertools.product(FUNCTIONS, (-3, 0, 2, 3), (-3, 1, 3)):
        patch = at(function=function, x=x, y=y)
        if patch["gradient.d"] == "M0 0":
            continue
        (start, end), *_ = pieces(patch["gradient.d"])
        assert MAP.left <= end[0] <= MAP.width - MAP.right
        assert MAP.top <= end[1] <= MAP.height - MAP.bottom
        for i in range(LEVELS):
            if not patch[f"level{i}.hidden"]:
                label = float(patch[f"level{i}.x"]), float(patch[f"level{i}.y"])
                way = [tuple(a + (b - a) * k / 20 for a, b in zip(start, end, strict=True)) for k in range(21)]
                assert min(math.dist(label, each) for each in way) > 10, (function, x, y, i)


def test_one_of_x_and_one_of_y_are_equally_long_so_that_right_angles_look_right() -> None:
    assert MAP.x(1) - MAP.x(0) == pytest.approx(45)
    assert MAP.y(0) - MAP.y(1) == pytest.approx(45)


def test_the_gradient_arrow_points_uphill_at_the_scale_that_is_told_or_shorter() -> None:
    for function, x, y in itertools.product(FUNCTIONS, (-2, 1), (-1, 3)):
        patch = at(function=function, x=x, y=y)
        tail, tip = data(patch["gradient.d"])[:2]
        drawn = tip[0] - tail[0], tip[1] - tail[1]
        scale = float((re.findall(r"[\d.]+", patch["scale.text"]) or ["1"])[0])  # “at its full length”
        whole = [scale * float(sympy.diff(ORACLES[function], name).subs({X: x, Y: y})) for name in (X, Y)]
        part = math.hypot(*drawn) / math.hypot(*whole)
        assert part <= 1.01
        assert drawn == pytest.approx([part * each for each in whole], abs=0.01)
        if max(abs(x + whole[0]), abs(y + whole[1])) < 3.9:
            assert part == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("function", "x", "y", "says"),
    [
        ("x^2 + x*y", 0, 0, "a saddle"),
        ("x^2 + y^2", 0, 0, "a hollow"),
        ("-x^2 - y^2", 0, 0, "a summit"),
        ("x^2", 0, 1, "the ground is level"),
        ("abs(x) + y", 0, 1, "A kink"),
        ("sqrt(x^2 + y^2)", 0, 0, "A kink"),
        ("ln(x) + y", -1, 0, "f has no value"),
        ("sqrt(x)", 0, 1, "No tilted plane"),
        ("cbrt(x^3 + y^3)", 0, 0, "No tilted plane"),  # slope 1 along x and y, but ∛2 and not 2 between them
        ("sqrt(x^4 + y^4)", 0, 0, "a hollow"),  # level, though the rules divide zero by zero
    ],
)
def test_the_words_know_the_ground(function: str, x: float, y: float, says: str) -> None:
    patch = at(function=function, x=x, y=y)
    assert says in patch["remark.text"]
    assert patch["gradient.d"] == "M0 0"
    if "gradient is zero" in patch["remark.text"]:
        assert "The gradient is zero" in patch["remark.text"]
        assert patch["steepness.text"] == "0.00"


def test_at_a_kink_in_x_the_slope_along_y_is_still_there() -> None:
    patch = at(function="abs(x) + 3y", x=0, y=1)
    assert (patch["dx.text"], patch["dy.text"], patch["steepness.text"]) == ("undefined", "3.00", "undefined")
    assert (patch["x-tangent.hidden"], patch["y-tangent.hidden"]) == ("yes", "")


def test_both_slices_meet_at_the_point_with_their_own_slopes() -> None:
    patch = at(function="x^2 + x*y", x=2, y=3)
    low, high = (number(patch[f"ytick{i}.text"]) for i in (0, SLICE.y_intervals))
    per_x, per_f = (SLICE.x(1) - SLICE.x(0)), SLICE.tall / (high - low)
    assert float(patch["x-point.y"]) == pytest.approx(SLICE.top + (high - 10) * per_f, abs=0.1)
    assert patch["x-point.y"] == patch["y-point.y"]
    for name, slope in (("x", 7), ("y", 2)):
        assert math.tan(math.radians(-float(patch[f"{name}-tangent.angle"]))) == pytest.approx(
            slope * per_f / per_x, rel=0.02
        )
