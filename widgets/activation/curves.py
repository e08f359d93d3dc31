"""The activation widget's curves: a function with its derivative, lifted off the paper at every jump."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import calc
from widgets.activation.formulas import formulas
from widgets.kit.axes import Axes
from widgets.kit.defined import defined
from widgets.kit.marks import baseline, curve, marker
from widgets.kit.patch import Patch

AXES = Axes(xlim=(-6, 6), ylim=(-2, 4), height=200, top=8, bottom=28, left=34, right=26, y_intervals=6)
# The heights that an activation is seen in: the first that hold it and its derivative, else those of `AXES`.
WINDOWS = ((-0.25, 1.25), (-1.5, 1.5))
JUMPS = 2  # no activation's derivative jumps more often


@lru_cache(maxsize=32)
def find(key: str) -> calc.Function:
    """The activation of this name, or the function that a reader typed as a formula in x."""
    return calc.ACTIVATIONS.get(key) or typed(calc.parse(key))


@lru_cache(maxsize=32)
def formula(key: str) -> calc.Expression:
    """The same as a formula in x, which can be asked what it does on each side of a point."""
    return calc.ACTIVATIONS[key](calc.Variable("x")) if key in calc.ACTIVATIONS else calc.parse(key)


def typed(formula: calc.Expression) -> calc.Function:
    derivation = calc.differentiate(formula, "x")
    slope = derivation.result
    return calc.Function(
        name=str(formula),
        title=str(formula),
        symbol="f",
        latex=formula.latex(),
        derivative_latex=slope.latex(),
        rule=str(slope),
        value=lambda x: defined(formula.evaluate, {"x": x}),
        derivative=lambda x: defined(derivation.evaluate, {"x": x}),
        kinks=kinks(formula),
    )


def kinks(formula: calc.Expression) -> tuple[calc.Kink, ...]:
    """The corners of a typed function in the picture, where its derivative's graph is torn."""
    if not any(isinstance(node, calc.Call) and node.function.kinks for node in calc.postorder(formula)):
        return ()
    corners = []
    for place in calc.analyse(formula, "x", AXES.xlim).of("kink"):
        left, right = (place.slope.left, place.slope.right) if place.slope else (None, None)
        if left is not None and right is not None and math.isfinite(left) and math.isfinite(right):
            corners.append(calc.Kink(place.at, left, right))
    return tuple(corners)


@lru_cache(maxsize=32)
def curves(name: str) -> tuple[Axes, Patch]:
    """All that depends on the function alone: axes, formulas, both curves, and the points at its jumps."""
    function = find(name)
    xs = AXES.samples(121)
    heights = [f(x) for x in xs for f in (function.value, function.derivative)]
    if name in calc.ACTIVATIONS:
        fits = [(low, high) for low, high in WINDOWS if low <= min(heights) and max(heights) <= high]
        axes = replace(AXES, ylim=[*fits, AXES.ylim][0])
    else:
        axes = AXES.fitted([0.0, *heights])
    patch = {
        **formulas(name, function),
        "note.text": function.note,
        "curve.d": curve(axes, ((x, function.value(x)) for x in xs)),
        "derivative.d": curve(axes, derivative_points(function, xs)),
        "baseline.d": baseline(axes),
        **axes.y_labels(),
    }
    for i in range(JUMPS):
        patch |= jump_points(axes, function, i)
    return axes, patch


def derivative_points(function: calc.Function, xs: list[float]) -> Iterator[tuple[float, float]]:
    """The derivative's graph, ending at its one-sided limits and lifted off the paper (NaN) at each kink."""
    for start, end in pairwise([None, *function.kinks, None]):
        if start:
            yield start.at, math.nan
            yield start.at, start.right
        for x in xs:
            if (start is None or x > start.at) and (end is None or x < end.at):
                yield x, function.derivative(x)
        if end:
            yield end.at, end.left


def jump_points(axes: Axes, function: calc.Function, i: int) -> Patch:
    """The i-th jump: a closed point at the value that code uses, open points at the one-sided limits it is not."""
    at, heights = math.nan, dict.fromkeys(("closed", "left", "right"), math.nan)
    if i < len(function.kinks):
        kink = function.kinks[i]
        at, used = kink.at, function.derivative(kink.at)
        limits = {"left": kink.left, "right": kink.right}
        heights |= {"closed": used, **{side: limit for side, limit in limits.items() if limit != used}}
    return {key: value for part in heights for key, value in marker(f"{part}{i}", axes, at, heights[part]).items()}
