"""The gradient: a landscape in relief, its slices east and north through a point, and the arrow uphill."""

import math

import calc
from widgets.gradient.pictures import arrows, slices
from widgets.gradient.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal, short
from widgets.kit.patch import Patch, show
from widgets.kit.relief import relief
from widgets.kit.terrain import Ground, Place, survey, visit, written
from widgets.kit.widget import Widget

FUNCTIONS = {
    "3x*e^(-(x^2 + y^2)/8)": "a hill and a hollow",
    "x^2 + x*y": "x² + xy",
    "x^2 + y^2": "a bowl: x² + y²",
    "x^2 - y^2": "a saddle: x² − y²",
    "5x - 2y + 7": "a plane: 5x − 2y + 7",
}


def update(state: State) -> Patch:
    """The patch for a state: the relief, the gradient, and both slices with their tangents."""
    formula = str(state["function"])
    place = visit(formula, float(state["x"]), float(state["y"]))
    return {
        **relief(formula),
        **formulas(formula),
        **arrows(formula, place),
        **slices(formula, place),
        "x.text": decimal(place.x),
        "y.text": decimal(place.y),
        "f.text": decimal(place.value),
        "dx.text": written(place.dx),
        "dy.text": written(place.dy),
        "steepness.text": written(place.steepness),
        "remark.text": remark(place),
        **show("height", math.isfinite(place.value)),
    }


def formulas(formula: str) -> Patch:
    """The function and its partial derivatives, and the scale of the arrow: what depends on the function alone."""
    f = survey(formula).f
    partial = {name: calc.differentiate(f, name).result.latex() for name in ("x", "y")}
    return {
        "formula.latex": rf"f(x, y) = {f.latex()}",
        "partial-x.latex": rf"\frac{{\partial f}}{{\partial x}} = {partial['x']}",
        "partial-y.latex": rf"\frac{{\partial f}}{{\partial y}} = {partial['y']}",
        "scale.text": scaled(survey(formula).arrow),
    }


def scaled(scale: float) -> str:
    """How long the arrow is drawn."""
    if scale == 1:
        return "at its full length"
    return f"at {short(scale)} of its length" if scale < 1 else f"{short(scale)} times as long"


def remark(place: Place) -> str:
    """Which way is up, or why there is none."""
    if place.ground is not Ground.SLOPE:
        return place.ground.value
    return f"The arrow: steepest way up, slope {written(place.steepness)}."


WIDGET = Widget(
    name="gradient",
    title="Slopes on a hill",
    controls=(
        Slider(name="x", label="<i>x</i>, east", start=-3, stop=3, step=1, value=1),
        Slider(name="y", label="<i>y</i>, north", start=-3, stop=3, step=1, value=2),
        Select(
            name="function",
            label="landscape <i>f</i>(<i>x</i>, <i>y</i>)",
            options=FUNCTIONS,
            value="3x*e^(-(x^2 + y^2)/8)",
            typed=("x", "y"),
        ),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    sweeps=(("x", "y"),),
)
