"""Where a function on a grid is above zero, as its outlines: the sides that two cells share are left out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from widgets.kit.path import Point

FINE = 9  # decimals: two cells find the same crossing of their side from its two ends


def above_zero(xs: Sequence[float], ys: Sequence[float], z: Sequence[Sequence[float]]) -> Iterator[list[Point]]:
    """Outlines around where `z[row][column]` at (`xs[column]`, `ys[row]`) is above 0, straight between corners.

    A hole has an outline of its own, the other way round.
    """
    sides: dict[Point, list[Point]] = {}
    for (low, high), (below, over) in zip(pairwise(ys), pairwise(z), strict=True):
        for column, (left, right) in enumerate(pairwise(xs)):
            corners = (below[column], below[column + 1], over[column + 1], over[column])
            piece = list(_cut([(left, low), (right, low), (right, high), (left, high)], corners))
            for end, start in zip(piece, [*piece[-1:], *piece[:-1]], strict=True):
                if start in sides.get(end, ()):  # its neighbour goes along it the other way
                    sides[end].remove(start)
                elif start != end:
                    sides.setdefault(start, []).append(end)
    for first in list(sides):
        while sides[first]:
            outline = [first]
            while (at := sides[outline[-1]].pop()) != first:
                outline.append(at)
            yield list(_corners(outline))


def _cut(outline: list[Point], values: Sequence[float]) -> Iterator[Point]:
    """The part of a cell above 0: corners above, and the points on its sides where it crosses.

    Sutherland and Hodgman, Reentrant polygon clipping, 1974.
    """
    for i, (point, value) in enumerate(zip(outline, values, strict=True)):
        before, last = outline[i - 1], values[i - 1]
        if (value > 0) != (last > 0):
            t = last / (last - value)
            x, y = (before[k] + t * (point[k] - before[k]) for k in (0, 1))
            yield round(x, FINE), round(y, FINE)
        if value > 0:
            yield round(point[0], FINE), round(point[1], FINE)


def _corners(outline: list[Point]) -> Iterator[Point]:
    """An outline without the points that lie on a straight piece along the grid."""
    for i, (x, y) in enumerate(outline):
        (from_x, from_y), (to_x, to_y) = outline[i - 1], outline[(i + 1) % len(outline)]
        if not (from_x == x == to_x or from_y == y == to_y):
            yield x, y
