"""Two functions, one after the other: their curve, their formulas, and what each does at a point."""

import math
from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.axes import Axes
from widgets.kit.defined import defined
from widgets.kit.marks import baseline, curve
from widgets.kit.patch import Patch

AXES = Axes(xlim=(-3, 3), ylim=(0, 50))


@dataclass(frozen=True)
class Composition:
    """Everything that depends on the two functions alone, worked out once."""

    inner: calc.Expression
    outer: calc.Expression
    y: calc.Expression
    axes: Axes
    patch: Patch

    def value(self, x: float) -> float:
        """y straight from x: the check knows nothing of the chain. NaN where there is no value."""
        return defined(self.y.evaluate, {"x": x})

    def links(self, x: float) -> tuple[float, float, float, float]:
        """u, y, du/dx at x and dy/du at u; all NaN where the chain breaks."""
        try:
            first, second = calc.chain((self.inner, self.outer), x).links
        except calc.DomainError:
            return (math.nan,) * 4
        return first.output, second.output, first.local_derivative, second.local_derivative


@lru_cache(maxsize=32)
def compose(inner: str, outer: str) -> Composition:
    """The formulas, the curve and the axes that fit it, for y = f(u) after u = g(x)."""
    g, f = calc.parse(inner), calc.parse(outer)
    y = f.substitute({"u": g})
    points = [(x, defined(y.evaluate, {"x": x})) for x in AXES.samples()]
    axes = AXES.fitted(value for _, value in points)
    slope = calc.differentiate(y, "x").result
    patch = {
        "inner.latex": rf"\iu{{u}} = {g.latex()}",
        "outer.latex": rf"\iy{{y}} = {f.latex()}",
        "composed.latex": rf"\iy{{y}} = {y.latex()}",
        "composed-derivative.latex": rf"\frac{{\iy{{dy}}}}{{\ix{{dx}}}} = {slope.latex()}",
        "curve.d": curve(axes, points),
        "baseline.d": baseline(axes),
        **axes.y_labels(),
    }
    return Composition(g, f, y, axes, patch)
