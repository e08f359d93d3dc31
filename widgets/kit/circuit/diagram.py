"""A computation graph on the page: a fixed set of boxes and edges that patches put in place and fill.

Every graph that a widget shows uses the same boxes. A patch says where each stands, what it shows, and whether it is
there at all; so one drawing serves all graphs. browser/style/circuit.css gives it its looks.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from widgets.kit.circuit.circuit import EDGES, STEPS, Circuit, Run, boxed
from widgets.kit.circuit.layout import HEIGHT, WIDTHS, Layout, lay_out
from widgets.kit.circuit.passes import Position, active
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import Pen, Point

WIDTH = 400.0  # of the drawing, in its own units
SMALLEST = 0.9  # a graph so wide that it would be drawn smaller than this is wider than its frame, and scrolls
INK = {"in": "ix", "mid": "iu", "out": "iy"}
LETTERS = 15  # as many fit into a box; a longer formula says only how much it reads
HEAD = 7.0
RIM = 3.0  # around the drawing, for the borders
LABEL = (50.0, 15.0)  # how wide and high the number beside an edge may be
ALONG = (0.5, 0.3, 0.7, 0.4, 0.6)  # where on its edge a label may stand, best first


def slots(circuit: Circuit) -> dict[int, str]:
    """Which of the boxes stands for each node of the graph."""
    names = {index: f"in{i}" for i, index in enumerate(circuit.inputs)}
    names |= {index: f"mid{i}" for i, index in enumerate(circuit.operations[:-1])}
    return {**names, circuit.output: "out"} if circuit.operations else names


@lru_cache(maxsize=16)
def drawn(circuit: Circuit) -> tuple[Layout, tuple["Edge", ...]]:
    """The layout of a circuit and the way of each of its edges."""
    layout = lay_out(circuit)
    edges = tuple(Edge(layout, circuit, i) for i in range(len(circuit.wires)))
    taken: list[Point] = []
    for edge in edges:
        free = [at for at in map(edge.at, ALONG) if not any(_meet(at, other) for other in taken)]
        edge.label, edge.labelled = (free or [edge.label])[0], bool(free)
        taken += free[:1]
    return layout, edges


def _meet(one: Point, other: Point) -> bool:
    """Whether two labels would lie over each other."""
    return all(abs(a - b) < size for a, b, size in zip(one, other, LABEL, strict=True))


def _times(slope: float) -> str:
    return "" if math.isnan(slope) else f"×{boxed(slope)}"


def _view(layout: Layout, here: int | None) -> str:
    """Where in the drawing the active box is; at the start its upper end, where the inputs are."""
    if here is None:
        return "0.5 0"
    x, y = layout.boxes[here]
    across = (x + max(RIM, (WIDTH - layout.width) / 2)) / max(WIDTH, layout.width + 2 * RIM)
    return f"{across:.3f} {(y + HEIGHT / 2) / layout.height:.3f}"


def _adjoint(circuit: Circuit, run: Run, now: Position, index: int) -> str:
    """What a box shows of its adjoint: nothing yet, what it holds so far, or all of it."""
    if index == circuit.output and now.turned:
        return boxed(run.adjoints[index])
    arrivals = run.arrivals(index, now.handed)
    waiting = "…" if len(arrivals) < run.expected(index) else ""
    return boxed(arrivals[-1].total) + waiting if arrivals else ""


def width(circuit: Circuit, index: int) -> float:
    return WIDTHS["leaf" if index in circuit.inputs else "box"]


def _outlines(circuit: Circuit, indices: Iterable[int], chip: bool = False) -> str:
    """The outlines of boxes, or of the field at their lower right that an adjoint stands in."""
    pen, boxes = Pen(), drawn(circuit)[0].boxes
    for index in indices:
        (x, y), half = boxes[index], width(circuit, index) / 2
        left, top, right, bottom = (
            (x + 1, y + 22, x + half - 5, y + 40) if chip else (x - half, y, x + half, y + HEIGHT)
        )
        round_ = 4.0 if chip else 6.0
        pen.to((left + round_, top))
        for corner, (end_x, end_y), (from_x, from_y) in (
            ((right, top), (right, top + round_), (right - round_, top)),
            ((right, bottom), (right - round_, bottom), (right, bottom - round_)),
            ((left, bottom), (left, bottom - round_), (left + round_, bottom)),
            ((left, top), (left + round_, top), (left, top + round_)),
        ):
            pen.to((from_x, from_y)).to(corner, (end_x, end_y))
        pen.close()
    return pen.path()


class Edge:
    """The way of one edge: from the bottom of the box that is read down to the top of the box that reads it."""

    def __init__(self, layout: Layout, circuit: Circuit, which: int) -> None:
        reader, read = circuit.wires[which]
        same = [i for i, wire in enumerate(circuit.wires) if wire == (reader, read)]
        aside = 26.0 * (same.index(which) - (len(same) - 1) / 2)  # a value that is read twice has two edges
        (from_x, from_y), (to_x, to_y) = layout.boxes[read], layout.boxes[reader]
        bends = layout.bends[which]
        after, before = (bends[0][0], bends[-1][0]) if bends else (to_x, from_x)
        start = from_x + _lean(after - from_x) + aside, from_y + HEIGHT
        end = to_x + _lean(before - to_x) + aside, to_y
        passing = [point for x, y in bends for point in ((x + aside, y), (x + aside, y + HEIGHT))]
        self.points = [start, *passing, end]
        self.label, self.labelled = self.at(0.5), True

    def at(self, t: float) -> Point:
        """A point of the last piece, next to the box that reads, at some share of it from 0 to 1."""
        (x, y), (to_x, to_y) = self.points[-2:]
        middle, u = (y + to_y) / 2, 1 - t
        near, far = u * u * (u + 3 * t), t * t * (t + 3 * u)
        return near * x + far * to_x, u**3 * y + 3 * u * t * middle + t**3 * to_y


def _lean(across: float) -> float:
    return max(-38.0, min(38.0, across / 4))


def _paths(edges: Iterable[Edge], forth: bool = False, back: bool = False) -> str:
    """Edges as bent lines. `forth` puts a head where each arrives, `back` one where it began, pointing back."""
    pen = Pen()
    for edge in edges:
        pen.to(edge.points[0])
        for (x, y), (to_x, to_y) in pairwise(edge.points):
            middle = (y + to_y) / 2
            pen.to((x, middle), (to_x, middle), (to_x, to_y))
        pen.lift()
        for (x, y), rise in [(edge.points[-1], -HEAD)] * forth + [(edge.points[0], HEAD)] * back:
            pen.line((x - 0.7 * HEAD, y + rise), (x, y), (x + 0.7 * HEAD, y + rise))
    return pen.path()


def _formula(circuit: Circuit, index: int) -> str:
    name = circuit.names[index]
    if index in circuit.inputs:
        return name
    written = f"{name} = {circuit.written(index, circuit.names.__getitem__)}"
    reads = sum(reader == index for reader, _ in circuit.wires)
    return written if len(written) <= LETTERS + 2 else f"{name}, from {reads}"


def kind(slot: str) -> str:
    """What a box holds: an input, a value in between, or the output."""
    return slot.rstrip("0123456789")


def _box(slot: str) -> str:
    wide = WIDTHS["leaf" if kind(slot) == "in" else "box"]
    at = f'y="36" data-part="{slot}-'
    return f"""
<g class="box {INK[kind(slot)]}" data-part="{slot}">
  <rect data-part="{slot}-box" x="{-wide / 2:g}" width="{wide:g}" height="{HEIGHT:g}"/>
  <text y="17" data-part="{slot}-formula"/>
  <text class="number" x="{-wide / 4:g}" {at}value"/>
  <text class="number id" x="{wide / 4 - 2:g}" {at}adjoint"/>
</g>"""


def _path(part: str, looks: str = "") -> str:
    return f'<path class="{part} {looks}" data-part="{part}"/>'


@dataclass(frozen=True)
class Drawing:
    """Room for graphs of up to so many inputs, operations and edges: as HTML for a view, and what fills it.

    One that may be wider or higher than its window scrolls there, and the keyboard must come to it.
    """

    inputs: int
    steps: int = STEPS
    edges: int = EDGES
    scrolls: bool = True

    @property
    def slots(self) -> tuple[str, ...]:
        return (*(f"in{i}" for i in range(self.inputs)), *(f"mid{i}" for i in range(self.steps - 1)), "out")

    @property
    def html(self) -> str:
        edges = (
            f'<g class="way" data-part="edge{i}"><circle r="14"/><text data-part="slope{i}"/></g>'
            for i in range(self.edges)
        )
        known = (_path(f"{kind}-boxes", f"known {quantity}") for kind, quantity in INK.items())
        return f"""
<div class="window" data-part="scroller"{' tabindex="0"' * self.scrolls} role="group"
  aria-label="The computation graph, inputs at the top">
  <div class="circuit-frame" data-part="window"><svg class="circuit" data-part="circuit"
  viewBox="0 0 {WIDTH:g} 4000" preserveAspectRatio="xMinYMin slice">
  <g class="sheet" data-part="sheet">
  {"".join(map(_path, ("wires", "trail", "forth", "back")))}
  {"".join(edges)}
  {_path("waiting")}{"".join(known)}
  {_path("chips")}{_path("here")}
  {"".join(map(_box, self.slots))}
  </g>
</svg></div></div>"""

    def laid_out(self, circuit: Circuit) -> Patch:
        """What depends on the graph alone: where boxes and edges stand, their names, and which step each leads to."""
        layout, edges = drawn(circuit)
        used = slots(circuit)
        turn = len(circuit.operations) + 1
        scale = WIDTH / max(WIDTH, layout.width + 2 * RIM)
        wide = max(1.0, SMALLEST / scale)
        patch: Patch = {
            "sheet.var": f"{scale:.3f}",
            "sheet.x": f"{max(RIM, (WIDTH - layout.width) / 2):.1f}",
            "circuit.var": f"{(layout.height + 2 * RIM) * scale:.1f}",
            "window.var": f"{wide:.3f}",
        }
        for slot in self.slots:
            patch |= {
                **show(slot, slot in used.values()),
                f"{slot}-formula.text": "",
                **move(slot, 0, 0),
                f"{slot}-box.set": "",
            }
        for index, slot in used.items():
            arrivals = [i for i, (_, read) in enumerate(circuit.wires) if read == index]
            patch |= {f"{slot}-formula.text": _formula(circuit, index), **move(slot, *layout.boxes[index])}
            patch[f"{slot}-box.set"] = f"step={turn + 1 + arrivals[-1] if arrivals else turn}"
        for i in range(self.edges):
            there = i < len(edges)
            patch |= move(f"edge{i}", *(edges[i].label if there else (0, 0)))
            patch[f"edge{i}.set"] = f"step={turn + 1 + i}" if there else ""
        return patch

    def filled(self, circuit: Circuit, run: Run, now: Position) -> Patch:
        """What the step changes: which values and adjoints are there, what is active, which way each edge points."""
        layout, edges = drawn(circuit)
        used = {slot: index for index, slot in slots(circuit).items()}
        computed = {*circuit.inputs, *circuit.operations[: now.computed]}
        adjoints = {index: _adjoint(circuit, run, now, index) for index in layout.boxes}
        here = active(circuit, run, now)
        patch: Patch = {}
        for slot in self.slots:
            index = used.get(slot, -1)
            patch[f"{slot}-value.text"] = boxed(run.values[index]) if index in computed else ""
            patch[f"{slot}-adjoint.text"] = adjoints.get(index, "")
        for i in range(self.edges):
            patch[f"slope{i}.text"] = _times(run.edges[i].slope) if i < now.handed and edges[i].labelled else ""
        forth = [i for i, wire in enumerate(circuit.wires) if not now.turned and wire[0] == here]
        last = [edges[now.handed - 1]] if now.handed else []
        known: dict[str, list[int]] = {"in": [], "mid": [], "out": []}
        for slot, index in used.items():
            if index in computed:
                known[kind(slot)].append(index)
        return {
            **patch,
            "scroller.look": _view(layout, here),
            **{f"{name}-boxes.d": _outlines(circuit, indices) for name, indices in known.items()},
            "waiting.d": _outlines(circuit, [index for index in layout.boxes if index not in computed]),
            "here.d": _outlines(circuit, [] if here is None else [here]),
            "chips.d": _outlines(circuit, [index for index, adjoint in adjoints.items() if adjoint], chip=True),
            "wires.d": _paths(edges[now.handed :], forth=True),
            "forth.d": _paths((edges[i] for i in forth), forth=True),
            "trail.d": _paths(edges[: now.handed], back=True),
            "back.d": _paths(last, back=True),
        }
