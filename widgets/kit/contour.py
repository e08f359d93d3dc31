"""Contour lines of a function known on a grid: marching squares, joined into as few lines as possible."""

import math
from collections.abc import Iterator, Sequence

from widgets.kit.path import Point

Edge = tuple[int, int, int]  # column, row, and 0 for the edge to the right of that corner, 1 for the one above it

# Which of a cell's edges its contour joins, by the corners above the level: 1, 2, 4, 8 anticlockwise from lower left.
BOTTOM, RIGHT, TOP, LEFT = range(4)
CROSSED = {
    1: ((LEFT, BOTTOM),),
    2: ((BOTTOM, RIGHT),),
    3: ((LEFT, RIGHT),),
    4: ((RIGHT, TOP),),
    6: ((BOTTOM, TOP),),
    7: ((LEFT, TOP),),
    5: ((LEFT, BOTTOM), (RIGHT, TOP)),  # a saddle whose middle lies below: the high corners stay apart
    10: ((BOTTOM, RIGHT), (TOP, LEFT)),
}


def contour(xs: Sequence[float], ys: Sequence[float], z: Sequence[Sequence[float]], level: float) -> list[list[Point]]:
    """The lines along which the values `z[row][column]` at (`xs[column]`, `ys[row]`) cross `level`.

    A value equal to the level counts as below it. A closed line ends where it starts. Cells with NaN hold no line.
    """
    links: dict[Edge, list[Edge]] = {}
    for a, b in _segments(z, level):
        links.setdefault(a, []).append(b)
        links.setdefault(b, []).append(a)

    def point(edge: Edge) -> Point:
        column, row, up = edge
        here, there = z[row][column], z[row + up][column + 1 - up]
        t = (level - here) / (there - here)
        if up:
            return xs[column], ys[row] + t * (ys[row + 1] - ys[row])
        return xs[column] + t * (xs[column + 1] - xs[column]), ys[row]

    return [[point(edge) for edge in chain] for chain in _chains(links)]


def _segments(z: Sequence[Sequence[float]], level: float) -> Iterator[tuple[Edge, Edge]]:
    above = [[value > level for value in row] for row in z]
    for row in range(len(z) - 1):
        low, high = above[row], above[row + 1]
        for column in range(len(low) - 1):
            case = low[column] + 2 * low[column + 1] + 4 * high[column + 1] + 8 * high[column]
            if case in (0, 15):
                continue
            middle = sum((*z[row][column : column + 2], *z[row + 1][column : column + 2])) / 4
            if case not in CROSSED or (case in (5, 10) and middle > level):
                case = 15 - case  # the same line from its other side; or a saddle whose high corners are joined
            edges = ((column, row, 0), (column + 1, row, 1), (column, row + 1, 0), (column, row, 1))
            for a, b in CROSSED[case] if math.isfinite(middle) else ():
                yield edges[a], edges[b]


def _chains(links: dict[Edge, list[Edge]]) -> Iterator[list[Edge]]:
    """Follows the links from every loose end, then around what is left, which is closed."""
    starts = [edge for edge, nexts in links.items() if len(nexts) == 1] + list(links)
    for start in starts:
        chain = [start]
        while links[chain[-1]]:
            after = links[chain[-1]].pop()
            links[after].remove(chain[-1])
            chain.append(after)
        if len(chain) > 1:
            yield chain


def simplified(line: list[Point], tolerance: float) -> list[Point]:
    """The line without the points that lie within `tolerance` of the straight way past them (Douglas–Peucker)."""
    keep, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by), far, at = line[first], line[last], tolerance, 0
        length = math.hypot(bx - ax, by - ay)
        for i, (x, y) in enumerate(line[first + 1 : last], first + 1):
            away = math.hypot(x - ax, y - ay)
            if length:
                away = abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length
            if away > far:
                far, at = away, i
        if at:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]
