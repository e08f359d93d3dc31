"""Two functions, one after the other: their curve, their formulas, and what each does at a point."""

import math
from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.axes import Axes
from widgets.kit.defined import defined
from widgets.kit.marks import baseline, curve
from widgets.kit.patch import Patch

AXES = Axes(xlim=(-3, 3), ylim=(0, 50), height=176, top=8, bottom=28)


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

    def at(self, x: float) -> "Links":
        """Values and slopes at x, each NaN where there is none: a kink has a value and no slope."""
        u = defined(self.inner.evaluate, {"x": x})
        y = defined(self.outer.evaluate, {"u": u}) if math.isfinite(u) else math.nan
        if math.isnan(y):
            return Links(u, y, _slope(self.inner, x), math.nan, None)
        try:
            whole = calc.slope_at(self.y, x)
        except calc.DomainError:
            return Links(u, y, _slope(self.inner, x), _slope(self.outer, u), None)
        return Links(u, y, _slope(self.inner, x), _slope(self.outer, u), whole)


@dataclass(frozen=True)
class Links:
    """The chain at one x: the values, the local derivatives, and what the limit says of the whole (None: no value)."""

    u: float
    y: float
    dudx: float
    dydu: float
    whole: calc.Slope | None

    @property
    def slope(self) -> float:
        """dy/dx, the product, or where a link has no slope of its own the limit; NaN where there is none."""
        if self.whole is None or self.whole.value is None:
            return math.nan
        product = self.dydu * self.dudx
        return self.whole.value if math.isnan(product) else product


def _slope(f: calc.Expression, x: float) -> float:
    try:
        slope = calc.slope_at(f, x).value
    except calc.DomainError:
        return math.nan
    return math.nan if slope is None else slope


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
