"""The descent widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.relief import MAP, draw_relief
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="widget-columns">
  <div class="pinned">
    <figure data-figure="map"/>
    <div class="widget-controls one-line"><div data-control="n"/></div>
  </div>
  <div class="readout">
    <p class="after">After <b><span data-part="n"/></b> the ball is at <span class="ix" data-part="place"/>,
      <b class="iy">{value("loss", "iy")}</b> high.</p>
    <p class="told"><span data-part="remark"/></p>
  </div>
</div>
<div class="widget-controls one-line"><div data-control="eta"/></div>
<details class="fold"><summary>Another start, another landscape</summary>
  <div class="widget-controls one-line">
    <div data-control="x"/>
    <div data-control="y"/>
    <div data-control="function"/>
    <p class="formula"><m data-part="formula"/></p>
  </div>
</details>
<p data-summary="" hidden="hidden">After <span data-part="n"/> the ball is at
  <span data-part="place"/>, height <span data-part="loss"/>. <span data-part="remark"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    draw_relief(plot)
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=1.75, gid="track")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=6, gid="stops")
    plot.plot([0], [0], "o", color=ink.PAPER, ms=11, mec=ink.X, mew=2.5, clip_on=False, gid="start")
    plot.plot([0], [0], "o", color=ink.Y, ms=16, mec=ink.PAPER, mew=2.5, clip_on=False, gid="ball")


FIGURES = {
    "map": Figure(
        axes=MAP,
        draw=draw,
        title="A map in relief with the ball's way downhill, step by step.",
        shows={"ball": "loss"},
        handles={"start": Handle(across="x", up="y")},
    ),
}
