"""Rise over run: the triangle under a line through two points, as a patch."""

from widgets.kit.axes import Axes
from widgets.kit.marks import segment
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import NOTHING, Point

CLEAR = 12.0  # how far a label keeps from its leg, in the figure's units; a shorter leg has none


def rise_over_run(axes: Axes, start: Point, end: Point) -> Patch:
    """Both legs, `run-leg` and `rise-leg`, and their labels, `run-label` and `rise-label`, where there is room."""
    corner, middle = (end[0], start[1]), (start[1] + end[1]) / 2
    run, rise = end[0] - start[0], end[1] - start[1]
    seen = axes.near(start[1]) and axes.near(end[1])
    long = seen and abs(axes.x(run) - axes.x(0)) > CLEAR
    tall = long and axes.inside(middle) == middle and abs(axes.y(rise) - axes.y(0)) > CLEAR
    x, y = axes.at(*corner) if seen else (0, 0)
    return {
        "run-leg.d": segment(axes, start, corner) if seen else NOTHING,
        "rise-leg.d": segment(axes, corner, end) if seen else NOTHING,
        **move("run-label", axes.x(start[0] + run / 2), y + (CLEAR if rise >= 0 else -CLEAR)),
        "run-label.var": "1" if rise >= 0 else "-1",  # which way a larger label moves on, to keep clear of its leg
        **show("run-label", long and axes.contains(*start)),
        **move("rise-label", x + (1.6 * CLEAR if run >= 0 else -1.6 * CLEAR), axes.y(middle) if tall else 0),
        "rise-label.var": "1" if run >= 0 else "-1",
        **show("rise-label", tall),
    }
