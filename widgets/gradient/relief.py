"""The gradient widget's map, as a patch: contours with their heights, the gradient, and the way faced."""

import math
from collections.abc import Iterable
from functools import lru_cache

from widgets.gradient.contour import contour, simplified
from widgets.gradient.terrain import COORDINATES, REACH, Land, Place, survey
from widgets.kit.axes import Axes, round_limits
from widgets.kit.marks import arrow, curve
from widgets.kit.numbers import tick
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import Point

LEVELS = 9
WHOLE = (-REACH, REACH)
# Both axes at one scale, 45 units of the picture to one of x or y: right angles look like right angles.
MAP = Axes(xlim=WHOLE, ylim=WHOLE, width=408, height=410, left=34, right=14, x_intervals=8, y_intervals=8)


@lru_cache(maxsize=16)
def ground(formula: str) -> Patch:
    """The contours with their heights: all that depends on the function alone."""
    land = survey(formula)
    low, high = round_limits(*land.heights(), LEVELS + 1)
    step = (high - low) / (LEVELS + 1)
    labels: list[Point] = []
    patch: Patch = {}
    for i in range(LEVELS):
        level = low + (i + 1) * step
        lines = contour(COORDINATES, COORDINATES, land.rows, level)
        patch[f"contour{i}.d"] = curve(MAP, *(simplified(line, 0.006) for line in lines))
        free = _free_point([point for line in lines for point in line], labels)
        if free:
            labels.append(free)
        patch |= {f"level{i}.text": tick(level, step), **show(f"level{i}", free is not None)}
        patch |= move(f"level{i}", *(MAP.at(*free) if free else (0, 0)))
    return patch


def _free_point(candidates: Iterable[Point], taken: list[Point]) -> Point | None:
    """The candidate farthest from every label so far; none where that is too close to read."""
    best, room = None, 0.75
    for x, y in candidates:
        if max(abs(x), abs(y)) > REACH - 0.4:
            continue
        free = min([math.dist((x, y), other) for other in taken], default=9 - math.hypot(x, y))
        if free > room:
            best, room = (x, y), free
    return best


def arrows(land: Land, place: Place, degrees: float) -> Patch:
    """The gradient with its two components, and the direction faced as an arrow of length 1."""
    here, turn = (place.x, place.y), math.radians(degrees)
    length = min(place.steepness * land.arrow, 3 * REACH)  # far enough to leave the map
    uphill = math.radians(place.uphill)
    across, up = (here[0] + length * math.cos(uphill), here[1]), length * math.sin(uphill)
    tip = across[0], here[1] + up
    ahead = here[0] + math.cos(turn), here[1] + math.sin(turn)
    return {
        "gradient.d": arrow(MAP, here, tip),
        "components.d": curve(MAP, (here, across, tip)),
        "facing.d": arrow(MAP, here, ahead),
        **move("facing-tip", *MAP.at(*ahead)),
        **move("handle", *MAP.at(*here)),
        **move("east", *MAP.at(0, here[1])),
        **move("north", *MAP.at(here[0], 0)),
    }
