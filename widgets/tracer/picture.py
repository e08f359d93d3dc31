"""The tracer's two pictures, as patches: the curve with its tangent, and below it the slope's graph as far as x."""

from dataclasses import replace
from functools import lru_cache

from widgets.kit.axes import Axes
from widgets.kit.marks import baseline, curve, dots, marker
from widgets.kit.patch import Patch
from widgets.tracer.run import HIGH, LOW, Here, run

AXES = Axes(xlim=(LOW, HIGH), ylim=(-1, 1), height=160, top=10, bottom=10, left=40, right=26, y_intervals=4)
SLOPES = replace(AXES, height=150, bottom=26)


@lru_cache(maxsize=32)
def axes_for(formula: str) -> tuple[Axes, Axes]:
    """Axes that show a function, and its slope with zero."""
    found = run(formula)
    heights = [y for _, y in found.points]
    return AXES.fitted(heights), SLOPES.fitted([0.0, *(slope for _, slope in found.slopes)])


def graph(formula: str) -> Patch:
    """What depends on the function alone."""
    above, below = axes_for(formula)
    found = run(formula)
    return {
        "curve.d": curve(above, found.points),
        "baseline.d": baseline(above),
        "zero.d": baseline(below),
        "formula.latex": rf"\iy{{f}}(\ix{{x}}) = {found.f.latex()}",
        **above.y_labels(),
        **{key.replace("ytick", "level"): text for key, text in below.y_labels().items()},
    }


def picture(formula: str, here: Here) -> Patch:
    """The tangent at x, and the trace that it has left, with an open circle at each end of a gap at a kink."""
    above, below = axes_for(formula)
    found = run(formula)
    ends = [(at, slope) for at, *sides in found.kinks if at < here.x for slope in sides]
    ends += [(at, left) for at, left, _ in found.kinks if at == here.x]
    return {
        "trace.d": curve(below, found.traced(here)),
        "gap.d": dots(below, ends),
        "hollow.d": dots(below, ends),
        **marker("tangent", above, here.x, here.y, here.slope),
        **marker("point", above, here.x, here.y),
        **marker("upper-guide", above, here.x, sum(above.ylim) / 2),
        **marker("lower-guide", below, here.x, sum(below.ylim) / 2),
        **marker("trace-point", below, here.x, here.slope),
    }
