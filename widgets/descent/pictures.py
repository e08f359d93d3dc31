"""The descent widget's pictures, as patches: the ball's track on the map, and the loss step by step."""

from collections.abc import Sequence
from dataclasses import replace

from widgets.descent.path import Stop
from widgets.kit.axes import Axes, round_limits
from widgets.kit.marks import curve, dots, marker
from widgets.kit.patch import Patch, move, show
from widgets.kit.relief import MAP, labels_beside
from widgets.kit.terrain import REACH, survey

LOSSES = Axes(
    xlim=(0, 16), ylim=(0, 12), width=300, height=250, left=40, right=12, top=12, bottom=26, x_intervals=4,
    y_intervals=4,
)  # fmt: skip
FAR = 3 * REACH  # what lies beyond is as good as out of the picture


def track(formula: str, way: Sequence[Stop]) -> Patch:
    """The steps so far, a dot at each; the ball at the last, hidden once it has left the map."""
    points = [(stop.x, stop.y) for stop in way if max(abs(stop.x), abs(stop.y)) < FAR]
    ball = way[-1].x, way[-1].y
    on_map = max(map(abs, ball)) <= REACH
    return {
        "track.d": curve(MAP, points),
        "stops.d": dots(MAP, points),
        **labels_beside(formula, points),
        **move("ball", *(MAP.at(*ball) if on_map else (0, 0))),
        **show("ball", on_map),
        **move("start", *MAP.at(way[0].x, way[0].y)),
    }


def losses(formula: str, way: Sequence[Stop], last: int) -> Patch:
    """The height after each step, with the ball at the last; the axis reaches from the lowest ground to the start."""
    low, _ = survey(formula).heights()
    axes = replace(LOSSES, ylim=round_limits(min(low, way[0].height), way[0].height + 0.5, LOSSES.y_intervals))
    points = [(float(i), axes.inside(stop.height)) for i, stop in enumerate(way[: last + 1])]
    return {
        **axes.y_labels(),
        "marks.d": dots(axes, points),
        **marker("loss-point", axes, *points[-1]),
    }
