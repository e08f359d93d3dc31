"""The Jacobian's two planes, as patches: the bent grid, a square bent with it, and the square's stand-in."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import calc
from widgets.jacobian.bend import OUTPUT, RANGE, Bend, bend
from widgets.kit.axes import Axes
from widgets.kit.marks import arrow, polygon
from widgets.kit.numbers import tick
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import NOTHING, Pen, Point

INPUT = replace(OUTPUT, xlim=RANGE, ylim=RANGE)
ARROW = 60.0  # how long an arrow of length 1 is drawn, in the figure's units
RIM = 5.0  # how near the edge of the picture an arrow may end
SHEET = Axes.sheet(OUTPUT.width, OUTPUT.height)
LENS = Axes.sheet(300, 200)
FILLED = 0.84  # how much of the lens the two shapes fill
SQUARE = ("square", "bent", "stand-in", "in1", "in2", "out1", "out2", "corner")
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


def squares(image: Bend, square: Sequence[Point], stand_in: Sequence[Point], shown: bool) -> Patch:
    """The square with its sides as arrows, its image, and the parallelogram that stands in for that."""
    return {
        **{key: text for part in SQUARE for key, text in show(part, shown).items()},
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


def arrows(image: Bend, x: Point, given: Point, J: calc.Matrix, shown: str) -> Patch:
    """An arrow at x and what J makes of it at u; or a row at u and what J makes of that at x. Cut at the frames."""
    (a, b), (c, d) = J
    (p, q), push, pull = given, shown == "push", shown == "pull"
    way_in = given if push else (p * a + q * c, p * b + q * d)
    way_out = given if pull else (a * p + b * q, c * p + d * q)
    start_in, start_out = INPUT.at(*x), image.axes.at(*image(x))
    tip_in, tip_out = ahead(start_in, way_in), ahead(start_out, way_out)
    drawn_in, drawn_out = (arrow(SHEET, start, tip) for start, tip in ((start_in, tip_in), (start_out, tip_out)))
    return {
        "given-in.d": drawn_in if push else NOTHING,
        "given-out.d": drawn_out if pull else NOTHING,
        "made-in.d": drawn_in if pull else NOTHING,
        "made-out.d": drawn_out if push else NOTHING,
        **move("tip-in", *tip_in),
        **show("tip-in", push),
        **move("tip-out", *tip_out),
        **show("tip-out", pull),
    }


def ahead(start: Point, way: Point) -> Point:
    """Where an arrow along `way` ends, in the figure's units, drawn back to inside the picture."""
    part = 1.0
    for at, by, most in ((start[0], way[0] * ARROW, OUTPUT.width), (start[1], -way[1] * ARROW, OUTPUT.height)):
        if by and not RIM <= at + by <= most - RIM:
            part = min(part, max(0.0, ((most - RIM if by > 0 else RIM) - at) / by))
    return start[0] + part * way[0] * ARROW, start[1] - part * way[1] * ARROW


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
