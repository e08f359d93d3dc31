"""The network: two inputs, some tanh units, one answer; its loss, and how it learns, step by step.

z = v₀ + Σ vᵢ·tanh(aᵢx₁ + bᵢx₂ + cᵢ). The answer is p = σ(z), and the loss of one example −ln p where 1 is right and
−ln(1 − p) where 0 is, which is the same as softplus(z) − t·z. Its slope in z is p − t.
"""

import math
from functools import lru_cache

import calc
from widgets.train.data import points
from widgets.train.tape import Slopes, with_slopes

Weights = tuple[float, ...]
INPUTS = ("x_1", "x_2", "t")
UNITS = 8  # at most
SPREAD = 1.2  # how far from 0 the weights begin


def names(units: int) -> tuple[str, ...]:
    """The weights in their order: aᵢ, bᵢ, cᵢ, vᵢ for each unit, then v₀."""
    return (*(f"{letter}_{i}" for i in range(1, units + 1) for letter in "abcv"), "v_0")


def output(units: int) -> str:
    """z, as a formula."""
    parts = (f"v_{i}*tanh(a_{i}*x_1 + b_{i}*x_2 + c_{i})" for i in range(1, units + 1))
    return " + ".join([*parts, "v_0"])


@lru_cache(maxsize=8)
def loss(units: int) -> calc.Expression:
    """The loss of one example."""
    return calc.parse(f"softplus({output(units)}) - t*({output(units)})")


@lru_cache(maxsize=8)
def loss_with_slopes(units: int) -> Slopes:
    """f(x₁, x₂, t, *weights) gives the loss and its slope in each weight."""
    return with_slopes(loss(units), (*INPUTS, *names(units)), names(units))


@lru_cache(maxsize=8)
def answering(units: int) -> Slopes:
    """f(x₁, x₂, t, *weights) gives (z,)."""
    return with_slopes(calc.parse(output(units)), (*INPUTS, *names(units)), ())


def start(units: int) -> Weights:
    """The weights at first: small, all different, the same every time."""
    state, found = 20_240_501, []
    for _ in names(units):
        state = 48_271 * state % 2_147_483_647
        found.append(SPREAD * (2 * state / 2_147_483_647 - 1))
    return tuple(found)


class Training:
    """All steps from the start, each worked out once, when it is asked for first."""

    def __init__(self, data: str, units: int, rate: float) -> None:
        self._batch, self._rate = points(data), rate
        self._slopes = loss_with_slopes(units)
        self.weights: list[Weights] = [start(units)]
        self._losses: list[float] = []

    def at(self, step: int) -> Weights:
        """The weights after so many steps."""
        while len(self._losses) <= step:
            self._measure_and_step()
        return self.weights[step]

    def losses_until(self, step: int) -> list[float]:
        """The loss after each number of steps, up to this one."""
        self.at(step)
        return self._losses[: step + 1]

    def _measure_and_step(self) -> None:
        """One run forwards and one back for each example, added up; then a step against the mean."""
        weights = self.weights[-1]
        rows = [self._slopes(point.x, point.y, point.target, *weights) for point in self._batch]
        value, *gradient = (math.fsum(column) / len(rows) for column in zip(*rows, strict=True))
        self._losses.append(value)
        self.weights.append(tuple(w - self._rate * slope for w, slope in zip(weights, gradient, strict=True)))


@lru_cache(maxsize=12)
def training(data: str, units: int, rate: float) -> Training:
    return Training(data, units, rate)
