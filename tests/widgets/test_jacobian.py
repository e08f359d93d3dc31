"""The bent plane: Jacobians against SymPy and differences, pictures that agree with the numbers."""

import itertools
import math

import numpy as np
import pytest
import sympy

from tests.widgets.paths import points
from widgets.jacobian import WIDGET
from widgets.jacobian.bend import LIMITS, MAPS, RANGE, bend, miss
from widgets.jacobian.pictures import LENS
from widgets.kit.patch import Patch

X1, X2, U1, U2 = sympy.symbols("x1 x2 u1 u2")
# Written by hand for SymPy, apart from the text that calc parses.
G = {
    "product-difference": (X1 * X2, X2 - X1),
    "linear": (X1 - X2 / 2, X1 / 2 + X2),
    "squares": (X1**2, X2**2),
    "polar": (X1 * sympy.cos(X2), X1 * sympy.sin(X2)),
    "layer": (sympy.tanh((X1 - X2) / 2), sympy.tanh((X1 + X2 - 4) / 2)),
}
F = (U1**2, U1 * U2)
CELLS = ("11", "12", "21", "22")


EXAMPLE: dict[str, float | str] = {"map": "product-difference", "x1": 2.0, "x2": 3.0}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **EXAMPLE, **state})


def number(text: str) -> float:
    mantissa, _, exponent = text.replace("−", "-").partition("×10")
    return float(f"{mantissa}e{exponent.translate(str.maketrans('⁻⁰¹²³⁴⁵⁶⁷⁸⁹', '-0123456789')) or 0}")


def table(patch: Patch, name: str) -> list[float]:
    return [number(patch[f"{name}-{cell}.text"]) for cell in CELLS]


def test_the_first_state_shows_a_map_that_bends() -> None:
    patch = WIDGET.update(WIDGET.defaults())
    x1, x2 = 2.0, 1.0
    expected = [math.cos(x2), -x1 * math.sin(x2), math.sin(x2), x1 * math.cos(x2)]
    assert table(patch, "g") == pytest.approx(expected, abs=0.00501)


def test_the_worked_example_is_there() -> None:
    patch = at()
    assert table(patch, "g") == [3, 2, -1, 1]
    assert table(patch, "f") == [12, 0, 1, 6]
    assert table(patch, "fg") == [36, 24, -3, 8]
    assert (patch["x.text"], patch["u.text"], patch["y.text"]) == ("(2.00, 3.00)", "(6.00, 1.00)", "(36.00, 6.00)")


def test_the_stand_in_misses_the_far_corner_by_the_product_of_the_nudges() -> None:
    # (2 + h)(3 + h) = 6 + 5h + h²; J says 6 + 3h + 2h
    told = at()["verdict.text"]
    assert told == "The far corner goes to (12.00, 1.00); the stand-in says (11.00, 1.00), 1.00 away."
    assert at(h=0.2)["verdict.text"].endswith("(7.00, 1.00), 0.04 away.")


@pytest.mark.parametrize("key", MAPS)
def test_one_unit_is_as_long_across_as_up_and_the_largest_square_s_stand_in_is_inside(key: str) -> None:
    axes = bend(key).axes
    assert axes.x(1) - axes.x(0) == pytest.approx(axes.y(0) - axes.y(1), rel=0.01)
    for x1, x2 in itertools.product((0, 1, 2, 3), repeat=2):
        for x, y in points(at(map=key, x1=x1, x2=x2, h=1)["stand-in.d"]):
            assert axes.left - 1 <= x <= axes.width - axes.right + 1, (x1, x2)
            assert axes.top - 1 <= y <= axes.height - axes.bottom + 1, (x1, x2)


@pytest.mark.parametrize("key", MAPS)
@pytest.mark.parametrize("x", [(0.0, 0.0), (2.0, 3.0), (1.5, 0.25)])
def test_both_tables_and_their_product_are_those_of_sympy(key: str, x: tuple[float, float]) -> None:
    g = sympy.Matrix(G[key])
    f = sympy.Matrix(F)
    there = dict(zip((X1, X2), map(sympy.Rational, x), strict=True))
    u = dict(zip((U1, U2), g.subs(there), strict=True))
    whole = f.subs(dict(zip((U1, U2), g, strict=True)))
    patch = at(map=key, x1=x[0], x2=x[1])
    tables = (
        ("g", g.jacobian([X1, X2]).subs(there)),
        ("f", f.jacobian([U1, U2]).subs(u)),
        ("fg", whole.jacobian([X1, X2]).subs(there)),
    )
    for name, expected in tables:
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
        assert "its own stand-in" in at(map=key)["verdict.text"]
    else:
        assert large / small == pytest.approx(4, rel=0.05)


@pytest.mark.parametrize("key", MAPS)
def test_the_close_up_shows_the_square_as_large_whatever_its_side_and_both_alike_near_by(key: str) -> None:
    apart = []
    for h in (1.0, 0.2, 0.04):
        patch = at(map=key, x1=1, x2=1.5, h=h)
        bent, straight = np.array(points(patch["near-bent.d"])[:4]), np.array(points(patch["near-stand-in.d"])[:4])
        both = np.concatenate([bent, straight])
        assert (both >= 0).all()
        assert (both <= (LENS.width, LENS.height)).all()
        assert max(np.ptp(both, axis=0) / (LENS.width, LENS.height)) > 0.7
        apart.append(float(np.linalg.norm(bent[2] - straight[2])))
    if key == "linear":
        assert apart == [0, 0, 0]
    else:
        assert apart[2] < apart[1] < apart[0] / 2


def test_the_page_s_example_is_no_needle_and_its_miss_is_seen() -> None:
    """(3, −1) and (2, 1) span a parallelogram of area 5, whose diagonals are (5, 0) and (1, −2): 2 high, 5 long."""
    large, small = at(), at(h=0.2)
    for patch in (large, small):
        wide, tall = np.ptp(np.array(points(patch["near-stand-in.d"])[:4]), axis=0)
        assert tall / wide == pytest.approx(2 / 5, abs=0.02)
    apart = [
        math.dist(points(patch["near-bent.d"])[2], points(patch["near-stand-in.d"])[2]) for patch in (large, small)
    ]
    assert apart[0] > LENS.width / 10  # 1 of the 6 units that the bent square is long
    assert apart[1] < apart[0] / 4


def test_the_miss_is_told_by_itself() -> None:
    assert at()["miss.text"] == "1.00"  # (2 + h)(3 + h) = 6 + 5h + h²: off by h²
    assert at(h=0.2)["miss.text"] == "0.04"
    assert at(map="linear")["miss.text"] == "0.00"


def test_four_slopes_of_0_leave_a_point() -> None:
    told = at(map="squares", x1=0, x2=0)["verdict.text"]  # 2x₁ = 2x₂ = 0
    assert told == "All four slopes are 0: J squashes the square to a point."


def test_where_the_map_folds_the_square_is_squashed_flat() -> None:
    assert "one line" in at(x1=0, x2=0)["verdict.text"]  # det [[0, 0], [−1, 1]] = 0
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
