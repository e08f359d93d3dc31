"""A magnifying glass over a curve: what lies within h of a point, as large as the picture, with its secants.

However small h is, it fills the glass: a smooth curve becomes straight, a corner stays one, and at tiny h the steps of
rounded numbers are seen.
"""

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.marks import curve, marker
from widgets.kit.patch import Patch
from widgets.kit.path import Point
from widgets.kit.quotients import Study

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

# Across in units of h, upwards in units of h times `steepness`.
GLASS = Axes(xlim=(-1.5, 1.5), ylim=(-1.5, 1.5), width=300, height=190, left=15, right=15, top=8, bottom=30)


def glass(at: Study, h: float) -> Patch:
    """The curve around x with both secants and the tangent, as a patch."""
    scale = steepness(at)

    def height(t: float) -> float:
        return (at.at(at.x + t * h) - at.y) / h / scale

    return {
        "lens.d": curve(GLASS, unjoined(GLASS, ((t, height(t)) for t in GLASS.samples(31)))),
        **marker("lens-tangent", GLASS, 0, 0, at.slope / scale),
        **marker("lens-right", GLASS, 0, 0, at.right(h) / scale),
        **marker("lens-left", GLASS, 0, 0, at.left(h) / scale),
        **marker("lens-right-point", GLASS, 1, height(1)),
        **marker("lens-left-point", GLASS, -1, height(-1)),
    }


def steepness(at: Study) -> float:
    """A slope that looks steep in the glass: fixed for x, so that the picture turns with h alone."""
    exact = abs(at.slope) if math.isfinite(at.slope) else 0.0
    wide = max([abs(q) for q in (at.right(1.0), at.left(1.0)) if math.isfinite(q)], default=0.0)
    return max(exact, min(wide, 10 * max(exact, 1.0))) / 1.25 or 1.0


def unjoined(axes: Axes, points: Iterable[Point]) -> Iterator[Point]:
    """The points, with the pen lifted where the curve jumps over the whole picture, as at a pole."""
    low, high = axes.ylim
    before = math.nan
    for x, y in points:
        if (before < low and y > high) or (before > high and y < low):
            yield x, math.nan
        yield x, y
        before = y


def draw_glass(plot: "Matplotlib") -> None:
    plot.set_xticks([-1, 0, 1], ["x − h", "x", "x + h"])
    plot.set_yticks([])
    plot.plot([-1.5, 1.5], [-1, 1], color=ink.Y, lw=2.5, gid="lens")
    draw_lines(plot, "lens-", 0, 0)
    plot.plot([-1], [-1], "o", color=ink.PAPER, mec=ink.MUTED, mew=1.75, ms=6, gid="lens-left-point")
    plot.plot([1], [1], "o", color=ink.PAPER, mec=ink.TEXT, mew=2, ms=7, gid="lens-right-point")
    plot.plot([0], [0], "o", color=ink.Y, ms=8, mec=ink.PAPER, mew=1.5)


def draw_lines(plot: "Matplotlib", prefix: str, x: float, y: float) -> None:
    """Both secants and the tangent: markers long enough to cross the picture at any angle."""
    looks = [(f"{prefix}left", ink.MUTED, 1.25), (f"{prefix}right", ink.TEXT, 1.75)]
    for gid, colour, width in looks:
        name = gid if prefix else f"{gid}-secant"
        plot.plot([x], [y], marker="_", ls="", color=colour, mew=width, ms=1400, gid=name)
    plot.plot([x], [y], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=1400, gid=f"{prefix}tangent")
