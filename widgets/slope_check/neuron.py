"""The neuron's loss in its weight w: two nudged runs, and three codes for its slope, of which one is right."""

from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.numbers import decimal

LOSS = calc.parse("(sigmoid(w*x + b) - t)^2")
POINT = {"w": 0.5, "x": 2.0, "b": -1.0, "t": 1.0}
FINE, BUG = 1e-7, 1e-2  # shares: below the one a slope is right, above the other it is not


@dataclass(frozen=True)
class Code:
    """A chain of local slopes from L back to w: how its first is written, and how that compares to the right one."""

    title: str
    first: str
    times: float

    def factors(self) -> tuple[float, float, float]:
        """The local slopes that are multiplied: of the square, of the sigmoid, of the product."""
        z = calc.parse("w*x + b").evaluate(POINT)
        d = calc.parse("sigmoid(z) - t").evaluate({"z": z, "t": POINT["t"]})
        square, sigmoid = calc.parse("d^2"), calc.parse("sigmoid(z)")
        return self.times * calc.derivative_at(square, d), calc.derivative_at(sigmoid, z), POINT["x"]

    @property
    def says(self) -> float:
        first, second, third = self.factors()
        return first * second * third

    def way(self) -> str:
        numbers = " · ".join(map(decimal, self.factors()))  # only the first may be negative
        return f"{self.first} · σ′(z) · x = {numbers}"


CODES = {
    "right": Code("right code", "2d", 1),
    "outer": Code("a bug: the 2 of 2d is forgotten", "d", 0.5),
    "sign": Code("a bug: t − a in place of a − t", "2(t − a)", -1),
}


@dataclass(frozen=True)
class Check:
    """What two runs say of the slope, what the code says, and by which share they differ."""

    h: float
    up: float
    down: float
    quotient: float
    says: float

    @property
    def share(self) -> float:
        return abs(self.quotient - self.says) / max(abs(self.quotient), abs(self.says))


@lru_cache(maxsize=256)
def checked(code: str, h: float) -> Check:
    w = POINT["w"]
    return Check(h, loss(w + h), loss(w - h), calc.central_difference(loss, w, h), CODES[code].says)


def loss(w: float) -> float:
    """Correctly rounded: a tiny h enlarges the last bit, which machines choose differently."""
    return calc.correctly_rounded(LOSS, {**POINT, "w": w})
