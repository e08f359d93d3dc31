"""Marks: what `update` draws into a figure. Each takes the figure's axes and points as data, and gives a path.

    "curve.d": curve(AXES, ((x, f(x)) for x in AXES.samples()))

`marker` alone gives a patch: it moves what matplotlib drew once (a point, a tangent, an upright line).
A value that does not exist (NaN) leaves a gap, or hides its marker.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from widgets.kit.axes import Axes
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import NOTHING, Pen, Point

HEAD = 11.0  # the sides of an arrow's head, in the figure's units
BARB = math.radians(30)  # the angle between an arrow's shaft and each side of its head


def curve(axes: Axes, *lines: Iterable[Point]) -> str:
    """Open lines through points. A line breaks where one has no value; what is far outside is cut off."""
    low, high = sorted(axes.ylim)
    span, pen = high - low, Pen()
    for line in lines:
        pen.line(*(axes.at(x, max(low - span, min(high + span, y)) if math.isfinite(y) else y) for x, y in line))
    return pen.path()


def smooth(axes: Axes, knots: Iterable[tuple[float, float, float]]) -> str:
    """One bent line through (x, y, slope) after (x, y, slope): a few knots are shorter to send than many points."""
    pen = Pen()
    before: tuple[float, float, float] | None = None
    for knot in knots:
        x, y, slope = knot
        if before is None:
            pen.to(axes.at(x, y))
        else:
            third = (x - before[0]) / 3
            leaving, arriving = (before[0] + third, before[1] + third * before[2]), (x - third, y - third * slope)
            pen.to(axes.at(*leaving), axes.at(*arriving), axes.at(x, y))
        before = knot
    return pen.path()


def dots(axes: Axes, points: Iterable[Point]) -> str:
    """A dot at each point: strokes of no length, which matplotlib's round pen (`plot.plot`, thick) makes visible."""
    pen = Pen(whole=True)
    for point in points:
        pen.line(axes.at(*point))
    return pen.path()


def segment(axes: Axes, start: Point, end: Point) -> str:
    """The straight line between two points; nothing where one of them has no value."""
    ends = axes.at(*start), axes.at(*end)
    return Pen().line(*ends).path() if _finite(*ends) else NOTHING


def baseline(axes: Axes) -> str:
    """The line across the frame at the height that columns rise from; nothing where that lies outside."""
    inside = axes.contains(axes.xlim[0], axes.base)
    return segment(axes, (axes.xlim[0], axes.base), (axes.xlim[1], axes.base)) if inside else NOTHING


def arrow(axes: Axes, start: Point, end: Point) -> str:
    """A shaft with an open head at its end; nothing where it would be too short to have a direction."""
    tail, tip = axes.at(*start), axes.at(*end)
    length = math.dist(tail, tip)
    if not 1 <= length < math.inf:
        return NOTHING
    side, back = min(HEAD, length / 2), math.atan2(tail[1] - tip[1], tail[0] - tip[0])
    one, other = (
        (tip[0] + side * math.cos(back + turn), tip[1] + side * math.sin(back + turn)) for turn in (-BARB, BARB)
    )
    return Pen().line(tail, tip).line(one, tip, other).path()


def polygon(axes: Axes, *outlines: Sequence[Point]) -> str:
    """Closed outlines with straight sides. One with a corner that has no value is left out."""
    return _outlined(axes, outlines, Pen())


def columns(axes: Axes, points: Iterable[Point], width: float = 0.7) -> str:
    """A bar from the axes' `base` to each point, `width` wide in units of x and cut off at the frame."""
    floor = axes.inside(axes.base)
    boxes = (_box(x - width / 2, floor, x + width / 2, axes.inside(y)) for x, y in points)
    return _outlined(axes, boxes, Pen(whole=True))


def steps(axes: Axes, points: Iterable[Point], gap: float = 0.0) -> str:
    """A bar from the height of each point to that of the next, with `gap` left free on both sides, in units of x."""
    boxes = (_box(x + gap, y, to_x - gap, to_y) for (x, y), (to_x, to_y) in pairwise(points))
    return _outlined(axes, boxes, Pen(whole=True))


def marker(part: str, axes: Axes, x: float, y: float, slope: float | None = None) -> Patch:
    """Puts a marker at (x, y), turned to `slope` where one is given.

    It is hidden where one of them has no value, and where y lies so far outside that it could not matter.
    """
    where = axes.at(x, y)
    angle = None if slope is None else axes.angle(slope)
    seen = axes.near(y) and _finite(where) and math.isfinite(angle or 0)
    if not seen:
        where, angle = (0, 0), None if slope is None else 0
    return {**move(part, *where, angle), **show(part, seen)}


def _outlined(axes: Axes, outlines: Iterable[Sequence[Point]], pen: Pen) -> str:
    for outline in outlines:
        corners = [axes.at(*corner) for corner in outline]
        if _finite(*corners):
            for corner in corners:
                pen.to(corner)
            pen.close()
    return pen.path()


def _box(x: float, y: float, to_x: float, to_y: float) -> list[Point]:
    return [(x, y), (to_x, y), (to_x, to_y), (x, to_y)]


def _finite(*points: Point) -> bool:
    return all(math.isfinite(number) for point in points for number in point)
