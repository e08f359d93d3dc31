"""The Jacobian: a map bends the plane, and near a point one table stands in for it."""

import math

import calc
from widgets.jacobian.bend import MAPS, Bend, bend, miss, straight
from widgets.jacobian.pictures import close_up, grid, squares
from widgets.jacobian.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.matrix import matrix_patch
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.path import Point
from widgets.kit.widget import Widget

BEHIND = [calc.parse(text) for text in ("u1^2", "u1*u2")]  # f, the page's example


def update(state: State) -> Patch:
    """The patch for a state: the square, what the map and the Jacobian make of it, and both tables."""
    x, h = (float(state["x1"]), float(state["x2"])), float(state["h"])
    key = str(state["map"])
    image = bend(key)
    chain = calc.vector_chain(BEHIND, image.inner, {"x1": x[0], "x2": x[1]})
    J, u = chain.inner_jacobian, image(x)
    square = [x, (x[0] + h, x[1]), (x[0] + h, x[1] + h), (x[0], x[1] + h)]
    stand_in = [straight(J, u, x, corner) for corner in square]
    return {
        **grid(key),
        **squares(image, square, stand_in),
        **close_up(image, square, stand_in),
        **matrix_patch("g", J),
        **matrix_patch("f", chain.outer_jacobian),
        **matrix_patch("fg", chain.jacobian),
        "y.text": pair(chain.outer_values),
        **{f"formula{i}.latex": rf"\iu{{u_{i}}} = {image.inner[f'u{i}'].latex()}" for i in (1, 2)},
        "x.text": pair(x),
        "u.text": pair(u),
        "miss.text": decimal(settled(miss(image, J, x, h))),
        "verdict.text": verdict(image, J, x, h),
    }


def verdict(image: Bend, J: calc.Matrix, x: Point, h: float) -> str:
    """Where the far corner of the square goes, and where the stand-in puts it."""
    corner = x[0] + h, x[1] + h
    off = miss(image, J, x, h)
    (a, b), (c, d) = J
    if not any((a, b, c, d)):
        return "All four slopes are 0: J squashes the square to a point."
    if abs(a * d - b * c) <= 1e-9 * math.hypot(a, c) * math.hypot(b, d):
        return "Both columns lie on one line: J squashes the square flat."
    if off < 1e-9 * h:
        return f"A linear map is its own stand-in: both put the far corner at {pair(image(corner))}."
    said = pair(straight(J, image(x), x, corner))
    return f"The far corner goes to {pair(image(corner))}; the stand-in says {said}, {decimal(off)} away."


def pair(point: Point | tuple[float, ...]) -> str:
    a, b = (decimal(settled(number)) for number in point[:2])
    return f"({a}, {b})"


def settled(number: float) -> float:
    """0 for what rounding leaves of it."""
    return 0.0 if abs(number) < 5e-5 else number


WIDGET = Widget(
    name="jacobian",
    title="A bent plane",
    controls=(
        Select(name="map", label="the map <i>g</i>", options={key: MAPS[key][0] for key in MAPS}, value="polar"),
        Slider(name="h", label="side", start=0.2, stop=1, step=0.4, value=1, ink="param"),
        Slider(name="x1", label="<i>x</i>₁", start=0, stop=3, step=1, value=2, prepared=(0, 1, 2, 3)),
        Slider(name="x2", label="<i>x</i>₂", start=0, stop=3, step=1, value=1, prepared=(0, 1, 2, 3)),
    ),
    sweeps=(("x1", "x2"), ("h",)),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
