"""The gradient widget's pictures, as patches: the map with its contours and arrows, and the two slices."""

import math
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from widgets.gradient.contour import Point, contour, simplified
from widgets.gradient.terrain import COORDINATES, REACH, Land, Place, survey
from widgets.kit.axes import Axes, round_limits
from widgets.kit.numbers import tick
from widgets.kit.patch import Patch, move, show

LEVELS = 9
HALVES = ((0.87, 0.5), (0.87, -0.5))  # cosine and sine of the angle between an arrow's shaft and its head
WHOLE = (-REACH, REACH)
# Both axes at one scale, 45 units of the picture to one of x or y: right angles look like right angles.
MAP = Axes(xlim=WHOLE, ylim=WHOLE, width=408, height=410, left=34, right=14, x_intervals=8, y_intervals=8)
SLICE = Axes(
    xlim=WHOLE, ylim=(0, 1), width=300, height=168, left=44, right=0, top=10, bottom=28, x_intervals=4, y_intervals=5
)


def heights(land: Land) -> tuple[float, float]:
    """The range of f over the map; where its peaks would dwarf the rest (1/x, e^xy), that of the middle nine tenths."""
    values = sorted(value for row in land.rows for value in row if math.isfinite(value) and abs(value) < 1e15)
    if not values:
        return 0.0, 1.0
    cut = len(values) // 20
    low, high = values[cut], values[-cut - 1]
    return (low, high) if values[-1] - values[0] > 4 * (high - low) > 0 else (values[0], values[-1])


@lru_cache(maxsize=16)
def ground(formula: str) -> Patch:
    """The contours with their levels, and the slices' axis: all that depends on the function alone."""
    land = survey(formula)
    low, high = round_limits(*heights(land), LEVELS + 1)
    step = (high - low) / (LEVELS + 1)
    labels: list[Point] = []
    patch: Patch = {}
    for i in range(LEVELS):
        level = low + (i + 1) * step
        lines = contour(COORDINATES, COORDINATES, land.rows, level)
        patch[f"contour{i}.d"] = " ".join(MAP.path(simplified(line, 0.006)) for line in lines) or "M0 0"
        spot = _free_spot([point for line in lines for point in line], labels)
        if spot:
            labels.append(spot)
        patch |= {f"level{i}.text": tick(level, step), **show(f"level{i}", spot is not None)}
        patch |= move(f"level{i}", *((MAP.x(spot[0]), MAP.y(spot[1])) if spot else (0, 0)))
    return patch | slice_axes(formula).y_labels()


def _free_spot(candidates: Iterable[Point], taken: list[Point]) -> Point | None:
    """The candidate farthest from every label so far; none where that is too close to read."""
    best, room = None, 0.75
    for x, y in candidates:
        if max(abs(x), abs(y)) > REACH - 0.4:
            continue
        free = min([math.dist((x, y), other) for other in taken], default=9 - math.hypot(x, y))
        if free > room:
            best, room = (x, y), free
    return best


@lru_cache(maxsize=16)
def slice_axes(formula: str) -> Axes:
    """One height axis for both slices, so that their slopes can be compared by eye."""
    return replace(SLICE, ylim=round_limits(*heights(survey(formula)), SLICE.y_intervals))


def arrows(land: Land, place: Place, degrees: float) -> Patch:
    """The gradient with its two components, and the direction faced as an arrow of length 1."""
    x, y = place.x, place.y
    known = math.isfinite(place.steepness)
    across, up = (place.dx * land.arrow, place.dy * land.arrow) if known else (0.0, 0.0)
    capped = min(1.0, 3 * REACH / (math.hypot(across, up) or 1.0))
    across, up = across * capped, up * capped
    turn = math.radians(degrees)
    return {
        "gradient.d": arrow((x, y), (x + across, y + up)),
        "components.d": f"M{spot(x, y)}L{spot(x + across, y)}L{spot(x + across, y + up)}",
        "facing.d": arrow((x, y), (x + math.cos(turn), y + math.sin(turn))),
        **move("handle", MAP.x(x), MAP.y(y)),
        **move("east", MAP.middle - MAP.top + MAP.left, MAP.y(y)),
        **move("north", MAP.x(x), MAP.middle),
    }


def arrow(start: Point, end: Point) -> str:
    """A shaft with an open head; nothing where it would be too short to have a direction."""
    (ax, ay), (bx, by) = (MAP.x(start[0]), MAP.y(start[1])), (MAP.x(end[0]), MAP.y(end[1]))
    length = math.hypot(bx - ax, by - ay)
    if length < 1:
        return "M0 0"
    size = min(11.0, length / 2) / length
    left, right = [
        f"l{size * (s * (by - ay) - c * (bx - ax)):.0f} {size * (-s * (bx - ax) - c * (by - ay)):.0f}"
        for c, s in HALVES
    ]
    return f"M{spot(*start)}L{spot(*end)}{left}M{spot(*end)}{right}"


def spot(x: float, y: float) -> str:
    return f"{MAP.x(x):.0f} {MAP.y(y):.0f}"


def slices(formula: str, place: Place) -> Patch:
    """f along x at this y, f along y at this x, each with its tangent at the point."""
    land, axes = survey(formula), slice_axes(formula)
    return {
        "slice-x.d": axes.path((x, land.at(x, place.y)) for x in COORDINATES),
        "slice-y.d": axes.path((y, land.at(place.x, y)) for y in COORDINATES),
        **touch("x", axes, place.x, place.value, place.dx),
        **touch("y", axes, place.y, place.value, place.dy),
    }


def touch(name: str, axes: Axes, at: float, value: float, slope: float) -> Patch:
    """A slice's point, its tangent, and the upright line through both."""
    low, high = axes.ylim
    seen = 2 * low - high < value < 2 * high - low
    lined = seen and math.isfinite(slope)
    height = axes.y(value) if seen else 0
    return {
        **move(f"{name}-point", axes.x(at), height),
        **show(f"{name}-point", seen),
        **move(f"{name}-tangent", axes.x(at), height, axes.angle(slope) if lined else 0),
        **show(f"{name}-tangent", lined),
        **move(f"{name}-guide", axes.x(at), axes.middle),
    }
