"""Two slices through the landscape, as a patch: along x and along y, each with its tangent at the point."""

from dataclasses import replace
from functools import lru_cache

from widgets.gradient.relief import WHOLE
from widgets.gradient.terrain import COORDINATES, Place, survey
from widgets.kit.axes import Axes, round_limits
from widgets.kit.marks import curve, marker
from widgets.kit.patch import Patch, move

SLICE = Axes(
    xlim=WHOLE, ylim=(0, 1), width=300, height=168, left=44, right=0, top=10, bottom=28, x_intervals=4, y_intervals=5
)


@lru_cache(maxsize=16)
def slice_axes(formula: str) -> Axes:
    """One height axis for both slices, so that their slopes can be compared by eye."""
    return replace(SLICE, ylim=round_limits(*survey(formula).heights(), SLICE.y_intervals))


def slices(formula: str, place: Place) -> Patch:
    """f along x at this y, f along y at this x, each with its tangent at the point."""
    land, axes = survey(formula), slice_axes(formula)
    return {
        **axes.y_labels(),
        "slice-x.d": curve(axes, ((x, land.at(x, place.y)) for x in COORDINATES)),
        "slice-y.d": curve(axes, ((y, land.at(place.x, y)) for y in COORDINATES)),
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
