"""The tangent widget's curve, as a patch: its points, both secants, the tangent, and the rise over the run."""

from dataclasses import replace
from functools import lru_cache

from widgets.kit.axes import Axes
from widgets.kit.defined import defined
from widgets.kit.glass import unjoined
from widgets.kit.marks import baseline, curve, marker
from widgets.kit.patch import Patch, move
from widgets.kit.path import Point
from widgets.kit.quotients import Study, parsed
from widgets.kit.triangle import rise_over_run

AXES = Axes(xlim=(-4, 5), ylim=(0, 30), height=330, left=40, right=40, x_intervals=9, y_intervals=6)
# Where limits that hold the whole curve would flatten the part around x = 1.
YLIM = {"x^3": (-40.0, 80.0), "sin(x)": (-1.5, 1.5), "e^x": (0.0, 60.0)}


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
        "curve.d": curve(axes, unjoined(axes, samples(formula))),
        "baseline.d": baseline(axes),
        "formula.latex": rf"f(\ix{{x}}) = {f.latex()}",
        "rule.latex": rf"\id{{f'(x)}} = {rule.latex()}",
        **axes.y_labels(),
    }


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
