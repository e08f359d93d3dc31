"""The slope as the limit sees it, from the left and from the right: corners, cusps, jumps and ends are told apart.

Forward mode along a ray. For functions made of smooth pieces the one-sided derivative obeys the chain rule,
(f∘g)′(x; v) = f′(g(x); g′(x; v)): a kink is met on the side towards which its argument moves.
Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008, chapter 14.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from calc.derivatives.ends import NEAREST, has_values, moved, reach
from calc.derivatives.local import local_derivatives
from calc.errors import DomainError
from calc.formulas.branches import chosen
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar
from calc.formulas.nodes import Call, Variable
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
    here = expression.evaluate(point)
    back = {name: -rate for name, rate in direction.items()}
    right, torn_right, kink = _side(expression, here, point, direction)
    left, torn_left, _ = _side(expression, here, point, back)
    left = left if left is None else 0.0 - left
    kind = "jump" if torn_left or torn_right else _kind(left, right)
    told = _convention(expression, point, direction, right if kind == "smooth" else None) if kink else None
    return Slope(left, right, kind, told)


def slope_where_pieces_meet(
    expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]
) -> float | None:
    """The slope at a bound between two pieces of a formula, None where the point is at none.

    Raises `DomainError` where the pieces do not go over into each other.
    """
    if not chosen(expression, point)[1]:
        return None
    slope = slope_along(expression, point, direction)
    if slope.value is None:
        raise DomainError(f"Two pieces of this formula meet here in {_MEETING[slope.kind]}, so there is no derivative.")
    return slope.value


_MEETING = {"corner": "a corner", "jump": "a jump", "end": "an end", "cusp": "a cusp", "vertical": "a vertical tangent"}


def _kind(left: float | None, right: float | None) -> Kind:
    if left is None or right is None:
        return "end"
    if math.isinf(left) or math.isinf(right):
        return "vertical" if left == right else "cusp"
    return "smooth" if math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9) else "corner"


def _convention(
    expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar], slope: float | None
) -> float | None:
    try:
        told, at_a_kink = _rate(chosen(expression, point)[0], point, direction, by_convention=True)
    except (DomainError, _OpenQuestion):
        return None
    close = slope is not None and math.isclose(told, slope, rel_tol=1e-9, abs_tol=1e-12)
    return told if at_a_kink and not close else None


def _side(
    expression: Expression, here: float, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]
) -> tuple[float | None, bool, bool]:
    """The slope on the side that the direction points to, whether the value jumps there, whether a kink may be met."""
    if not any(direction.get(name, 0.0) for name in point):
        return 0.0, False, False
    if not has_values(expression, point, direction):
        return None, False, True
    size = reach(point, direction)
    piece, between = chosen(expression, point)
    try:
        if between:
            piece = chosen(expression, moved(point, direction, NEAREST[-1] * size))[0]
            limit = piece.evaluate(point)
            if not math.isclose(limit, here, rel_tol=1e-9, abs_tol=1e-12):
                return math.copysign(math.inf, limit - here), True, True
        slope, kink = _rate(piece, point, direction)
        return slope, False, kink
    except (DomainError, _OpenQuestion):
        pass
    try:
        changes = [_value(expression, moved(point, direction, h * size)) - here for h in STEPS]
    except DomainError:
        return None, False, True
    if abs(changes[2]) > 0.9 * abs(changes[1]) > 0:
        return math.copysign(math.inf, changes[2]), True, True
    return _limit([d / (h * size) for d, h in zip(changes, STEPS, strict=True)]), False, True


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


def _value(expression: Expression, point: Mapping[str, Scalar]) -> float:
    """The value, however many digits of it rounding has left."""
    return chosen(expression, point)[0].compiled().run(point)[-1]


def _rate(
    expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar], by_convention: bool = False
) -> tuple[float, bool]:
    """One forward pass of one-sided derivatives, or of those that code takes; and whether it met a kink."""
    tape = expression.compiled()
    values = tape.checked(point)
    found: dict[Expression, tuple[float, float, bool]] = {}  # Value, rate, and whether it moves.
    met = False
    for node, register in zip(tape.nodes, tape.registers, strict=True):
        inputs = [found[child] for child in node.children]
        moves, rate = any(m for _, _, m in inputs), 0.0
        if isinstance(node, Variable):
            rate = float(direction.get(node.name, 0.0))
            moves = rate != 0
        elif moves:
            kink = _is_kink(node, inputs[0][0])
            met = met or kink
            if kink and not by_convention and isinstance(node, Call):
                rate = _kink_rate(node.function, inputs[0][0], inputs[0][1])
            else:
                rate = _smooth_rate(node, values[register], inputs)
        if rate != rate:
            raise _OpenQuestion
        found[node] = values[register], rate, moves
    return found[expression][1], met


def _smooth_rate(node: Expression, value: float, inputs: list[tuple[float, float, bool]]) -> float:
    try:
        slopes = local_derivatives(node, value, [x for x, _, _ in inputs], [m for _, _, m in inputs])
    except DomainError:
        raise _OpenQuestion from None
    return sum(s * rate for s, (_, rate, m) in zip(slopes, inputs, strict=True) if m)


def _is_kink(node: Expression, u: float) -> bool:
    return isinstance(node, Call) and (u in node.function.jumps or any(kink.at == u for kink in node.function.kinks))


def _kink_rate(f: Function, u: float, rate: float) -> float:
    for kink in f.kinks:
        if kink.at == u:
            return rate * (kink.right if rate > 0 else kink.left)
    raise _OpenQuestion
