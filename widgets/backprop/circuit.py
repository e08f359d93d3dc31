"""A computation graph as a page draws it: one box for each value that moves, each with a short name.

Constants are written inside the operation that reads them, and a minus sign inside the sum that it belongs to:
a − t is one box, though `calc.Graph` makes it of two operations.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from calc import Call, Contribution, Expression, Graph, Negative, Node, Number, Power, Product, Quotient, Sum, Variable
from widgets.kit.numbers import MINUS, bracketed, decimal, lowered, raised

SHORT = {"sigmoid": "σ", "relu": "ReLU"}
Text = Callable[[int], str]


@dataclass(frozen=True)
class Run:
    """Every number of one forward and one backward pass, by the node's index in the graph.

    ``edges`` are the hand-overs of the backward pass in their order, between boxes that are drawn.
    """

    values: Mapping[int, float]
    adjoints: Mapping[int, float]
    edges: tuple[Contribution, ...]

    def arrivals(self, target: int, done: int) -> list[Contribution]:
        """What a box has received after the first ``done`` hand-overs."""
        return [edge for edge in self.edges[:done] if edge.target == target]

    def expected(self, target: int) -> int:
        """How many hand-overs reach a box in all."""
        return sum(edge.target == target for edge in self.edges)


class Circuit:
    """The boxes of an expression. ``names`` are given to its operations in the order they are computed."""

    def __init__(self, expression: Expression, names: tuple[str, ...]) -> None:
        self.expression = expression
        self._graph = Graph(expression)
        self._folded = dict(self._signs())
        drawn = [n for n in self._graph.nodes if n.moves and n.index not in self._folded]
        self.inputs = tuple(n.index for n in drawn if isinstance(n.expression, Variable))
        self.operations = tuple(n.index for n in drawn if not isinstance(n.expression, Variable))
        if len(names) != len(self.operations):
            raise ValueError(f"{expression} has {len(self.operations)} operations to name, not {len(names)}")
        self.variables = {i: str(self._graph.nodes[i].expression) for i in self.inputs}
        self.names = {i: lowered(name) for i, name in self.variables.items()}
        self.names |= dict(zip(self.operations, names, strict=True))

    @property
    def output(self) -> int:
        return self.operations[-1]

    def run(self, point: Mapping[str, float]) -> Run:
        """Both passes at a point. Raises as `calc.Graph`."""
        self._graph.forward(point)
        self._graph.backward()
        nodes = self._graph.nodes
        edges = tuple(
            replace(edge, source=self._folded.get(edge.source, edge.source))
            for edge in self._graph.contributions
            if edge.target not in self._folded
        )
        return Run({n.index: n.value for n in nodes}, {n.index: n.adjoint for n in nodes}, edges)

    def wires(self) -> list[tuple[int, int]]:
        """What each operation reads, as (operation, input) pairs."""
        return [
            (i, self._behind(child).index)
            for i in self.operations
            for child in self._graph.nodes[i].inputs
            if self._graph.nodes[child].moves
        ]

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

    def _signs(self) -> Iterator[tuple[int, int]]:
        """Each minus sign that a single sum reads, with that sum."""
        for node in self._graph.nodes:
            readers = [n for n in self._graph.nodes if node.index in n.inputs]
            if isinstance(node.expression, Negative) and len(readers) == 1 and isinstance(readers[0].expression, Sum):
                yield node.index, readers[0].index

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


def function_name(node: Node) -> str:
    """A function's name as the page writes it."""
    return SHORT.get(node.operation, node.operation)


def shown(value: float) -> str:
    """A number with two decimals where they say it all, else with three, else four: 0.25, −0.125 and 0.8808."""
    places = next((n for n in (2, 3) if abs(value - round(value, n)) < 1e-9), 4)
    return decimal(value, places)
