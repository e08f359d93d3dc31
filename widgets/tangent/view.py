"""The tangent widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.glass import GLASS, draw_glass, draw_lines
from widgets.kit.handle import Handle
from widgets.kit.view import landmark_keys, value
from widgets.kit.widget import Figure
from widgets.tangent.secants import AXES

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="widget-columns">
  <div class="pinned">
    <figure data-figure="curve">
      <figcaption><span class="key key-dashed">secants, to either side</span>
        <span class="key key-solid id">tangent</span></figcaption>
    </figure>
    <div class="widget-controls"><div data-control="h"/></div>
  </div>
  <div class="readout">
    <figure class="lens" data-figure="glass"><figcaption>Magnified until <i>h</i> fills the glass</figcaption></figure>
    <dl class="values slopes">
      <div><dt>right <span>secant</span></dt><dd><span class="how" data-part="how"><span class="iy" data-part="rise"/> ÷
        <span data-part="h"/></span> {value("right", "")}</dd></div>
      <div class="left"><dt>left <span>secant</span></dt><dd>{value("left", "")}</dd></div>
      <div class="id"><dt>tangent</dt><dd>{value("slope", "id")}</dd></div>
    </dl>
  </div>
</div>
<div class="widget-controls"><div data-control="x"/></div>
<p class="sentence"><span data-part="remark"/> <span data-part="here"/></p>
<details class="fold"><summary>Another curve, and keys</summary>
  <div class="widget-controls">
    <div data-control="function"/>
    <div class="formulas">
      <p class="formula"><m data-part="formula"/></p>
      <p class="formula"><m data-part="rule"/></p>
    </div>
  </div>
  {landmark_keys()}
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, h = <span data-part="h"/>, slope from the right
  <span data-part="right"/>, from the left <span data-part="left"/>, of the tangent <span data-part="slope"/>.
  <span data-part="remark"/> <span data-part="here"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([3], [9], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-4, 5], [16, 25], color=ink.Y, lw=2.5, gid="curve")
    draw_lines(plot, "", 3, 9)
    plot.plot([3, 4], [9, 9], color=ink.X, lw=2.5, gid="run-leg")
    plot.plot([4, 4], [9, 16], color=ink.Y, lw=2.5, gid="rise-leg")
    plot.plot([3.5], [8], marker="$h$", ls="", color=ink.X, mew=0.4, ms=11, clip_on=False, gid="run-label")
    plot.plot([4.4], [12], marker="$rise$", ls="", color=ink.Y, mew=0.4, ms=26, clip_on=False, gid="rise-label")
    plot.plot([2], [4], "o", color=ink.PAPER, mec=ink.MUTED, mew=1.75, ms=7, gid="left-point")
    plot.plot([4], [16], "o", color=ink.PAPER, mec=ink.TEXT, mew=2, ms=9, gid="right-point")
    plot.plot([3], [9], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, gid="point")


FIGURES = {
    "curve": Figure(
        axes=AXES,
        draw=draw,
        title="The curve with a point at x, a second one h away on either side, both secants and the tangent.",
        rescales=True,
        shows={
            "right-secant": "right",
            "left-secant": "left",
            "tangent": "slope",
            "run-leg": "h",
            "rise-leg": "rise",
        },
        handles={
            "point": Handle(across="x", on="curve"),
            "right-point": Handle(across="h", across_from="x"),
            "left-point": Handle(across="h", across_from="x", back=True),
        },
    ),
    "glass": Figure(axes=GLASS, draw=draw_glass, title="The curve around x, magnified until h fills the picture."),
}
