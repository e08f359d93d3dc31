"""Jacobians, and the chain rule for functions of several variables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calc.derivatives.graph import gradient
from calc.errors import ShapeError
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar
from calc.vectors.matrix import Matrix, matmul


def jacobian(expressions: Sequence[Expression], point: Mapping[str, Scalar]) -> Matrix:
    """∂(output i)/∂(input j) in row i, column j: m×n for m outputs and n inputs (numerator layout).

    Inputs are in the order of ``point``. Row i is the gradient of output i lying down, so the gradient
    of a scalar is the transpose of its 1×n Jacobian. Raises `ShapeError` without an output or input.
    """
    if not expressions or not point:
        raise ShapeError(f"A Jacobian has one output and one input or more, not {len(expressions)} and {len(point)}.")
    return tuple(tuple(gradient(expression, point).values()) for expression in expressions)


def vjp(expressions: Sequence[Expression], point: Mapping[str, Scalar], u: Sequence[float]) -> dict[str, float]:
    """uᵀJ by name of input: a backward pass for each output, never forming J."""
    if len(u) != len(expressions):
        raise ShapeError(
            f"u has {len(u)} entries and there are {len(expressions)} outputs: one weight for each is needed."
        )
    total = dict.fromkeys(point, 0.0)
    for weight, expression in zip(u, expressions, strict=True):
        for name, partial in gradient(expression, point).items():
            total[name] += weight * partial
    return total


@dataclass(frozen=True)
class VectorChain:
    """y = outer(u), u = inner(x): both Jacobians, each at its own input, and their product dy/dx."""

    inner_values: tuple[tuple[str, float], ...]
    outer_values: tuple[float, ...]
    inner_jacobian: Matrix
    outer_jacobian: Matrix
    jacobian: Matrix


def vector_chain(
    outer: Sequence[Expression], inner: Mapping[str, Expression], point: Mapping[str, Scalar]
) -> VectorChain:
    """The vector chain rule: J of outer∘inner is J_outer(inner(x)) · J_inner(x), p×m times m×n.

    ``inner`` names its outputs, which are the variables of ``outer``; the outer Jacobian is taken there,
    not at ``point``. Raises `ShapeError` where outer asks for a variable that inner does not give.
    """
    asked = sorted({name for expression in outer for name in expression.variables})
    missing = [name for name in asked if name not in inner]
    if missing:
        raise ShapeError(
            f"The outer function takes {', '.join(asked)}, but the inner one gives {', '.join(inner)}: "
            f"{', '.join(missing)} is missing."
        )
    u = {name: expression.evaluate(point) for name, expression in inner.items()}
    inner_jacobian = jacobian(list(inner.values()), point)
    outer_jacobian = jacobian(outer, u)
    return VectorChain(
        inner_values=tuple(u.items()),
        outer_values=tuple(expression.evaluate(u) for expression in outer),
        inner_jacobian=inner_jacobian,
        outer_jacobian=outer_jacobian,
        jacobian=matmul(outer_jacobian, inner_jacobian),
    )
