"""Points in the plane to tell apart, made by pure functions from a seed: the same on every machine."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

EACH = 50  # points of each kind


@dataclass(frozen=True)
class Point:
    """Where it lies, and what the network should answer there: 0 or 1."""

    x: float
    y: float
    target: float


def _noise(seed: int, count: int) -> list[float]:
    """Numbers in (−1, 1): the multiplicative congruence of Park and Miller, Communications of the ACM 31, 1988."""
    found, state = [], seed
    for _ in range(count):
        state = 16_807 * state % 2_147_483_647
        found.append(2 * state / 2_147_483_647 - 1)
    return found


def _moon(t: float) -> list[tuple[float, float]]:
    a = math.pi * t
    return [(1.5 * math.cos(a) - 0.75, 1.5 * math.sin(a) - 0.45), (0.75 - 1.5 * math.cos(a), 0.45 - 1.5 * math.sin(a))]


def _xor(t: float) -> list[tuple[float, float]]:
    a, side = 4 * math.pi * t, 1.1 if t < 0.5 else -1.1
    x, y = 0.75 * math.cos(a), 0.75 * math.sin(a)
    return [(x + side, y + side), (x + side, y - side)]


def _spiral(t: float) -> list[tuple[float, float]]:
    r, a = 0.35 + 1.75 * t, 1.35 * math.pi * t
    return [(r * math.cos(a), r * math.sin(a)), (-r * math.cos(a), -r * math.sin(a))]


SHAPES: dict[str, tuple[str, Callable[[float], list[tuple[float, float]]], float]] = {
    "moons": ("two moons", _moon, 0.22),
    "xor": ("four corners (XOR)", _xor, 0.15),
    "spiral": ("a spiral", _spiral, 0.1),
}
"""What each is called, its two lines along t from 0 to 1, and how far points stray from them."""


@lru_cache(maxsize=8)
def points(name: str) -> tuple[Point, ...]:
    """Both kinds in turn, 0 and 1, 0 and 1."""
    _, line, stray = SHAPES[name]
    noise = iter(_noise(2_024, 4 * EACH))
    found = []
    for i in range(EACH):
        for target, (x, y) in enumerate(line((i + 0.5) / EACH)):
            found.append(Point(x + stray * next(noise), y + stray * next(noise), float(target)))
    return tuple(found)
