"""Second derivatives: one after the other for a formula, all of them for a point."""

from collections.abc import Mapping

from calc.derivatives.differentiate import differentiate
from calc.derivatives.steps import Derivation
from calc.errors import ShapeError
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar
from calc.vectors.matrix import Matrix


def second_derivative(expression: Expression, first: str, second: str = "") -> tuple[Derivation, Derivation]:
    """∂f/∂first and then ∂²f/∂first∂second, both with their steps; ``second`` is ``first`` if it is left out."""
    once = differentiate(expression, first)
    return once, differentiate(once.result, second or first)


def hessian(expression: Expression, point: Mapping[str, Scalar]) -> Matrix:
    """∂²f/∂x_i∂x_j in row i, column j, in the order of ``point``; n×n and symmetric.

    Raises `DomainError` where the function, a slope or a second slope has no value.
    """
    if not point:
        raise ShapeError("A Hessian has one input or more, not 0.")
    expression.evaluate(point)
    names = list(point)
    upper: dict[tuple[int, int], float] = {}
    for i, name in enumerate(names):
        slope = differentiate(expression, name).result
        slope.evaluate(point)
        for j in range(i, len(names)):
            upper[i, j] = differentiate(slope, names[j]).result.evaluate(point)
    return tuple(tuple(upper[min(i, j), max(i, j)] for j in range(len(names))) for i in range(len(names)))
