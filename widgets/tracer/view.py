"""The tracer as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import landmark_keys, value
from widgets.kit.widget import Figure
from widgets.tracer.picture import AXES, SLOPES

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="pinned">
  <figure data-figure="curve"/>
  <figure data-figure="slopes"/>
  <div class="widget-controls one-line"><div data-control="x"/></div>
</div>
<div class="tracer-readout">
  <p>slope of the curve at <b class="ix">x = {value("x", "ix")}</b>: {value("slope", "id")}</p>
</div>
<p class="sentence"><span data-part="remark"/> <span data-part="here"/></p>
<details class="fold"><summary>Another curve, and keys</summary>
  <div class="widget-controls">
    <div data-control="function"/>
    <p class="formula"><m data-part="formula"/></p>
  </div>
  {landmark_keys()}
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, slope <span data-part="slope"/>.
  <span data-part="remark"/> <span data-part="here"/></p>
"""


def draw_curve(plot: "Matplotlib") -> None:
    plot.set_xticklabels([])
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([0], [0], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="upper-guide")
    plot.plot([0, 1], [0, 1], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([0], [0], marker="_", ls="", color=ink.SLOPE, mew=2.5, ms=110, gid="tangent")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="point")


def draw_slopes(plot: "Matplotlib") -> None:
    for i, label in enumerate(plot.get_yticklabels()):
        label.set_gid(f"level{i}")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=1, gid="zero")
    plot.plot([0], [0], marker="|", ls="", color=ink.X, mew=1.25, ms=SLOPES.tall, gid="lower-guide")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=2.5, ls=(0, (5, 2.5)), gid="trace")
    plot.plot([0, 1], [0, 1], color=ink.SLOPE, lw=10, clip_on=False, gid="gap")
    plot.plot([0, 1], [0, 1], color=ink.PAPER, lw=6, clip_on=False, gid="hollow")
    plot.plot([0], [0], "D", color=ink.SLOPE, ms=10, mec=ink.PAPER, mew=2, clip_on=False, gid="trace-point")


FIGURES = {
    "curve": Figure(
        axes=AXES,
        draw=draw_curve,
        title="The curve with its tangent at x.",
        rescales=True,
        shows={"upper-guide": "x", "tangent": "slope"},
        handles={"point": Handle(across="x", on="curve")},
    ),
    "slopes": Figure(
        axes=SLOPES,
        draw=draw_slopes,
        title="Below the curve: the slope of its tangent at every place that it has passed, as a curve of its own.",
        shows={"lower-guide": "x", "trace-point": "slope"},
        handles={"trace-point": Handle(across="x")},
    ),
}
