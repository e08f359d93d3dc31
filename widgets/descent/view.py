"""The descent widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.descent.pictures import LOSSES
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.relief import MAP, draw_relief
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="landscape">
  <figure data-figure="map"/>
  <figure class="lens" data-figure="losses"><figcaption>the height after each step</figcaption></figure>
</div>
<div class="widget-controls one-line">
  <div data-control="n"/>
  <div data-control="eta"/>
</div>
<p class="sentence">After <b><span data-part="n"/></b> with <b>η = <span data-part="eta"/></b> the ball is at
  <span class="ix" data-part="place"/>, <b class="iy">{value("loss", "iy")}</b> high. <span data-part="remark"/></p>
<details class="fold"><summary>Another start, another landscape</summary>
  <div class="widget-controls one-line">
    <div data-control="x"/>
    <div data-control="y"/>
    <div data-control="function"/>
    <p class="formula"><m data-part="formula"/></p>
  </div>
</details>
<p data-summary="" hidden="hidden">After <span data-part="n"/> with learning rate <span data-part="eta"/> the ball is at
  <span data-part="place"/>, height <span data-part="loss"/>. <span data-part="remark"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    draw_relief(plot)
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=1.75, gid="track")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=6, gid="stops")
    plot.plot([0], [0], "o", color=ink.PAPER, ms=11, mec=ink.X, mew=2.5, clip_on=False, gid="start")
    plot.plot([0], [0], "o", color=ink.Y, ms=16, mec=ink.PAPER, mew=2.5, clip_on=False, gid="ball")


def draw_losses(plot: "Matplotlib") -> None:
    plot.plot([0, 16], [0, 1], color=ink.Y, lw=6, gid="marks")
    plot.plot([0], [0.5], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="loss-point")


FIGURES = {
    "map": Figure(
        axes=MAP,
        draw=draw,
        title="A map in relief with the ball's way downhill, step by step.",
        shows={"ball": "loss"},
        handles={"start": Handle(across="x", up="y")},
    ),
    "losses": Figure(
        axes=LOSSES,
        draw=draw_losses,
        title="The height of the ball after each step.",
        rescales=True,
        shows={"loss-point": "loss"},
        handles={"loss-point": Handle(across="n")},
    ),
}
