"""The way of gradient descent over a landscape, step by step."""

import math
from dataclasses import dataclass
from functools import lru_cache

from widgets.kit.path import Point
from widgets.kit.terrain import survey

LOST = 1e6  # so far away that nothing more is to be learned


@dataclass(frozen=True)
class Stop:
    """Where the ball is after some steps: its place, its height, and the gradient there."""

    x: float
    y: float
    height: float
    dx: float
    dy: float

    @property
    def steepness(self) -> float:
        return math.hypot(self.dx, self.dy)


@lru_cache(maxsize=64)
def descend(formula: str, start: Point, eta: float, steps: int) -> tuple[Stop, ...]:
    """The start and the place after each step, (x, y) − η ∇f(x, y): `steps` + 1 of them.

    Fewer where the ball comes to a place without a gradient, or beyond a million.
    """
    land = survey(formula)
    x, y = start
    way = [Stop(x, y, land.at(x, y), *land.gradient(x, y))]
    for _ in range(steps):
        here = way[-1]
        x, y = here.x - eta * here.dx, here.y - eta * here.dy
        if not math.hypot(x, y) < LOST:
            break
        way.append(Stop(x, y, land.at(x, y), *land.gradient(x, y)))
    return tuple(way)
