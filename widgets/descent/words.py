"""What the descent widget says about the ball's last step."""

from collections.abc import Sequence

from widgets.descent.path import Stop
from widgets.kit.terrain import REACH


def remark(way: Sequence[Stop]) -> str:
    """One or two sentences about the way so far: how the last step went."""
    here = way[-1]
    if not here.steepness:
        return "Level ground: the gradient is zero, and the ball stays."
    if len(way) == 1:
        return "It has yet to move."
    before = way[-2]
    away = max(abs(here.x), abs(here.y)) > REACH
    if here.height > before.height + 1e-9:
        gone = " The ball has left the map." if away else ""
        return f"Too large a step: it shoots past the lowest place and ends higher than it began.{gone}"
    if away:
        return "The ball has rolled off the map."
    if here.steepness < 0.05:
        return "Nearly level ground: from here on, the ball hardly moves."
    if here.dx * before.dx + here.dy * before.dy < 0:
        return "A zigzag: it shoots past the floor of the valley at each step, and still comes down."
    return "It rolls down. The flatter the ground, the shorter the step."
