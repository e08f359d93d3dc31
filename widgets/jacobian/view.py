"""The Jacobian's widget as it stands before any number is in it."""

import math
from typing import TYPE_CHECKING

from widgets.jacobian.bend import OUTPUT, RANGE
from widgets.jacobian.pictures import INPUT, LENS, LINES
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
<div class="widget-controls"><div data-control="map"/></div>
<div class="planes">
  <div class="pinned">
    <figure data-figure="input"><figcaption><span class="ix">x₁ across, x₂ up</span></figcaption></figure>
    <figure data-figure="output"><figcaption><span class="iu">u₁ across, u₂ up</span></figcaption></figure>
    <figure class="lens" data-figure="close-up"><figcaption>close up: {value("miss", "")} apart</figcaption></figure>
    {matrix_view("g", "<m>J_g</m> at x", U, X)}
    <div class="widget-controls one-line"><div data-control="h"/></div>
  </div>
  <div class="rule">
    <p class="formula"><m data-part="formula1"/></p>
    <p class="formula"><m data-part="formula2"/></p>
  </div>
</div>
<p class="sentence"><b class="ix">x = {value("x", "ix")}</b> goes to <b class="iu">u = {value("u", "iu")}</b>.
  <span data-part="verdict"/></p>
<details class="fold"><summary>By number; a function behind</summary>
  <div class="widget-controls one-line">
    <div data-control="x1"/>
    <div data-control="x2"/>
  </div>
  <p>Behind <i>g</i>: <m>\\iy{{y_1}} = \\iu{{u_1}}^2</m> and <m>\\iy{{y_2}} = \\iu{{u_1}} \\iu{{u_2}}</m>. Then
    <b class="iy">y = {value("y", "iy")}</b>, and outer times inner is:</p>
  <div class="matrices">
    {matrix_view("f", "<m>J_f</m> at u", Y, U)}<span class="sign">·</span>
    {matrix_view("g", "<m>J_g</m> at x", U, X)}
    <span class="whole"><span class="sign">=</span>{matrix_view("fg", "both", Y, X)}</span>
  </div>
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, u = <span data-part="u"/>, J has the rows
  <span data-part="g-11"/>, <span data-part="g-12"/> and <span data-part="g-21"/>, <span data-part="g-22"/>.
  <span data-part="verdict"/></p>
"""


def draw_input(plot: "Matplotlib") -> None:
    plot.grid(False)
    gap = math.nan  # all lines of the grid in one path
    upright, level = [[x for c in LINES for x in (c, c, gap)], [y for _ in LINES for y in (*RANGE, gap)]]
    plot.plot(upright + level, level + upright, color=ink.X, lw=0.75, alpha=0.5, clip_on=False)
    plot.fill([0, 1], [0, 1], facecolor=ink.X, edgecolor=ink.X, lw=1.5, clip_on=False, gid="square")
    draw_heads(plot, "in", ink.X)
    plot.plot([1], [1], "s", color=ink.PAPER, ms=8, mec=ink.X, mew=1.75, clip_on=False, zorder=5, gid="corner")
    plot.plot([0], [0], "o", color=ink.X, ms=12, mec=ink.PAPER, mew=2, clip_on=False, zorder=5, gid="handle")


def draw_output(plot: "Matplotlib") -> None:
    plot.grid(False)
    for axis, labels in (("across", plot.get_xticklabels()), ("up", plot.get_yticklabels())):
        for i, label in enumerate(labels):
            label.set_gid(f"{axis}{i}")
    plot.get_yticklabels()[0].set_verticalalignment("bottom")  # clear of the number beside it, where labels are large
    plot.plot([0, 1], [0, 1], color=ink.X, lw=0.75, alpha=0.5, gid="grid")
    plot.fill([0, 1], [0, 1], facecolor=ink.U, edgecolor=ink.U, lw=1.5, gid="bent")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=2, ls=(0, (4, 2)), zorder=3, gid="stand-in")
    draw_heads(plot, "out", ink.SLOPE)
    plot.plot([0], [0], "o", color=ink.U, ms=11, mec=ink.PAPER, mew=2, clip_on=False, zorder=5, gid="u-point")


def draw_close_up(plot: "Matplotlib") -> None:
    plot.axis("off")
    plot.fill([0, 1], [0, 1], facecolor=ink.U, edgecolor=ink.U, lw=1.5, gid="near-bent")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=2, ls=(0, (4, 2)), zorder=3, gid="near-stand-in")


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
    "close-up": Figure(
        axes=LENS,
        draw=draw_close_up,
        title="The bent square and the parallelogram once more, as large as the picture.",
    ),
}
