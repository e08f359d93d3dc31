"""The gradient widget: partial derivatives, directions, contours, and whatever a reader may type."""

import itertools
import math
from typing import Any

import pytest
import sympy

from tests.widgets.paths import points
from widgets.gradient import FUNCTIONS, WIDGET
from widgets.gradient.relief import MAP
from widgets.kit.patch import Patch

X, Y = sympy.symbols("x y", real=True)
ORACLES: dict[str, Any] = {
    "x^2 + x*y": X**2 + X * Y,
    "x^2 + y^2": X**2 + Y**2,
    "x^2/4 + 2y^2": X**2 / 4 + 2 * Y**2,
    "x^2 - y^2": X**2 - Y**2,
    "5x - 2y + 7": 5 * X - 2 * Y + 7,
    "sin(x)*cos(y)": sympy.sin(X) * sympy.cos(Y),
}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def data(path: str) -> list[tuple[float, float]]:
    """The corners of a path as data of the map: 45 units of the picture to one of x or y."""
    return [((x - MAP.x(0)) / 45, (MAP.y(0) - y) / 45) for x, y in points(path)]


def test_the_chapters_example_stands_there_first() -> None:
    patch = at()
    assert (patch["f.text"], patch["dx.text"], patch["dy.text"], patch["steepness.text"]) == (
        "10.00",
        "7.00",
        "2.00",
        "7.28",
    )


@pytest.mark.parametrize(
    ("angle", "along"),
    [(0, "7.00"), (90, "2.00"), (45, "6.36"), (15.9454, "7.28"), (105.9454, "0.00"), (195.9454, "−7.28")],
)
def test_the_slope_in_a_direction_is_that_of_the_chapter(angle: float, along: str) -> None:
    assert at(angle=angle)["along.text"] == along


@pytest.mark.parametrize("function", FUNCTIONS)
def test_partial_derivatives_and_directions_are_sympys(function: str) -> None:
    f = ORACLES[function]
    for x, y, angle in itertools.product((-3, -1.5, 0, 2), (-2, 0, 0.5, 3), (0, 30, 135, 270)):
        here = {X: sympy.Rational(str(x)), Y: sympy.Rational(str(y))}
        dx, dy = (float(sympy.diff(f, name).subs(here)) for name in (X, Y))
        along = dx * math.cos(math.radians(angle)) + dy * math.sin(math.radians(angle))
        patch = at(function=function, x=x, y=y, angle=angle)
        shown = [number(patch[f"{part}.text"]) for part in ("f", "dx", "dy", "steepness", "along")]
        assert shown == pytest.approx([float(f.subs(here)), dx, dy, math.hypot(dx, dy), along], abs=0.00501)


def test_negative_factors_stand_in_brackets() -> None:
    patch = at(function="5x - 2y + 7", angle=135)
    assert [patch[f"{part}-term.text"] for part in ("dy", "cosine", "sine")] == ["(−2.00)", "(−0.71)", "0.71"]


def test_no_direction_beats_the_gradient() -> None:
    for x, y in itertools.product((-2.0, 1.0), (-3.0, 2.0)):
        slopes = [
            number(at(function="sin(x)*cos(y)", x=x, y=y, angle=angle)["along.text"]) for angle in range(0, 360, 5)
        ]
        assert max(slopes) == pytest.approx(number(at(function="sin(x)*cos(y)", x=x, y=y)["steepness.text"]), abs=0.011)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_contours_lie_at_the_heights_their_labels_say(function: str) -> None:
    patch, f = at(function=function), sympy.lambdify((X, Y), ORACLES[function])
    seen = 0
    for i in range(9):
        if patch[f"level{i}.hidden"]:
            continue
        seen += 1
        level, contour = number(patch[f"level{i}.text"]), data(patch[f"contour{i}.d"])
        for x, y in contour:
            slope = math.hypot(f(x + 1e-4, y) - f(x - 1e-4, y), f(x, y + 1e-4) - f(x, y - 1e-4)) / 2e-4
            assert abs(f(x, y) - level) < 0.02 * slope + 0.01
        label = (float(patch[f"level{i}.x"]) - MAP.x(0)) / 45, (MAP.y(0) - float(patch[f"level{i}.y"])) / 45
        assert abs(f(*label) - level) < 0.1 * max(1.0, abs(level)), "the label sits on its contour"
    assert seen >= 5


def test_one_of_x_and_one_of_y_are_equally_long_so_that_right_angles_look_right() -> None:
    assert MAP.x(1) - MAP.x(0) == pytest.approx(45)
    assert MAP.y(0) - MAP.y(1) == pytest.approx(45)


def test_the_gradient_arrow_points_uphill_at_the_scale_that_the_caption_says() -> None:
    for function, x, y in itertools.product(FUNCTIONS, (-2, 1), (-1, 3)):
        patch = at(function=function, x=x, y=y)
        tail, tip = data(patch["gradient.d"])[:2]
        across, up = tip[0] - tail[0], tip[1] - tail[1]
        scale = float(patch["scale.text"])
        slopes = [float(sympy.diff(ORACLES[function], name).subs({X: x, Y: y})) for name in (X, Y)]
        assert (across, up) == pytest.approx([scale * slope for slope in slopes], abs=0.005)


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
        assert "no direction of steepest ascent" in patch["remark.text"]
        assert patch["steepness.text"] == "0.00"


def test_at_a_kink_in_x_the_slope_along_y_is_still_there() -> None:
    patch = at(function="abs(x) + 3y", x=0, y=1)
    assert (patch["dx.text"], patch["dy.text"], patch["along.text"]) == ("undefined", "3.00", "undefined")
    assert (patch["x-tangent.hidden"], patch["y-tangent.hidden"]) == ("yes", "")


def test_the_words_know_the_direction() -> None:
    assert "steepest way up, among all steps of one length" in at(angle=15.9454)["remark.text"]
    assert "steepest way down" in at(angle=195.9454)["remark.text"]
    assert "along the contour" in at(angle=105.9454)["remark.text"]
    assert "points to 16°" in at(angle=60)["remark.text"]


def test_both_slices_meet_at_the_point_with_their_own_slopes() -> None:
    patch = at()
    # Both height axes run from −10 to 40 over 130 units; one of x or y is 32 units wide.
    per_x, per_f = 256 / 8, 130 / 50
    assert patch["x-point.y"] == patch["y-point.y"] == f"{10 + (40 - 10) * per_f:.1f}"
    for name, slope in (("x", 7), ("y", 2)):
        assert math.tan(math.radians(-float(patch[f"{name}-tangent.angle"]))) == pytest.approx(
            slope * per_f / per_x, rel=0.01
        )
