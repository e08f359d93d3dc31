"""Activation functions: any of them with its derivative dashed, read off at a cursor."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import calc
from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.controls import Select, Slider, State
from widgets.kit.defined import defined
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move, show
from widgets.kit.view import value
from widgets.kit.widget import Figure, Preset, Widget

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

OPTIONS = {name: calc.ACTIVATIONS[name].title for name in calc.ACTIVATIONS}
AXES = Axes(xlim=(-6, 6), ylim=(-2, 4), height=360, left=34, right=26, y_intervals=6)
# The left arms of ReLU and leaky ReLU lie 0.06 apart at most: a second figure enlarges y twentyfold.
LENS = Axes(xlim=(-6, 0), ylim=(-0.15, 0.15), width=260, height=150, left=44, x_intervals=3, y_intervals=2)
JUMPS = 2  # no activation's derivative jumps more often


@lru_cache(maxsize=32)
def find(key: str) -> calc.Function:
    """The activation of this name, or the function that a reader typed as a formula in x."""
    return calc.ACTIVATIONS.get(key) or typed(calc.parse(key))


def typed(formula: calc.Expression) -> calc.Function:
    slope = calc.differentiate(formula, "x").result
    return calc.Function(
        name=str(formula),
        title=str(formula),
        symbol="f",
        latex=formula.latex(),
        derivative_latex=slope.latex(),
        rule=str(slope),
        value=lambda x: defined(lambda: formula.evaluate({"x": x})),
        derivative=lambda x: defined(lambda: slope.evaluate({"x": x})),
    )


@lru_cache(maxsize=32)
def curves(name: str) -> tuple[Axes, Patch]:
    """All that depends on the function alone: axes, formulas, both curves, and the points at its jumps."""
    function = find(name)
    xs = AXES.samples(121)
    axes = AXES
    if name not in calc.ACTIVATIONS:
        axes = AXES.fitted([0.0, *(f(x) for x in xs for f in (function.value, function.derivative))])
    patch = {
        "formula.latex": f"f(x) = {function.latex}",
        "derivative-formula.latex": f"f'(x) = {function.derivative_latex}",
        "note.text": function.note,
        "curve.d": axes.path((x, function.value(x)) for x in xs),
        "derivative.d": axes.path(derivative_points(function, xs)),
        "lens.d": LENS.path((x, function.value(x)) for x in LENS.samples(31)),
        "baseline.d": f"M{axes.left} {axes.y(0):.1f}H{axes.width - axes.right}",
        **axes.y_labels(),
        **show("lens-block", name in calc.ACTIVATIONS),
    }
    for i in range(JUMPS):
        patch |= jump_points(function, i)
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


def jump_points(function: calc.Function, i: int) -> Patch:
    """The i-th jump: a closed point at the value that code uses, open points at the one-sided limits it is not."""
    if i >= len(function.kinks):
        return {key: value for part in ("closed", "left", "right") for key, value in _marker(f"{part}{i}", 0, 0, False)}
    kink = function.kinks[i]
    used = function.derivative(kink.at)
    return {
        key: value
        for part, height in (("closed", used), ("left", kink.left), ("right", kink.right))
        for key, value in _marker(f"{part}{i}", kink.at, height, part == "closed" or height != used)
    }


def _marker(part: str, x: float, y: float, visible: bool) -> list[tuple[str, str]]:
    return [*move(part, AXES.x(x), AXES.y(y)).items(), *show(part, visible).items()]


def update(state: State) -> Patch:
    """The patch for a state: f(x), f′(x), the tangent, and a cursor on both curves."""
    x, name = float(state["x"]), str(state["function"])
    function, (axes, patch) = find(name), curves(name)
    y, slope = function.value(x), function.derivative(x)
    kink = next((kink for kink in function.kinks if kink.at == x), None)
    return {
        **patch,
        "x.text": decimal(x),
        "y.text": decimal(y, 4),
        "slope.text": decimal(slope, 4),
        **move("guide", axes.x(x), axes.middle),
        **cursor("tangent", axes, x, y, slope),
        **cursor("point", axes, x, y),
        **cursor("slope-point", axes, x, slope),
        "remark.text": remark(slope, kink, axes.contains(x, y)),
    }


def cursor(part: str, axes: Axes, x: float, y: float, slope: float = 0) -> Patch:
    """A marker at (x, y), hidden where a value is missing."""
    there = math.isfinite(y) and math.isfinite(slope)
    return {**move(part, axes.x(x), axes.y(y) if there else 0, axes.angle(slope) if there else 0), **show(part, there)}


def remark(slope: float, kink: calc.Kink | None, seen: bool) -> str:
    """One sentence on what the picture shows at the cursor."""
    if kink:
        return (
            f"A kink: the slope is {decimal(kink.left)} on its left and {decimal(kink.right)} on its right. "
            f"There is no derivative here; code uses {decimal(slope)}, by convention."
        )
    if math.isnan(slope):
        return "The formula has no derivative here."
    where = "" if seen else "The point lies outside the picture. "
    if abs(slope) < 0.05:
        return where + "Nearly flat: almost no gradient passes through."
    return where + ("Rising" if slope > 0 else "Falling") + ": the tangent has the slope that the dashed curve shows."


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([1], [1], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-6, 6], [0, 1], color=ink.SLOPE, lw=2, ls=(0, (5, 3)), gid="derivative")
    plot.plot([-6, 6], [0, 1], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([1], [1], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=110, gid="tangent")
    for i in range(JUMPS):
        plot.plot([0], [0], "o", color=ink.SLOPE, ms=6, gid=f"closed{i}")
        for side in ("left", "right"):
            plot.plot([0], [0], "o", color=ink.PAPER, mec=ink.SLOPE, mew=1.75, ms=6, gid=f"{side}{i}")
    plot.plot([0], [0], "D", color=ink.SLOPE, ms=7, mec=ink.PAPER, mew=1.5, gid="slope-point")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, gid="point")


def draw_lens(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1)
    plot.plot([-6, 0], [0, 0], color=ink.Y, lw=2.5, gid="lens")


VIEW = f"""
<div class="widget-controls">
  <div data-control="function"/>
  <div data-control="x"/>
</div>
<div class="formulas">
  <p class="formula"><m data-part="formula"/></p>
  <p class="formula"><m data-part="derivative-formula"/></p>
</div>
<div class="widget-columns">
  <figure data-figure="curves" data-drag="x">
    <figcaption><span class="key key-solid iy">the function</span>
      <span class="key key-dashed id">its derivative</span></figcaption>
  </figure>
  <div class="readout">
    <dl class="values">
      <div class="ix"><dt><m>\\ix{{x}}</m></dt><dd>{value("x", "ix")}</dd></div>
      <div class="iy"><dt><m>\\iy{{f(x)}}</m></dt><dd>{value("y", "iy")}</dd></div>
      <div class="id"><dt><m>\\id{{f'(x)}}</m></dt><dd>{value("slope", "id")}</dd></div>
    </dl>
    <div data-part="lens-block">
      <figure class="lens" data-figure="lens"><figcaption>Left of zero, twenty times taller</figcaption></figure>
    </div>
  </div>
</div>
<p class="note" data-part="note"/>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> the function is <b class="iy">{value("y", "iy")}</b>
  and its derivative <b class="id">{value("slope", "id")}</b>. <span data-part="remark"/></p>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, f(x) = <span data-part="y"/>,
  f′(x) = <span data-part="slope"/>. <span data-part="remark"/></p>
"""

WIDGET = Widget(
    name="activation",
    title="Activation functions and their derivatives",
    controls=(
        Select(name="function", label="activation function", options=OPTIONS, value="sigmoid", typed=("x",)),
        Slider(name="x", label="<i>x</i>", start=-6, stop=6, step=0.2, value=1.0),
    ),
    presets=(
        Preset("steepest", {"function": "sigmoid", "x": 0}),
        Preset("flat", {"function": "sigmoid", "x": 6}),
        Preset("a kink", {"function": "relu", "x": 0}),
        Preset("dead", {"function": "relu", "x": -2}),
        Preset("falling", {"function": "silu", "x": -2}),
        Preset("a jump", {"function": "hard_sigmoid", "x": 3}),
    ),
    update=update,
    view=VIEW,
    figures={
        "curves": Figure(
            axes=AXES,
            draw=draw,
            title="The function, its derivative dashed, and the tangent at the cursor.",
            rescales=True,
            shows={"guide": "x", "point": "y", "tangent": "slope", "slope-point": "slope"},
        ),
        "lens": Figure(axes=LENS, draw=draw_lens, title="The function's left arm near zero, enlarged."),
    },
)
