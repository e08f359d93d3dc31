"""What the tracer says about the curve at x."""

import math

from widgets.kit.numbers import short
from widgets.tracer.run import Here

NONE = {
    "vertical": "The curve stands upright here, and has no slope to draw.",
    "cusp": "The curve comes to a point here, and has no slope to draw.",
    "jump": "The curve jumps here, and has no slope to draw.",
    "end": "The curve ends here; with points on one side only, there is no slope to draw.",
}


def remark(here: Here) -> str:
    """How the curve goes at x, and so where its slope is drawn; or why nothing is."""
    if here.limit is None:
        return "The function has no value here, so below nothing is drawn."
    if here.limit.kind == "corner":
        left, right = short(here.limit.left or 0.0), short(here.limit.right or 0.0)
        return f"A kink: {left} from the left, {right} from the right: no slope to draw."
    if math.isnan(here.slope):
        return NONE[here.limit.kind]
    if abs(here.slope) < 5e-13:
        return "Level: the trace is at 0."
    way, side = ("Rising", "above") if here.slope > 0 else ("Falling", "below")
    return f"{way}: the trace runs {side} 0."
