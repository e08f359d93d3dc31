"""The two streams as patches: as wide, everywhere, as the nudge has become there."""

from widgets.kit.axes import Axes
from widgets.kit.marks import marker, polygon, segment
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import NOTHING, Pen, Point
from widgets.routes.streams import Meeting

WIDTH, HEIGHT = 540.0, 226.0
RULER = (40.0, 120.0)  # x from 0 to 2, across
MIDDLE = 112.0
LEVELS = (46.0, 178.0)  # how far down both routes run
BETWEEN, END = 262.0, 448.0  # how far across u₁ and u₂ stand, and y
_UNIT = (RULER[1] - RULER[0]) / 2
AXES = Axes(
    xlim=(-RULER[0] / _UNIT, (WIDTH - RULER[0]) / _UNIT),
    ylim=(HEIGHT, 0),
    width=WIDTH,
    height=HEIGHT,
    left=0,
    right=0,
    top=0,
    bottom=0,
)
LINE = 23.0  # a line of text, where it is largest
NAMES = ("first", "second")

Station = tuple[float, float, float]  # how far across and down, and how wide the stream is there


def picture(here: Meeting, way: float, wide: float) -> Patch:
    """Both streams as far as the nudge has come: 0 at x, 1 at u₁ and u₂, 2 at y, where one lies on the other.

    They are always drawn whole. A curtain covers what the nudge has not reached, so that its way costs next to nothing
    in the frames.
    """
    start = RULER[0] + here.x * _UNIT
    widths = [(wide, wide * route.inner, wide * route.product) for route in here.routes]
    total = sum(each[2] for each in widths)
    top = MIDDLE - total / 2
    patch: Patch = {}
    for name, level, route, (first, second, third) in zip(NAMES, LEVELS, here.routes, widths, strict=True):
        stations = [(start, MIDDLE, first), (BETWEEN, level, second), (END, top + third / 2, third)]
        top += third
        patch |= {
            f"{name}-in.d": _stream(stations[0], stations[1]),
            f"{name}-out.d": _stream(stations[1], stations[2]),
            f"{name}-inner.text": f"×{number(route.inner)}",
            f"{name}-outer.text": f"×{number(route.outer)}",
            f"{name}-end.text": number(route.product),
            **move(f"{name}-inner", (start + BETWEEN) / 2 - 8, (MIDDLE + level) / 2 + (-6 if name == "first" else 18)),
            **show(f"{name}-inner", way >= 1),
            **show(f"{name}-outer", way >= 2),
            **show(f"{name}-end", way >= 2),
        }
    apart = max(LINE, total / 2)  # both numbers stand beside their streams, and never in one another
    between = MIDDLE + (widths[0][2] - widths[1][2]) / 4  # half way between their middles
    reached = start + (BETWEEN - start) * way if way < 1 else BETWEEN + (END - BETWEEN) * (way - 1)
    return {
        **patch,
        "curtain.d": polygon(AXES, [_across(x, y) for x, y in _box(reached)]) if way < 2 else NOTHING,
        "meet.d": segment(AXES, _across(END, MIDDLE - total / 2), _across(END, MIDDLE + total / 2)),
        **show("meet", way >= 2),
        **move("first-end", END + 12, between - apart / 2 + 5),
        **move("second-end", END + 12, between + apart / 2 + 5),
        **marker("node", AXES, here.x, MIDDLE),
        "sum.text": f"= {number(here.slope)}",
        **show("sum", way >= 2),
    }


def number(value: float) -> str:
    """Two decimals where they say it all, four where not: 0.38 · 3 would not be 1.13."""
    return decimal(value, 2 if abs(value - round(value, 2)) < 1e-9 else 4)


def _stream(start: Station, end: Station) -> str:
    """From one station, so far down and so wide, to the next: each edge one bend that leaves and arrives level."""
    (x, y, wide), (to_x, to_y, to_wide) = start, end
    middle = (x + to_x) / 2
    pen = Pen().to((x, y - wide / 2))
    pen.to((middle, y - wide / 2), (middle, to_y - to_wide / 2), (to_x, to_y - to_wide / 2))
    pen.to((to_x, to_y + to_wide / 2))
    return pen.to((middle, to_y + to_wide / 2), (middle, y + wide / 2), (x, y + wide / 2)).close().path()


def _box(left: float) -> list[Point]:
    """From here to where the streams end, from top to bottom."""
    return [(left, 0), (END + 4, 0), (END + 4, HEIGHT), (left, HEIGHT)]


def _across(x: float, y: float) -> Point:
    """A place on the sheet, in the units of the axes."""
    return (x - RULER[0]) / _UNIT, y
