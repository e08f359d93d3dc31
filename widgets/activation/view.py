"""The activation widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.activation.curves import AXES, JUMPS
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import landmark_keys, value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="widget-controls">
  <div data-control="function"/>
  <div class="formulas">
    <p class="formula"><m data-part="formula"/></p>
    <p class="formula"><m data-part="derivative-formula"/></p>
  </div>
</div>
<div class="pinned">
  <figure data-figure="curves">
    <figcaption><span class="key key-solid iy">the function</span>
      <span class="key key-dashed id">its derivative</span></figcaption>
  </figure>
  <div class="widget-controls one-line"><div data-control="x"/></div>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> the function is <b class="iy">{value("y", "iy")}</b>
  and its derivative <b class="id">{value("slope", "id")}</b>. <span data-part="remark"/> <span data-part="here"/></p>
<details class="fold"><summary>More: states worth seeing, and keys</summary>
  <div data-presets=""/>
  <p class="note" data-part="note"/>
  {landmark_keys()}
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, f(x) = <span data-part="y"/>,
  f′(x) = <span data-part="slope"/>. <span data-part="remark"/> <span data-part="here"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([1], [1], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-6, 6], [0, 1], color=ink.SLOPE, lw=2, ls=(0, (5, 3)), gid="derivative")
    plot.plot([-6, 6], [0, 1], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([1], [1], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=110, gid="tangent")
    for i in range(JUMPS):
        plot.plot([0], [0], "o", color=ink.SLOPE, ms=6, gid=f"closed{i}")
        for side in ("left", "right"):
            plot.plot([0], [0], "o", color=ink.PAPER, mec=ink.SLOPE, mew=1.75, ms=6, gid=f"{side}{i}")
    plot.plot([0], [0], "D", color=ink.SLOPE, ms=7, mec=ink.PAPER, mew=1.5, gid="slope-point")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, gid="point")


FIGURES = {
    "curves": Figure(
        axes=AXES,
        draw=draw,
        title="The function, its derivative dashed, and the tangent at the cursor.",
        rescales=True,
        shows={"guide": "x", "point": "y", "tangent": "slope", "slope-point": "slope"},
        handles={"point": Handle(across="x", on="curve")},
    ),
}
