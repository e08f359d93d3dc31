"""Partial derivatives of a function of several variables."""

from collections.abc import Mapping

from calc.derivatives.forward import jvp
from calc.derivatives.graph import Graph
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar


def gradient(expression: Expression, point: Mapping[str, Scalar]) -> dict[str, float]:
    """∂f/∂x for every name in ``point``, found in one backward pass; 0 for names not in ``expression``.

    As a column vector it points where f rises fastest (where it is not 0, and for the Euclidean norm);
    it is the transpose of the 1×n Jacobian. Raises `DomainError` where a partial derivative does not exist.
    """
    graph = Graph(expression)
    graph.forward(point)
    found = graph.backward()
    return {name: found.get(name, 0.0) for name in point}


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
