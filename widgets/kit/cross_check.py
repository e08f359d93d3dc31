"""A derivative held against a difference quotient, which knows no rule."""

from collections.abc import Callable
from dataclasses import dataclass

import calc
from widgets.kit.defined import defined

H = 1e-5  # near the cube root of the machine epsilon, where a central difference is most accurate


@dataclass(frozen=True)
class CrossCheck:
    """The central difference quotient for `H`, and whether it contradicts the slope, as it does at a kink."""

    quotient: float
    kink: bool


def cross_check(function: Callable[[float], float], x: float, slope: float) -> CrossCheck:
    """Holds `slope` against the quotient at x. Where either has no value (NaN), nothing is contradicted."""
    quotient = defined(calc.central_difference, function, x, H)
    return CrossCheck(quotient, abs(quotient - slope) > 1e-4 * max(1.0, abs(slope)))
