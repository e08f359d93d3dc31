"""One-sided limits, from values ever closer to a point."""

import math
from collections.abc import Callable
from itertools import pairwise

STEPS = tuple(2.0**-k for k in (8, 11, 14, 17, 20))
OUT_OF_SIGHT = 1e30


def limit(f: Callable[[float], float], at: float, side: int) -> float | None:
    """What f comes to from the left (side −1) or the right (1): a number, ±inf, or None for no curve or no limit."""
    scale = max(1.0, abs(at)) * side
    values = [f(at + h * scale) for h in STEPS]
    known = [v for v in values if v == v]
    if known and abs(known[-1]) > OUT_OF_SIGHT:
        return math.copysign(math.inf, known[-1])
    if values[-1] != values[-1] or values[-2] != values[-2]:
        return None
    changes = [abs(b - a) for a, b in pairwise(known)]
    if len(changes) < 2:
        return known[-1]
    ratio = changes[-1] / changes[-2] if changes[-2] else 0.0
    if ratio > 0.95 and abs(known[-1]) > abs(known[-2]) and changes[-1] > 1e-3:
        return math.copysign(math.inf, known[-1])
    if ratio > 0.95 and changes[-1] > 1e-6 * max(1.0, abs(known[-1])):
        return None
    here = f(at)
    # Aitken: what is left is a geometric series.
    found = known[-1] + (known[-1] - known[-2]) * ratio / (1 - ratio) if ratio < 0.95 else known[-1]
    allowed = 1e-9 + 0.03 * changes[-1]
    if abs(found - here) < allowed:
        return here
    near = round(found, 4)
    return near + 0.0 if abs(found - near) < allowed else found
