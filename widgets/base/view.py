"""The widget on the base as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

AXES = Axes(xlim=(-2, 2), ylim=(0, 5), height=226, left=34, right=34, top=12, bottom=28, x_intervals=4, y_intervals=5)

# The sheet's upper left corner, from where the letter is moved.
CORNER = (
    AXES.xlim[0] - AXES.left / (AXES.x(1) - AXES.x(0)),
    AXES.ylim[1] + AXES.top / (AXES.y(0) - AXES.y(1)),
)

VIEW = f"""
<div class="pinned">
  <figure data-figure="curves">
    <figcaption><span class="key key-solid iy">height <i>b</i><sup><i>x</i></sup></span>
      <span class="key key-dashed id">its slope</span></figcaption>
  </figure>
  <div class="widget-controls one-line"><div data-control="b"/></div>
</div>
<div class="widget-controls"><div data-control="x"/></div>
<p class="ratio">slope ÷ height = {value("slope", "id")} ÷ {value("height", "iy")} = <b>{value("factor", "id")}</b></p>
<p class="sentence"><span data-part="verdict"/></p>
<p data-summary="" hidden="hidden">b = <span data-part="b"/>. At x = <span data-part="x"/> the height is
  <span data-part="height"/> and the slope <span data-part="slope"/>, which is <span data-part="factor"/> times the
  height, as everywhere. <span data-part="verdict"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.plot([0, 1], [0, 1], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=2.25, ls=(0, (5, 3)), gid="slope-curve")
    plot.plot([0], [0], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=110, gid="tangent")
    plot.plot([0], [0], "D", color=ink.SLOPE, ms=7, mec=ink.PAPER, mew=1.5, clip_on=False, gid="slope-point")
    plot.plot([0], [0], "o", color=ink.PAPER, ms=9, mec=ink.TEXT, mew=2, clip_on=False, gid="height-point")
    plot.text(*CORNER, "b", color=ink.TEXT, style="italic", va="baseline", gid="height-label")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="point")


FIGURES = {
    "curves": Figure(
        axes=AXES,
        draw=draw,
        title="A base to the power x, and dashed the slope of that curve. At x = 1 the curve is as high as its base.",
        shows={"height-point": "b", "point": "height", "slope-point": "slope", "tangent": "slope"},
        handles={"point": Handle(across="x", on="curve"), "height-point": Handle(up="b")},
    )
}
