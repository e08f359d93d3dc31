"""Reverse mode on a computation graph: one backward pass gives every partial derivative."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from calc.derivatives.dual import power_partials
from calc.derivatives.ends import check_both_sides
from calc.formulas.expression import Call, Constant, Expression, Negative, Number, Power, Product, Quotient, Variable
from calc.formulas.names import Scalar
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
    contributions wherever a value is used more than once.
    Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008, chapter 3.
    """

    def __init__(self, expression: Expression) -> None:
        self.nodes: tuple[Node, ...] = ()
        self.contributions: tuple[Contribution, ...] = ()
        self._expression = expression
        self._point: Mapping[str, Scalar] | None = None
        self._values: list[float] = []
        index: dict[Expression, int] = {}
        nodes: list[Node] = []
        for node in postorder(expression):
            inputs = tuple([index[child] for child in node.children])
            moves = isinstance(node, Variable) or any(nodes[i].moves for i in inputs)
            index[node] = len(nodes)
            nodes.append(Node(len(nodes), node, _operation(node), inputs, moves))
        self.nodes = tuple(nodes)

    def __repr__(self) -> str:
        return f"<graph of {len(self.nodes)} nodes for {self._expression!r}>"

    def forward(self, env: Mapping[str, Scalar]) -> float:
        """Every node's value, from the inputs up; returns the output. Raises as `Expression.evaluate`."""
        tape = self._expression.compiled()
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
            node.local_derivatives = self._local_derivatives(node)
            for i, slope in zip(node.inputs, node.local_derivatives, strict=True):
                target = self.nodes[i]
                if target.moves:
                    amount = node.adjoint * slope
                    target.adjoint += amount
                    contributions.append(Contribution(node.index, i, node.adjoint, slope, amount, target.adjoint))
        for name, _ in self._expression.compiled().variables:
            check_both_sides(self._expression, self._values, self._point, {name: 1.0})
        self.contributions = tuple(contributions)
        return {n.expression.name: n.adjoint for n in self.nodes if isinstance(n.expression, Variable)}

    def _local_derivatives(self, node: Node) -> tuple[float, ...]:
        inputs = [self.nodes[i] for i in node.inputs]
        values = [n.value for n in inputs]
        match node.expression:
            case Call():
                return (node.expression.function.derivative(values[0]),)
            case Negative():
                return (-1.0,)
            case Product():
                return _products_of_others(values)
            case Quotient():
                return 1 / values[1], -node.value / values[1]
            case Power():
                return power_partials(values[0], values[1], inputs[0].moves, inputs[1].moves)
            case _:
                return (1.0,) * len(values)


def gradient(expression: Expression, point: Mapping[str, Scalar]) -> dict[str, float]:
    """∂f/∂x for every name in ``point``, found in one backward pass; 0 for names not in ``expression``.

    As a column vector it points where f rises fastest (where it is not 0, and for the Euclidean norm);
    it is the transpose of the 1×n Jacobian. Raises `DomainError` where a partial derivative does not exist.
    """
    graph = Graph(expression)
    graph.forward(point)
    found = graph.backward()
    return {name: found.get(name, 0.0) for name in point}


def _operation(node: Expression) -> str:
    match node:
        case Variable() | Constant():
            return node.name
        case Number():
            return str(node)
        case Call():
            return node.function.name
        case _:
            return {Negative: "−", Product: "·", Quotient: "/", Power: "^"}.get(type(node), "+")


def _products_of_others(values: list[float]) -> tuple[float, ...]:
    """∂(a·b·c)/∂b = a·c, without dividing by b, which may be 0."""
    before = [1.0]
    for value in values[:-1]:
        before.append(before[-1] * value)
    result, after = [], 1.0
    for value, left in zip(reversed(values), reversed(before), strict=True):
        result.append(left * after)
        after *= value
    return tuple(reversed(result))
