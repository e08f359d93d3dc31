"""The Jacobian: a map bends the plane, and near a point one straight map stands in for it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import calc
from widgets.jacobian.plane import Point, bent_polygon, place, polygon, polyline
from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.controls import Select, Slider, State
from widgets.kit.matrix import matrix_patch, matrix_view
from widgets.kit.numbers import decimal, tick
from widgets.kit.patch import Patch, move, show
from widgets.kit.view import value
from widgets.kit.widget import Figure, Preset, Widget

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

# What authors write → (what readers see, u₁, u₂); below, the part of the plane that holds the image of the grid.
MAPS = {
    "product-sum": ("u₁ = x₁x₂, u₂ = x₁ + x₂", "x1*x2", "x1 + x2"),
    "linear": ("linear: turn and stretch", "x1 - x2/2", "x1/2 + x2"),
    "squares": ("every entry squared", "x1^2", "x2^2"),
    "polar": ("polar: distance and angle", "x1*cos(x2)", "x1*sin(x2)"),
    "layer": ("a layer of two tanh neurons", "tanh(x1 - x2)", "tanh(x1 + x2 - 3)"),
}
LIMITS = {
    "product-sum": ((0.0, 16.0), (0.0, 8.0)),
    "linear": ((-2.0, 6.0), (-1.0, 7.0)),
    "squares": ((0.0, 16.0), (0.0, 16.0)),
    "polar": ((-4.0, 4.0), (-4.0, 4.0)),
    "layer": ((-1.0, 1.0), (-1.0, 1.0)),
}
THEN = {
    "nothing": ("nothing", "u1", "u2"),
    "example": ("y₁ = u₁², y₂ = u₁u₂", "u1^2", "u1*u2"),
}
RANGE = (0.0, 4.0)
OUTPUT = Axes(
    xlim=RANGE, ylim=RANGE, width=300, height=300, left=34, right=12, top=12, bottom=30, x_intervals=4, y_intervals=4
)
# The same scale; its frame ends where the point does, and the largest square may stand out beyond it.
INPUT = replace(OUTPUT, xlim=(0, 3), ylim=(0, 3), right=75.5, top=76.5, x_intervals=3, y_intervals=3)
LINES = [RANGE[0] + i / 2 for i in range(9)]
ALONG = [RANGE[0] + i / 4 for i in range(17)]


@dataclass(frozen=True)
class Bend:
    """A map of the plane, and everything that depends on it alone."""

    inner: dict[str, calc.Expression]
    axes: Axes
    patch: Patch

    def __call__(self, point: Point) -> Point:
        at = {"x1": point[0], "x2": point[1]}
        return self.inner["u1"].evaluate(at), self.inner["u2"].evaluate(at)


@lru_cache(maxsize=16)
def bend(key: str) -> Bend:
    """The map of this name: its formulas, the bent grid, and axes that hold it."""
    inner = {name: calc.parse(text) for name, text in zip(("u1", "u2"), MAPS[key][1:], strict=True)}
    image = Bend(inner, OUTPUT, {})
    lines = [[image((c, t)) for t in ALONG] for c in LINES] + [[image((t, c)) for t in ALONG] for c in LINES]
    axes = replace(OUTPUT, xlim=LIMITS[key][0], ylim=LIMITS[key][1])
    labels = {
        f"{axis}{i}.text": tick(at, ticks[1] - ticks[0])
        for axis, ticks in (("across", axes.x_ticks()), ("up", axes.y_ticks()))
        for i, at in enumerate(ticks)
    }
    formulas = {f"formula{i}.latex": rf"\iu{{u_{i}}} = {inner[f'u{i}'].latex()}" for i in (1, 2)}
    return Bend(inner, axes, {"grid.d": "".join(polyline(axes, line) for line in lines), **labels, **formulas})


def update(state: State) -> Patch:
    """The patch for a state: the square, what the map makes of it, what the Jacobian makes of it, and both tables."""
    x, h, then = (float(state["x1"]), float(state["x2"])), float(state["h"]), str(state["then"])
    image = bend(str(state["map"]))
    outer = [calc.parse(text) for text in THEN[then][1:]]
    chain = calc.vector_chain(outer, image.inner, {"x1": x[0], "x2": x[1]})
    J, u, y = chain.inner_jacobian, image(x), chain.outer_values
    square = [x, (x[0] + h, x[1]), (x[0] + h, x[1] + h), (x[0], x[1] + h)]
    stand_in = [straight(J, u, x, corner) for corner in square]
    return {
        **image.patch,
        **matrix_patch("g", J),
        **matrix_patch("f", chain.outer_jacobian),
        **matrix_patch("fg", chain.jacobian),
        **show("composition", then != "nothing"),
        "then-formula.latex": ", ".join(rf"\iy{{y_{i}}} = {f.latex()}" for i, f in enumerate(outer, start=1)),
        "x.text": pair(x),
        "u.text": pair(u),
        "y.text": pair(y),
        "h.text": decimal(h),
        "corner.text": pair(image(square[2])),
        "said.text": pair(stand_in[2]),
        "verdict.text": verdict(image, J, x, h),
        "square.d": polygon(INPUT, square),
        "bent.d": bent_polygon(image.axes, square, image),
        "stand-in.d": polygon(image.axes, stand_in),
        **corner("in", INPUT, square),
        **corner("out", image.axes, stand_in),
        **move("handle", *place(INPUT, x)),
        **move("u-point", *place(image.axes, u)),
    }


def straight(J: calc.Matrix, u: Point, x: Point, at: Point) -> Point:
    """u + J·(at − x): where the stand-in puts a point near x."""
    moved = calc.matmul(J, [[at[0] - x[0]], [at[1] - x[1]]])
    return u[0] + moved[0][0], u[1] + moved[1][0]


def miss(image: Bend, J: calc.Matrix, x: Point, h: float) -> float:
    """How far the stand-in puts the far corner of a square with side h from its true image."""
    corner = x[0] + h, x[1] + h
    return math.dist(image(corner), straight(J, image(x), x, corner))


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


def corner(part: str, axes: Axes, square: Sequence[Point]) -> Patch:
    """The sides of a square's image that begin at the point, as two arrowheads."""
    patch: Patch = {}
    x, y = place(axes, square[0])
    for i, end in ((1, square[1]), (2, square[3])):
        to_x, to_y = place(axes, end)
        patch |= move(f"{part}{i}", to_x, to_y, math.degrees(math.atan2(to_y - y, to_x - x)))
    return patch


def pair(point: Point | tuple[float, ...]) -> str:
    return f"({decimal(point[0])}, {decimal(point[1])})"


def draw_input(plot: "Matplotlib") -> None:
    plot.grid(False)
    for c in LINES:
        plot.plot([c, c], RANGE, color=ink.X, lw=0.75, alpha=0.5, clip_on=False)
        plot.plot(RANGE, [c, c], color=ink.X, lw=0.75, alpha=0.5, clip_on=False)
    plot.fill([0, 1], [0, 1], facecolor=ink.X, edgecolor=ink.X, lw=1.5, clip_on=False, gid="square")
    draw_heads(plot, "in", ink.X)
    plot.plot([0], [0], "o", color=ink.X, ms=12, mec=ink.PAPER, mew=2, clip_on=False, zorder=5, gid="handle")


def draw_output(plot: "Matplotlib") -> None:
    plot.grid(False)
    for axis, labels in (("across", plot.get_xticklabels()), ("up", plot.get_yticklabels())):
        for i, label in enumerate(labels):
            label.set_gid(f"{axis}{i}")
    plot.plot([0, 1], [0, 1], color=ink.X, lw=0.75, alpha=0.5, gid="grid")
    plot.fill([0, 1], [0, 1], facecolor=ink.U, edgecolor=ink.U, lw=1.5, gid="bent")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=2, ls=(0, (4, 2)), zorder=3, gid="stand-in")
    draw_heads(plot, "out", ink.SLOPE)
    plot.plot([0], [0], "o", color=ink.U, ms=11, mec=ink.PAPER, mew=2, clip_on=False, zorder=5, gid="u-point")


def draw_heads(plot: "Matplotlib", part: str, color: str) -> None:
    for i, face in ((1, color), (2, ink.PAPER)):  # matplotlib's ">" points along the arrow before it is turned
        plot.plot([0], [0], ">", color=color, mfc=face, mew=1.75, ms=9, zorder=4, clip_on=False, gid=f"{part}{i}")


X, U, Y = (
    tuple(f'<i class="{ink_}">{name}</i><sub>{i}</sub>' for i in (1, 2))
    for name, ink_ in (("x", "ix"), ("u", "iu"), ("y", "iy"))
)
VIEW = f"""
<div class="widget-controls">
  <div data-control="map"/>
  <div data-control="then"/>
  <div data-control="x1"/>
  <div data-control="x2"/>
  <div data-control="h"/>
</div>
<div class="planes">
  <figure data-figure="input" data-drag="x1 x2">
    <figcaption><span class="ix">the input plane: x₁ across, x₂ up</span></figcaption>
  </figure>
  <div class="map-arrow">
    <p class="formula"><m data-part="formula1"/></p>
    <p class="formula"><m data-part="formula2"/></p>
    {matrix_view("g", "<m>J_g</m> at x", U, X)}
  </div>
  <figure data-figure="output">
    <figcaption><span class="iu">the output plane: u₁ across, u₂ up</span></figcaption>
  </figure>
</div>
<p class="check keys"><span class="key key-solid iu">the square, bent by the map</span>
  <span class="key key-dashed id">its stand-in, made by J: ▶ its first column, ▷ its second</span></p>
<div class="composition" data-part="composition">
  <p>Behind it, <m data-part="then-formula"/>, which gives <b class="iy">y = {value("y", "iy")}</b>.
    The tables multiply, outer times inner:</p>
  <div class="matrices">
    {matrix_view("f", "<m>J_f</m> at u", Y, U)}<span>·</span>
    {matrix_view("g", "<m>J_g</m> at x", U, X)}<span>=</span>
    {matrix_view("fg", "both", Y, X)}
  </div>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> the map gives <b class="iu">u = {value("u", "iu")}</b>.
  The far corner of the square with side {value("h", "")} goes to {value("corner", "iu")}; the stand-in puts it at
  {value("said", "id")}, <span data-part="verdict"/></p>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, u = <span data-part="u"/>, J has the rows
  <span data-part="g-11"/>, <span data-part="g-12"/> and <span data-part="g-21"/>, <span data-part="g-22"/></p>
"""

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
    figures={
        "input": Figure(
            axes=INPUT, draw=draw_input, title="The input plane: a square grid, the point x and a small square at it."
        ),
        "output": Figure(
            axes=OUTPUT,
            draw=draw_output,
            title="The output plane: bent grid, bent square, and the parallelogram that the Jacobian makes of it.",
        ),
    },
)
