"""Forward mode: dual numbers and directional derivatives."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calc
from calc import Dual
from tests.calc.conftest import examples
from tests.calc.strategies import POINTS, tame

numbers = st.floats(-50, 50).filter(lambda x: abs(x) > 1e-3)
duals = st.builds(Dual, numbers, numbers)


# (a + bε)(c + dε) = ac + (ad + bc)ε, and the quotient as in any text on dual numbers.
def test_the_arithmetic_of_dual_numbers() -> None:
    a, b = Dual(3.0, 1.0), Dual(2.0, 5.0)
    assert a + b == Dual(5.0, 6.0)
    assert a - b == Dual(1.0, -4.0)
    assert a * b == Dual(6.0, 17.0)
    assert a / b == Dual(1.5, -3.25)
    assert a**2 == Dual(9.0, 6.0)
    assert -a == Dual(-3.0, -1.0)
    assert +a is a
    assert abs(-a) == a
    assert 1 + a == a + 1 == Dual(4.0, 1.0)
    assert 1 - a == Dual(-2.0, -1.0)
    assert 2 * a == a * 2 == Dual(6.0, 2.0)
    assert 6 / a == Dual(2.0, -2 / 3)
    assert (2**b).tangent == pytest.approx(4 * 0.6931471805599453 * 5)


@examples(100)
@given(duals, duals, duals)
def test_dual_numbers_are_a_commutative_ring(a: Dual, b: Dual, c: Dual) -> None:
    def close(left: Dual, right: Dual) -> None:
        assert (left.primal, left.tangent) == pytest.approx((right.primal, right.tangent), rel=1e-9, abs=1e-6)

    close(a + b, b + a)
    close(a * b, b * a)
    close((a * b) * c, a * (b * c))
    close(a * (b + c), a * b + a * c)
    close(a / b * b, a)
    close(a - a, Dual(0.0, 0.0))


def test_a_function_of_python_is_differentiated_by_running_it_once() -> None:
    def f(x: Dual) -> Dual:
        y = x
        for _ in range(3):
            y = y * x + 1
        return y

    # x⁴ + x² + x·… by hand: f = ((x·x + 1)x + 1)x + 1 = x⁴ + x² + x + 1
    assert f(Dual(2.0, 1.0)) == Dual(23.0, 4 * 8 + 2 * 2 + 1)


def test_a_constant_part_needs_no_derivative() -> None:
    root = calc.FUNCTIONS["sqrt"]
    assert root(Dual(0.0, 0.0)) == Dual(0.0, 0.0)
    with pytest.raises(calc.DomainError, match="vertical tangent"):
        root(Dual(0.0, 1.0))
    assert Dual(-2.0, 0.0) ** Dual(3.0, 0.0) == Dual(-8.0, 0.0)


@pytest.mark.parametrize(
    ("calculation", "message"),
    [
        (lambda: Dual(1.0) / 0, "1/0 has no value: division by zero."),
        (lambda: Dual(0.0, 1.0) ** -1, r"0\^\(-1\) has no value: a negative power of zero divides by zero."),
        (lambda: Dual(-1.0, 1.0) ** 0.5, r"\(-1\)\^0.5 has no real value"),
        (lambda: (-2) ** Dual(2.0, 1.0), r"The derivative of a\^x needs a base a > 0, not -2."),
    ],
)
def test_what_has_no_value_or_no_derivative_is_refused(calculation: object, message: str) -> None:
    with pytest.raises(calc.DomainError, match=message):
        calculation()  # type: ignore[operator]


def test_other_kinds_of_numbers_are_refused() -> None:
    with pytest.raises(TypeError, match="A dual number combines with numbers, not with str"):
        Dual(1.0) + "1"  # type: ignore[operator]


@examples(200)
@given(tame("x", "y"), POINTS, POINTS, numbers, numbers)
def test_the_directional_derivative_is_linear_in_the_direction(
    expression: calc.Expression, x: float, y: float, a: float, b: float
) -> None:
    point = {"x": x, "y": y}
    try:
        along_x = calc.directional_derivative(expression, point, {"x": 1.0})
        along_y = calc.directional_derivative(expression, point, {"y": 1.0})
        along_both = calc.directional_derivative(expression, point, {"x": a, "y": b})
    except calc.DomainError:
        assume(False)
    assume(abs(along_x) + abs(along_y) < 1e6)
    allowed = 1e-9 * (abs(a * along_x) + abs(b * along_y)) + 1e-7
    assert along_both == pytest.approx(a * along_x + b * along_y, abs=allowed)


def test_a_direction_in_which_the_point_cannot_move_is_refused() -> None:
    with pytest.raises(ValueError, match=r"The direction moves z; the point has x\."):
        calc.directional_derivative(calc.parse("x^2"), {"x": 1.0}, {"z": 1.0})


# By hand: at 3 the larger of 0 and x is x, with slope 1; at −3 it is 0.
def test_code_may_compare_dual_numbers_with_each_other_and_with_numbers() -> None:
    assert calc.derivative_at(lambda x: max(0, x), 3.0) == 1.0
    assert calc.derivative_at(lambda x: max(0, x), -3.0) == 0.0
    assert calc.derivative_at(lambda x: x * x if x > 0 else -x, 2.0) == 4.0
    a, b = Dual(1.0, 5.0), Dual(2.0, -5.0)
    assert a < b <= 2
    assert b > a >= 1
    assert sorted([b, a]) == [a, b]


def test_a_dual_number_at_rest_for_a_moment_still_depends_on_the_input() -> None:
    x = Dual(0.0, 1.0)
    assert (x * x).tangent == 0.0
    assert (x * x).moves
    assert not (Dual(3.0) * 2 + 1).moves
    with pytest.raises(calc.DomainError):
        calc.FUNCTIONS["sqrt"](x * x)


# mpmath: e^700 to 17 digits.
def test_a_power_of_e_is_as_exact_as_exp() -> None:
    assert calc.parse("e^x")(700) == pytest.approx(1.0142320547350045e304, rel=1e-16)
    assert calc.derivative_at(calc.parse("e^x"), 700.0) == calc.parse("e^x")(700)
