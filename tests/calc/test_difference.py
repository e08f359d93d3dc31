"""Difference quotients, their error curve, and tangent lines."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calc
from tests.calc.conftest import examples

SQUARE = calc.parse("x^2")


# By hand: ((3 + h)² − 9)/h = 6 + h, and the central quotient of a parabola is exact.
@pytest.mark.parametrize(("h", "forward"), [(1, 7), (0.5, 6.5), (0.25, 6.25), (-1, 5)])
def test_the_quotients_of_a_parabola_at_3(h: float, forward: float) -> None:
    assert calc.difference_quotient(SQUARE, 3, h) == forward
    assert calc.central_difference(SQUARE, 3, h) == 6


def test_a_function_may_come_in_any_form() -> None:
    for f in (SQUARE, lambda x: x * x):
        assert calc.difference_quotient(f, 1.0, 0.5) == 2.5
    assert calc.central_difference(calc.FUNCTIONS["abs"], 0.0, 0.1) == 0.0


@pytest.mark.parametrize("h", [0, math.inf, math.nan])
def test_h_is_a_finite_number_other_than_0(h: float) -> None:
    for quotient in (calc.difference_quotient, calc.central_difference):
        with pytest.raises(ValueError, match="a finite number other than 0"):
            quotient(SQUARE, 1.0, h)


def test_the_error_of_the_forward_quotient_is_smallest_near_the_square_root_of_epsilon() -> None:
    curve = calc.error_curve(calc.parse("e^x"), 1.0)
    assert [row.h for row in curve] == [10.0**-k for k in range(17)]
    best = min(curve, key=lambda row: row.forward_error).h
    assert 1e-9 <= best <= 1e-7
    best = min(curve, key=lambda row: row.central_error).h
    assert 1e-6 <= best <= 1e-4
    assert curve[-1].forward_error > 1e3 * curve[8].forward_error, "round-off takes over"


def test_the_error_shrinks_like_h_and_like_h_squared() -> None:
    steps = [0.1, 0.05, 0.025]
    rows = calc.error_curve(calc.parse("sin(x)"), 1.0, steps)
    for coarse, fine in pairwise(rows):
        assert coarse.forward_error / fine.forward_error == pytest.approx(2, rel=0.05)
        assert coarse.central_error / fine.central_error == pytest.approx(4, rel=0.01)


def test_the_derivative_may_be_given() -> None:
    (row,) = calc.error_curve(lambda x: math.sin(x), 0.0, [0.5], derivative=1.0)
    assert row.forward == pytest.approx(math.sin(0.5) / 0.5)
    assert row.forward_error == pytest.approx(1 - math.sin(0.5) / 0.5)


def test_the_tangent_touches_the_curve_with_its_slope() -> None:
    tangent = calc.tangent_line(SQUARE, 3.0)
    assert (tangent.at, tangent.value, tangent.slope) == (3.0, 9.0, 6.0)
    assert tangent(4.0) == 15.0
    assert tangent(0.0) == -9.0


def test_the_tangent_of_a_calc_function_takes_its_convention_at_a_kink() -> None:
    assert calc.tangent_line(calc.FUNCTIONS["relu"], 0.0).slope == 0.0


def test_the_tangent_of_python_code_is_exact() -> None:
    tangent = calc.tangent_line(lambda x: (2 * x + 1) ** 2, 1.0)
    assert (tangent.value, tangent.slope) == (9.0, 12.0)


def test_python_code_that_hides_its_arithmetic_is_refused_with_the_way_out() -> None:
    with pytest.raises(TypeError, match=r'calc\.FUNCTIONS\["sin"\]\(x\)'):
        calc.tangent_line(math.sin, 1.0)


@examples(200)
@given(st.floats(-3, 3), st.floats(-5, 5))
def test_the_tangent_is_the_best_line(x: float, slope: float) -> None:
    """Its error is o(h): a hundredth of the distance leaves far less than a hundredth of the error."""
    f = calc.parse("sin(x) + x^2/3")
    tangent = calc.tangent_line(f, x)
    near, far = (abs(f(x + h) - tangent(x + h)) for h in (0.001, 0.1))
    assert near <= 1e-3 * far + 1e-6
    if abs(slope - tangent.slope) > 0.1:
        other = f(x) + slope * 0.001
        assert abs(f(x + 0.001) - other) > near


# ln has no value at 0.5 − 1; the slope at 0.5 is 2.
def test_an_error_curve_that_reaches_beyond_the_domain_keeps_its_other_points() -> None:
    rows = calc.error_curve(calc.FUNCTIONS["ln"], 0.5)
    assert math.isnan(rows[0].central_error)
    assert math.isfinite(rows[0].forward_error)
    assert all(math.isfinite(row.central_error) for row in rows[1:])
    assert min(row.central_error for row in rows[1:]) < 1e-9
