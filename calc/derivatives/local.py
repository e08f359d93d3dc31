"""Local derivatives: how one operation's value moves with each of its inputs."""

from collections.abc import Sequence

from calc.derivatives.dual import power_partials
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Power, Product, Quotient


def local_derivatives(
    node: Expression, value: float, inputs: Sequence[float], moves: Sequence[bool]
) -> tuple[float, ...]:
    """∂node/∂input for each input, from their values; a kink takes the convention of its function.

    Of a power only that is asked for which ``moves``. Raises `DomainError` where there is none.
    """
    match node:
        case Call():
            return (node.function.derivative(inputs[0]),)
        case Negative():
            return (-1.0,)
        case Product():
            return _products_of_others(inputs)
        case Quotient():
            return 1 / inputs[1], -value / inputs[1]
        case Power():
            return power_partials(inputs[0], inputs[1], moves[0], moves[1])
        case _:
            return (1.0,) * len(inputs)


def _products_of_others(values: Sequence[float]) -> tuple[float, ...]:
    """∂(a·b·c)/∂b = a·c, without dividing by b, which may be 0."""
    before = [1.0]
    for value in values[:-1]:
        before.append(before[-1] * value)
    result, after = [], 1.0
    for value, left in zip(reversed(values), reversed(before), strict=True):
        result.append(left * after)
        after *= value
    return tuple(reversed(result))
