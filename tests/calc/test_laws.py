"""The laws of calculus, as properties of generated functions, and each rule's own law."""

import math

import pytest
from hypothesis import assume, given

import calc
from calc.formulas.expression import Expression
from tests.calc.conftest import examples
from tests.calc.strategies import POINTS, tame

F = tame("x")


def slope(expression: Expression, x: float) -> float:
    """The symbolic derivative's value; points without one are passed over."""
    try:
        value = calc.differentiate(expression, "x").result.evaluate({"x": x})
        expression.evaluate({"x": x})
    except calc.DomainError:
        assume(False)
    assume(abs(value) < 1e5)
    return value


def value(expression: Expression, x: float) -> float:
    try:
        result = expression.evaluate({"x": x})
    except calc.DomainError:
        assume(False)
    assume(abs(result) < 1e5)
    return result


def agree(left: float, right: float, *terms: float) -> None:
    assert left == pytest.approx(right, rel=1e-7, abs=1e-7 * (1 + max(map(abs, terms), default=0)))


@examples(400)
@given(F, F, POINTS)
def test_differentiation_is_linear(f: Expression, g: Expression, x: float) -> None:
    df, dg = slope(f, x), slope(g, x)
    agree(slope(3 * f - g / 2, x), 3 * df - dg / 2, df, dg)


@examples(400)
@given(F, F, POINTS)
def test_the_product_rule_holds(f: Expression, g: Expression, x: float) -> None:
    left, right = slope(f, x) * value(g, x), value(f, x) * slope(g, x)
    agree(slope(calc.Product(f, g), x), left + right, left, right)


@examples(400)
@given(F, F, POINTS)
def test_the_quotient_rule_holds(f: Expression, g: Expression, x: float) -> None:
    below = value(g, x)
    assume(abs(below) > 1e-2)
    left, right = slope(f, x) * below, value(f, x) * slope(g, x)
    agree(slope(calc.Quotient(f, g), x), (left - right) / below**2, left / below**2, right / below**2)


@examples(400)
@given(F, F, POINTS)
def test_the_chain_rule_holds(f: Expression, g: Expression, x: float) -> None:
    u = value(g, x)
    outer, inner = slope(f, u), slope(g, x)
    agree(slope(f.substitute({"x": g}), x), outer * inner, outer, inner, outer * inner)


@examples(300)
@given(tame("x", "y"), POINTS, POINTS)
def test_mixed_partial_derivatives_are_equal_where_the_function_is_smooth(f: Expression, x: float, y: float) -> None:
    assume(not any(name in str(f) for name in ("abs", "relu", "elu", "hard", "softsign")))
    try:
        xy = calc.differentiate(calc.differentiate(f, "x").result, "y").result.evaluate({"x": x, "y": y})
        yx = calc.differentiate(calc.differentiate(f, "y").result, "x").result.evaluate({"x": x, "y": y})
    except calc.DomainError:
        assume(False)
    assume(abs(xy) < 1e4)
    agree(xy, yx, 1.0)


# Each rule's law, with f = sin(x) + 2, g = x^2 + 1, c = 7, n = 3, a = 5: the right-hand side worked out by hand.
X = 0.8
SIN, COS = math.sin(X), math.cos(X)
f, df, g, dg = SIN + 2, COS, X**2 + 1, 2 * X
LAWS = {
    "constant": ("7", 0.0),
    "identity": ("x", 1.0),
    "sum": ("sin(x) + 2 + x^2", df + dg),
    "constant multiple": ("7(sin(x) + 2)", 7 * df),
    "product": ("(sin(x) + 2)(x^2 + 1)", df * g + f * dg),
    "product of several": (
        "x(sin(x) + 2)(x^2 + 1)*e^x",
        math.exp(X) * (f * g + X * df * g + X * f * dg + X * f * g),
    ),
    "zero power": ("(x + 1)^0", 0.0),
    "root or fraction": ("7/(x^2 + 1)", -7 * dg / g**2),
    "quotient": ("(sin(x) + 2)/(x^2 + 1)", (df * g - f * dg) / g**2),
    "power": ("x^3", 3 * X**2),
    "exponential": ("e^x", math.exp(X)),
    "exponential, base a": ("5^x", 5**X * math.log(5)),
    "general power": ("(sin(x) + 2)^(x^2 + 1)", f**g * (dg * math.log(f) + g * df / f)),
    "piece by piece": ("{x < 0: 0, x >= 0: sin(x)}", COS),
    "chain": ("sin(x^2 + 1)", math.cos(g) * dg),
}


@pytest.mark.parametrize("name", calc.RULES)
def test_each_rule_says_what_it_does(name: str) -> None:
    typed, by_hand = LAWS[name]
    derivation = calc.differentiate(calc.parse(typed), "x")
    assert derivation.steps.rule is calc.RULES[name]
    assert derivation.result(X) == pytest.approx(by_hand, rel=1e-14)
    assert derivation.steps.applied(X) == pytest.approx(by_hand, rel=1e-14)


def test_every_rule_can_be_met() -> None:
    derivations = [calc.differentiate(calc.parse(typed), "x") for typed, _ in LAWS.values()]
    met = {step.rule.name for derivation in derivations for _, step in derivation.walk(obvious=True)}
    assert set(calc.RULES) <= met


@pytest.mark.parametrize("name", [name for name in calc.FUNCTIONS if name != "exp"])
def test_a_functions_own_rule_is_named_after_it(name: str) -> None:
    rule = calc.differentiate(calc.parse(f"{name}(t)"), "t").steps.rule
    assert rule.name == f"{name}(x)"
    assert rule.title == f"Derivative of {calc.FUNCTIONS[name].title}"
    assert calc.FUNCTIONS[name].derivative_latex in rule.law


def test_exp_and_e_to_the_power_are_one_function_with_one_rule() -> None:
    assert calc.differentiate(calc.parse("exp(t)"), "t").steps.rule is calc.RULES["exponential"]


def test_c_times_e_to_the_x_is_its_own_derivative_for_every_c() -> None:
    for c in (1, 5, -3):
        expression = calc.simplify(c * calc.parse("e^x"))
        assert calc.differentiate(expression, "x").result is expression
