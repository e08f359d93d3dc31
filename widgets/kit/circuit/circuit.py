"""A computation graph as a page draws it: one box for each value that moves, each with a short name.

Constants are written inside the operation that reads them, and a minus sign inside the sum that it belongs to:
a − t is one box, though `calc.Graph` makes it of two operations.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import calc
from calc import Call, Constant, Expression, Graph, Negative, Node, Number, Power, Product, Quotient, Sum, Variable
from widgets.kit.defined import defined
from widgets.kit.numbers import MINUS, bracketed, decimal, lowered, raised

SHORT = {"sigmoid": "σ", "relu": "ReLU"}
STEPS, EDGES = 22, 36  # the most that the drawing holds
NO_SLOPE = "Somewhere on the way there is no value, or no slope, and so none comes back."
Text = Callable[[int], str]
Wire = tuple[int, int]  # the operation that reads, and the box that it reads


@dataclass(frozen=True)
class Handover:
    """One edge of the way back: `source` hands `amount` = adjoint · slope to `target`, which then holds `total`."""

    source: int
    target: int
    adjoint: float
    slope: float
    amount: float
    total: float


@dataclass(frozen=True)
class Run:
    """Every number of one forward and one backward pass, by the node's index in the graph.

    ``edges`` are the hand-overs of the backward pass in their order. What has no value or no slope is NaN, and
    ``trouble`` then says why.
    """

    values: Mapping[int, float]
    adjoints: Mapping[int, float]
    edges: tuple[Handover, ...]
    trouble: str = ""

    def arrivals(self, target: int, done: int) -> list[Handover]:
        """What a box has received after the first ``done`` hand-overs."""
        return [edge for edge in self.edges[:done] if edge.target == target]

    def expected(self, target: int) -> int:
        """How many hand-overs reach a box in all."""
        return sum(edge.target == target for edge in self.edges)


class Circuit:
    """The boxes of an expression, its operations named in the order they are computed: by ``names``, or u₁, u₂, … y.

    Of a ``whole`` that is written in cases, the expression is the one that holds where the reader stands.
    Raises `calc.SizeError` where there are more boxes or edges than the drawing holds.
    """

    def __init__(self, expression: Expression, names: tuple[str, ...] = (), whole: Expression | None = None) -> None:
        self.expression = whole or expression
        self._graph = Graph(expression)
        self._folded = dict(self._signs())
        drawn = [n for n in self._graph.nodes if n.moves and n.index not in self._folded]
        last = self._graph.nodes[-1].index
        self.inputs = tuple(n.index for n in drawn if isinstance(n.expression, Variable))
        self.operations = tuple(n.index for n in drawn if not isinstance(n.expression, Variable)) or (last,)
        if last in self.inputs:
            self.operations = ()
        self.output = last
        self.wires = tuple(self._wires())
        for count, most, what in ((len(self.operations), STEPS, "steps"), (len(self.wires), EDGES, "arrows")):
            if count > most:
                raise calc.SizeError(f"This graph has {count} {what}; up to {most} can be drawn.")
        names = names or (*(f"u{i}" for i in range(1, len(self.operations))), "y")[-len(self.operations) :]
        self.variables = {i: str(self._graph.nodes[i].expression) for i in self.inputs}
        self.names = {i: lowered(name) for i, name in self.variables.items()}
        if self.operations:
            self.names |= dict(zip(self.operations, map(lowered, names), strict=True))

    def run(self, point: Mapping[str, float]) -> Run:
        """Both passes at a point."""
        nodes = self._graph.nodes
        try:
            self._graph.forward(point)
            self._graph.backward()
        except calc.SizeError:
            raise
        except calc.DomainError as error:
            values = {n.index: defined(n.expression.evaluate, point) for n in nodes}
            lost = (Handover(*wire, math.nan, math.nan, math.nan, math.nan) for wire in self.wires)
            return Run(values, dict.fromkeys(values, math.nan), tuple(lost), _written(error))
        edges = tuple(
            Handover(self._folded.get(c.source, c.source), c.target, c.adjoint, c.local_derivative, c.amount, c.total)
            for c in self._graph.contributions
            if c.target not in self._folded
        )
        return Run({n.index: n.value for n in nodes}, {n.index: n.adjoint for n in nodes}, edges)

    def written(self, index: int, text: Text) -> str:
        """An operation with its inputs written by ``text``: their names, or their values."""
        node = self._graph.nodes[index]
        if isinstance(node.expression, Sum):
            return self._sum(node, text)
        parts = [self._part(i, text) for i in node.inputs]
        match node.expression:
            case Product():
                return " · ".join(map(bracketed, parts))
            case Quotient():
                return " / ".join(map(bracketed, parts))
            case Negative():
                return MINUS + bracketed(parts[0])
            case Power():
                exponent = raised(int(parts[1])) if parts[1].isdigit() else f"^{bracketed(parts[1])}"
                return bracketed(parts[0]) + exponent
            case Call():
                return f"{function_name(node)}({parts[0]})"
            case Number() | Constant():
                return str(node.expression).replace("-", MINUS)
        return text(index)

    def slope(self, source: int, target: int) -> str:
        """The local derivative of one box with respect to another by its own rule, such as σ′(z), 2d or x.

        Empty where the rule is a plain number, or no short one.
        """
        node = self._graph.nodes[source]
        match node.expression:
            case Call():
                return f"{function_name(node)}′({self.names[target]})"
            case Product() if len(node.inputs) == 2:
                other = next((i for i in node.inputs if i != target), target)
                return self._part(other, self.names.__getitem__)
            case Power(children=(_, Number(value=2))):
                return f"2{self.names[target]}"
        return ""

    def kinked(self, source: int, value: float) -> str:
        """The function of a box where its input stands on its kink: there it has no slope, and code takes one."""
        node = self._graph.nodes[source]
        at_kink = isinstance(node.expression, Call) and any(k.at == value for k in node.expression.function.kinks)
        return function_name(node) if at_kink else ""

    def _signs(self) -> Iterator[tuple[int, int]]:
        """Each minus sign that a single sum reads, with that sum."""
        for node in self._graph.nodes:
            readers = [n for n in self._graph.nodes if node.index in n.inputs]
            if isinstance(node.expression, Negative) and len(readers) == 1 and isinstance(readers[0].expression, Sum):
                yield node.index, readers[0].index

    def _wires(self) -> Iterator[Wire]:
        """Every edge between boxes, in the order of the backward pass: as `calc.Graph` goes."""
        for node in reversed(self._graph.nodes):
            for i in node.inputs if node.moves else ():
                if self._graph.nodes[i].moves and i not in self._folded:
                    yield self._folded.get(node.index, node.index), i

    def _behind(self, index: int) -> Node:
        node = self._graph.nodes[index]
        return self._graph.nodes[node.inputs[0]] if index in self._folded else node

    def _part(self, index: int, text: Text) -> str:
        node = self._graph.nodes[index]
        return text(index) if node.moves else str(node.expression).replace("-", MINUS)

    def _sum(self, node: Node, text: Text) -> str:
        written = ""
        for i in node.inputs:
            part = self._part(self._behind(i).index, text)
            if i in self._folded:
                written += f" − {bracketed(part)}" if written else MINUS + bracketed(part)
            else:
                written += f" + {bracketed(part)}" if written else part
        return written


def _written(error: calc.DomainError) -> str:
    """Why there is no value or no slope, as a page writes it."""
    text = str(error).replace("-", MINUS)
    return NO_SLOPE if re.search(rf"\de[+{MINUS}]?\d|\binf\b|\bnan\b", text) else text


def function_name(node: Node) -> str:
    """A function's name as the page writes it."""
    return SHORT.get(node.operation, node.operation)


def shown(value: float) -> str:
    """A number with two decimals where they say it all, else with three, else four: 0.25, −0.125 and 0.8808."""
    if math.isfinite(value):
        places = next((n for n in (2, 3) if abs(value - round(value, n)) < 1e-9), 4)
        return decimal(value, places)
    return decimal(value)


def boxed(value: float) -> str:
    """The same in at most seven characters, for half a box: 123.5, 1×10⁹."""
    text = shown(value)
    places = 3
    while len(text) > 7 and places >= 0:
        text, places = decimal(value, places), places - 1
    return "none" if math.isnan(value) else text
