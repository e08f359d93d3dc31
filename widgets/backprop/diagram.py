"""A computation graph on the page: a fixed set of boxes and edges that patches put in place and fill.

Every graph uses the same boxes. A patch says where each stands, what it shows, and whether it is there at all;
so one drawing, and one table of the same numbers beside it, serve all graphs.
"""

from collections.abc import Iterable, Mapping

from widgets.backprop.circuit import Circuit, Run, shown
from widgets.backprop.passes import Position, active, summed
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import Pen, Point
from widgets.kit.view import value

WIDTH, HEIGHT = 484, 624  # in the drawing's own units
BOX = (154, 58)  # a box's width and height
SLOTS = (*(f"in{i}" for i in range(4)), *(f"mid{i}" for i in range(6)), "out")
EDGES = 10
INK = {"in": "ix", "mid": "iu", "out": "iy"}


def slots(circuit: Circuit) -> dict[int, str]:
    """Which of the boxes stands for each node of the graph."""
    names = {index: f"in{i}" for i, index in enumerate(circuit.inputs)}
    names |= {index: f"mid{i}" for i, index in enumerate(circuit.operations[:-1])}
    return {**names, circuit.output: "out"}


def laid_out(circuit: Circuit, run: Run, places: Mapping[str, Point]) -> Patch:
    """What depends on the graph alone: where boxes and edges stand, and what each box is called."""
    used = slots(circuit)
    patch: Patch = {"wires.d": wires(places, _ends(circuit), head=True)}
    for slot in SLOTS:
        patch |= {**show(slot, slot in used.values()), f"{slot}-formula.text": "", **move(slot, 0, 0)}
    for index, slot in used.items():
        name = circuit.names[index]
        formula = name if index in circuit.inputs else f"{name} = {circuit.written(index, circuit.names.__getitem__)}"
        patch |= {f"{slot}-formula.text": formula, **move(slot, *places[name])}
    for i in range(EDGES):
        patch |= move(f"edge{i}", 0, 0)
    for i, edge in enumerate(run.edges):
        ends = places[circuit.names[edge.source]], places[circuit.names[edge.target]]
        patch |= move(f"edge{i}", *label_place(*ends))
    return patch


def filled(circuit: Circuit, run: Run, now: Position, places: Mapping[str, Point]) -> Patch:
    """What the step changes: which values and adjoints are there, what is active, which edges carry a slope."""
    used = {slot: index for index, slot in slots(circuit).items()}
    computed = {*circuit.inputs, *circuit.operations[: now.computed]}
    here = active(circuit, run, now)
    patch: Patch = {}
    for slot in SLOTS:
        index = used.get(slot, -1)
        arrivals = run.arrivals(index, now.handed)
        adjoint = shown(arrivals[-1].total) if arrivals else ""
        if index == circuit.output and now.turned:
            adjoint = shown(run.adjoints[index])
        terms = [shown(edge.amount) for edge in run.edges if edge.target == index]
        waiting = bool(arrivals) and len(arrivals) < len(terms)
        patch |= {
            f"{slot}-value.text": shown(run.values[index]) if index in run.values else "",
            f"{slot}-adjoint.text": f"{adjoint}…" if waiting else adjoint,
            f"{slot}-terms.text": f"{summed(terms)} =" if len(terms) > 1 else "",
            **show(f"{slot}-terms", 1 < len(terms) == len(arrivals)),
            **show(f"{slot}-known", index in computed),
            **show(f"{slot}-back", bool(adjoint)),
            **show(f"{slot}-here", index == here),
        }
    for i in range(EDGES):
        patch |= show(f"edge{i}", i < now.handed)
        patch[f"edge{i}.text"] = f"×{shown(run.edges[i].local_derivative)}" if i < len(run.edges) else ""
    name = circuit.names
    forth = [ends for ends in _ends(circuit) if not now.turned and here is not None and ends[0] == name[here]]
    back = [(name[edge.source], name[edge.target]) for edge in run.edges[: now.handed]]
    return {
        **patch,
        "forth.d": wires(places, forth, head=True),
        "trail.d": wires(places, back),
        "back.d": wires(places, back[-1:], tail=True),
    }


def _ends(circuit: Circuit) -> list[tuple[str, str]]:
    return [(circuit.names[source], circuit.names[target]) for source, target in circuit.wires()]


def ports(reader: Point, read: Point) -> tuple[Point, Point]:
    """Where an edge leaves the box that is read, at its bottom, and enters the box that reads it, at its top."""
    lean = max(-44.0, min(44.0, (reader[0] - read[0]) / 4))
    return (read[0] + lean, read[1] + BOX[1]), (reader[0] - lean, reader[1])


def wires(places: Mapping[str, Point], edges: Iterable[tuple[str, str]], head: bool = False, tail: bool = False) -> str:
    """Edges, each given by the box that reads and the box that is read: bent lines from the one below to the other.

    With `head`, an arrow points into the box that reads; with `tail`, one points back into the box that is read.
    """
    pen = Pen()
    for reader, read in edges:
        start, end = ports(places[reader], places[read])
        middle = (start[1] + end[1]) / 2
        pen.to(start).to((start[0], middle), (end[0], middle), end).lift()
        for (x, y), rise in [(end, -11)] * head + [(start, 11)] * tail:
            pen.line((x - 8, y + rise), (x, y), (x + 8, y + rise))
    return pen.path()


def label_place(reader: Point, read: Point) -> Point:
    """Beside the middle of an edge, on the side away from the drawing's middle, where the edge itself stays clear."""
    (x, y), (to_x, to_y) = ports(reader, read)
    middle, aside = (x + to_x) / 2, 50 if abs(to_x - x) < 20 else 43
    return middle + (-aside if middle < WIDTH / 2 else aside), (y + to_y) / 2


def kind(slot: str) -> str:
    """What a box holds: an input, a value in between, or the output."""
    return slot.rstrip("0123456789")


def _box(slot: str) -> str:
    width, height = BOX
    left, corner = -width / 2, 20 if kind(slot) == "in" else 7
    rectangle = f'x="{left:g}" width="{width}" height="{height}" rx="{corner}"'
    return f"""
<g class="box box-{kind(slot)}" data-part="{slot}">
  <rect class="wait" {rectangle}/><text class="wait" y="23" data-part="{slot}-formula"/>
  <g data-part="{slot}-known"><rect class="known" {rectangle}/>
    <text class="formula-text" y="23" data-part="{slot}-formula"/>
    <text class="number" x="{left / 2 - 1:g}" y="47" data-part="{slot}-value" data-shows="{slot}-value"/></g>
  <g data-part="{slot}-back"><rect class="back" x="-2" y="29" width="{-left - 2:g}" height="24" rx="6"/>
    <text class="number id" x="{-left / 2 - 3:g}" y="47" data-part="{slot}-adjoint" data-shows="{slot}-adjoint"/></g>
  <rect class="here" {rectangle} data-part="{slot}-here"/>
</g>"""


def _row(slot: str) -> str:
    return f"""
<tr data-part="{slot}">
  <td><span data-part="{slot}-here" aria-hidden="true">→</span></td>
  <th scope="row" data-part="{slot}-formula"/>
  <td data-part="{slot}-known">{value(f"{slot}-value", INK[kind(slot)])}</td>
  <td data-part="{slot}-back"><span class="terms" data-part="{slot}-terms"/> {value(f"{slot}-adjoint", "id")}</td>
</tr>"""


DIAGRAM = f"""
<svg class="circuit" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"
  aria-label="The computation graph, inputs at the top. The table holds the same numbers.">
  <path class="wires" data-part="wires"/><path class="trail" data-part="trail"/>
  <path class="forth" data-part="forth"/><path class="back" data-part="back"/>
  {"".join(f'<text class="slope" data-part="edge{i}"/>' for i in range(EDGES))}
  {"".join(map(_box, SLOTS))}
</svg>"""

ROWS = "".join(map(_row, SLOTS))
