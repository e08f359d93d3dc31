"""Forward mode: one pass gives the value and one directional derivative."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add, mul, neg, pow, truediv
from typing import Any

from calc.derivatives.dual import Dual
from calc.derivatives.ends import check_both_sides
from calc.derivatives.sides import slope_where_pieces_meet
from calc.errors import DomainError
from calc.formulas.branches import chosen
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.formulas.tree import check_expression
from calc.functions.function import Function


def jvp(expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> Dual:
    """The value at ``point`` and J·v, the rate of change along ``direction`` (0 for names it leaves out).

    Raises `DomainError` where there is no value, or no derivative.
    """
    check_expression(expression)
    here = chosen(expression, point)[0]
    tape = here.compiled()
    values = tape.checked(point)
    check_both_sides(expression, values, point, direction)
    met = slope_where_pieces_meet(expression, point, direction)
    if met is not None:
        return Dual(values[-1], met, True)
    done: dict[Expression, Dual] = {}
    for node, register in zip(tape.nodes, tape.registers, strict=True):
        match node:
            case Number() | Constant():
                done[node] = Dual(float(node.value))
            case Variable():
                rate = float(direction.get(node.name, 0.0))
                done[node] = Dual(float(point[node.name]), rate, rate != 0)
            case _:
                combined = _combined(node, [done[child] for child in node.children])
                # The tape's value: 1 − cos x is calculated there without loss.
                done[node] = Dual(values[register], combined.tangent, combined.moves)
    return done[here]


_OPERATIONS: dict[type[Expression], Callable[..., Dual]] = {
    Sum: lambda *terms: reduce(add, terms),
    Product: lambda *factors: reduce(mul, factors),
    Negative: neg,
    Quotient: truediv,
    Power: pow,
}


def _combined(node: Expression, parts: Sequence[Dual]) -> Dual:
    return node.function(*parts) if isinstance(node, Call) else _OPERATIONS[type(node)](*parts)


def directional_derivative(
    expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]
) -> float:
    """∇f(point)·direction, found in one forward pass.

    ``direction`` is taken as it is: give it length 1 for the slope per unit of distance.
    Names it leaves out do not move. Raises ValueError for a name that ``point`` does not have.
    """
    unknown = [name for name in direction if name not in point]
    if unknown:
        raise ValueError(f"The direction moves {', '.join(unknown)}; the point has {', '.join(point)}.")
    return jvp(expression, point, direction).tangent


def derivative_at(f: Callable[[Any], Any], x: float) -> float:
    """f′(x) for a calc function, a one-variable expression, or Python code of one argument.

    Python code is run once on a dual number, so it must use + − · / ** and calc functions only.
    At a kink the function's own convention holds. Raises `DomainError` where there is no derivative, as where a curve
    ends: x^1.5 has values on one side of 0 only.
    """
    if isinstance(f, Function):
        return f.derivative(x)
    if isinstance(f, Expression):
        names = f.variables
        if len(names) > 1:
            raise ValueError(f"{f} has the variables {', '.join(names)}; a partial derivative needs gradient.")
        return jvp(f, dict.fromkeys(names, x), dict.fromkeys(names, 1.0)).tangent
    result = f(Dual(float(x), 1.0))
    return result.tangent if isinstance(result, Dual) else 0.0


def partials(expression: Expression, point: Mapping[str, Scalar]) -> dict[str, float]:
    """∂f/∂x for every name in ``point``, each on its own, NaN for one that does not exist: x^y at (−3, 2) has ∂/∂x.

    `gradient` finds them in one pass, and refuses where one is missing. Raises as `Expression.evaluate`.
    """
    expression.evaluate(point)

    def partial(name: str) -> float:
        try:
            return jvp(expression, point, {name: 1.0}).tangent
        except DomainError:
            return math.nan

    return {name: partial(name) for name in point}
