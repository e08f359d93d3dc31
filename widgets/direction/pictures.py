"""The direction widget's pictures, as patches: two arrows on the map, all slopes over the angle, the slice faced."""

import math
from dataclasses import replace

from widgets.kit.axes import Axes, round_limits
from widgets.kit.marks import arrow, baseline, curve, marker
from widgets.kit.patch import Patch, move
from widgets.kit.path import NOTHING, Point
from widgets.kit.relief import MAP, inside, labels_beside
from widgets.kit.terrain import Place, survey

STRIDE = 1.6  # how long the arrow faced is drawn, in units of x, where the map has room for it
TURN = Axes(
    xlim=(0, 360), ylim=(-8, 8), width=300, height=170, left=40, right=12, top=10, bottom=26, x_intervals=4,
    y_intervals=4,
)  # fmt: skip
SLICE = Axes(
    xlim=(-3, 3), ylim=(0, 1), width=300, height=150, left=40, right=12, top=8, bottom=26, x_intervals=6, y_intervals=4
)


def compass(formula: str, place: Place, degrees: float) -> Patch:
    """The gradient and the direction faced, from the point; the heights that neither crosses."""
    here, facing = (place.x, place.y), math.radians(degrees)
    ahead = inside(here, (here[0] + STRIDE * math.cos(facing), here[1] + STRIDE * math.sin(facing)))
    tip = here
    if place.smooth:
        length, uphill = min(place.steepness * survey(formula).arrow, 100.0), math.radians(place.uphill)
        tip = inside(here, (here[0] + length * math.cos(uphill), here[1] + length * math.sin(uphill)))
    return {
        "gradient.d": arrow(MAP, here, tip),
        "facing.d": arrow(MAP, here, ahead),
        **labels_beside(formula, (here, tip), (here, ahead)),
        **move("facing-tip", *MAP.at(*ahead)),
        **move("handle", *MAP.at(*here)),
    }


def turn(place: Place, degrees: float) -> Patch:
    """The slopes of all directions as a curve over the angle, and the one faced; the largest where the gradient is."""
    steep = place.steepness
    known = math.isfinite(steep)
    axes = replace(TURN, ylim=round_limits(-steep, steep, TURN.y_intervals) if known else (-1.0, 1.0))
    return {
        **axes.y_labels(),
        "zero.d": baseline(axes),
        "slopes.d": curve(axes, ((a, place.along(a)) for a in range(0, 361, 10))) if known else NOTHING,
        **marker("uphill-point", axes, place.uphill if known and steep > 0 else math.nan, steep),
        **marker("slope-point", axes, degrees, place.along(degrees)),
        **move("turn-guide", axes.x(degrees), axes.middle),
    }


def profile(formula: str, place: Place, degrees: float) -> Patch:
    """The heights along the direction faced, from three steps behind to three ahead, with the tangent at the point."""
    land = survey(formula)
    axes = replace(SLICE, ylim=land.limits(SLICE.y_intervals))
    across, up = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def ground(step: float) -> Point:
        return step, land.at(round(place.x + step * across, 10), round(place.y + step * up, 10))

    return {
        **{key.replace("ytick", "height"): text for key, text in axes.y_labels().items()},
        "slice.d": curve(axes, map(ground, axes.samples(25))),
        **marker("slice-tangent", axes, 0.0, place.value, place.along(degrees)),
        **marker("slice-point", axes, 0.0, place.value),
    }
