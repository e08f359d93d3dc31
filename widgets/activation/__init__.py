"""Activation functions: any of them with its derivative dashed, read off at a cursor."""

import calc
from widgets.activation.curves import AXES, curves, find, formula
from widgets.activation.view import FIGURES, VIEW
from widgets.activation.words import remark, shown
from widgets.kit.controls import Select, Slider, State
from widgets.kit.landmarks import landmarks
from widgets.kit.marks import marker
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move
from widgets.kit.widget import Preset, Widget

OPTIONS = {name: calc.ACTIVATIONS[name].title for name in calc.ACTIVATIONS}


def update(state: State) -> Patch:
    """The patch for a state: f(x), f′(x), the tangent, and a cursor on both curves."""
    x, name = float(state["x"]), str(state["function"])
    function, (axes, patch) = find(name), curves(name)
    y, limit = function.value(x), slope_at(name, x)
    found = landmarks(formula(name), *AXES.xlim)
    slope = found.level(x, shown(limit))
    return {
        **patch,
        **found.patch(x),
        "x.text": decimal(x),
        "y.text": decimal(y, 4),
        "slope.text": decimal(slope, 4),
        **move("guide", axes.x(x), axes.middle),
        **marker("tangent", axes, x, y, slope),
        **marker("point", axes, x, y),
        **marker("slope-point", axes, x, slope),
        "remark.text": remark(limit, slope, axes.contains(x, y)),
    }


def slope_at(name: str, x: float) -> calc.Slope | None:
    """What the limit says of the slope at x; None where the function has no value."""
    try:
        return calc.slope_at(formula(name), x)
    except calc.DomainError:
        return None


WIDGET = Widget(
    name="activation",
    title="Activation functions and their derivatives",
    controls=(
        Select(name="function", label="activation function", options=OPTIONS, value="sigmoid", typed=("x",)),
        Slider(name="x", label="<i>x</i>", start=-6, stop=6, step=0.2, value=1.0, points="landmarks"),
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
