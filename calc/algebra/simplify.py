"""Simplifying as a person would: collect numbers, drop 0 and 1, combine powers and like terms.

One law holds throughout: wherever the original has a value, the simplified form has the same one.
(It may have one in more places: x/x becomes 1. It never replaces √(x²) by x.)
"""

import math
from collections.abc import Callable, Mapping

from calc.algebra.powers import E, power
from calc.algebra.products import divide, multiply, negate
from calc.algebra.rational import NOUGHT, UNIT, Rational, as_rational, from_rational
from calc.algebra.sums import add
from calc.formulas.expression import Call, Expression, Negative, Power, Product, Quotient, Sum
from calc.formulas.tree import postorder
from calc.functions.function import Function


def simplify(expression: Expression, known: Mapping[Expression, Expression] | None = None) -> Expression:
    """The expression, simplified; the same expression always gives the same result.

    ``known`` gives the simplified form of some nodes in advance: a substitution.
    """
    done: dict[Expression, Expression] = dict(known or {})
    for node in postorder(expression):
        if node not in done:
            done[node] = rebuild(node, [done[child] for child in node.children])
    return done[expression]


_MAKERS: dict[type[Expression], Callable[..., Expression]] = {
    Sum: add,
    Product: multiply,
    Negative: negate,
    Quotient: divide,
    Power: power,
}


def rebuild(node: Expression, children: list[Expression]) -> Expression:
    """A node of that kind over already simplified children, simplified."""
    if isinstance(node, Call):
        return call(node.function, *children)
    return _MAKERS[type(node)](*children) if children else node


def call(function: Function, argument: Expression) -> Expression:
    """function(argument), simplified."""
    if function.name == "exp":
        return power(E, argument)
    if function.name == "identity":
        return argument
    if function.name in ("ln", "log"):
        if argument is UNIT:
            return NOUGHT
        if argument is E:
            return UNIT
        if isinstance(argument, Power) and argument.children[0] is E:
            return argument.children[1]
    if function.name == "sqrt":
        value = as_rational(argument)
        if value is not None and value.top >= 0:
            top, bottom = math.isqrt(value.top), math.isqrt(value.bottom)
            if (top * top, bottom * bottom) == value[:2]:
                return from_rational(Rational(top, bottom, value.decimal))
    if function.name == "abs" and isinstance(argument, Negative):
        return call(function, argument.children[0])
    return Call(function, argument)
