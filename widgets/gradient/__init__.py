"""The gradient: a map with contours, two slices through a point, and the slope in any direction."""

import math
from typing import TYPE_CHECKING

import calc
from widgets.gradient.map import LEVELS, MAP, SLICE, arrows, ground, slices
from widgets.gradient.terrain import Ground, Place, survey, visit
from widgets.kit import ink
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import MINUS, decimal, short
from widgets.kit.patch import Patch
from widgets.kit.view import value
from widgets.kit.widget import Figure, Preset, Widget

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

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
        "dy-term.text": factor(slope(place.dy)),
        "cosine-term.text": factor(decimal(round(math.cos(math.radians(angle)), 4))),
        "sine-term.text": factor(decimal(round(math.sin(math.radians(angle)), 4))),
        "remark.text": remark(place, angle),
    }


def slope(number: float) -> str:
    """Two decimals; what rounding in the angle leaves of an exact zero counts as zero."""
    return decimal(0.0 if abs(number) < 5e-5 else number)


def factor(text: str) -> str:
    """A number inside a sum of products: in brackets where it is negative."""
    return f"({text})" if text.startswith(MINUS) else text


def formulas(formula: str) -> Patch:
    f = survey(formula).f
    partial = {name: calc.differentiate(f, name).result.latex() for name in ("x", "y")}
    return {
        "formula.latex": rf"f(x, y) = {f.latex()}",
        "partial-x.latex": rf"\frac{{\partial f}}{{\partial x}} = {partial['x']}",
        "partial-y.latex": rf"\frac{{\partial f}}{{\partial y}} = {partial['y']}",
        "scale.text": short(survey(formula).arrow),
    }


LEVEL = "so there is no direction of steepest ascent."
GROUNDS = {
    Ground.HOLLOW: f"The gradient is zero: a hollow, where every way leads up, {LEVEL}",
    Ground.SUMMIT: f"The gradient is zero: a summit, where every way leads down, {LEVEL}",
    Ground.SADDLE: f"The gradient is zero: a saddle, up in some directions and down in others, {LEVEL}",
    Ground.FLOOR: f"The gradient is zero: the ground is level, {LEVEL}",
    Ground.KINK: "A kink: the slopes on its two sides differ, so there is no gradient here.",
    Ground.NO_GRADIENT: "The rules give no partial derivatives here, so there is no gradient.",
    Ground.NO_VALUE: "f has no value here, so it has no slopes either.",
}


def remark(place: Place, angle: float) -> str:
    """What the direction faced means on this ground."""
    if place.ground is not Ground.SLOPE:
        return GROUNDS[place.ground]
    off = abs((angle - place.uphill + 180) % 360 - 180)
    if off < 0.5:
        return "You face along the gradient: the steepest way up, among all steps of one length (by Pythagoras)."
    if off > 179.5:
        return "You face against the gradient: the steepest way down."
    if abs(off - 90) < 0.5:
        return "You face along the contour, at a right angle to the gradient: to first order, f stays as it is."
    return f"The gradient points to {round(place.uphill) % 360}°, the steepest way up: slope {slope(place.steepness)}."


def draw(plot: "Matplotlib") -> None:
    for i in range(LEVELS):
        plot.plot([0, 1], [0, 1], color=ink.Y, lw=1.5, alpha=0.3 + 0.6 * i / (LEVELS - 1), zorder=1, gid=f"contour{i}")
    plot.plot([0], [3], marker="_", ls="", color=ink.X, mew=1.25, ms=MAP.tall, gid="east")
    plot.plot([2], [0], marker="|", ls="", color=ink.U, mew=1.25, ms=MAP.tall, gid="north")
    corner = plot.figure.transFigure  # labels start at the picture's origin, and patches move them from there
    for i in range(LEVELS):
        plot.text(0, 1, "0", transform=corner, color=ink.Y, ha="center", va="center", zorder=1.5, gid=f"level{i}")
    plot.plot([2, 3], [3, 3], color=ink.TEXT, lw=2, gid="facing")
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=1.25, ls=(0, (4, 3)), gid="components")
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=3, gid="gradient")
    plot.plot([2], [3], "o", color=ink.Y, ms=13, mec=ink.PAPER, mew=2, clip_on=False, gid="handle")


def draw_slice(plot: "Matplotlib", name: str, colour: str) -> None:
    plot.plot([2], [0.5], marker="|", ls="", color=colour, mew=1.25, ms=SLICE.tall, gid=f"{name}-guide")
    plot.plot([-4, 4], [0, 1], color=ink.Y, lw=2.5, gid=f"slice-{name}")
    plot.plot([2], [0.5], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=90, gid=f"{name}-tangent")
    plot.plot([2], [0.5], "o", color=ink.Y, ms=9, mec=ink.PAPER, mew=2, gid=f"{name}-point")


VIEW = f"""
<div class="widget-controls">
  <div data-control="function"/>
  <p class="formula"><m data-part="formula"/></p>
  <div data-control="x"/>
  <div data-control="y"/>
  <div data-control="angle"/>
</div>
<div class="widget-columns">
  <figure data-figure="map" data-drag="x y">
    <figcaption><span class="key key-solid id">gradient, drawn at <span data-part="scale"/> × its length</span>
      <span class="key key-solid facing">the way you face</span></figcaption>
  </figure>
  <div class="slices">
    <figure class="lens" data-figure="east" data-drag="x"><figcaption>Going <span class="ix">east</span>, with
      <i>y</i> = {value("y", "iu")} held: slope {value("dx", "id")}</figcaption></figure>
    <figure class="lens" data-figure="north" data-drag="y"><figcaption>Going <span class="iu">north</span>, with
      <i>x</i> = {value("x", "ix")} held: slope {value("dy", "id")}</figcaption></figure>
  </div>
</div>
<div class="partials">
  <p class="formula"><m data-part="partial-x"/> <span>= {value("dx", "id")}</span></p>
  <p class="formula"><m data-part="partial-y"/> <span>= {value("dy", "id")}</span></p>
  <p class="formula"><m>|\\nabla f|</m> <span>= {value("steepness", "id")}</span></p>
</div>
<p class="dial"><span>Facing <span data-part="angle"/>, <m>v</m> = (<span data-part="cosine"/>,
  <span data-part="sine"/>) is one step long, and the slope that way is</span>
  <span class="sum"><m>\\nabla f \\cdot v</m> = {value("dx", "id")} · <span data-part="cosine-term"/> +
  {value("dy-term", "id")} · <span data-part="sine-term"/> = <strong>{value("along", "id")}</strong></span></p>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b>, <b class="iu">y = {value("y", "iu")}</b> the height is
  <b class="iy">f = {value("f", "iy")}</b>. Its slope is {value("dx", "id")} to the east, {value("dy", "id")} to the
  north and {value("along", "id")} the way you face. <span data-part="remark"/></p>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, y = <span data-part="y"/>, f = <span data-part="f"/>,
  ∂f/∂x = <span data-part="dx"/>, ∂f/∂y = <span data-part="dy"/>, facing <span data-part="angle"/> the slope is
  <span data-part="along"/>. <span data-part="remark"/></p>
"""

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
    figures={
        "map": Figure(
            axes=MAP,
            draw=draw,
            title="Contours of f with a point, its gradient, and the direction faced.",
            shows={"gradient": "steepness", "facing": "along", "handle": "f"},
        ),
        "east": Figure(
            axes=SLICE,
            draw=lambda plot: draw_slice(plot, "x", ink.X),
            title="f along x, with y held, and its tangent.",
            rescales=True,
            shows={"x-tangent": "dx", "x-point": "f"},
        ),
        "north": Figure(
            axes=SLICE,
            draw=lambda plot: draw_slice(plot, "y", ink.U),
            title="f along y, with x held, and its tangent.",
            rescales=True,
            shows={"y-tangent": "dy", "y-point": "f"},
        ),
    },
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
