"""The three rulers as patches: one scale for all, the same place for x, u and y, and the nudge on its way down."""

import math
from dataclasses import dataclass

from widgets.kit.axes import Axes
from widgets.kit.marks import curve, marker, polygon, segment
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import NOTHING, Point

NAMES = ("x", "u", "y")
LEVELS = (36.0, 118.0, 200.0)  # how far down each ruler lies
# Across, the ruler of x. The others are pushed along until u and y stand below x; a unit is as long on all three.
AXES = Axes(xlim=(-0.6, 3.8), ylim=(220, 0), width=540, height=220, left=26, right=0, top=0, bottom=0)
TICK = 0.25
ROOM = 29.0  # for a number at the right edge


@dataclass(frozen=True)
class Nudge:
    """Where it begins on each ruler, and how long it is there."""

    values: tuple[float, float, float]
    lengths: tuple[float, float, float]

    def piece(self, way: float) -> tuple[Point, Point]:
        """The nudge between two rulers: both ends, in the units of x and of the sheet."""
        i = min(1, math.floor(way))
        share = way - i
        length, down = (pair[i] + (pair[i + 1] - pair[i]) * share for pair in (self.lengths, LEVELS))
        return (self.values[0], down), (self.values[0] + length, down)


def picture(nudge: Nudge, way: float) -> Patch:
    """Both lower rulers, the nudge on every ruler that it has reached, and the way that it has come."""
    x = nudge.values[0]
    patch: Patch = {"traveller.d": segment(AXES, *nudge.piece(way)) if way % 1 else NOTHING}
    for i, (name, value, length, level) in enumerate(zip(NAMES, nudge.values, nudge.lengths, LEVELS, strict=True)):
        there = way >= i
        start, end = (x, level), (x + length, level)
        patch |= {
            f"{name}-bar.d": segment(AXES, start, end) if there else NOTHING,
            f"{name}-from.text": f"{value:.2f}".replace("-", "−"),
            f"{name}-to.text": f"{value + length:.2f}".replace("-", "−"),
            **marker(f"{name}-end", AXES, *end),
            **move(f"{name}-from", AXES.x(x) - 9, level - 13),
            **move(f"{name}-to", min(AXES.x(x + length) + 9, AXES.width - ROOM), level - 13),
            **show(f"{name}-end", there),
            **show(f"{name}-to", there),
        }
    for i, name in enumerate(("first", "second")):
        (left, top), (right, _) = nudge.piece(i)
        (_, bottom), (tip, _) = nudge.piece(max(i, min(i + 1, way)))
        begun = way > i
        patch |= {
            f"{name}-beam.d": polygon(AXES, [(left, top), (right, top), (tip, bottom), (left, bottom)])
            if begun
            else NOTHING,
            f"{name}-edge.d": segment(AXES, (right, top), (tip, bottom)) if begun else NOTHING,
            **move(
                f"{name}-times", AXES.x((right + x + nudge.lengths[i + 1]) / 2) + 12, (LEVELS[i] + LEVELS[i + 1]) / 2
            ),
            **show(f"{name}-times", way >= i + 1),
        }
        patch[f"{NAMES[i + 1]}-ticks.d"] = ticks(nudge.values[i + 1] - x, LEVELS[i + 1])
    return {**patch, **marker("start", AXES, x, LEVELS[0])}


def ticks(shift: float, level: float) -> str:
    """The marks of a ruler that is pushed along by `shift`, four to a unit, the whole ones longer."""
    low, high = AXES.xlim
    marks = range(math.ceil((low + shift) / TICK), math.floor((high + shift) / TICK) + 1)
    return curve(
        AXES, *([(k * TICK - shift, level), (k * TICK - shift, level + (9 if k % 4 == 0 else 5))] for k in marks)
    )
