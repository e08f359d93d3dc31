"""A computation graph on the page: a fixed set of boxes and edges that patches put in place and fill.

Every graph uses the same boxes. A patch says where each stands, what it shows, and whether it is there at all;
so one drawing, and one table of the same numbers beside it, serve all graphs.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from widgets.backprop.circuit import BOXES, EDGES, Circuit, Run, boxed, shown
from widgets.backprop.graphs import VARIABLES
from widgets.backprop.layout import HEIGHT, WIDTHS, Layout, lay_out
from widgets.backprop.passes import Position, active, summed
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import Pen, Point
from widgets.kit.view import value

WIDTH = 400.0  # of the drawing, in its own units
SMALLEST = 0.55  # a graph so wide that it would be drawn smaller than this is wider than its frame, and scrolls
SLOTS = (*(f"in{i}" for i in range(len(VARIABLES))), *(f"mid{i}" for i in range(BOXES - 2)), "out")
INK = {"in": "ix", "mid": "iu", "out": "iy"}
LETTERS = 15  # as many fit into a box; a longer formula says only how much it reads
HEAD = 7.0
RIM = 3.0  # above and below the drawing, for the borders


def slots(circuit: Circuit) -> dict[int, str]:
    """Which of the boxes stands for each node of the graph."""
    names = {index: f"in{i}" for i, index in enumerate(circuit.inputs)}
    names |= {index: f"mid{i}" for i, index in enumerate(circuit.operations[:-1])}
    return {**names, circuit.output: "out"} if circuit.operations else names


@lru_cache(maxsize=16)
def drawn(circuit: Circuit) -> tuple[Layout, tuple["Edge", ...]]:
    """The layout of a circuit and the way of each of its edges."""
    layout = lay_out(circuit)
    return layout, tuple(Edge(layout, circuit, i) for i in range(len(circuit.wires)))


def laid_out(circuit: Circuit, run: Run) -> Patch:
    """What depends on the graph alone: where boxes and edges stand, what each is called, and which step it leads to."""
    layout, edges = drawn(circuit)
    used = slots(circuit)
    turn = len(circuit.operations) + 1
    scale = WIDTH / max(WIDTH, layout.width)
    wide = max(1.0, SMALLEST / scale)
    patch: Patch = {
        "sheet.var": f"{scale:.3f}",
        "sheet.x": f"{max(0.0, (WIDTH - layout.width) / 2):.1f}",
        "circuit.var": f"{(layout.height + 2 * RIM) * scale:.1f}",
        "window.var": f"{wide:.3f}",
    }
    for slot in SLOTS:
        patch |= {**show(slot, slot in used.values()), f"{slot}-formula.text": "", **move(slot, 0, 0)}
        patch[f"{slot}-box.set"] = ""
    for index, slot in used.items():
        arrivals = [i for i, (_, read) in enumerate(circuit.wires) if read == index]
        patch |= {f"{slot}-formula.text": _formula(circuit, index), **move(slot, *layout.boxes[index])}
        patch[f"{slot}-box.set"] = f"step={turn + 1 + arrivals[-1] if arrivals else turn}"
    for i in range(EDGES):
        there = i < len(edges)
        patch |= move(f"edge{i}", *(edges[i].middle if there else (0, 0)))
        patch[f"edge{i}.text"] = f"×{shown(run.edges[i].slope)}" if there else ""
        patch[f"edge{i}-way.d"] = edges[i].path() if there else Pen().path()
        patch[f"edge{i}-way.set"] = f"step={turn + 1 + i}" if there else ""
    return patch


def filled(circuit: Circuit, run: Run, now: Position) -> Patch:
    """What the step changes: which values and adjoints are there, what is active, which way each edge points."""
    edges = drawn(circuit)[1]
    used = {slot: index for index, slot in slots(circuit).items()}
    computed = {*circuit.inputs, *circuit.operations[: now.computed]}
    here = active(circuit, run, now)
    patch: Patch = {}
    for slot in SLOTS:
        index = used.get(slot, -1)
        arrivals = run.arrivals(index, now.handed)
        adjoint = boxed(arrivals[-1].total) if arrivals else ""
        if index == circuit.output and now.turned:
            adjoint = boxed(run.adjoints[index])
        terms = [shown(edge.amount) for edge in run.edges if edge.target == index]
        waiting = bool(arrivals) and len(arrivals) < len(terms)
        patch |= {
            f"{slot}-value.text": boxed(run.values[index]) if index in run.values else "",
            f"{slot}-adjoint.text": f"{adjoint}…" if waiting else adjoint,
            f"{slot}-terms.text": f"{summed(terms)} =" if len(terms) > 1 else "",
            **show(f"{slot}-terms", 1 < len(terms) == len(arrivals)),
            **show(f"{slot}-known", index in computed),
            **show(f"{slot}-back", bool(adjoint)),
            **show(f"{slot}-here", index == here),
        }
    for i in range(EDGES):
        patch |= show(f"edge{i}", i < now.handed)
    forth = [i for i, wire in enumerate(circuit.wires) if not now.turned and wire[0] == here]
    last = [edges[now.handed - 1]] if now.handed else []
    return {
        **patch,
        "wires.d": _paths(edges[now.handed :], forth=True),
        "forth.d": _paths((edges[i] for i in forth), forth=True),
        "trail.d": _paths(edges[: now.handed], back=True),
        "back.d": _paths(last, back=True),
    }


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

    def path(self, forth: bool = False, back: bool = False) -> str:
        return _paths([self], forth, back)

    @property
    def middle(self) -> Point:
        """Where its label stands: in the middle of the last piece, next to the box that reads."""
        (x, y), (to_x, to_y) = self.points[-2:]
        return (x + to_x) / 2, (y + to_y) / 2


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
    width = WIDTHS["leaf" if kind(slot) == "in" else "box"]
    left = -width / 2
    rectangle = f'x="{left:g}" width="{width:g}" height="{HEIGHT:g}" rx="6"'
    return f"""
<g class="box box-{kind(slot)}" data-part="{slot}"><g data-part="{slot}-box">
  <rect class="wait" {rectangle}/><text class="wait" y="17" data-part="{slot}-formula"/>
  <g data-part="{slot}-known"><rect class="known" {rectangle}/>
    <text class="formula-text" y="17" data-part="{slot}-formula"/>
    <text class="number" x="{left / 2:g}" y="36" data-part="{slot}-value" data-shows="{slot}-value"/></g>
  <g data-part="{slot}-back"><rect class="back" x="1" y="22" width="{-left - 6:g}" height="18" rx="4"/>
    <text class="number id" x="{-left / 2 - 2:g}" y="36" data-part="{slot}-adjoint" data-shows="{slot}-adjoint"/></g>
  <rect class="here" {rectangle} data-part="{slot}-here"/>
</g></g>"""


def _edges() -> Iterator[str]:
    for i in range(EDGES):
        yield f'<path class="way" data-part="edge{i}-way"/><text class="slope" data-part="edge{i}"/>'


def _row(slot: str) -> str:
    return f"""
<tr data-part="{slot}">
  <th scope="row" data-part="{slot}-formula"/>
  <td data-part="{slot}-known">{value(f"{slot}-value", INK[kind(slot)])}</td>
  <td data-part="{slot}-back"><span class="terms" data-part="{slot}-terms"/> {value(f"{slot}-adjoint", "id")}</td>
</tr>"""


DIAGRAM = f"""
<div class="window"><div class="circuit-frame" data-part="window"><svg class="circuit" data-part="circuit" role="img"
  viewBox="0 0 {WIDTH:g} 4000" preserveAspectRatio="xMinYMin slice"
  aria-label="The computation graph, inputs at the top. Its numbers are in the table further down.">
  <g class="sheet" data-part="sheet">
  <path class="wires" data-part="wires"/><path class="trail" data-part="trail"/>
  <path class="forth" data-part="forth"/><path class="back" data-part="back"/>
  {"".join(_edges())}
  {"".join(map(_box, SLOTS))}
  </g>
</svg></div></div>"""

ROWS = "".join(map(_row, SLOTS))
