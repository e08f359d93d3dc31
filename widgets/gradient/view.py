"""The gradient widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.gradient.pictures import SLICE
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.relief import MAP, draw_relief
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="landscape">
  <div class="pinned"><figure data-figure="map"/></div>
  <div class="slices">
    <figure class="lens" data-figure="east"><figcaption><span class="ix">east</span>: slope
      {value("dx", "id")}</figcaption></figure>
    <figure class="lens" data-figure="north"><figcaption><span class="ix">north</span>: slope
      {value("dy", "id")}</figcaption></figure>
  </div>
</div>
<div class="widget-controls one-line">
  <div data-control="x"/>
  <div data-control="y"/>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b>, <b class="ix">y = {value("y", "ix")}</b> <span
  data-part="height">the ground is <b class="iy">{value("f", "iy")}</b> high. </span><span data-part="remark"/></p>
<details class="fold"><summary>Another landscape, and the formulas</summary>
  <div class="widget-controls one-line">
    <div data-control="function"/>
    <p class="formula"><m data-part="formula"/></p>
  </div>
  <div class="formulas">
    <p class="formula"><m data-part="partial-x"/> <span>= {value("dx", "id")}</span></p>
    <p class="formula"><m data-part="partial-y"/> <span>= {value("dy", "id")}</span></p>
    <p class="formula"><m>|\\nabla f|</m> <span>= {value("steepness", "id")}</span></p>
    <p class="check">The arrow is the gradient, <span data-part="scale"/>, cut at the rim.</p>
  </div>
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, y = <span data-part="y"/>, height <span data-part="f"/>,
  slope to the east <span data-part="dx"/>, to the north <span data-part="dy"/>. <span data-part="remark"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    draw_relief(plot)
    plot.plot([0], [3], marker="_", ls="", color=ink.X, mew=1.25, ms=MAP.tall, gid="east")
    plot.plot([2], [0], marker="|", ls="", color=ink.X, mew=1.25, ms=MAP.tall, gid="north")
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=1.25, ls=(0, (4, 3)), gid="components")
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=3, clip_on=False, gid="gradient")
    plot.plot([2], [3], "o", color=ink.Y, ms=14, mec=ink.PAPER, mew=2, clip_on=False, gid="handle")


def draw_slice(plot: "Matplotlib", name: str) -> None:
    plot.plot([2], [0.5], marker="|", ls="", color=ink.X, mew=1.25, ms=SLICE.tall, gid=f"{name}-guide")
    plot.plot([-4, 4], [0, 1], color=ink.Y, lw=2.5, gid=f"slice-{name}")
    plot.plot([2], [0.5], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=90, gid=f"{name}-tangent")
    plot.plot([2], [0.5], "o", color=ink.Y, ms=10, mec=ink.PAPER, mew=2, gid=f"{name}-point")


FIGURES = {
    "map": Figure(
        axes=MAP,
        draw=draw,
        title="A map in relief: contours of f with a point and its gradient.",
        shows={"gradient": "steepness", "handle": "f"},
        handles={"handle": Handle(across="x", up="y")},
    ),
    "east": Figure(
        axes=SLICE,
        draw=lambda plot: draw_slice(plot, "x"),
        title="f along x, with y held, and its tangent.",
        rescales=True,
        shows={"x-tangent": "dx", "x-point": "f"},
        handles={"x-point": Handle(across="x", on="slice-x")},
    ),
    "north": Figure(
        axes=SLICE,
        draw=lambda plot: draw_slice(plot, "y"),
        title="f along y, with x held, and its tangent.",
        rescales=True,
        shows={"y-tangent": "dy", "y-point": "f"},
        handles={"y-point": Handle(across="y", on="slice-y")},
    ),
}
