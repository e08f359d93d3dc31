"""Activation functions: any of them with its derivative dashed, read off at a cursor."""

import math

import calc
from widgets.activation.curves import curves, find
from widgets.activation.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.marks import marker
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move
from widgets.kit.widget import Preset, Widget

OPTIONS = {name: calc.ACTIVATIONS[name].title for name in calc.ACTIVATIONS}


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
        **marker("tangent", axes, x, y, slope),
        **marker("point", axes, x, y),
        **marker("slope-point", axes, x, slope),
        "remark.text": remark(slope, kink, axes.contains(x, y)),
    }


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
    figures=FIGURES,
)
