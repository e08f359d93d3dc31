"""Dots, lines and bars along a row of points, as SVG paths in whole units: short, since every step is relative."""

from collections.abc import Iterable
from itertools import pairwise

Point = tuple[float, float]
NOTHING = "M0 0"  # an empty path would be no path


def dots(points: Iterable[Point]) -> str:
    """Strokes of no length, which a round pen draws as dots."""
    whole = _rounded(points)
    return _start(whole) + "h0" + "".join(f"m{x} {y}h0" for x, y in _steps(whole)) if whole else NOTHING


def line(points: Iterable[Point]) -> str:
    """From point to point."""
    whole = _rounded(points)
    return _start(whole) + "".join(f"l{x} {y}" for x, y in _steps(whole)) if whole else NOTHING


def bars(points: Iterable[Point], gap: int) -> str:
    """A box from the height of each point to that of the next, with `gap` units free on both sides."""
    whole = [(x + gap, y) for x, y in _rounded(points)]
    boxes = (f"h{x - 2 * gap}v{y}h{2 * gap - x}zm{x} {y}" for x, y in _steps(whole))
    return _start(whole) + "".join(boxes) if whole else NOTHING


def _rounded(points: Iterable[Point]) -> list[tuple[int, int]]:
    return [(round(x), round(y)) for x, y in points]


def _start(points: list[tuple[int, int]]) -> str:
    return f"M{points[0][0]} {points[0][1]}"


def _steps(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(to_x - x, to_y - y) for (x, y), (to_x, to_y) in pairwise(points)]
