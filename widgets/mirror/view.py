"""The mirror widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

# One unit is as long across as up: a mirror at 45° keeps shapes.
AXES = Axes(
    xlim=(-2, 6),
    ylim=(-2, 6),
    width=360,
    height=358,
    left=24,
    right=16,
    top=10,
    bottom=28,
    x_intervals=4,
    y_intervals=4,
)

VIEW = f"""
<div class="pinned">
  <figure data-figure="mirror"/>
  <div class="widget-controls one-line"><div data-control="x"/></div>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> the logarithm is {value("y", "iy")}. Its image on
  <i>e</i><sup><i>x</i></sup> is as steep as it is high: {value("steep", "id")}. In the mirror, rise and run change
  places: the slope of ln is 1 ÷ <span class="id" data-part="steep"/> = <b>{value("slope", "id")}</b>.</p>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, ln x = <span data-part="y"/>. The image on the exponential
  has the slope <span data-part="steep"/>, and so ln has the slope <span data-part="slope"/>.</p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.plot([-2, 6], [-2, 6], color=ink.MUTED, lw=1.25, ls=(0, (6, 4)))
    plot.plot([0, 1], [0, 1], color=ink.MUTED, lw=1, ls=(0, (1, 3)), gid="fold")
    plot.plot([0, 1], [0, 1], color=ink.U, lw=2, gid="exp-curve")
    plot.plot([0, 1], [0, 1], color=ink.Y, lw=2.5, gid="ln-curve")
    for name in ("exp", "ln"):
        plot.plot([0, 1], [0, 0], color=ink.X, lw=3, gid=f"{name}-run")
        plot.plot([1, 1], [0, 1], color=ink.Y, lw=3, gid=f"{name}-rise")
    for gid in ("exp-tangent", "tangent"):
        plot.plot([0], [0], marker="_", ls="", color=ink.SLOPE, mew=1.75, ms=140, gid=gid)
    plot.plot([0], [0], "o", color=ink.U, ms=8, mec=ink.PAPER, mew=1.5, gid="image")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, gid="point")
    plot.text(5.9, 0.75, "ln x", color=ink.Y, ha="right")
    plot.text(1.3, 5.5, "eˣ", color=ink.U, ha="right")


FIGURES = {
    "mirror": Figure(
        axes=AXES,
        draw=draw,
        title="The curves of ln x and of e to the x, mirror images in the line y = x, with a tangent at each.",
        shows={"point": "y", "tangent": "slope", "exp-tangent": "steep"},
        handles={"point": Handle(across="x", on="ln-curve")},
    )
}
