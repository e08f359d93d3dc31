"""The secant widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import landmark_keys, value
from widgets.kit.widget import Figure
from widgets.secant.picture import AXES

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="pinned">
  <figure data-figure="curve"/>
  <div class="widget-controls one-line"><div data-control="h"/></div>
</div>
<div class="widget-controls"><div data-control="x"/></div>
<div class="secant-readout">
  <p>line through both points: <span class="quotient" data-part="quotient"><span>rise</span> {value("rise", "iy")} ÷
    <span>run</span> {value("run", "ix")} = {value("secant", "")}</span></p>
  <p>slope of the curve at <b class="ix">x = {value("x", "ix")}</b>: {value("slope", "id")}</p>
</div>
<p class="sentence"><span data-part="story"/></p>
<details class="fold"><summary>Another curve, and keys</summary>
  <div class="widget-controls">
    <div data-control="function"/>
    <p class="formula"><m data-part="formula"/></p>
  </div>
  {landmark_keys()}
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, h = <span data-part="run"/>, slope of the line
  <span data-part="secant"/>, slope of the curve <span data-part="slope"/>. <span data-part="story"/>
  <span data-part="here"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([-4, 5], [16, 25], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([3], [9], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=1400, gid="tangent")
    plot.plot([3], [9], marker="_", ls="", color=ink.TEXT, mew=1.75, ms=1400, gid="secant-line")
    plot.plot([3, 4], [9, 9], color=ink.X, lw=2.5, gid="run-leg")
    plot.plot([4, 4], [9, 16], color=ink.Y, lw=2.5, gid="rise-leg")
    plot.plot([3.5], [8], marker="$run$", ls="", color=ink.X, mew=0.4, ms=24, clip_on=False, gid="run-label")
    plot.plot([4.4], [12], marker="$rise$", ls="", color=ink.Y, mew=0.4, ms=26, clip_on=False, gid="rise-label")
    plot.plot([4], [16], "o", color=ink.PAPER, mec=ink.TEXT, mew=2, ms=10, gid="second")
    plot.plot([3], [9], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, gid="point")


FIGURES = {
    "curve": Figure(
        axes=AXES,
        draw=draw,
        title="The curve with two points on it, the line through both, and the tangent at the first.",
        rescales=True,
        shows={"secant-line": "secant", "tangent": "slope", "run-leg": "run", "rise-leg": "rise"},
        handles={"point": Handle(across="x", on="curve"), "second": Handle(across="h", across_from="x")},
    )
}
