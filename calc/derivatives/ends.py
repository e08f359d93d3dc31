"""Where a curve ends: a derivative is a limit from both sides, so where one of them has no values there is none."""

from collections.abc import Mapping, Sequence

from calc.errors import DomainError
from calc.formulas.branches import chosen
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar

NEAREST = (2.0**-26, 2.0**-40)


def check_both_sides(
    expression: Expression, values: Sequence[float], point: Mapping[str, Scalar], direction: Mapping[str, Scalar]
) -> None:
    """Raises `DomainError` where ``expression`` has values on one side of ``point`` only, or on neither.

    ``values`` are those of its tape there: only where something stands at the end of a domain is a look worth while.
    """
    if not chosen(expression, point)[0].compiled().is_at_an_end(values):
        return
    for sign in (1, -1):
        if not has_values(expression, point, {name: sign * rate for name, rate in direction.items()}):
            raise DomainError("There are values on one side of this point only, so there is no derivative here.")


def has_values(expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> bool:
    """Whether there are values next to ``point`` in a direction."""
    size = reach(point, direction)
    return any(_exists(expression, moved(point, direction, h * size)) for h in NEAREST)


def reach(point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> float:
    """The size of the numbers that move, by which steps are measured."""
    return max([abs(value) for name, value in point.items() if direction.get(name, 0.0)], default=0.0) or 1.0


def moved(point: Mapping[str, Scalar], direction: Mapping[str, Scalar], h: float) -> dict[str, float]:
    """``point`` + h·``direction``"""
    return {name: value + h * direction.get(name, 0.0) for name, value in point.items()}


def _exists(expression: Expression, point: Mapping[str, Scalar]) -> bool:
    try:
        chosen(expression, point)[0].compiled().run(point)
    except DomainError:
        return False
    return True
