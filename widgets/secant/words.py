"""What the secant widget says about its two points."""

import math

from widgets.kit.numbers import short as written
from widgets.secant.pair import Pair

NO_SLOPE = {
    "vertical": "the nearer, the steeper, without bound: the curve stands upright here, and has no slope.",
    "cusp": "the nearer, the steeper, without bound: the curve comes to a point here, and has no slope.",
    "jump": "the curve jumps here, and has no slope.",
    "end": "the curve ends here; with points on one side only, there is no slope.",
}


def short(number: float) -> str:
    """A number in as many digits as a line of a phone has room for beside its words."""
    return written(number, 5)


def story(at: Pair) -> str:
    """One or two sentences: what the line through the points does, and what it comes to."""
    if at.limit is None:
        return "The function has no value at x: there is no point to begin with."
    if at.limit.kind == "corner":
        left, right = short(at.limit.left or 0.0), short(at.limit.right or 0.0)
        return f"From the right the lines come to {right}, from the left to {left}: there is no slope."
    if at.limit.value is None:
        return f"Move the points together: {NO_SLOPE[at.limit.kind]}"
    goal = short(at.slope)
    if at.h == 0:
        return f"With h = 0 there is one point: 0 ÷ 0 says nothing. The lines came to {goal}."
    if math.isnan(at.far):
        return "The function has no value at x + h: there is no second point."
    off = at.secant - at.slope
    if abs(off) < 1e-9 * max(1.0, abs(at.slope)):
        return f"The line through both points lies on the tangent: {goal}, whatever h is near here."
    return f"The line is off by {short(off)}. Nearer points bring it to {goal}."
