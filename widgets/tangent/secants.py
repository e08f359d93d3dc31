"""The tangent widget's pictures, as patches: the curve with its secants, and the magnifying glass."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from widgets.kit import marks
from widgets.kit.axes import Axes
from widgets.kit.defined import defined
from widgets.kit.marks import marker
from widgets.kit.patch import Patch, move
from widgets.kit.path import Point
from widgets.kit.triangle import rise_over_run
from widgets.tangent.quotients import Study, parsed

AXES = Axes(xlim=(-4, 5), ylim=(0, 30), height=350, left=40, right=40, x_intervals=9, y_intervals=6)
# Where limits that hold the whole curve would flatten the part around x = 1.
YLIM = {"x^3": (-40.0, 80.0), "sin(x)": (-1.5, 1.5), "e^x": (0.0, 60.0)}
# Across in units of h, upwards in units of h times `steepness`: however small h is, it fills the glass.
LENS = Axes(xlim=(-1.5, 1.5), ylim=(-1.5, 1.5), width=300, height=190, left=15, right=15, top=8, bottom=30)


@lru_cache(maxsize=32)
def axes_for(formula: str) -> Axes:
    """Axes that show a function: all of it, or its middle where the ends would dwarf that (1/x, tan x)."""
    if formula in YLIM:
        return replace(AXES, ylim=YLIM[formula])
    values = sorted(y for _, y in samples(formula) if abs(y) < 1e15)
    cut = len(values) // 10
    middle = values[cut : len(values) - cut]
    if middle and values[-1] - values[0] > 6 * (middle[-1] - middle[0]):
        values = middle
    return AXES.fitted(values)


def samples(formula: str) -> list[Point]:
    f, _ = parsed(formula)
    return [(x, defined(f.evaluate, {"x": x})) for x in AXES.samples()]


@lru_cache(maxsize=32)
def graph(formula: str) -> Patch:
    """What depends on the function alone: its curve and the axis that fits it."""
    axes = axes_for(formula)
    f, rule = parsed(formula)
    return {
        "curve.d": marks.curve(axes, unjoined(axes, samples(formula))),
        "baseline.d": marks.baseline(axes),
        "formula.latex": rf"f(\ix{{x}}) = {f.latex()}",
        "rule.latex": rf"\id{{f'(x)}} = {rule.latex()}",
        **axes.y_labels(),
    }


def unjoined(axes: Axes, points: Iterable[Point]) -> Iterator[Point]:
    """The points, with the pen lifted where the curve jumps over the whole picture, as at a pole."""
    low, high = axes.ylim
    before = math.nan
    for x, y in points:
        if (before < low and y > high) or (before > high and y < low):
            yield x, math.nan
        yield x, y
        before = y


def picture(at: Study, h: float) -> Patch:
    """Two points, the lines through them, the tangent, and the rise over the run."""
    axes, far = axes_for(at.formula), at.x + h
    y, end = at.y, at.at(far)
    return {
        **rise_over_run(axes, (at.x, y), (far, end)),
        **marker("tangent", axes, at.x, y, at.slope),
        **marker("right-secant", axes, at.x, y, at.right(h)),
        **marker("left-secant", axes, at.x, y, at.left(h)),
        **marker("right-point", axes, far, end),
        **marker("left-point", axes, at.x - h, at.at(at.x - h)),
        **marker("point", axes, at.x, y),
        **move("guide", axes.x(at.x), axes.middle),
    }


def glass(at: Study, h: float) -> Patch:
    """The same around x, magnified until h fills the glass. At tiny h it shows the steps of rounded numbers."""
    scale = steepness(at)

    def height(t: float) -> float:
        return (at.at(at.x + t * h) - at.y) / h / scale

    return {
        "lens.d": marks.curve(LENS, unjoined(LENS, ((t, height(t)) for t in LENS.samples(31)))),
        **marker("lens-tangent", LENS, 0, 0, at.slope / scale),
        **marker("lens-right", LENS, 0, 0, at.right(h) / scale),
        **marker("lens-left", LENS, 0, 0, at.left(h) / scale),
        **marker("lens-right-point", LENS, 1, height(1)),
        **marker("lens-left-point", LENS, -1, height(-1)),
    }


def steepness(at: Study) -> float:
    """A slope that looks steep in the glass: fixed for x, so that the picture turns with h alone."""
    exact = abs(at.slope) if math.isfinite(at.slope) else 0.0
    wide = max([abs(q) for q in (at.right(1.0), at.left(1.0)) if math.isfinite(q)], default=0.0)
    return max(exact, min(wide, 10 * max(exact, 1.0))) / 1.25 or 1.0
