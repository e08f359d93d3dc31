"""The slope as the limit sees it, from the left and from the right: corners, cusps, jumps and ends are told apart.

Forward mode along a ray. For functions made of smooth pieces the one-sided derivative obeys the chain rule,
(f∘g)′(x; v) = f′(g(x); g′(x; v)): a kink is met on the side towards which its argument moves.
Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008, chapter 14.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from calc.derivatives.dual import power_partials
from calc.derivatives.ends import has_values, moved, reach
from calc.derivatives.graph import Graph, Node
from calc.errors import DomainError
from calc.formulas.expression import Call, Expression, Power, Variable
from calc.formulas.names import Scalar
from calc.functions.function import Function

Kind = Literal["smooth", "corner", "vertical", "cusp", "jump", "end"]
STEPS = (2.0**-14, 2.0**-18, 2.0**-22)


class _OpenQuestion(Exception):
    """The chain rule gives no one-sided slope here, though there may be one: √(x²) at 0."""


@dataclass(frozen=True, slots=True)
class Slope:
    """How steep a curve is at one point.

    left, right  the one-sided slopes: ±inf where the tangent is vertical or the value jumps, None where there
                 is no curve on that side
    kind         smooth: both agree. corner: both finite, different. vertical: one vertical tangent. cusp: a
                 vertical tangent that turns round, or on one side only. jump: the curve is torn. end: no curve
                 on one side or on both
    convention   what automatic differentiation returns here because of a function's note, where that is not the
                 slope: a choice of the frameworks, not mathematics
    """

    left: float | None
    right: float | None
    kind: Kind
    convention: float | None = None

    @property
    def value(self) -> float | None:
        """The derivative, or None where there is none."""
        return self.right if self.kind == "smooth" else None


def slope_at(f: Function | Expression, x: Scalar) -> Slope:
    """The slope of a function or of a formula in one variable, as a limit from both sides.

    Found exactly by the chain rule along each side; only where that leaves the slope open, as for √(x²) at 0,
    from difference quotients. Raises `DomainError` where ``f`` has no value.
    """
    expression = Call(f, Variable("x")) if isinstance(f, Function) else f
    names = expression.variables
    if len(names) > 1:
        raise ValueError(f"{expression} has the variables {', '.join(names)}; give slope_along a direction.")
    return slope_along(expression, dict.fromkeys(names, x), dict.fromkeys(names, 1.0))


def slope_along(expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> Slope:
    """The slope along a direction in which the ``point`` may move forwards (right) and backwards (left)."""
    graph = Graph(expression)
    graph.forward(point)
    back = {name: -rate for name, rate in direction.items()}
    right, torn_right = _side(graph, point, direction)
    left, torn_left = _side(graph, point, back)
    left = left if left is None else 0.0 - left
    kind = "jump" if torn_left or torn_right else _kind(left, right)
    return Slope(left, right, kind, _convention(graph, direction, right if kind == "smooth" else None))


def _kind(left: float | None, right: float | None) -> Kind:
    if left is None or right is None:
        return "end"
    if math.isinf(left) or math.isinf(right):
        return "vertical" if left == right else "cusp"
    return "smooth" if math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9) else "corner"


def _convention(graph: Graph, direction: Mapping[str, Scalar], slope: float | None) -> float | None:
    if not any(_at_a_kink(graph, node) for node in graph.nodes):
        return None
    try:
        partials = graph.backward()
    except DomainError:
        return None
    told = sum(partials.get(name, 0.0) * rate for name, rate in direction.items())
    return None if slope is not None and math.isclose(told, slope, rel_tol=1e-9, abs_tol=1e-12) else told


def _at_a_kink(graph: Graph, node: Node) -> bool:
    if not (node.moves and isinstance(node.expression, Call)):
        return False
    f, u = node.expression.function, graph.nodes[node.inputs[0]].value
    return u in f.jumps or any(kink.at == u for kink in f.kinks)


def _side(graph: Graph, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> tuple[float | None, bool]:
    """The slope on the side that the direction points to, and whether the value jumps there."""
    if not any(direction.get(name, 0.0) for name in point):
        return 0.0, False
    expression = graph.nodes[-1].expression
    here = graph.nodes[-1].value
    if not has_values(expression, point, direction):
        return None, False
    try:
        return _rate(graph, direction), False
    except _OpenQuestion:
        pass
    size = reach(point, direction)
    try:
        changes = [expression.compiled().run(moved(point, direction, h * size))[-1] - here for h in STEPS]
    except DomainError:
        return None, False
    if abs(changes[2]) > 0.9 * abs(changes[1]) > 0:
        return math.copysign(math.inf, changes[2]), True
    return _limit([d / (h * size) for d, h in zip(changes, STEPS, strict=True)]), False


def _limit(q: list[float]) -> float:
    """Where difference quotients are heading, each over a sixteenth of the last step: a number, or out of sight."""
    last, before = abs(q[2] - q[1]), abs(q[1] - q[0])
    if abs(q[2]) > abs(q[1]) and last > 0.5 * before and last > 1e-3 * (1 + abs(q[2])):
        return math.copysign(math.inf, q[2])
    # Aitken: what is left is a geometric series, of ratio 1/16 where the curve is smooth on this side.
    ratio = last / before if before > 1e-7 * (1 + abs(q[2])) and last < 0.6 * before else 1 / 16
    limit = q[2] + (q[2] - q[1]) * ratio / (1 - ratio)
    nearest = round(limit, 6)
    return nearest if abs(limit - nearest) < 1e-7 else limit


def _rate(graph: Graph, direction: Mapping[str, Scalar]) -> float:
    """One forward pass of one-sided derivatives."""
    rates: list[float] = []
    moves: list[bool] = []
    for node in graph.nodes:
        inputs = [(graph.nodes[i].value, rates[i], moves[i]) for i in node.inputs]
        if isinstance(node.expression, Variable):
            rate = float(direction.get(node.expression.name, 0.0))
            moves.append(rate != 0)
        else:
            moves.append(any(m for _, _, m in inputs))
            rate = _node_rate(graph, node, inputs) if moves[-1] else 0.0
        if rate != rate:
            raise _OpenQuestion
        rates.append(rate)
    return rates[-1]


def _node_rate(graph: Graph, node: Node, inputs: list[tuple[float, float, bool]]) -> float:
    match node.expression:
        case Call():
            return _call_rate(node.expression.function, inputs[0][0], inputs[0][1])
        case Power():
            (a, da, a_moves), (b, db, b_moves) = inputs
            try:
                by_base, by_exponent = power_partials(a, b, a_moves, b_moves)
            except DomainError:
                raise _OpenQuestion from None
            return by_base * da + by_exponent * db
        case _:
            slopes = graph._local_derivatives(node)
            return sum(s * rate for s, (_, rate, m) in zip(slopes, inputs, strict=True) if m)


def _call_rate(f: Function, u: float, rate: float) -> float:
    if u in f.jumps:
        raise _OpenQuestion
    for kink in f.kinks:
        if kink.at == u:
            return rate * (kink.right if rate > 0 else kink.left)
    try:
        return f.derivative(u) * rate
    except DomainError:
        raise _OpenQuestion from None
