"""Forward mode through an expression: one pass gives the value and one directional derivative."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add, mul, neg, pow, truediv

from calc.derivatives.dual import Dual
from calc.formulas.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from calc.formulas.names import Scalar
from calc.formulas.tree import check_expression, postorder


def jvp(expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> Dual:
    """The value at ``point`` and J·v, the rate of change along ``direction`` (0 for names it leaves out)."""
    check_expression(expression)
    expression.evaluate(point)  # Says clearly what is missing or outside a domain.
    done: dict[Expression, Dual] = {}
    for node in postorder(expression):
        match node:
            case Number() | Constant():
                done[node] = Dual(float(node.value))
            case Variable():
                done[node] = Dual(float(point[node.name]), float(direction.get(node.name, 0.0)))
            case _:
                done[node] = _combined(node, [done[child] for child in node.children])
    return done[expression]


_OPERATIONS: dict[type[Expression], Callable[..., Dual]] = {
    Sum: lambda *terms: reduce(add, terms),
    Product: lambda *factors: reduce(mul, factors),
    Negative: neg,
    Quotient: truediv,
    Power: pow,
}


def _combined(node: Expression, parts: Sequence[Dual]) -> Dual:
    return node.function(*parts) if isinstance(node, Call) else _OPERATIONS[type(node)](*parts)
