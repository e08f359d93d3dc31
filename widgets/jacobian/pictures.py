"""The Jacobian's two planes, as patches: the bent grid, a square bent with it, and the square's stand-in."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from widgets.jacobian.bend import OUTPUT, RANGE, Bend, bend
from widgets.kit.axes import Axes
from widgets.kit.marks import polygon
from widgets.kit.numbers import tick
from widgets.kit.patch import Patch, move
from widgets.kit.path import Pen, Point

INPUT = replace(OUTPUT, xlim=RANGE, ylim=RANGE)
LENS = Axes.sheet(300, 200)
FILLED = 0.84  # how much of the lens the two shapes fill
LINES = [RANGE[0] + i for i in range(5)]  # the grid


@lru_cache(maxsize=16)
def grid(key: str) -> Patch:
    """The image of the whole grid, and the numbers on its frame: all that depends on the map alone."""
    image = bend(key)
    axes = image.axes
    pen = Pen()
    for c in LINES:
        for line in ([(c, t) for t in LINES], [(t, c) for t in LINES]):
            bend_along(image, line, pen)
            pen.lift()
    return {
        "grid.d": pen.path(),
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
        "bent.d": bend_along(image, [*square, square[0]], Pen()).close().path(),
        "stand-in.d": polygon(image.axes, stand_in),
        **sides("in", INPUT, square),
        **sides("out", image.axes, stand_in),
        **move("handle", *INPUT.at(*square[0])),
        **move("corner", *INPUT.at(*square[2])),
        **move("u-point", *image.axes.at(*stand_in[0])),
    }


def close_up(image: Bend, square: Sequence[Point], stand_in: Sequence[Point]) -> Patch:
    """Both images of the square once more, as large as the lens, however small the square: near by, they are alike."""
    between = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise([*square, square[0]])]
    seen = [*stand_in, *map(image, square), *map(image, between)]
    (left, right), (low, high) = ((min(each), max(each)) for each in zip(*seen, strict=True))
    half = max((right - left) / LENS.width, (high - low) / LENS.height) / 2 / FILLED or 1.0
    (x, wide), (y, tall) = ((left + right) / 2, half * LENS.width), ((low + high) / 2, half * LENS.height)
    axes = replace(LENS, xlim=(x - wide, x + wide), ylim=(y - tall, y + tall))
    dashed = Pen(whole=True)
    for corner in stand_in:
        dashed.to(axes.at(*corner))
    return {
        "near-bent.d": bend_along(replace(image, axes=axes), [*square, square[0]], Pen(whole=True)).close().path(),
        "near-stand-in.d": dashed.close().path(),
    }


def bend_along(image: Bend, corners: Sequence[Point], pen: Pen) -> Pen:
    """What the map makes of a way with straight sides: each a parabola through the images of its ends and its middle.

    For a side of length s it is off by a multiple of s³: invisible for the sides that figures show.
    """
    axes = image.axes
    start = axes.at(*image(corners[0]))
    pen.to(start)
    for a, b in pairwise(corners):
        end, middle = axes.at(*image(b)), axes.at(*image(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)))
        pull = 2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2
        pen.to(pull, end)
        start = end
    return pen


def sides(part: str, axes: Axes, square: Sequence[Point]) -> Patch:
    """The sides of a square's image that begin at the point, as two arrowheads."""
    patch: Patch = {}
    x, y = axes.at(*square[0])
    for i, end in ((1, square[1]), (2, square[3])):
        to_x, to_y = axes.at(*end)
        patch |= move(f"{part}{i}", to_x, to_y, math.degrees(math.atan2(to_y - y, to_x - x)))
    return patch
