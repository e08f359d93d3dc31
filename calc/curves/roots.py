"""Where a function of one number is zero in an interval, crossing or touching, found from samples."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

Sampled = Callable[[Sequence[float]], list[float]]
HALVINGS = 60


def grid(start: float, stop: float, count: int) -> list[float]:
    """Evenly spread points, both ends included."""
    return [start + (stop - start) * k / (count - 1) for k in range(count)]


def zeros(sampled: Sampled, xs: Sequence[float], ys: Sequence[float]) -> list[float]:
    """The zeros between neighbouring samples; ``sampled`` gives NaN where there is no value."""

    def f(x: float) -> float:
        return sampled([x])[0]

    around = [1.0, *ys, 1.0]
    # A zero beside another is part of a level stretch.
    found = [x for k, x in enumerate(xs) if ys[k] == 0 and around[k] != 0 and around[k + 2] != 0]
    for (a, fa), (b, fb) in pairwise(zip(xs, ys, strict=True)):
        if fa * fb < 0:
            root = _bisected(f, a, b, fa)
            # At a pole or a jump the sign changes too.
            if abs(f(root)) <= 1e-6 * max(abs(fa), abs(fb)):
                found.append(root)
    scale = max([abs(y) for y in ys if y == y], default=0.0)
    for k in range(1, len(xs) - 1):
        low, y, high = (abs(ys[i]) for i in (k - 1, k, k + 1))
        if low >= y <= high and 0 < y < 0.05 * scale and ys[k - 1] * ys[k] > 0 < ys[k] * ys[k + 1]:
            touch = _lowest(lambda x: abs(f(x)), xs[k - 1], xs[k + 1])
            if abs(f(touch)) < 1e-12 * max(low, high, 1e-300) * 1e3:
                found.append(touch)
    return sorted(map(snapped(f), found))


def edges(sampled: Sampled, xs: Sequence[float], ys: Sequence[float]) -> list[float]:
    """Where a function begins or ends to have values."""
    found = []
    for (a, fa), (b, fb) in pairwise(zip(xs, ys, strict=True)):
        if (fa == fa) == (fb == fb):
            continue
        inside, outside, height = (a, b, fa) if fa == fa else (b, a, fb)
        for _ in range(HALVINGS):
            middle = (inside + outside) / 2
            value = sampled([middle])[0]
            if value == value:
                inside, height = middle, value
            else:
                outside = middle
        if abs(height) < 1e290:  # Else the values go on, where no float holds them.
            found.append(nice((inside + outside) / 2))
    return found


def nice(x: float) -> float:
    """The short number that x nearly is: 1/3, 2, π/4; x itself if there is none."""
    for unit in (1.0, math.pi):
        for denominator in (1, 2, 3, 4, 5, 6, 8, 10, 12, 100):
            near = round(x / unit * denominator) / denominator * unit
            if abs(x - near) <= 1e-9 * max(1.0, abs(x)) and (near != 0 or abs(x) < 1e-7):
                return near + 0.0
    return x


def snapped(f: Callable[[float], float]) -> Callable[[float], float]:
    """`nice` where that is no worse a zero."""

    def snap(x: float) -> float:
        near = nice(x)
        here, there = abs(f(x)), abs(f(near))
        return near if there <= max(here, 1e-12) or there != there else x

    return snap


def _bisected(f: Callable[[float], float], a: float, b: float, fa: float) -> float:
    for _ in range(HALVINGS):
        middle = (a + b) / 2
        value = f(middle)
        if value == 0 or value != value:
            return middle
        if value * fa > 0:
            a = middle
        else:
            b = middle
    return (a + b) / 2


def _lowest(f: Callable[[float], float], a: float, b: float) -> float:
    """Golden section."""
    ratio = (math.sqrt(5) - 1) / 2
    for _ in range(HALVINGS):
        c, d = b - ratio * (b - a), a + ratio * (b - a)
        if f(c) <= f(d):
            b = d
        else:
            a = c
    return nice((a + b) / 2)
