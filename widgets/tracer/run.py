"""A curve and its slopes from left to right, honest about where there are none."""

import math
from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.defined import defined
from widgets.kit.path import Point

LOW, HIGH = -3.0, 3.0
SAMPLES = tuple(round(LOW + i / 10, 10) for i in range(61))  # the stops of x


@dataclass(frozen=True)
class Here:
    """The curve at one x. `y` is NaN where it has no value, `slope` where it has no slope; `limit` says why."""

    x: float
    y: float
    slope: float
    limit: calc.Slope | None


@dataclass(frozen=True)
class Run:
    """What depends on the function alone: its points, its slopes with NaN where the pen is lifted, its kinks."""

    f: calc.Expression
    points: tuple[Point, ...]
    slopes: tuple[Point, ...]
    kinks: tuple[tuple[float, float, float], ...]  # where, and the slopes on the left and on the right

    def at(self, x: float) -> Here:
        limit = _limit(self.f, x)
        return Here(x, defined(self.f.evaluate, {"x": x}), _number(limit.value if limit else None), limit)

    def traced(self, here: Here) -> list[Point]:
        """The slope's graph as far as x."""
        return [*(point for point in self.slopes if point[0] < here.x), (here.x, here.slope)]


@lru_cache(maxsize=32)
def run(formula: str) -> Run:
    """The curve that `formula` writes in x."""
    f = calc.parse(formula)
    breaks = calc.analyse(f, "x", (LOW, HIGH)).breaks
    sides = [(each.at, *_sides(each.slope)) for each in breaks]
    kinks = tuple(each for each in sides if all(map(math.isfinite, each)))
    torn = {each.at for each in breaks}
    slopes = [(x, _slope(f, x)) for x in SAMPLES if x not in torn] + [(at, math.nan) for at in torn]
    for at, left, right in kinks:  # up to its last height, off the paper, and on at another
        slopes += [(math.nextafter(at, LOW), left), (math.nextafter(at, HIGH), right)]
    points = tuple((x, defined(f.evaluate, {"x": x})) for x in (LOW + i / 20 for i in range(121)))
    return Run(f, points, tuple(sorted(slopes, key=lambda point: point[0])), kinks)


def _limit(f: calc.Expression, x: float) -> calc.Slope | None:
    try:
        return calc.slope_at(f, x)
    except calc.DomainError:
        return None


def _slope(f: calc.Expression, x: float) -> float:
    limit = _limit(f, x)
    return _number(limit.value if limit else None)


def _sides(slope: calc.Slope | None) -> tuple[float, float]:
    return (_number(slope.left), _number(slope.right)) if slope else (math.nan, math.nan)


def _number(value: float | None) -> float:
    return math.nan if value is None else value
