"""Two points of a curve: the line through them, and the slope that it comes to as they meet."""

import math
from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.defined import defined


@dataclass(frozen=True)
class Pair:
    """The points at x and x + h. Numbers that do not exist are NaN; `limit` is None where f has no value at x."""

    formula: str
    x: float
    h: float
    y: float
    far: float
    limit: calc.Slope | None

    @property
    def rise(self) -> float:
        return self.far - self.y

    @property
    def secant(self) -> float:
        """Rise over run; NaN where the two points are one."""
        return self.rise / self.h if self.h else math.nan

    @property
    def slope(self) -> float:
        """The slope of the curve at x, NaN where it has none."""
        value = self.limit.value if self.limit else None
        return math.nan if value is None else value


@lru_cache(maxsize=256)
def pair(formula: str, x: float, h: float) -> Pair:
    """The points at x and x + h on the curve that `formula` writes in x."""
    f = parsed(formula)
    y, far = (defined(f.evaluate, {"x": at}) for at in (x, round(x + h, 10)))
    try:
        limit = calc.slope_at(f, x)
    except calc.DomainError:
        limit = None
    return Pair(formula, x, h, y, far, limit)


@lru_cache(maxsize=32)
def parsed(formula: str) -> calc.Expression:
    return calc.parse(formula)
