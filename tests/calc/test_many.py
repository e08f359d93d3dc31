"""Many points at once, partial derivatives one by one, second derivatives."""

import math

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import calc
from tests.calc.conftest import examples
from tests.calc.oracles import in_sympy
from tests.calc.strategies import POINTS, TREES, tame


def one_by_one(expression: calc.Expression, points: list[float]) -> list[float]:
    def value(x: float) -> float:
        try:
            return expression.evaluate({"x": x})
        except calc.DomainError:
            return math.nan

    return [value(x) for x in points]


@examples(500)
@given(st.one_of(tame("x"), TREES), st.lists(st.one_of(st.floats(-5, 5), st.integers(-3, 3)), min_size=40, max_size=50))
def test_many_values_at_once_are_those_found_one_by_one(expression: calc.Expression, xs: list[float]) -> None:
    expression = expression.substitute({name: calc.Variable("x") for name in expression.variables})
    assert str(expression.values(xs)) == str(one_by_one(expression, xs))


def test_a_point_without_a_value_is_not_a_number() -> None:
    xs = [k / 10 for k in range(-50, 51)]
    for typed in ("ln(x)", "1/x", "e^(1/x)", "1/(x*x*10^300)", "(cosh(x) - 1)/x^2", "tan(x)", "x^0.5"):
        f = calc.parse(typed)
        assert str(f.values(xs)) == str(one_by_one(f, xs)), typed
    assert calc.parse("w*x").values([1, 2], w=3) == [3.0, 6.0]
    assert calc.parse("5").values([1, 2]) == [5.0, 5.0]
    assert calc.parse("w*x").values(range(40), w=2)[39] == 78.0
    with pytest.raises(ValueError, match="w, x are free: fix all but one"):
        calc.parse("w*x").values([1, 2])


def test_each_partial_derivative_exists_on_its_own() -> None:
    found = calc.partials(calc.parse("x^y"), {"x": -3.0, "y": 2.0})
    assert found["x"] == -6.0
    assert math.isnan(found["y"])
    assert calc.partials(calc.parse("x^2*y"), {"x": 2.0, "y": 3.0, "z": 1.0}) == {"x": 12.0, "y": 4.0, "z": 0.0}
    with pytest.raises(calc.DomainError):
        calc.partials(calc.parse("ln(x)"), {"x": -1.0})


# By hand: f = x²y + e^(xy).
def test_the_hessian_of_a_formula() -> None:
    x, y = 0.5, 2.0
    e = math.exp(x * y)
    H = calc.hessian(calc.parse("x^2*y + e^(x*y)"), {"x": x, "y": y})
    assert H[0] == pytest.approx((2 * y + y * y * e, 2 * x + e + x * y * e))
    assert H[1] == pytest.approx((2 * x + e + x * y * e, x * x * e))
    once, twice = calc.second_derivative(calc.parse("x^3"), "x")
    assert (str(once.result), str(twice.result)) == ("3x^2", "6x")
    assert str(calc.second_derivative(calc.parse("x^2*y"), "x", "y")[1].result) == "2x"
    with pytest.raises(calc.DomainError):
        calc.hessian(calc.parse("ln(x)"), {"x": -1.0})
    with pytest.raises(calc.ShapeError):
        calc.hessian(calc.parse("5"), {})


@examples(60)
@given(st.sampled_from(["x^3*y", "sin(x*y)", "e^(x - y^2)", "x/(y^2 + 1)", "sigmoid(x + 2y)", "ln(x^2 + y^2 + 1)"]),
       POINTS, POINTS)  # fmt: skip
def test_the_hessian_is_sympys(typed: str, x: float, y: float) -> None:
    expression = calc.parse(typed)
    symbols = [sympy.Symbol(name, real=True) for name in "xy"]
    want = sympy.hessian(in_sympy(expression), symbols).subs(
        dict(zip(symbols, (sympy.Rational(str(x)), sympy.Rational(str(y))), strict=True))
    )
    got = calc.hessian(expression, {"x": x, "y": y})
    for i in range(2):
        for j in range(2):
            assert got[i][j] == pytest.approx(float(want[i, j].evalf(30)), rel=1e-9, abs=1e-9)
