"""Reverse mode on a computation graph: one backward pass gives every partial derivative."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from calc.derivatives.ends import check_both_sides
from calc.derivatives.local import local_derivatives
from calc.derivatives.sides import slope_where_pieces_meet
from calc.errors import DomainError
from calc.formulas.branches import chosen
from calc.formulas.cases import Cases
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Variable
from calc.formulas.tree import postorder


@dataclass(slots=True, eq=False)
class Node:
    """One operation. ``inputs`` are the indices of the nodes it reads, each smaller than its own.

    After ``forward``: ``value``. After ``backward``: ``local_derivatives``, one for each input (0 for one
    that does not move), and ``adjoint``, the derivative of the graph's output with respect to this node.
    """

    index: int
    expression: Expression
    operation: str
    inputs: tuple[int, ...]
    moves: bool
    value: float = math.nan
    local_derivatives: tuple[float, ...] = ()
    adjoint: float = math.nan


@dataclass(frozen=True, slots=True)
class Contribution:
    """One edge of the backward pass: node ``target`` receives ``amount`` = adjoint · local derivative
    from node ``source`` and then holds ``total``."""

    source: int
    target: int
    adjoint: float
    local_derivative: float
    amount: float
    total: float


class Graph:
    """The computation graph of an expression, in topological order; a shared subexpression is one node.

    ``backward`` starts every adjoint afresh, so calling it twice gives the same answer, and adds up the
    contributions wherever a value is used more than once. Of a formula given piece by piece it has all pieces, and
    after ``forward`` those that hold at that point.
    Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008, chapter 3.
    """

    def __init__(self, expression: Expression) -> None:
        self.nodes = _nodes(expression)
        self.contributions: tuple[Contribution, ...] = ()
        self._expression = self._here = expression
        self._point: Mapping[str, Scalar] | None = None
        self._values: list[float] = []
        self._on_a_bound = False

    def __repr__(self) -> str:
        return f"<graph of {len(self.nodes)} nodes for {self._expression!r}>"

    def forward(self, env: Mapping[str, Scalar]) -> float:
        """Every node's value, from the inputs up; returns the output. Raises as `Expression.evaluate`."""
        here, self._on_a_bound = chosen(self._expression, env)
        if here is not self._here:
            self.nodes, self._here = _nodes(here), here
        tape = here.compiled()
        values = self._values = tape.checked(env)
        self.contributions = ()
        for node, i in zip(self.nodes, tape.registers, strict=True):
            node.value = values[i]
            node.adjoint = math.nan
            node.local_derivatives = ()
        self._point = dict(env)
        return self.nodes[-1].value

    def backward(self) -> dict[str, float]:
        """Every node's adjoint, from the output down; returns ∂output/∂variable by name.

        Raises ValueError before any ``forward``, `DomainError` where a derivative does not exist.
        """
        if self._point is None:
            raise ValueError('Call forward first, for example graph.forward({"x": 1.0}): backward needs values.')
        for node in self.nodes:
            node.adjoint = 0.0
        self.nodes[-1].adjoint = 1.0
        contributions = []
        for node in reversed(self.nodes):
            if not node.moves:
                continue
            inputs = [self.nodes[i] for i in node.inputs]
            try:
                node.local_derivatives = local_derivatives(
                    node.expression, node.value, [n.value for n in inputs], [n.moves for n in inputs]
                )
            except DomainError:
                if not self._on_a_bound:
                    raise
                node.local_derivatives = (math.nan,) * len(inputs)  # There the pieces on both sides tell the slope.
            for i, slope in zip(node.inputs, node.local_derivatives, strict=True):
                target = self.nodes[i]
                if target.moves:
                    amount = node.adjoint * slope
                    target.adjoint += amount
                    contributions.append(Contribution(node.index, i, node.adjoint, slope, amount, target.adjoint))
        self.contributions = tuple(contributions)
        found = {n.expression.name: n.adjoint for n in self.nodes if isinstance(n.expression, Variable)}
        for name, _ in self._expression.compiled().variables:
            along = {name: 1.0}
            check_both_sides(self._expression, self._values, self._point, along)
            met = slope_where_pieces_meet(self._expression, self._point, along)
            found[name] = found.get(name, 0.0) if met is None else met
            if self._on_a_bound and math.isnan(found[name]):
                raise DomainError("There is no derivative here, where pieces of this formula meet.")
        return found


def gradient(expression: Expression, point: Mapping[str, Scalar]) -> dict[str, float]:
    """∂f/∂x for every name in ``point``, found in one backward pass; 0 for names not in ``expression``.

    As a column vector it points where f rises fastest (where it is not 0, and for the Euclidean norm);
    it is the transpose of the 1×n Jacobian. Raises `DomainError` where a partial derivative does not exist.
    """
    graph = Graph(expression)
    graph.forward(point)
    found = graph.backward()
    return {name: found.get(name, 0.0) for name in point}


def _nodes(expression: Expression) -> tuple[Node, ...]:
    index: dict[Expression, int] = {}
    nodes: list[Node] = []
    for node in postorder(expression):
        inputs = tuple([index[child] for child in node.children])
        moves = isinstance(node, Variable) or any(nodes[i].moves for i in inputs)
        index[node] = len(nodes)
        nodes.append(Node(len(nodes), node, _operation(node), inputs, moves))
    return tuple(nodes)


def _operation(node: Expression) -> str:
    match node:
        case Variable() | Constant():
            return node.name
        case Number():
            return str(node)
        case Call():
            return node.function.name
        case _:
            return {Negative: "−", Product: "·", Quotient: "/", Power: "^", Cases: "{"}.get(type(node), "+")
