"""The pictures of training, as patches: the plane and what the network makes of it, the loss, the network itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from widgets.kit.axes import Axes
from widgets.kit.marks import curve, dots, marker
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import Pen, Point
from widgets.train.data import points
from widgets.train.network import UNITS, Weights, answering
from widgets.train.surface import above_zero

LAST = 400  # steps
EDGE = 2.6
PLANE = Axes(
    xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE), width=360, height=360, left=4, right=4, top=4, bottom=4, x_intervals=4
)
CURVE = Axes(xlim=(0, LAST), ylim=(0, 1), width=300, height=110, left=26, right=8, top=8, bottom=24)
TOPS = (1, 2, 5, 10, 20, 50, 100)  # where the loss's scale may end
EARLY = 10  # so many steps of the curve are drawn one by one
CELLS = 13
CROSS = 0.075  # half a cross, in the plane

NET = (300.0, 240.0)  # the network's own sheet
COLUMNS = {"in": 20.0, "unit": 128.0, "out": 244.0}
SPAN, APART = 203.0, 48.0  # from the first unit to the last, and from one to the next: at most
BESIDE = 54.0  # how far a unit's numbers reach: behind them its edge begins, which could pass for a minus
WIDEST = 3.2  # half the width of the heaviest edge


def plane(data: str, units: int, weights: Weights, held: Point) -> Patch:
    """Both kinds of points, the part of the plane where the answer is above one half, and the point that is held."""
    f = answering(units)
    at = [-EDGE + 2 * EDGE * i / CELLS for i in range(CELLS + 1)]
    z = [[f(x, y, 0.0, *weights)[0] for x in at] for y in at]
    pen = Pen(whole=True)
    for outline in above_zero(at, at, z):
        for corner in outline:
            pen.to(PLANE.at(*corner))
        pen.close()
    return {**examples(data), "region.d": pen.path(), **marker("held-point", PLANE, *held)}


@lru_cache(maxsize=4)
def examples(data: str) -> Patch:
    """Dots where 1 is right, crosses where 0 is: what no step changes."""
    crosses = Pen(whole=True)
    for p in points(data):
        for sign in (1, -1) if not p.target else ():
            crosses.line(PLANE.at(p.x - sign * CROSS, p.y - CROSS), PLANE.at(p.x + sign * CROSS, p.y + CROSS))
    return {"ones.d": dots(PLANE, [(p.x, p.y) for p in points(data) if p.target]), "zeros.d": crosses.path()}


def loss_curve(losses: Sequence[float]) -> Patch:
    """The loss at the first steps, where it falls fastest, then thinned out; and a dot where it stands.

    The scale holds the largest.
    """
    step = len(losses) - 1
    stride = max(1, step // 40)
    most = next(top for top in TOPS if max(losses) <= top or top == TOPS[-1])
    axes = replace(CURVE, ylim=(0, most))
    so_far = [(i, min(most, losses[i])) for i in sorted({*range(min(EARLY, step)), *range(0, step, stride), step})]
    return {
        "most.text": f"{most:g}",
        "losses.d": curve(axes, so_far),
        **marker("now-point", axes, *so_far[-1]),
    }


def places(units: int) -> dict[str, Point]:
    """Where each node of the network stands."""
    middle, apart = NET[1] / 2, min(APART, SPAN / max(1, units - 1))
    found = {"x_1": (COLUMNS["in"], middle - 46), "x_2": (COLUMNS["in"], middle + 46), "z": (COLUMNS["out"], middle)}
    for i in range(1, units + 1):
        found[f"h_{i}"] = COLUMNS["unit"], middle + apart * (i - (units + 1) / 2)
    return found


def network(units: int, weights: dict[str, float]) -> Patch:
    """The edges as wide as their weights, those above 0 and those below apart; and where the units stand."""
    at, edges = places(units), []
    for i in range(1, units + 1):
        edges += [("x_1", f"h_{i}", f"a_{i}"), ("x_2", f"h_{i}", f"b_{i}"), (f"h_{i}", "z", f"v_{i}")]
    heaviest = max(1.0, *(abs(weights[name]) for _, _, name in edges))
    pens = {True: Pen(), False: Pen()}
    for start, end, name in edges:
        weight = weights[name]
        (x, y), (to_x, to_y) = at[start], at[end]
        x += BESIDE if end == "z" else 0
        half = 0.25 + WIDEST * abs(weight) / heaviest
        for corner in ((x, y - half), (to_x, to_y - half), (to_x, to_y + half), (x, y + half)):
            pens[weight > 0].to(corner)
        pens[weight > 0].close()
    patch: Patch = {"plus.d": pens[True].path(), "minus.d": pens[False].path()}
    for i in range(1, UNITS + 1):
        patch |= {**show(f"unit{i}", i <= units), **move(f"unit{i}", *at.get(f"h_{i}", (0, 0)))}
    return patch
