"""The descent widget's map, as a patch: the way so far, a dot at each step, and the ball."""

import math
from collections.abc import Sequence
from itertools import pairwise

from widgets.descent.path import Stop
from widgets.kit.marks import curve, dots
from widgets.kit.patch import Patch, move, show
from widgets.kit.relief import MAP, labels_beside
from widgets.kit.terrain import REACH

LONGEST = 2900.0  # far beyond the map
FAR = 3 * REACH  # what lies beyond is as good as out of the picture


def track(formula: str, way: Sequence[Stop], last: int) -> Patch:
    """The whole way, of which style.css shows the length that is gone; a dot at each step, and the ball at the last.

    The ball is hidden once it has left the map.
    """
    whole = [(stop.x, stop.y) for stop in way if max(abs(stop.x), abs(stop.y)) < FAR]
    points = whole[: last + 1]
    ball = way[last].x, way[last].y
    gone = sum(math.dist(a, b) for a, b in pairwise(MAP.at(*point) for point in points))
    on_map = max(map(abs, ball)) <= REACH
    return {
        "track.d": curve(MAP, whole),
        "track.var": f"{min(gone, LONGEST):.0f}",
        "stops.d": dots(MAP, points),
        **labels_beside(formula, points),
        **move("ball", *(MAP.at(*ball) if on_map else (0, 0))),
        **show("ball", on_map),
        **move("start", *MAP.at(way[0].x, way[0].y)),
    }
