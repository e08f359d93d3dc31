"""How far rounding may have carried a value: a running error bound over the tape.

Every float is taken to be right to half a unit in its last place, and each operation carries the errors of
what it is given on and adds its own. Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition,
2002, section 3.3.
"""

import math
from collections.abc import Callable, Sequence
from operator import add, mul, neg, sub, truediv
from typing import Any

ROUNDING = 2.0**-53
LOST = 0.01
"""A value that may be off by more than this part of itself is no value …"""
NEGLIGIBLE = 1e-9
"""… unless the whole error is smaller than this: sin(pi) may be 1e-16."""

Instruction = tuple[Callable[..., Any], int, int]


def is_lost(code: Sequence[Instruction], values: Sequence[float], inexact: Sequence[float]) -> bool:
    """Whether the last value says nothing; ``inexact`` holds the errors of the registers before the first result."""
    errors = list(inexact)
    for i, (operation, a, b) in enumerate(code, start=len(inexact)):
        errors.append(_error(operation, values[i], values[a], values[b], errors[a], errors[b], a, b))
    return errors[-1] > max(LOST * abs(values[-1]), NEGLIGIBLE)


def _error(operation: Callable[..., Any], v: float, x: float, y: float, dx: float, dy: float, a: int, b: int) -> float:
    own = abs(v) * ROUNDING
    if operation is add or operation is sub:
        if a == b and operation is sub:
            return 0.0
        exact = operation is sub and y / 2 <= x <= 2 * y  # Sterbenz
        return dx + dy + (0.0 if exact else own)
    if operation is mul:
        return abs(x) * dy + abs(y) * dx + dx * dy + own
    if operation is truediv:
        return (dx + abs(v) * dy) / (abs(y) - dy) + own if abs(y) > dy else math.inf
    if operation is neg:
        return dx
    moved = [(x - dx,), (x + dx,)] if b < 0 else [(x - dx, y), (x + dx, y), (x, y - dy), (x, y + dy)]
    return 2 * own + max([_distance(operation, v, arguments) for arguments in moved])


def _distance(operation: Callable[..., Any], v: float, arguments: tuple[float, ...]) -> float:
    try:
        return float(abs(operation(*arguments) - v))
    except (ValueError, OverflowError, ZeroDivisionError):
        return math.inf
