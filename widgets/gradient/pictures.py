"""The gradient widget's pictures, as patches: the arrow uphill on the map, and two slices with their tangents."""

import math
from dataclasses import replace
from functools import lru_cache

from widgets.kit.axes import Axes
from widgets.kit.marks import arrow, curve, marker
from widgets.kit.patch import Patch, move
from widgets.kit.path import Point
from widgets.kit.relief import MAP, WHOLE, inside, labels_beside
from widgets.kit.terrain import COORDINATES, Place, survey

SLICE = Axes(
    xlim=WHOLE, ylim=(0, 1), width=300, height=150, left=40, right=6, top=8, bottom=26, x_intervals=4, y_intervals=4
)


def arrows(formula: str, place: Place) -> Patch:
    """The gradient from the point, with its two components; drawn shorter where it would leave the map."""
    here = place.x, place.y
    tip = here
    if place.smooth:
        length = min(place.steepness * survey(formula).arrow, 100.0)
        uphill = math.radians(place.uphill)
        tip = inside(here, (here[0] + length * math.cos(uphill), here[1] + length * math.sin(uphill)))
    corner: Point = (tip[0], here[1])
    return {
        "gradient.d": arrow(MAP, here, tip),
        "components.d": curve(MAP, (here, corner, tip)),
        **labels_beside(formula, (here, tip), (here, corner, tip)),
        **move("handle", *MAP.at(*here)),
        **move("east", *MAP.at(0, here[1])),
        **move("north", *MAP.at(here[0], 0)),
    }


@lru_cache(maxsize=16)
def slice_axes(formula: str) -> Axes:
    """One height axis for both slices, so that their slopes can be compared by eye."""
    return replace(SLICE, ylim=survey(formula).limits(SLICE.y_intervals))


def slices(formula: str, place: Place) -> Patch:
    """f along x at this y, f along y at this x, each with its tangent at the point."""
    land, axes = survey(formula), slice_axes(formula)
    along = COORDINATES[::2]
    return {
        **axes.y_labels(),
        "slice-x.d": curve(axes, ((x, land.at(x, place.y)) for x in along)),
        "slice-y.d": curve(axes, ((y, land.at(place.x, y)) for y in along)),
        **touch("x", axes, place.x, place.value, place.dx),
        **touch("y", axes, place.y, place.value, place.dy),
    }


def touch(name: str, axes: Axes, at: float, value: float, slope: float) -> Patch:
    """A slice's point, its tangent, and the upright line through both."""
    return {
        **marker(f"{name}-point", axes, at, value),
        **marker(f"{name}-tangent", axes, at, value, slope),
        **move(f"{name}-guide", axes.x(at), axes.middle),
    }
