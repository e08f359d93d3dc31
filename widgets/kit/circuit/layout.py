"""Where the boxes of a graph stand: in rows from the inputs down, so that edges are short and seldom cross.

A small layered drawing: every operation stands below all that it reads, an input just above its first reader, or a row
higher where that is full. An edge that passes a row goes through a free place in it.
Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical system structures, 1981.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from statistics import fmean

from widgets.kit.circuit.circuit import Circuit
from widgets.kit.path import Point

ROW, HEIGHT = 82.0, 44.0  # from row to row, and a box's height, in the drawing's units
WIDTHS = {"leaf": 124.0, "box": 136.0, "edge": 16.0}
GAP = 8.0
ROOM = 438.0  # how wide a row may be before an input moves out of it: as much as a phone shows
PULL = {"leaf": 0.05, "box": 1.0, "edge": 1.0}  # how strongly each draws what it is linked to under or over itself
SWEEPS = 8

Place = tuple[str, int, int]  # a box: ("box" or "leaf", node, row); an edge on its way: ("edge", which, row)
Links = dict[Place, list[Place]]


@dataclass(frozen=True)
class Layout:
    """The middle of each box's upper side; the places that each edge goes through; and the size of it all."""

    boxes: dict[int, Point]
    bends: tuple[tuple[Point, ...], ...]
    width: float
    height: float


def lay_out(circuit: Circuit) -> Layout:
    """A layout for any circuit, the same one every time."""
    rows = _rows(circuit)
    places, links = _places(circuit, rows)
    _order(places, links)
    x = _across(places, links)
    left, right = _span(x)

    def point(place: Place) -> Point:
        return x[place] - left, place[2] * ROW

    bends: dict[int, list[Point]] = defaultdict(list)
    for place in sorted((p for p in x if p[0] == "edge"), key=lambda p: p[2]):
        bends[place[1]].append(point(place))
    boxes = {place[1]: point(place) for place in x if place[0] != "edge"}
    edges = tuple(tuple(bends[i]) for i in range(len(circuit.wires)))
    return Layout(boxes, edges, right - left, (len(places) - 1) * ROW + HEIGHT)


def _rows(circuit: Circuit) -> dict[int, int]:
    reads: dict[int, list[int]] = defaultdict(list)
    for reader, read in circuit.wires:
        reads[reader].append(read)
    rows = dict.fromkeys(circuit.inputs, 0)
    for index in circuit.operations:
        rows[index] = 1 + max((rows[i] for i in reads[index]), default=-1)
    for index in circuit.inputs:
        rows[index] = min((rows[reader] for reader, read in circuit.wires if read == index), default=1) - 1
    for row in range(max(rows.values()), 0, -1):
        for index in circuit.inputs:
            higher = {**rows, index: row - 1}
            if rows[index] == row and _width(circuit, rows, row) > ROOM >= _width(circuit, higher, row - 1):
                rows = higher
    return rows


def _width(circuit: Circuit, rows: dict[int, int], row: int) -> float:
    """How much room a row takes: its boxes, and the edges that pass it."""
    there = [WIDTHS["leaf" if index in circuit.inputs else "box"] for index, at in rows.items() if at == row]
    there += [WIDTHS["edge"] for reader, read in circuit.wires if rows[read] < row < rows[reader]]
    return sum(there) + GAP * (len(there) - 1)


def _places(circuit: Circuit, rows: dict[int, int]) -> tuple[list[list[Place]], list[tuple[Place, Place]]]:
    """All that stands in each row, and what is linked to what in the next."""
    places: list[list[Place]] = [[] for _ in range(1 + max(rows.values()))]
    kinds: dict[int, Place] = {
        i: ("leaf" if i in circuit.inputs else "box", i, row) for i, row in sorted(rows.items(), key=lambda item: item)
    }
    for place in kinds.values():
        places[place[2]].append(place)
    links = []
    for i, (reader, read) in enumerate(circuit.wires):
        way: list[Place] = [("edge", i, row) for row in range(rows[read] + 1, rows[reader])]
        for place in way:
            places[place[2]].append(place)
        links += list(pairwise([kinds[read], *way, kinds[reader]]))
    return places, links


def _order(places: list[list[Place]], links: list[tuple[Place, Place]]) -> None:
    """Moves each place, from side to side, to the middle of what it is linked to: up and down, a few times."""
    above, below = _neighbours(links)
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        for row in places if downwards else reversed(places):
            at = {place: i / len(line) for line in places for i, place in enumerate(line)}
            near = above if downwards else below
            row.sort(key=lambda place: fmean([at[other] for other in near[place]] or [at[place]]))


def _across(places: list[list[Place]], links: list[tuple[Place, Place]]) -> dict[Place, float]:
    """How far to the right each place is: under what it is linked to, as far as its row has room."""
    above, below = _neighbours(links)
    x: dict[Place, float] = {}
    for row in places:
        total = sum(WIDTHS[place[0]] + GAP for place in row)
        at = -total / 2
        for place in row:
            x[place] = at + (WIDTHS[place[0]] + GAP) / 2
            at += WIDTHS[place[0]] + GAP
    _settle(places, x, above, below, (-inf, inf))
    left, right = _span(x)
    span = max(ROOM, *(sum(WIDTHS[place[0]] + GAP for place in row) - GAP for row in places))
    if right - left > span:  # rows that fit one by one lean to different sides
        centre = (left + right) / 2
        _settle(places, x, above, below, (centre - span / 2, centre + span / 2))
    return x


def _settle(
    places: list[list[Place]], x: dict[Place, float], above: Links, below: Links, bounds: tuple[float, float]
) -> None:
    """Draws each place under and over what it is linked to, within the bounds, until all have given way to all."""
    for _ in range(3 * SWEEPS):
        for row in places:
            wanted = [
                _middle([(x[other], PULL[other[0]]) for other in (*above[p], *below[p])] or [(x[p], 1.0)]) for p in row
            ]
            x.update(zip(row, _apart(row, wanted, bounds), strict=True))


def _span(x: dict[Place, float]) -> tuple[float, float]:
    """How far the drawing reaches to the left and to the right."""
    return (
        min(at - WIDTHS[place[0]] / 2 for place, at in x.items()),
        max(at + WIDTHS[place[0]] / 2 for place, at in x.items()),
    )


def _middle(drawn: list[tuple[float, float]]) -> float:
    return sum(x * pull for x, pull in drawn) / sum(pull for _, pull in drawn)


def _apart(row: list[Place], wanted: list[float], bounds: tuple[float, float]) -> list[float]:
    """The wanted places, moved apart and inside the bounds as little as boxes need: inputs give way to operations.

    Weighted least squares with an order to keep, by pooling what would overlap.
    Barlow, Bartholomew, Bremner and Brunk, Statistical inference under order restrictions, 1972.
    """
    offsets = [0.0, *accumulate((WIDTHS[a[0]] + WIDTHS[b[0]]) / 2 + GAP for a, b in pairwise(row))]
    pools: list[tuple[float, float, int]] = []  # where, how heavy, how many
    for place, want, offset in zip(row, wanted, offsets, strict=True):
        at, weight, count = want - offset, PULL[place[0]], 1
        while pools and pools[-1][0] > at:
            left, heavy, many = pools.pop()
            at, weight, count = (left * heavy + at * weight) / (heavy + weight), heavy + weight, many + count
        pools.append((at, weight, count))
    first, last = bounds[0] + WIDTHS[row[0][0]] / 2, bounds[1] - WIDTHS[row[-1][0]] / 2 - offsets[-1]
    moved = [max(first, min(last, at)) for at, _, count in pools for _ in range(count)]
    return [at + offset for at, offset in zip(moved, offsets, strict=True)]


def _neighbours(links: list[tuple[Place, Place]]) -> tuple[Links, Links]:
    above: dict[Place, list[Place]] = defaultdict(list)
    below: dict[Place, list[Place]] = defaultdict(list)
    for high, low in links:
        above[low].append(high)
        below[high].append(low)
    return above, below
