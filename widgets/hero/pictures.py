"""The hero's two pictures, as patches: the nudge on its way through the chain, and the valley of the loss."""

from collections.abc import Sequence

import calc
from widgets.kit.axes import Axes
from widgets.kit.marks import arrow, curve, marker, polygon, segment
from widgets.kit.patch import Patch, move

LINKS = (calc.parse("2w + 1"), calc.parse("u^2"))
LOSS = LINKS[1].substitute({"u": LINKS[0]})

CHAIN = Axes.sheet(480, 206)
STATIONS = {"w": 80.0, "u": 240.0, "loss": 400.0}  # how far across each quantity stands
WIRE = 127.0  # how far down they stand
NUDGE = 11.0  # how long a nudge of w is drawn, in the sheet's units: all three rulers share this one

VALLEY = Axes(xlim=(-2.5, 1.5), ylim=(-1, 12), width=380, height=212, left=34, right=10, bottom=30)
STRIDE = 0.07  # how long the arrow downhill is, in units of w, for each unit of the slope


def chain_patch(slopes: Sequence[float]) -> Patch:
    """A nudge of 1 at w, and what it has become at u and at the loss: d(each)/dw, in the order of STATIONS.

    Every bar stands half above and half below the wire, and its tip is the end that the nudge moves to: below where
    the slope is negative.
    """
    tips = [(x, WIRE - NUDGE * slope / 2) for x, slope in zip(STATIONS.values(), slopes, strict=True)]
    tails = [(x, 2 * WIRE - y) for x, y in tips]
    patch: Patch = {}
    for name, tip, tail in zip(STATIONS, tips, tails, strict=True):
        patch |= {f"{name}-bar.d": segment(CHAIN, tail, tip), **move(f"{name}-tip", *tip)}
    for name, i in (("first", 0), ("second", 1)):
        patch[f"{name}-beam.d"] = polygon(CHAIN, (tails[i], tips[i], tips[i + 1], tails[i + 1]))
        patch[f"{name}-edge.d"] = segment(CHAIN, tips[i], tips[i + 1])
    return patch


def valley_patch(w: float, loss: float, slope: float) -> Patch:
    """The ball at its weight, the tangent under it, and an arrow to where the loss is lower."""
    return {
        "valley.d": curve(VALLEY, ((at, LOSS.evaluate({"w": at})) for at in VALLEY.samples(81))),
        "guide.d": segment(VALLEY, (w, VALLEY.ylim[0]), (w, loss)),
        "downhill.d": arrow(VALLEY, (w, loss), (w - STRIDE * slope, loss)),
        **marker("tangent", VALLEY, w, loss, slope),
        **marker("ball-point", VALLEY, w, loss),
    }
