"""The gradient: a map with contours, two slices through a point, and the slope in any direction."""

import math

import calc
from widgets.gradient.relief import arrows, ground
from widgets.gradient.slices import slices
from widgets.gradient.terrain import survey, visit
from widgets.gradient.view import FIGURES, VIEW
from widgets.gradient.words import remark, slope
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import bracketed, decimal, short
from widgets.kit.patch import Patch
from widgets.kit.widget import Preset, Widget

FUNCTIONS = {
    "x^2 + x*y": "x² + xy",
    "x^2 + y^2": "a bowl: x² + y²",
    "x^2/4 + 2y^2": "a valley: x²/4 + 2y²",
    "x^2 - y^2": "a saddle: x² − y²",
    "5x - 2y + 7": "a plane: 5x − 2y + 7",
    "sin(x)*cos(y)": "hills: sin x · cos y",
}


def update(state: State) -> Patch:
    """The patch for a state: contours, gradient, slices with their tangents, and the slope in the direction faced."""
    formula = str(state["function"])
    x, y, angle = float(state["x"]), float(state["y"]), float(state["angle"])
    place = visit(formula, x, y)
    return {
        **ground(formula),
        **formulas(formula),
        **arrows(survey(formula), place, angle),
        **slices(formula, place),
        "x.text": decimal(x),
        "y.text": decimal(y),
        "f.text": decimal(place.value),
        "dx.text": slope(place.dx),
        "dy.text": slope(place.dy),
        "steepness.text": slope(place.steepness),
        "angle.text": f"{short(round(angle, 1))}°",
        "cosine.text": decimal(round(math.cos(math.radians(angle)), 4)),
        "sine.text": decimal(round(math.sin(math.radians(angle)), 4)),
        "along.text": slope(place.along(angle)),
        "dy-term.text": bracketed(slope(place.dy)),
        "cosine-term.text": bracketed(decimal(round(math.cos(math.radians(angle)), 4))),
        "sine-term.text": bracketed(decimal(round(math.sin(math.radians(angle)), 4))),
        "remark.text": remark(place, angle),
    }


def formulas(formula: str) -> Patch:
    f = survey(formula).f
    partial = {name: calc.differentiate(f, name).result.latex() for name in ("x", "y")}
    return {
        "formula.latex": rf"f(x, y) = {f.latex()}",
        "partial-x.latex": rf"\frac{{\partial f}}{{\partial x}} = {partial['x']}",
        "partial-y.latex": rf"\frac{{\partial f}}{{\partial y}} = {partial['y']}",
        "scale.text": short(survey(formula).arrow),
    }


UPHILL = 15.9454  # degrees, the direction of (7, 2)

WIDGET = Widget(
    name="gradient",
    title="One function, many slopes",
    controls=(
        Select(
            name="function",
            label="function <i>f</i>(<i>x</i>, <i>y</i>)",
            options=FUNCTIONS,
            value="x^2 + x*y",
            typed=("x", "y"),
        ),
        Slider(name="x", label="<i>x</i>", start=-3, stop=3, step=1, value=2),
        Slider(name="y", label="<i>y</i>", start=-3, stop=3, step=1, value=3, ink="iu"),
        Slider(name="angle", label="facing (°)", start=0, stop=360, step=15, value=45, ink="ia"),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    presets=(
        Preset("east", {"angle": 0}),
        Preset("north", {"angle": 90}),
        Preset("north-east", {"angle": 45}),
        Preset("steepest", {"angle": UPHILL}),
        Preset("along the contour", {"angle": UPHILL + 90}),
        Preset("level: a saddle", {"x": 0, "y": 0}),
        Preset("a bowl", {"function": "x^2 + y^2", "x": 2, "y": 1}),
        Preset("a plane", {"function": "5x - 2y + 7", "x": 1, "y": 1}),
    ),
    sweeps=(("x", "y"), ("angle",)),
)
