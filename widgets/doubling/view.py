"""The chain of doublings as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

MOST = 30  # steps
SHEET = Axes.sheet(322, 72)
VIEW = f"""
<div class="pinned">
  <figure data-figure="chain"/>
  <div class="widget-controls one-line"><div data-control="stop"/></div>
</div>
<div class="widget-controls one-line"><div data-control="n"/></div>
<p class="sentence">{value("routes", "")} routes from <i>x</i> to the end, and {value("stops", "id")} on the way
  back.<br/><span data-part="told"/> {value("sum", "id")}. <span data-part="remark"/></p>
<p data-summary="" hidden="hidden">Routes: <span data-part="routes"/>. Stops:
  <span data-part="last"/>. <span data-part="told"/> <span data-part="sum"/>. <span data-part="remark"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axis("off")
    plot.plot([0, 1], [0, 1], color=ink.MUTED, lw=1.25, gid="ahead")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=2.5, gid="walked")
    plot.plot([0, 1], [0, 1], color=ink.U, lw=8, gid="values")
    plot.plot([0], [0], "o", color="none", mec=ink.SLOPE, ms=15, mew=2.5, clip_on=False, gid="here")
    plot.text(16, 64, "x", color=ink.X, style="italic", ha="center", va="baseline")
    plot.text(0, 0, "u", color=ink.U, ha="center", va="baseline", gid="end")


FIGURES = {
    "chain": Figure(
        axes=SHEET,
        draw=draw,
        title="A row of values from x to the end, and two arrows from each to the next; the walk back is marked.",
        shows={"here": "sum"},
    )
}
