"""The secant widget's picture, as patches: the curve, its two points, the line through them, rise over run."""

from dataclasses import replace
from functools import lru_cache

from widgets.kit import marks
from widgets.kit.axes import Axes
from widgets.kit.defined import defined
from widgets.kit.marks import marker
from widgets.kit.patch import Patch
from widgets.kit.path import Point
from widgets.kit.triangle import rise_over_run
from widgets.secant.pair import Pair, parsed

AXES = Axes(xlim=(-4, 5), ylim=(-5, 20), height=240, left=34, right=40, top=8, bottom=28, x_intervals=9, y_intervals=5)
# Where limits that hold the whole curve would flatten the part around x = 1.
YLIM = {"x^2": (-5.0, 20.0), "x^3": (-40.0, 60.0), "sin(x)": (-1.5, 1.0), "e^x": (-10.0, 40.0), "abs(x)": (-1.0, 4.0)}


@lru_cache(maxsize=32)
def axes_for(formula: str) -> Axes:
    """Axes that show a function."""
    if formula in YLIM:
        return replace(AXES, ylim=YLIM[formula])
    return AXES.fitted(y for _, y in _points(formula))


@lru_cache(maxsize=32)
def _points(formula: str) -> list[Point]:
    f = parsed(formula)
    return [(x, defined(f.evaluate, {"x": x})) for x in AXES.samples()]


def graph(formula: str) -> Patch:
    """What depends on the function alone: its curve and the axis that fits it."""
    axes = axes_for(formula)
    return {
        "curve.d": marks.curve(axes, _points(formula)),
        "baseline.d": marks.baseline(axes),
        "formula.latex": rf"\iy{{f}}(\ix{{x}}) = {parsed(formula).latex()}",
        **axes.y_labels(),
    }


def picture(at: Pair) -> Patch:
    """Both points, the line through them, the tangent, and the rise over the run."""
    axes = axes_for(at.formula)
    far = (at.x + at.h, at.far)
    return {
        **rise_over_run(axes, (at.x, at.y), far),
        **marker("secant-line", axes, at.x, at.y, at.secant),
        **marker("tangent", axes, at.x, at.y, at.slope),
        **marker("second", axes, *far),
        **marker("point", axes, at.x, at.y),
    }
