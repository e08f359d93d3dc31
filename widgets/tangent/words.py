"""What the tangent widget says about its secants."""

import math

from widgets.kit.quotients import Study, trouble


def remark(at: Study, h: float) -> str:
    """What to make of the lines at this h."""
    if said := trouble(at):
        return said
    sides = [side for side in (at.right(h), at.left(h)) if math.isfinite(side)]
    off = max((abs(side - at.slope) for side in sides), default=math.inf)
    scale = max(1.0, abs(at.slope))
    if off < 1e-6 * scale and at.straight:
        return "A straight stretch: every h gives the slope."
    if off <= 0.005 * scale:
        return "So close up, you can hardly tell the curve from its tangent."
    return "Make h smaller: both sides close in on the slope."
