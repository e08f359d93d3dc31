"""The Jacobian's widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.jacobian.bend import OUTPUT, RANGE
from widgets.jacobian.pictures import INPUT, LINES
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.matrix import matrix_view
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

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
  <figure data-figure="input">
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


def draw_input(plot: "Matplotlib") -> None:
    plot.grid(False)
    for c in LINES:
        plot.plot([c, c], RANGE, color=ink.X, lw=0.75, alpha=0.5, clip_on=False)
        plot.plot(RANGE, [c, c], color=ink.X, lw=0.75, alpha=0.5, clip_on=False)
    plot.fill([0, 1], [0, 1], facecolor=ink.X, edgecolor=ink.X, lw=1.5, clip_on=False, gid="square")
    draw_heads(plot, "in", ink.X)
    plot.plot([1], [1], "s", color=ink.PAPER, ms=8, mec=ink.X, mew=1.75, clip_on=False, zorder=5, gid="corner")
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


FIGURES = {
    "input": Figure(
        axes=INPUT,
        draw=draw_input,
        title="The input plane: a square grid, the point x and a small square at it.",
        handles={
            "handle": Handle(across="x1", up="x2"),
            "corner": Handle(across="h", across_from="x1", up="h", up_from="x2"),
        },
    ),
    "output": Figure(
        axes=OUTPUT,
        draw=draw_output,
        title="The output plane: bent grid, bent square, and the parallelogram that the Jacobian makes of it.",
    ),
}
