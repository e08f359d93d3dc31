"""How far rounding may have carried a value: a running error bound over the tape.

Each operation carries the errors of what it is given on and adds its own: for + − · the very error it makes,
which is 0 where it is exact, for others half a unit in the last place.
Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition, 2002, section 3.3.
"""

import math
from collections.abc import Callable, Sequence
from operator import add, mul, neg, sub, truediv
from typing import Any

ROUNDING = 2.0**-53
LOST = 0.01
"""A value that may be off by more than this part of itself is no value …"""
NEGLIGIBLE = 1e-5
"""… unless the whole error is smaller than this: sin(pi) may be 1e-16."""
NEGLIGIBLE_AT_ZERO = 1e-3
"""A value of exactly 0 is seldom chance: cbrt(x - 1/3) at 1/3."""


def square(x: float) -> float:
    """x·x, the same number on every machine; powers by a library of the system's may differ in the last bit."""
    return x * x


def cube(x: float) -> float:
    """x·x·x"""
    return x * x * x


Instruction = tuple[Callable[..., Any], int, int]


def is_lost(code: Sequence[Instruction], values: Sequence[float], inexact: Sequence[float]) -> bool:
    """Whether the last value says nothing; ``inexact`` holds the errors of the registers before the first result."""
    errors = list(inexact)
    for i, (operation, a, b) in enumerate(code, start=len(inexact)):
        errors.append(_error(operation, values[i], values[a], values[b], errors[a], errors[b], a, b))
    negligible = NEGLIGIBLE if values[-1] else NEGLIGIBLE_AT_ZERO
    return errors[-1] > max(LOST * abs(values[-1]), negligible)


def _error(operation: Callable[..., Any], v: float, x: float, y: float, dx: float, dy: float, a: int, b: int) -> float:
    if operation is add or operation is sub:
        if a == b and operation is sub:
            return 0.0
        return dx + dy + _sum_error(x, y if operation is add else -y, v)
    if operation is mul:
        return abs(x) * dy + abs(y) * dx + dx * dy + _product_error(x, y, v)
    if operation is square:
        return 2 * abs(x) * dx + dx * dx + _product_error(x, x, v)
    if operation is truediv:
        own = abs(v) * ROUNDING if dx or dy or _product_error(v, y, x) else 0.0
        return (dx + abs(v) * dy) / (abs(y) - dy) + own if abs(y) > dy else math.inf
    if operation is neg:
        return dx
    moved = [(x - dx,), (x + dx,)] if b < 0 else [(x - dx, y), (x + dx, y), (x, y - dy), (x, y + dy)]
    distances = [_distance(operation, v, arguments) for arguments in moved]
    # At the end of a domain one side has no value; the other tells how far it may be.
    return 2 * abs(v) * ROUNDING + max([d for d in distances if d < math.inf], default=math.inf)


def _sum_error(x: float, y: float, v: float) -> float:
    """|x + y − v| exactly (Knuth's TwoSum)."""
    other = v - x
    return abs((x - (v - other)) + (y - other))


def _product_error(x: float, y: float, v: float) -> float:
    """|x·y − v| exactly (Dekker), or its bound where the halves would overflow."""
    if not 1e-140 < abs(v) < 1e140 or max(abs(x), abs(y)) > 1e140:
        return abs(v) * ROUNDING
    (a, b), (c, d) = _halves(x), _halves(y)
    return abs(((a * c - v) + a * d + b * c) + b * d)


def _halves(x: float) -> tuple[float, float]:
    """x as a sum of two numbers of 26 bits (Veltkamp)."""
    wide = 134217729.0 * x
    high = wide - (wide - x)
    return high, x - high


def _distance(operation: Callable[..., Any], v: float, arguments: tuple[float, ...]) -> float:
    try:
        return float(abs(operation(*arguments) - v))
    except (ValueError, OverflowError, ZeroDivisionError):
        return math.inf
