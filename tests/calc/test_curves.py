"""What the explorer points at: domain, zeros, flat points, kinks, jumps, poles, holes, a window. Worked out by hand."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calc
from tests.calc.conftest import SHARE, examples
from tests.calc.strategies import tame

INF, PI, ROOT2 = math.inf, math.pi, math.sqrt(2)


def breaks(typed: str) -> list[tuple[float, str]]:
    return [(b.at, b.kind) for b in calc.analyse(calc.parse(typed)).breaks]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("|x^2 - 1|", [(-1, "kink"), (1, "kink")]),
        ("relu(2x - 1)", [(0.5, "kink")]),
        ("max(x, 1)", [(1, "kink")]),
        ("sqrt(x^2)", [(0, "kink")]),
        ("cbrt(x - 1/3)", [(1 / 3, "kink")]),
        ("hard_sigmoid(x)", [(-3, "kink"), (3, "kink")]),
        ("sign(x)", [(0, "jump")]),
        ("|x|/x", [(0, "jump")]),
        ("tan(x)", [(k * PI / 2, "pole") for k in (-5, -3, -1, 1, 3, 5)]),
        ("1/sin(x)", [(k * PI, "pole") for k in (-3, -2, -1, 0, 1, 2, 3)]),
        ("1/(x^2 - 2)", [(-ROOT2, "pole"), (ROOT2, "pole")]),
        ("ln|x|", [(0, "pole")]),
        ("e^(1/x)", [(0, "pole")]),
        ("(x^2 - 1)/(x - 1)", [(1, "hole")]),
        ("sin(x)/x", [(0, "hole")]),
        ("sin(1/x)", [(0, "hole")]),
        ("sqrt(x)", [(0, "end")]),
        ("asin(x/2)", [(-2, "end"), (2, "end")]),
        ("sqrt(x - 1) + sqrt(3 - x)", [(1, "end"), (3, "end")]),
        ("x*|x|", []),
        ("relu(x) - relu(-x)", []),
        ("elu(x)", []),
        ("1/(x^2 + 1)", []),
        ("5", []),
    ],
)
def test_every_break_is_found_and_none_where_the_curve_is_smooth(typed: str, found: list[tuple[float, str]]) -> None:
    got = breaks(typed)
    assert [kind for _, kind in got] == [kind for _, kind in found]
    assert [at for at, _ in got] == pytest.approx([at for at, _ in found], abs=1e-12)


@pytest.mark.parametrize(
    ("typed", "at", "limit"),
    [
        ("(x^2 - 1)/(x - 1)", 1, 2),
        ("(x^3 - 1)/(x - 1)", 1, 3),
        ("sin(x)/x", 0, 1),
        ("(1 - cos(x))/x^2", 0, 0.5),
        ("(e^x - 1)/x", 0, 1),
        ("(1 + x)^(1/x)", 0, math.e),
        ("x/x", 0, 1),
        ("e^(-1/x^2)", 0, 0),
        ("(sqrt(x) - 2)/(x - 4)", 4, 0.25),
    ],
)
def test_the_limit_at_a_hole(typed: str, at: float, limit: float) -> None:
    (hole,) = calc.analyse(calc.parse(typed)).of("hole")
    assert hole.at == at
    assert hole.limit == pytest.approx(limit, abs=1e-7)
    assert hole.value is None


def test_the_sides_of_poles_jumps_and_ends() -> None:
    sides = {t: (b.left, b.right, b.value) for t in ("1/x", "1/x^2", "ln(x)", "sign(x)", "|x|/x", "sqrt(x)", "e^(1/x)")
             for b in calc.analyse(calc.parse(t)).breaks}  # fmt: skip
    assert sides == {
        "1/x": (-INF, INF, None),
        "1/x^2": (INF, INF, None),
        "ln(x)": (None, -INF, None),
        "sign(x)": (-1, 1, 0),
        "|x|/x": (-1, 1, None),
        "sqrt(x)": (None, 0, 0),
        "e^(1/x)": (0, INF, None),
    }
    (kink,) = calc.analyse(calc.parse("relu(2x)")).breaks
    assert kink.slope == calc.slope_at(calc.parse("relu(2x)"), 0)


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("x^2", [(-INF, INF, False, False)]),
        ("1/x", [(-INF, 0, False, False), (0, INF, False, False)]),
        ("ln(x)", [(0, INF, False, False)]),
        ("sqrt(x)", [(0, INF, True, False)]),
        ("sqrt(1 - x^2)", [(-1, 1, True, True)]),
        ("1/sqrt(4 - x^2)", [(-2, 2, False, False)]),
        ("ln(ln(x))", [(1, INF, False, False)]),
        ("sqrt(x - 1) + sqrt(3 - x)", [(1, 3, True, True)]),
        ("sqrt(x^2 - 4)", [(-INF, -2, False, True), (2, INF, True, False)]),
        ("sqrt(-1 - x^2)", []),
        ("sign(x)", [(-INF, INF, False, False)]),
    ],
)
def test_the_domain(typed: str, domain: list[tuple[float, float, bool, bool]]) -> None:
    got = calc.analyse(calc.parse(typed)).domain
    assert [(s.start, s.stop, s.has_start, s.has_stop) for s in got] == domain


@pytest.mark.parametrize(
    ("typed", "zeros", "flats"),
    [
        ("x^2 - 1", [-1, 1], [(0, -1, "minimum")]),
        ("(x - 2)^4", [2], [(2, 0, "minimum")]),
        ("x^3 - 3x", [-math.sqrt(3), 0, math.sqrt(3)], [(-1, 2, "maximum"), (1, -2, "minimum")]),
        ("x^3", [0], [(0, 0, "saddle")]),
        ("e^(-x^2)", [], [(0, 1, "maximum")]),
        ("x*ln(x)", [1], [(1 / math.e, -1 / math.e, "minimum")]),
        ("|x^2 - 1|", [-1, 1], [(0, 1, "maximum")]),
        ("1/x", [], []),
        ("relu(x)", [], []),
        ("5", [], []),
        ("0*x", [], []),
    ],
)
def test_zeros_and_flat_points(typed: str, zeros: list[float], flats: list[tuple[float, float, str]]) -> None:
    found = calc.analyse(calc.parse(typed))
    assert found.zeros == pytest.approx(zeros, abs=1e-9)
    assert [flat.kind for flat in found.flats] == [kind for _, _, kind in flats]
    assert [(f.at, f.value) for f in found.flats] == [pytest.approx((at, v), abs=1e-7) for at, v, _ in flats]


@pytest.mark.parametrize("typed", ["x^2 - 1", "1/x", "tan(x)", "ln(x)", "e^x", "x^4 - 5x^2 + 4", "5", "sqrt(-1-x^2)"])
def test_the_window_shows_what_was_found(typed: str) -> None:
    found = calc.analyse(calc.parse(typed))
    (left, right), (low, high) = found.xlim, found.ylim
    assert found.searched[0] <= left < right <= found.searched[1]
    assert low < high
    assert high - low < 1e6
    nearest = sorted([*found.zeros, *[b.at for b in found.breaks]], key=abs)[:3]
    assert all(left < x < right for x in nearest)
    assert all(low < flat.value < high for flat in found.flats if left <= flat.at <= right)


# Polynomials with known roots: each is found, and the sign changes nowhere else.
@examples(60)
@given(st.lists(st.integers(-8, 8), min_size=1, max_size=4, unique=True))
def test_the_zeros_of_a_product_are_those_of_its_factors(roots: list[int]) -> None:
    x = calc.Variable("x")
    factors = [x - r for r in roots]
    product = factors[0] if len(factors) == 1 else calc.Product(*factors)
    assert calc.analyse(product).zeros == pytest.approx(sorted(roots), abs=1e-12)
    inverse = calc.analyse(1 / product)
    assert [b.at for b in inverse.of("pole")] == pytest.approx(sorted(roots), abs=1e-12)
    assert inverse.zeros == ()


@examples(120)
@given(tame("x"))
def test_any_formula_is_analysed_soon_and_what_is_said_is_so(expression: calc.Expression) -> None:
    start = time.process_time()
    found = calc.analyse(expression)
    assert time.process_time() - start < 3 or SHARE < 1
    for flat in found.flats:
        assert expression(flat.at) == pytest.approx(flat.value, abs=1e-6, nan_ok=True)
    for stretch in found.domain:
        assert stretch.start < stretch.stop
    for b in found.of("kink"):
        assert calc.slope_at(expression, b.at).value is None
    assert math.isfinite(sum((*found.xlim, *found.ylim)))


def test_what_cannot_be_analysed_is_refused() -> None:
    with pytest.raises(ValueError, match="has the variables x, y: only x may vary"):
        calc.analyse(calc.parse("x*y"))
    with pytest.raises(ValueError, match="two finite numbers, the smaller first, not 1 and 1"):
        calc.analyse(calc.parse("x"), searched=(1, 1))
