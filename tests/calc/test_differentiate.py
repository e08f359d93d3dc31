"""Symbolic derivatives: right, simplified, and the same in all of calc's four ways."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

import calc
from tests.calc.checks import Unfit, check_exact_ways, check_quotient
from tests.calc.conftest import examples
from tests.calc.oracles import in_fractions, in_sympy
from tests.calc.strategies import POINTS, RATIONAL, tame


@examples(1000)
@given(tame("x"), POINTS)
def test_three_exact_ways_agree_with_mpmath(expression: calc.Expression, x: float) -> None:
    try:
        check_exact_ways(expression, {"x": x})
    except Unfit:
        assume(False)


@examples(400)
@given(RATIONAL, st.fractions(-5, 5, max_denominator=20))
def test_derivatives_of_rational_functions_are_exact(expression: calc.Expression, x: Fraction) -> None:
    try:
        want = in_fractions(expression, x)[1]
    except ZeroDivisionError:
        assume(False)
    result = calc.differentiate(expression, "x").result
    assert in_fractions(result, x)[0] == want, f"{expression} gave {result}"


@examples(700)
@given(tame("x", "y"), POINTS, POINTS)
def test_partial_derivatives_agree_with_mpmath(expression: calc.Expression, x: float, y: float) -> None:
    try:
        check_exact_ways(expression, {"x": x, "y": y}, "y")
    except Unfit:
        assume(False)


@examples(400)
@given(tame("x"), POINTS)
def test_the_difference_quotient_agrees_within_taylors_error(expression: calc.Expression, x: float) -> None:
    try:
        check_quotient(expression, {"x": x})
    except Unfit:
        assume(False)


@examples(150)
@given(tame("x"), POINTS)
def test_symbolic_derivatives_agree_with_sympys(expression: calc.Expression, x: float) -> None:
    ours = calc.differentiate(expression, "x").result
    try:
        value = ours.evaluate({"x": x})
    except calc.DomainError:
        assume(False)
    assume(abs(value) < 1e6)
    symbol = sympy.Symbol("x", real=True)
    theirs = sympy.diff(in_sympy(expression), symbol).subs(symbol, sympy.Rational(str(x)))
    assume(not theirs.has(sympy.zoo, sympy.nan))
    want = theirs.evalf(30)
    assume(want.is_number and want.is_real)
    assert value == pytest.approx(float(want), rel=1e-7, abs=1e-7), str(expression)


# Typed, and the answer at the back of the book in the form a person would write.
ANSWERS = [
    ("7", "0"),
    ("x", "1"),
    ("x^2", "2x"),
    ("x^100", "100x^99"),
    ("5x*3x", "30x"),
    ("x^3 - 3x + 1", "3x^2 - 3"),
    ("(2x+1)^2", "4(2x + 1)"),
    ("(2x)^3", "24x^2"),
    ("x^-2", "-2/x^3"),
    ("1/x", "-1/x^2"),
    ("sqrt(x)", "1/(2sqrt(x))"),
    ("x^(1/2)", "1/(2sqrt(x))"),
    ("e^x", "e^x"),
    ("5e^x", "5e^x"),
    ("e^(3x)", "3e^(3x)"),
    ("e^-x", "-e^(-x)"),
    ("e^(-x^2/2)", "-x*e^(-x^2/2)"),
    ("2^x", "2^x*ln(2)"),
    ("2^(3x)", "3*2^(3x)*ln(2)"),
    ("x^x", "x^x*(ln(x) + 1)"),
    ("ln(x)", "1/x"),
    ("ln(x^2 + 1)", "2x/(x^2 + 1)"),
    ("log10(x)", "1/(x*ln(10))"),
    ("sin(x)", "cos(x)"),
    ("sin(x)^2", "2sin(x)*cos(x)"),
    ("sin(x^2)", "2x*cos(x^2)"),
    ("cos(x)", "-sin(x)"),
    ("tan(x)", "sec(x)^2"),
    ("sin(x)/cos(x)", "1/cos(x)^2"),
    ("x*sin(x)", "sin(x) + x*cos(x)"),
    ("x*e^x", "(x + 1)*e^x"),
    ("x/(x+1)", "1/(x + 1)^2"),
    ("(2x+1)/(x-3)", "-7/(x - 3)^2"),
    ("(x^2+3)(2x+1)", "6x^2 + 2x + 6"),
    ("x^2/(x+1)^3", "x*(2 - x)/(x + 1)^4"),
    ("x*sqrt(x)", "3sqrt(x)/2"),
    ("sqrt(x)/(x+1)", "(1 - x)/(2sqrt(x)*(x + 1)^2)"),
    ("atan(1/x)", "-1/(x^2 + 1)"),
    ("(1+1/x)^x", "(1 + 1/x)^x*(ln(1 + 1/x) - 1/(x + 1))"),
    ("sinh(x)/cosh(x)", "1/cosh(x)^2"),
    ("-ln(sigmoid(x))", "sigmoid(x) - 1"),
    ("|x|^3", "3x*abs(x)"),
    ("sqrt(1-x^2)", "-x/sqrt(1 - x^2)"),
    ("tan(2^x)", "2^x*sec(2^x)^2*ln(2)"),
    ("sigmoid(x)", "sigmoid(x)*(1 - sigmoid(x))"),
    ("sigmoid(2x + 1)", "2sigmoid(2x + 1)*(1 - sigmoid(2x + 1))"),
    ("tanh(x)", "1 - tanh(x)^2"),
    ("relu(3x)", "3relu'(3x)"),
    ("|x|", "sign(x)"),
    ("gaussian(x)", "-2x*gaussian(x)"),
    ("0.1x + 0.2x", "0.3"),
    ("0.5x^2", "x"),
    ("sin(3)x", "sin(3)"),
    ("a*x^n", "a*n*x^(n - 1)"),
    ("(x*y + 1)(x - y)", "2x*y - y^2 + 1"),
    ("w*x + b", "w"),
    ("y^2", "0"),
]


@pytest.mark.parametrize(("typed", "answer"), ANSWERS, ids=[typed for typed, _ in ANSWERS])
def test_the_answer_is_the_one_at_the_back_of_the_book(typed: str, answer: str) -> None:
    expression = calc.parse(typed)
    result = calc.differentiate(expression, "x").result
    assert str(result) == answer
    x = sympy.Symbol("x", real=True)
    difference = in_sympy(result) - sympy.diff(in_sympy(expression), x)
    point = {symbol: sympy.Rational(7, 5) + i for i, symbol in enumerate(sorted(difference.free_symbols, key=str))}
    assert abs(difference.subs(point).evalf(30)) < 1e-25


@pytest.mark.parametrize("name", calc.FUNCTIONS)
def test_each_functions_derivative_can_be_taken_three_times_in_a_row(name: str) -> None:
    once = calc.differentiate(calc.parse(f"{name}(x)"), "x").result
    twice = calc.differentiate(once, "x").result
    thrice = calc.differentiate(twice, "x").result
    point = {"x": 0.437} if name not in ("asec", "acsc", "acosh", "acoth") else {"x": 1.437}
    thrice.evaluate(point)
    try:
        check_exact_ways(once, point)
        check_exact_ways(twice, point)
    except Unfit:
        pytest.fail("the point was meant to fit")


def test_the_derivative_of_a_derivative_with_a_prime_follows_the_pieces() -> None:
    assert str(calc.differentiate(calc.parse("relu'(x)"), "x").result) == "0"
    assert str(calc.differentiate(calc.parse("hard_swish'(x)"), "x").result) == "2hard_sigmoid'(x)"


def test_a_derivative_too_large_to_read_is_refused_at_once() -> None:
    product = calc.parse("*".join(f"sin({k}x)" for k in range(1, 62)))
    with pytest.raises(calc.SizeError, match="60 factors at most, not 61"):
        calc.differentiate(product, "x")
    tower = calc.parse("^".join("x" * 100))
    with pytest.raises(calc.SizeError, match="more than 10000 parts"):
        calc.differentiate(tower, "x")


def test_a_variable_that_is_not_one_is_refused() -> None:
    with pytest.raises(ValueError, match="'2x' is not a variable's name"):
        calc.differentiate(calc.parse("x"), "2x")


@pytest.mark.parametrize(
    "use",
    [
        lambda text: calc.differentiate(text, "x"),
        lambda text: calc.gradient(text, {"x": 1.0}),
        lambda text: calc.jvp(text, {"x": 1.0}, {"x": 1.0}),
        calc.Graph,
        calc.simplify,
    ],
)
def test_text_where_a_formula_is_needed_is_refused_with_what_would_be_right(use: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match=r'^A formula is needed here, for example calc.parse\("x\^2"\), not str.$'):
        use("x^2")
