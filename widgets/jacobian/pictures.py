"""The Jacobian's two planes, as patches: the bent grid, a square bent with it, and the square's stand-in."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from widgets.jacobian.bend import OUTPUT, RANGE, Bend, bend
from widgets.kit.axes import Axes
from widgets.kit.marks import curve, polygon
from widgets.kit.numbers import tick
from widgets.kit.patch import Patch, move
from widgets.kit.path import Pen, Point

# The same scale; its frame ends where the point does, and the largest square may stand out beyond it.
INPUT = replace(OUTPUT, xlim=(0, 3), ylim=(0, 3), right=75.5, top=76.5, x_intervals=3, y_intervals=3)
LINES = [RANGE[0] + i / 2 for i in range(9)]
ALONG = [RANGE[0] + i / 4 for i in range(17)]


@lru_cache(maxsize=16)
def grid(key: str) -> Patch:
    """The image of the whole grid, and the numbers on its frame: all that depends on the map alone."""
    image = bend(key)
    axes = image.axes
    upright = [[image((c, t)) for t in ALONG] for c in LINES]
    level = [[image((t, c)) for t in ALONG] for c in LINES]
    return {
        "grid.d": curve(axes, *upright, *level),
        **{
            f"{axis}{i}.text": tick(at, ticks[1] - ticks[0])
            for axis, ticks in (("across", axes.x_ticks()), ("up", axes.y_ticks()))
            for i, at in enumerate(ticks)
        },
    }


def squares(image: Bend, square: Sequence[Point], stand_in: Sequence[Point]) -> Patch:
    """The square with its sides as arrows, its image, and the parallelogram that stands in for that."""
    return {
        "square.d": polygon(INPUT, square),
        "bent.d": bent_polygon(image, square),
        "stand-in.d": polygon(image.axes, stand_in),
        **sides("in", INPUT, square),
        **sides("out", image.axes, stand_in),
        **move("handle", *INPUT.at(*square[0])),
        **move("corner", *INPUT.at(*square[2])),
        **move("u-point", *image.axes.at(*stand_in[0])),
    }


def bent_polygon(image: Bend, corners: Sequence[Point]) -> str:
    """What the map makes of a polygon: each side a parabola through the images of its ends and its middle.

    For a side of length s it is off by a multiple of s³: invisible for the sides that figures show.
    """
    axes, pen = image.axes, Pen()
    start = axes.at(*image(corners[0]))
    pen.to(start)
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        end, middle = axes.at(*image(b)), axes.at(*image(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)))
        pull = 2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2
        pen.to(pull, end)
        start = end
    return pen.close().path()


def sides(part: str, axes: Axes, square: Sequence[Point]) -> Patch:
    """The sides of a square's image that begin at the point, as two arrowheads."""
    patch: Patch = {}
    x, y = axes.at(*square[0])
    for i, end in ((1, square[1]), (2, square[3])):
        to_x, to_y = axes.at(*end)
        patch |= move(f"{part}{i}", to_x, to_y, math.degrees(math.atan2(to_y - y, to_x - x)))
    return patch
