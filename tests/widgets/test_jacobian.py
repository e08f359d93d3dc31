"""The bent plane: Jacobians against SymPy and differences, pictures that agree with the numbers."""

import itertools
import math

import numpy as np
import pytest
import sympy

from tests.widgets.paths import points
from widgets.jacobian import THEN, WIDGET
from widgets.jacobian.bend import LIMITS, MAPS, RANGE, bend, miss
from widgets.kit.patch import Patch

X1, X2, U1, U2 = sympy.symbols("x1 x2 u1 u2")
# Written by hand for SymPy, apart from the text that calc parses.
G = {
    "product-sum": (X1 * X2, X1 + X2),
    "linear": (X1 - X2 / 2, X1 / 2 + X2),
    "squares": (X1**2, X2**2),
    "polar": (X1 * sympy.cos(X2), X1 * sympy.sin(X2)),
    "layer": (sympy.tanh(X1 - X2), sympy.tanh(X1 + X2 - 3)),
}
F = {"nothing": (U1, U2), "example": (U1**2, U1 * U2)}
CELLS = ("11", "12", "21", "22")


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def number(text: str) -> float:
    mantissa, _, exponent = text.replace("−", "-").partition("×10")
    return float(f"{mantissa}e{exponent.translate(str.maketrans('⁻⁰¹²³⁴⁵⁶⁷⁸⁹', '-0123456789')) or 0}")


def table(patch: Patch, name: str) -> list[float]:
    return [number(patch[f"{name}-{cell}.text"]) for cell in CELLS]


def test_the_first_state_is_the_worked_example() -> None:
    patch = at(then="example")
    assert table(patch, "g") == [3, 2, 1, 1]
    assert table(patch, "f") == [12, 0, 5, 6]
    assert table(patch, "fg") == [36, 24, 21, 16]
    assert (patch["x.text"], patch["u.text"], patch["y.text"]) == ("(2.00, 3.00)", "(6.00, 5.00)", "(36.00, 30.00)")
    assert patch["composition.hidden"] == ""
    assert at()["composition.hidden"] == "yes"


def test_the_stand_in_misses_the_far_corner_by_the_product_of_the_nudges() -> None:
    # (2 + h)(3 + h) = 6 + 5h + h²; J says 6 + 3h + 2h
    assert (at()["corner.text"], at()["said.text"]) == ("(12.00, 7.00)", "(11.00, 7.00)")
    assert at()["verdict.text"] == "1.00 away. With half the side it would be 0.25 away."
    assert at(h=0.2)["verdict.text"].startswith("0.04 away")


@pytest.mark.parametrize("then", THEN)
@pytest.mark.parametrize("key", MAPS)
@pytest.mark.parametrize("x", [(0.0, 0.0), (2.0, 3.0), (1.5, 0.25)])
def test_both_tables_and_their_product_are_those_of_sympy(key: str, then: str, x: tuple[float, float]) -> None:
    g = sympy.Matrix(G[key])
    f = sympy.Matrix(F[then])
    there = dict(zip((X1, X2), map(sympy.Rational, x), strict=True))
    u = dict(zip((U1, U2), g.subs(there), strict=True))
    whole = f.subs(dict(zip((U1, U2), g, strict=True)))
    patch = at(map=key, then=then, x1=x[0], x2=x[1])
    for name, expected in (
        ("g", g.jacobian([X1, X2]).subs(there)),
        ("f", f.jacobian([U1, U2]).subs(u)),
        ("fg", whole.jacobian([X1, X2]).subs(there)),
    ):
        assert table(patch, name) == pytest.approx([float(entry) for entry in expected], abs=0.00501), name


@pytest.mark.parametrize("key", MAPS)
def test_the_miss_shrinks_with_the_square_of_the_side(key: str) -> None:
    image = bend(key)
    x, step = (1.25, 0.75), 1e-6
    columns = [
        (np.array(image((x[0] + step * a, x[1] + step * b))) - image((x[0] - step * a, x[1] - step * b))) / (2 * step)
        for a, b in ((1, 0), (0, 1))
    ]
    J = tuple(map(tuple, np.array(columns).T.tolist()))
    large, small = miss(image, J, x, 0.02), miss(image, J, x, 0.01)
    if key == "linear":
        assert large == pytest.approx(0, abs=1e-10)
        assert "exactly there" in at(map=key)["verdict.text"]
    else:
        assert large / small == pytest.approx(4, rel=0.05)


def test_where_the_map_folds_the_square_is_squashed_flat() -> None:
    assert "one line" in at(x1=2, x2=2)["verdict.text"]  # det [[2, 2], [1, 1]] = 0
    assert "one line" in at(map="squares", x1=0, x2=1)["verdict.text"]
    assert "one line" not in at()["verdict.text"]


@pytest.mark.parametrize("key", MAPS)
def test_the_grid_lies_inside_its_frame(key: str) -> None:
    (low1, high1), (low2, high2) = LIMITS[key]
    image = bend(key)
    for x in itertools.product(np.linspace(*RANGE, 41), repeat=2):
        u = image((float(x[0]), float(x[1])))
        assert low1 <= u[0] <= high1
        assert low2 <= u[1] <= high2


@pytest.mark.parametrize("key", MAPS)
def test_the_parallelogram_is_drawn_from_the_columns(key: str) -> None:
    patch = at(map=key, x1=1, x2=1.5, h=1)
    corners = points(patch["stand-in.d"])
    axes = bend(key).axes
    a, b, c, d = table(patch, "g")
    first = np.subtract(corners[1], corners[0])
    second = np.subtract(corners[3], corners[0])
    scale = np.array([axes.x(1) - axes.x(0), axes.y(1) - axes.y(0)])
    assert first == pytest.approx(np.array([a, c]) * scale, abs=1.6)
    assert second == pytest.approx(np.array([b, d]) * scale, abs=1.6)
    assert np.subtract(corners[2], corners[1]) == pytest.approx(second, abs=2), "opposite sides are parallel"
    assert (float(patch["out1.x"]), float(patch["out1.y"])) == pytest.approx(corners[1], abs=0.6)


def test_a_linear_map_bends_nothing() -> None:
    patch = at(map="linear", x1=1, x2=1)
    bent, straight = points(patch["bent.d"]), points(patch["stand-in.d"])
    assert [math.dist(*pair) for pair in zip(bent[:4], straight[:4], strict=True)] == pytest.approx([0] * 4, abs=0.15)
    assert bent[4] == pytest.approx(bent[0])
    steps = [float(number) for number in patch["bent.d"].partition("q")[2].rstrip("z").split()]
    for pull_x, pull_y, across, up in zip(*(iter(steps),) * 4, strict=True):
        assert (2 * pull_x, 2 * pull_y) == pytest.approx((across, up), abs=0.31), "the pull is along the side"
