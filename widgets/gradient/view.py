"""The gradient widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.gradient.relief import LEVELS, MAP
from widgets.gradient.slices import SLICE
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="widget-controls">
  <div data-control="function"/>
  <p class="formula"><m data-part="formula"/></p>
  <div data-control="x"/>
  <div data-control="y"/>
  <div data-control="angle"/>
</div>
<div class="widget-columns">
  <figure data-figure="map">
    <figcaption><span class="key key-solid id">gradient, drawn at <span data-part="scale"/> × its length</span>
      <span class="key key-solid facing">the way you face</span></figcaption>
  </figure>
  <div class="slices">
    <figure class="lens" data-figure="east"><figcaption>Going <span class="ix">east</span>, with
      <i>y</i> = {value("y", "iu")} held: slope {value("dx", "id")}</figcaption></figure>
    <figure class="lens" data-figure="north"><figcaption>Going <span class="iu">north</span>, with
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


def draw(plot: "Matplotlib") -> None:
    for i in range(LEVELS):
        plot.plot([0, 1], [0, 1], color=ink.Y, lw=1.5, alpha=0.3 + 0.6 * i / (LEVELS - 1), zorder=1, gid=f"contour{i}")
    plot.plot([0], [3], marker="_", ls="", color=ink.X, mew=1.25, ms=MAP.tall, gid="east")
    plot.plot([2], [0], marker="|", ls="", color=ink.U, mew=1.25, ms=MAP.tall, gid="north")
    corner = plot.figure.transFigure  # labels start at the picture's origin, and patches move them from there
    for i in range(LEVELS):
        plot.text(0, 1, "0", transform=corner, color=ink.Y, ha="center", va="center", zorder=1.5, gid=f"level{i}")
    plot.plot([2, 3], [3, 3], color=ink.TEXT, lw=2, gid="facing")
    plot.plot([3], [3], "o", color=ink.TEXT, ms=6, clip_on=False, gid="facing-tip")
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=1.25, ls=(0, (4, 3)), gid="components")
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=3, gid="gradient")
    plot.plot([2], [3], "o", color=ink.Y, ms=13, mec=ink.PAPER, mew=2, clip_on=False, gid="handle")


def draw_slice(plot: "Matplotlib", name: str, colour: str) -> None:
    plot.plot([2], [0.5], marker="|", ls="", color=colour, mew=1.25, ms=SLICE.tall, gid=f"{name}-guide")
    plot.plot([-4, 4], [0, 1], color=ink.Y, lw=2.5, gid=f"slice-{name}")
    plot.plot([2], [0.5], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=90, gid=f"{name}-tangent")
    plot.plot([2], [0.5], "o", color=ink.Y, ms=9, mec=ink.PAPER, mew=2, gid=f"{name}-point")


FIGURES = {
    "map": Figure(
        axes=MAP,
        draw=draw,
        title="Contours of f with a point, its gradient, and the direction faced.",
        shows={"gradient": "steepness", "facing": "along", "handle": "f"},
        handles={"handle": Handle(across="x", up="y"), "facing-tip": Handle(turns="angle", around="handle")},
    ),
    "east": Figure(
        axes=SLICE,
        draw=lambda plot: draw_slice(plot, "x", ink.X),
        title="f along x, with y held, and its tangent.",
        rescales=True,
        shows={"x-tangent": "dx", "x-point": "f"},
        handles={"x-point": Handle(across="x", on="slice-x")},
    ),
    "north": Figure(
        axes=SLICE,
        draw=lambda plot: draw_slice(plot, "y", ink.U),
        title="f along y, with x held, and its tangent.",
        rescales=True,
        shows={"y-tangent": "dy", "y-point": "f"},
        handles={"y-point": Handle(across="y", on="slice-y")},
    ),
}
