"""The direction widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.direction.pictures import SLICE, TURN
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.relief import MAP, draw_relief
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="landscape">
  <div class="pinned">
    <figure data-figure="map"/>
    <div class="widget-controls one-line"><div data-control="angle"/></div>
  </div>
  <div class="slices">
    <figure class="lens" data-figure="turn"><figcaption>slopes; yours: {value("along", "id")}</figcaption></figure>
    <figure class="lens" data-figure="slice"><figcaption>the way you face</figcaption></figure>
  </div>
</div>
<p class="sentence"><span data-part="equation">Facing <b><span data-part="angle"/></b> the slope is
  <span class="sum"><b>{value("along", "id")}</b> = {value("steepness", "id")} · cos <span data-part="theta"/></span>.
  </span><span data-part="remark"/></p>
<details class="fold"><summary>The sum, another place</summary>
  <p class="dial" data-part="dial"><span><m>v</m> = (<span data-part="cosine"/>, <span data-part="sine"/>) is one
    step long, and</span>
    <span class="sum"><m>\\nabla f \\cdot v</m> = {value("dx", "id")} · <span data-part="cosine-term"/> +
    {value("dy-term", "id")} · <span data-part="sine-term"/> = {value("along", "id")}</span></p>
  <div class="widget-controls one-line">
    <div data-control="x"/>
    <div data-control="y"/>
    <div data-control="function"/>
    <p class="formula"><m data-part="formula"/></p>
  </div>
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, y = <span data-part="y"/>, f = <span data-part="f"/>,
  <span data-part="told"/> <span data-part="remark"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    draw_relief(plot)
    plot.plot([2, 3], [3, 3], color=ink.SLOPE, lw=3, clip_on=False, gid="gradient")
    plot.plot([2, 3], [3, 3], color=ink.TEXT, lw=2.25, clip_on=False, gid="facing")
    plot.plot([3], [3], "o", color=ink.PAPER, ms=9, mec=ink.TEXT, mew=2, clip_on=False, gid="facing-tip")
    plot.plot([2], [3], "o", color=ink.Y, ms=13, mec=ink.PAPER, mew=2, clip_on=False, gid="handle")


def draw_turn(plot: "Matplotlib") -> None:
    plot.plot([0, 360], [0, 0], color=ink.MUTED, lw=1, gid="zero")
    plot.plot([45], [0], marker="|", ls="", color=ink.TEXT, mew=1.25, ms=TURN.tall, gid="turn-guide")
    plot.plot([0, 360], [0, 1], color=ink.SLOPE, lw=2.5, gid="slopes")
    plot.plot([16], [7], "D", color=ink.SLOPE, ms=7, mec=ink.PAPER, mew=1.5, clip_on=False, gid="uphill-point")
    plot.plot([45], [6], "o", color=ink.PAPER, ms=10, mec=ink.TEXT, mew=2, clip_on=False, gid="slope-point")


def draw_slice(plot: "Matplotlib") -> None:
    for i, label in enumerate(plot.get_yticklabels()):
        label.set_gid(f"height{i}")
    plot.plot([-3, 3], [0, 1], color=ink.Y, lw=2.5, gid="slice")
    plot.plot([0], [0.5], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=90, gid="slice-tangent")
    plot.plot([0], [0.5], "o", color=ink.Y, ms=10, mec=ink.PAPER, mew=2, gid="slice-point")


FIGURES = {
    "map": Figure(
        axes=MAP,
        draw=draw,
        title="A map in relief with a point, its gradient, and the direction faced.",
        shows={"gradient": "steepness", "facing": "along", "handle": "f"},
        handles={"facing-tip": Handle(turns="angle", around="handle")},
    ),
    "turn": Figure(
        axes=TURN,
        draw=draw_turn,
        title="The slope against the direction faced, a cosine curve.",
        rescales=True,
        shows={"slope-point": "along", "uphill-point": "steepness"},
        handles={"slope-point": Handle(across="angle", on="slopes")},
    ),
    "slice": Figure(
        axes=SLICE,
        draw=draw_slice,
        title="f along the direction faced, with its tangent.",
        shows={"slice-tangent": "along", "slice-point": "f"},
    ),
}
