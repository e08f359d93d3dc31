"""Where a function on a grid is above zero, as filled pieces: whole runs of cells, and cut cells between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from widgets.kit.path import Point


def above_zero(xs: Sequence[float], ys: Sequence[float], z: Sequence[Sequence[float]]) -> Iterator[list[Point]]:
    """Polygons that cover where `z[row][column]` at (`xs[column]`, `ys[row]`) is above 0, straight between corners."""
    for row, ((low, high), (below, over)) in enumerate(zip(pairwise(ys), pairwise(z), strict=True)):
        run: float | None = None  # where the run of whole cells began that is still open
        for column, (left, right) in enumerate(pairwise(xs)):
            corners = (below[column], below[column + 1], over[column + 1], over[column])
            if min(corners) > 0:
                run = left if run is None else run
                continue
            if run is not None:
                yield _box(run, low, left, high)
                run = None
            if max(corners) > 0:
                yield list(_cut(_box(xs[column], ys[row], right, high), corners))
        if run is not None:
            yield _box(run, low, xs[-1], high)


def _box(x: float, y: float, to_x: float, to_y: float) -> list[Point]:
    return [(x, y), (to_x, y), (to_x, to_y), (x, to_y)]


def _cut(outline: list[Point], values: Sequence[float]) -> Iterator[Point]:
    """The part of a cell above 0: corners above, and the points on its sides where it crosses.

    Sutherland and Hodgman, Reentrant polygon clipping, 1974.
    """
    for i, (point, value) in enumerate(zip(outline, values, strict=True)):
        before, last = outline[i - 1], values[i - 1]
        if (value > 0) != (last > 0):
            t = last / (last - value)
            yield before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])
        if value > 0:
            yield point
