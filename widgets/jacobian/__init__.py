"""The Jacobian: a map bends the plane, and near a point one straight map stands in for it."""

import math

import calc
from widgets.jacobian.bend import MAPS, Bend, bend, miss, straight
from widgets.jacobian.pictures import grid, squares
from widgets.jacobian.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.matrix import matrix_patch
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, show
from widgets.kit.path import Point
from widgets.kit.widget import Preset, Widget

THEN = {
    "nothing": ("nothing", "u1", "u2"),
    "example": ("y₁ = u₁², y₂ = u₁u₂", "u1^2", "u1*u2"),
}


def update(state: State) -> Patch:
    """The patch for a state: the square, what the map makes of it, what the Jacobian makes of it, and both tables."""
    x, h, then = (float(state["x1"]), float(state["x2"])), float(state["h"]), str(state["then"])
    key = str(state["map"])
    image = bend(key)
    outer = [calc.parse(text) for text in THEN[then][1:]]
    chain = calc.vector_chain(outer, image.inner, {"x1": x[0], "x2": x[1]})
    J, u, y = chain.inner_jacobian, image(x), chain.outer_values
    square = [x, (x[0] + h, x[1]), (x[0] + h, x[1] + h), (x[0], x[1] + h)]
    stand_in = [straight(J, u, x, corner) for corner in square]
    return {
        **grid(key),
        **squares(image, square, stand_in),
        **matrix_patch("g", J),
        **matrix_patch("f", chain.outer_jacobian),
        **matrix_patch("fg", chain.jacobian),
        **show("composition", then != "nothing"),
        **{f"formula{i}.latex": rf"\iu{{u_{i}}} = {image.inner[f'u{i}'].latex()}" for i in (1, 2)},
        "then-formula.latex": ", ".join(rf"\iy{{y_{i}}} = {f.latex()}" for i, f in enumerate(outer, start=1)),
        "x.text": pair(x),
        "u.text": pair(u),
        "y.text": pair(y),
        "h.text": decimal(h),
        "corner.text": pair(image(square[2])),
        "said.text": pair(stand_in[2]),
        "verdict.text": verdict(image, J, x, h),
    }


def verdict(image: Bend, J: calc.Matrix, x: Point, h: float) -> str:
    """What to see in the picture."""
    off = miss(image, J, x, h)
    (a, b), (c, d) = J
    flat = abs(a * d - b * c) <= 1e-9 * math.hypot(a, c) * math.hypot(b, d)
    if off < 1e-9 * h:
        said = "exactly there. A linear map is its own stand-in"
    else:
        said = f"{decimal(off)} away. With half the side it would be {decimal(miss(image, J, x, h / 2))} away"
    return said + ("; and both arrows lie on one line, so that J squashes the square flat." if flat else ".")


def pair(point: Point | tuple[float, ...]) -> str:
    return f"({decimal(point[0])}, {decimal(point[1])})"


WIDGET = Widget(
    name="jacobian",
    title="A bent plane and its straight stand-in",
    controls=(
        Select(name="map", label="the map <i>g</i>", options={key: MAPS[key][0] for key in MAPS}, value="product-sum"),
        Select(name="then", label="behind it, <i>f</i>", options={key: THEN[key][0] for key in THEN}, value="nothing"),
        Slider(name="x1", label="<i>x</i>₁", start=0, stop=3, step=0.5, value=2),
        Slider(name="x2", label="<i>x</i>₂", start=0, stop=3, step=0.5, value=3),
        Slider(name="h", label="side", start=0.1, stop=1, step=0.1, value=1, ink="param"),
    ),
    presets=(
        Preset("the page's example", {}),
        Preset("a smaller square", {"h": 0.2}),
        Preset("linear: exact", {"map": "linear"}),
        Preset("squashed flat", {"x1": 2, "x2": 2}),
        Preset("polar", {"map": "polar", "x1": 3, "x2": 0.5}),
        Preset("a layer", {"map": "layer", "x1": 1, "x2": 1}),
        Preset("with f behind", {"then": "example"}),
    ),
    sweeps=(("x1", "x2"), ("h",)),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
