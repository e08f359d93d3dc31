"""A map of a landscape in relief, as a patch: terraces with their heights, and arrows that keep clear of both.

Every terrace is all the ground above one height. They lie on top of each other, each with a shadow to the lower right,
so that a hill rises and a hollow sinks. `draw_relief` draws them once; `browser/style/figure.css` shifts the shadows.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.contour import contour, simplified
from widgets.kit.marks import curve
from widgets.kit.numbers import tick
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import Point
from widgets.kit.terrain import COORDINATES, REACH, survey

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

LEVELS = 7
WHOLE = (-REACH, REACH)
# Both axes at one scale, 45 units of the picture to one of x or y: right angles look like right angles.
MAP = Axes(xlim=WHOLE, ylim=WHOLE, width=408, height=410, left=34, right=14, x_intervals=4, y_intervals=4)
ABYSS = -1e30  # how high the ground is where f has no value, and beyond the rim of the map
LABEL = (0.5, 0.3)  # half the room that a label takes with some air around it, across and up
STEP = COORDINATES[1] - COORDINATES[0]
# Beyond the rim the ground goes on for a step before it ends, so that the edge of a terrace is never seen there.
WIDER = (-REACH - 2 * STEP, -REACH - STEP, *COORDINATES, REACH + STEP, REACH + 2 * STEP)


@lru_cache(maxsize=16)
def relief(formula: str) -> Patch:
    """The terraces and the heights that label their edges: all that depends on the function alone."""
    low, step = _heights(formula)
    ground = _walled(survey(formula).rows)
    patch: Patch = {}
    for i, place in enumerate(labels(formula)):
        level = low + (i + 1) * step
        lines = contour(WIDER, WIDER, ground, level)
        patch[f"land{i}.d"] = curve(MAP, *(simplified(line, 0.016) for line in lines))
        patch[f"level{i}.text"] = tick(level, step)
        patch |= move(f"level{i}", *(MAP.at(*place) if place else (0, 0)))
    return patch


@lru_cache(maxsize=16)
def labels(formula: str) -> tuple[Point | None, ...]:
    """Where each height is written, on its contour and away from the others; None where there is no room."""
    low, step = _heights(formula)
    taken: list[Point] = []
    found: list[Point | None] = []
    for i in range(LEVELS):
        lines = contour(COORDINATES, COORDINATES, survey(formula).rows, low + (i + 1) * step)
        found.append(_free_point([point for line in lines for point in line], taken))
        taken += [point for point in found[-1:] if point]
    return tuple(found)


def labels_beside(formula: str, *lines: Sequence[Point]) -> Patch:
    """Shows the heights that no line crosses."""
    ways = [(a, b) for line in lines for a, b in zip(line, [*line[1:], line[-1]], strict=True)]
    patch: Patch = {}
    for i, place in enumerate(labels(formula)):
        patch |= show(f"level{i}", place is not None and not any(_crosses(place, a, b) for a, b in ways))
    return patch


def inside(start: Point, end: Point) -> Point:
    """The end of an arrow, drawn back towards its start until its head lies on the map."""
    most = REACH - 0.08
    parts = [1.0]
    for a, b in zip(start, end, strict=True):
        if abs(b) > most:
            parts.append((math.copysign(most, b) - a) / (b - a))
    part = max(0.0, min(parts))
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def draw_relief(plot: "Matplotlib") -> None:
    """The terraces, each with its shadow, and their labels, for `relief` to fill in."""
    plot.grid(False)
    for i in range(LEVELS):
        plot.fill([0, 1], [0, 1], facecolor=(ink.TEXT, 0.06), lw=0, zorder=1 + i / 100, gid=f"land{i}")
        plot.fill(
            [0, 1], [0, 1], facecolor=(ink.Y, 0.07), edgecolor=(ink.Y, 0.6), lw=1, zorder=1 + i / 100, gid=f"land{i}"
        )
    corner = plot.figure.transFigure  # labels start at the picture's origin, and patches move them from there
    for i in range(LEVELS):
        plot.text(0, 1, "0", transform=corner, color=ink.Y, ha="center", va="center", zorder=1.5, gid=f"level{i}")


def _heights(formula: str) -> tuple[float, float]:
    """The height below the lowest contour, and from one contour to the next."""
    low, high = survey(formula).limits(LEVELS + 1)
    return low, (high - low) / (LEVELS + 1)


def _walled(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """The ground over `WIDER`: a step more of it all around, and then the abyss."""
    solid = [[value if math.isfinite(value) else ABYSS for value in row] for row in rows]
    wide = [[ABYSS, row[0], *row, row[-1], ABYSS] for row in (solid[0], *solid, solid[-1])]
    nothing = [ABYSS] * len(WIDER)
    return [nothing, *wide, nothing]


def _free_point(candidates: Iterable[Point], taken: Sequence[Point]) -> Point | None:
    """The candidate farthest from every label so far; none where that is too close to read."""
    best, room = None, 0.75
    for x, y in candidates:
        if max(abs(x), abs(y)) > REACH - 0.4:
            continue
        free = min([math.dist((x, y), other) for other in taken], default=9 - math.hypot(x, y))
        if free > room:
            best, room = (x, y), free
    return best


def _crosses(label: Point, a: Point, b: Point) -> bool:
    """Whether the way from a to b comes into the room of a label, an ellipse around it."""
    (ax, ay), (bx, by) = (((x - label[0]) / LABEL[0], (y - label[1]) / LABEL[1]) for x, y in (a, b))
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
    return math.hypot(ax + t * dx, ay + t * dy) < 1
