"""Where a reader stands between the first input and the last derivative, and what one step does."""

import math
from dataclasses import dataclass

from widgets.kit.circuit.circuit import Circuit, Run, shown
from widgets.kit.numbers import bracketed, short
from widgets.kit.patch import Patch


@dataclass(frozen=True)
class Position:
    """A step of the two passes: 0 is the start; then each operation; then the turn; then each hand-over.

    A step beyond the last is the last.
    """

    step: int
    operations: int
    handovers: int

    @property
    def last(self) -> int:
        return self.operations + 1 + self.handovers

    @property
    def at(self) -> int:
        return min(self.step, self.last)

    @property
    def computed(self) -> int:
        """How many operations have their value."""
        return min(self.at, self.operations)

    @property
    def turned(self) -> bool:
        """Whether the backward pass has begun."""
        return self.at > self.operations

    @property
    def handed(self) -> int:
        """How many hand-overs are done."""
        return max(0, self.at - self.operations - 1)

    @property
    def done(self) -> bool:
        return self.at == self.last


def position(circuit: Circuit, step: float) -> Position:
    return Position(round(step), len(circuit.operations), len(circuit.wires))


def active(circuit: Circuit, run: Run, now: Position) -> int | None:
    """The box that this step computes, or that it hands something to; None at the start."""
    if now.handed:
        return run.edges[now.handed - 1].target
    if now.turned:
        return circuit.output
    return circuit.operations[now.computed - 1] if now.computed else None


def told(circuit: Circuit, run: Run, now: Position) -> Patch:
    """The step in words: which it is, its calculation, what to notice, and the number that comes of it."""
    result = ""
    if now.handed:
        phase, says, notice, result = _handover(circuit, run, now)
    elif now.turned:
        name = circuit.names[circuit.output]
        phase, says = "The turn", f"∂{name}/∂{name} = 1.00"
        notice = f"The way back starts at the end: {name} moves exactly as fast as itself."
    elif now.computed:
        phase, says, notice = _operation(circuit, run, now)
    else:
        phase, notice = "Start", "The inputs are known. All else waits."
        says = ", ".join(f"{circuit.names[i]}\u00a0=\u00a0{shown(run.values[i])}" for i in circuit.inputs)
    says = says.replace(" = ", " =\u00a0")  # a line may begin with =, and never ends with it
    return {"phase.text": phase, "says.text": says, "notice.text": notice, "result.text": result}


def _operation(circuit: Circuit, run: Run, now: Position) -> tuple[str, str, str]:
    index = circuit.operations[now.computed - 1]
    name, written = circuit.names[index], circuit.written
    values, result = written(index, lambda i: shown(run.values[i])), shown(run.values[index])
    names = written(index, circuit.names.__getitem__)
    says = f"{name} = {names}" if names == values else f"{name} = {names} = {values}"
    last = index == circuit.output
    return (
        f"Forward, {now.computed} of {now.operations}: compute {name}",
        says if values == result else f"{says} = {result}",
        "Every value is there. Now back, one arrow at a time." if last else "Its value is kept for the way back.",
    )


def _handover(circuit: Circuit, run: Run, now: Position) -> tuple[str, str, str, str]:
    edge = run.edges[now.handed - 1]
    phase = f"Backward, {now.handed} of {now.handovers}: {circuit.names[edge.source]} to {circuit.names[edge.target]}"
    if math.isnan(edge.amount):
        return phase, "undefined", run.trouble, ""
    target, end = circuit.names[edge.target], circuit.names[circuit.output]
    on_kink = circuit.kinked(edge.source, run.values[edge.target])
    code = "code says " if edge.target in _chosen(circuit, run, now.handed) else ""
    derivative = f"{code}∂{end}/\u2060∂{target}\u00a0="
    why = "Adjoint times local slope, so"
    if on_kink and code:
        why = f"{on_kink} has no slope at {short(run.values[edge.target])}, and code takes {shown(edge.slope)}. So"
    slope = circuit.slope(edge.source, edge.target)
    by_rule = f"{shown(edge.adjoint)}\u00a0·\u00a0{slope} = " if slope else ""
    terms = [shown(arrival.amount) for arrival in run.arrivals(edge.target, now.handed)]
    if len(terms) < run.expected(edge.target):
        notice, result = (
            f"Another route to {target} is still on its way. So far, {target}\u00a0holds",
            shown(edge.total),
        )
    elif len(terms) == 1:
        notice, result = f"{why} {derivative}", shown(edge.total)
    else:
        notice, result = f"Where routes meet, add: {derivative}", f"{summed(terms)} =\u00a0{shown(edge.total)}"
    return (
        phase,
        f"{by_rule}{product(edge.adjoint, edge.slope)} = {shown(edge.amount)}",
        notice,
        result,
    )


def _chosen(circuit: Circuit, run: Run, handed: int) -> set[int]:
    """The boxes whose adjoint, so far, rests on what code chose at a kink: mathematics need not agree."""
    found: set[int] = set()
    for edge in run.edges[:handed]:
        at_kink = edge.adjoint and circuit.kinked(edge.source, run.values[edge.target])
        if at_kink or (edge.slope and edge.source in found):
            found.add(edge.target)
    return found


def product(a: float, b: float) -> str:
    return f"{shown(a)}\u00a0·\u00a0{bracketed(shown(b))}"


def summed(terms: list[str]) -> str:
    """Terms as a sum, negative ones in brackets after the first; of very many, the first few."""
    first = [terms[0], *map(bracketed, terms[1:5])]
    return " + ".join([*first, "…"] if len(terms) > 5 else first)
