"""Difference quotients, the limit they approach, and the tangent line."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from calc.derivatives.forward import derivative_at
from calc.errors import DomainError
from calc.formulas.expression import Expression

RealFunction = Callable[[float], float]


def difference_quotient(f: RealFunction, x: float, h: float) -> float:
    """(f(x + h) − f(x))/h, the slope of the secant from x to x + h; h may be negative.

    ``f`` is any function of one number, a calc function or a one-variable expression. The error shrinks
    like h until round-off, which grows like 1/h, takes over near h = √ε ≈ 1.5e-8.
    Raises ValueError for h = 0.
    """
    _check_step(h)
    return (f(x + h) - f(x)) / h


def central_difference(f: RealFunction, x: float, h: float) -> float:
    """(f(x + h) − f(x − h))/(2h), the slope of the secant across x.

    The error shrinks like h² until round-off takes over near h = ∛ε ≈ 6e-6.
    Raises ValueError for h = 0.
    """
    _check_step(h)
    return (f(x + h) - f(x - h)) / (2 * h)


def _check_step(h: float) -> None:
    if not math.isfinite(h) or h == 0:
        raise ValueError(f"h is the distance between two points, so a finite number other than 0, not {h}.")


@dataclass(frozen=True)
class Tangent:
    """The line through (``at``, ``value``) with the given ``slope``; call it for its height at t."""

    at: float
    value: float
    slope: float

    def __call__(self, t: float) -> float:
        return self.value + self.slope * (t - self.at)


def tangent_line(f: RealFunction | Expression, x: float) -> Tangent:
    """The tangent to ``f`` at ``x``: the best linear approximation there.

    The slope is exact, not a difference quotient; see `derivative_at` for what ``f`` may be.
    """
    return Tangent(x, f(x), derivative_at(f, x))


@dataclass(frozen=True)
class QuotientError:
    """Both quotients at one ``h``, and how far each is from the derivative."""

    h: float
    forward: float
    central: float
    forward_error: float
    central_error: float


def error_curve(
    f: RealFunction | Expression, x: float, steps: Iterable[float] = (), *, derivative: float | None = None
) -> tuple[QuotientError, ...]:
    """|quotient − f′(x)| for each h, by default 1, 10⁻¹, …, 10⁻¹⁶: the U-curve; NaN where f has no value at x ± h.

    ``derivative`` is f′(x) where the caller knows it better than `derivative_at` does.
    """
    exact = derivative_at(f, x) if derivative is None else derivative
    rows = []
    for h in tuple(steps) or [10.0**-k for k in range(17)]:
        forward, central = _or_nan(difference_quotient, f, x, h), _or_nan(central_difference, f, x, h)
        rows.append(QuotientError(h, forward, central, abs(forward - exact), abs(central - exact)))
    return tuple(rows)


def _or_nan(quotient: Callable[[RealFunction, float, float], float], f: RealFunction, x: float, h: float) -> float:
    try:
        return quotient(f, x, h)
    except DomainError:
        return math.nan
