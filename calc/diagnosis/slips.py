"""The slips readers make, each as a rule of differentiation gone wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from calc.algebra.rational import MINUS_ONE, UNIT
from calc.algebra.term import E
from calc.derivatives.rules import RULES, Task
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Number, Power, Product, Quotient, Sum

Wrong = Callable[[Task], Expression]


@dataclass(frozen=True)
class WrongRule:
    """``apply`` in place of the rule of that name gives what someone writes who makes the slip ``name``."""

    name: str
    rule: str
    apply: Wrong


def _inner_inside(task: Task) -> Expression:
    return task.at(task.slopes[0], Product(task.pieces[1], task.slopes[1]))


def _as_product(task: Task) -> Expression:
    outer, inner = task.pieces
    at_x = task.at(task.slopes[0], task.x), task.at(outer, task.x)
    return Sum(Product(at_x[0], inner), Product(at_x[1], task.slopes[1]))


def _own_factor(task: Task) -> Expression:
    return Sum(*[Product(f, df) for f, df in zip(task.pieces, task.slopes, strict=True)])


def _one_term(i: int) -> Wrong:
    return lambda task: (
        Product(*task.pieces[:i], task.slopes[i], *task.pieces[i + 1 :]) if i < len(task.pieces) else UNIT
    )


def _minus(task: Task) -> Expression:
    terms = RULES["product"].apply(task).children
    return Sum(terms[0], *[Negative(term) for term in terms[1:]])


def _quotient(task: Task, sign: int, under: Expression) -> Expression:
    (f, g), (df, dg) = task.pieces, task.slopes
    second = Product(f, dg)
    return Quotient(Sum(Product(df, g), second if sign > 0 else Negative(second)), under)


def _square(f: Expression) -> Expression:
    return Power(f, Number(2))


def _inverse_slope(task: Task) -> Expression:
    """(1/g)′"""
    return Quotient(Negative(task.slopes[1]), _square(task.pieces[1]))


def _exponent(task: Task) -> tuple[Expression, Expression]:
    x, n = task.node.children
    return x, n


def _power_rule(task: Task) -> Expression:
    base, n = (E, task.x) if isinstance(task.node, Call) else task.node.children
    return Product(n, Power(base, Sum(n, MINUS_ONE)))


def factor_lost(task: Task) -> Expression:
    """The number in front forgotten, but for its sign."""
    return Negative(task.slopes[0]) if isinstance(task.node, Negative) else task.slopes[0]


CHAIN, PRODUCT, QUOTIENT, POWER = "chain", "product", "quotient", "power"
WRONG_RULES = (
    WrongRule("inner derivative missing", CHAIN, lambda t: t.at(t.slopes[0], t.pieces[1])),
    WrongRule("outer derivative taken at x", CHAIN, lambda t: Product(t.at(t.slopes[0], t.x), t.slopes[1])),
    WrongRule("outer derivative taken at the inner derivative", CHAIN, lambda t: t.at(t.slopes[0], t.slopes[1])),
    WrongRule("inner derivative put inside", CHAIN, _inner_inside),
    WrongRule("composition taken for a product", CHAIN, _as_product),
    WrongRule("product of the derivatives", PRODUCT, lambda t: Product(*t.slopes)),
    WrongRule("each derivative beside its own factor", PRODUCT, _own_factor),
    WrongRule("one term of the product rule missing", PRODUCT, _one_term(0)),
    WrongRule("one term of the product rule missing", PRODUCT, _one_term(1)),
    WrongRule("minus in the product rule", PRODUCT, _minus),
    WrongRule("quotient of the derivatives", QUOTIENT, lambda t: Quotient(*t.slopes)),
    WrongRule("plus in the quotient rule", QUOTIENT, lambda t: _quotient(t, 1, _square(t.pieces[1]))),
    WrongRule("denominator not squared", QUOTIENT, lambda t: _quotient(t, -1, t.pieces[1])),
    WrongRule("numerator squared below the line", QUOTIENT, lambda t: _quotient(t, -1, _square(t.pieces[0]))),
    WrongRule("product of the derivatives", QUOTIENT, lambda t: Product(t.slopes[0], _inverse_slope(t))),
    WrongRule(
        "each derivative beside its own factor",
        QUOTIENT,
        lambda t: Sum(Product(t.pieces[0], t.slopes[0]), Quotient(_inverse_slope(t), t.pieces[1])),
    ),
    WrongRule("exponent not lowered", POWER, lambda t: Product(_exponent(t)[1], t.node)),
    WrongRule("exponent raised", POWER, lambda t: Product(_exponent(t)[1], Power(t.x, Sum(_exponent(t)[1], UNIT)))),
    WrongRule("exponent not brought down", POWER, lambda t: Power(t.x, Sum(_exponent(t)[1], MINUS_ONE))),
    WrongRule("power rule on an exponential", "exponential", _power_rule),
    WrongRule("power rule on an exponential", "exponential, base a", _power_rule),
    WrongRule("logarithm of the base missing", "exponential, base a", lambda t: t.node),
    WrongRule("power rule though the exponent moves", "general power", _power_rule),
    WrongRule("constant kept", "constant", lambda t: t.node),
    WrongRule("constant factor lost", "constant multiple", factor_lost),
)
"""By rule, the slips of a list of misconceptions and those of exercise banks."""
