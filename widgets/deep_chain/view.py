"""The deep chain's widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.deep_chain.pictures import SLOPES, VALUES
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="chain one-line quiet-labels">
  <p class="formula"><m data-part="link"/></p>
  <div class="pinned">
    <figure data-figure="slopes">
      <figcaption><span class="key key-bar id">by <m data-part="factor"/>, link by link</span>
        <span class="key key-dashed" data-part="alone-key">by <m data-part="prime"/> alone</span>
        <span class="key key-dashed" data-part="plain-key">without the shortcut</span>
        <span class="key key-dot id" data-part="minus-key">negative</span></figcaption>
    </figure>
    <div data-control="n"/>
  </div>
  <div class="widget-controls choice">
    <div data-control="act"/>
    <div data-control="shortcut"/>
    <div data-control="w"/>
    <div data-control="b"/>
  </div>
  <dl class="values">
    <div class="id"><dt><m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m></dt><dd>{value("product", "id")}</dd></div>
    <div class="beside"><dt><span data-part="alone">by <m data-part="prime"/> alone</span>
      <span data-part="plain">no shortcut</span></dt><dd>{value("beside", "")}</dd></div>
  </dl>
</div>
<p class="sentence">A link multiplies a nudge by <m data-part="factor"/>: {value("each", "id")};
  {value("n", "")} <span data-part="links"/> by <b class="id">{value("product", "id")}</b>.
  <span data-part="verdict"/></p>
<details class="fold"><summary>The values on their way</summary>
  <figure data-figure="values"/>
  <div class="widget-controls one-line"><div data-control="x"/></div>
  <p class="note"><b class="ix">x = {value("x", "ix")}</b> becomes <b class="iy">y = {value("y", "iy")}</b>.</p>
</details>
<p data-summary="" hidden="hidden"><span data-part="n"/> <span data-part="links"/>, dy/dx = <span data-part="product"/>.
  <span data-part="verdict"/></p>
"""


def draw_values(plot: "Matplotlib") -> None:
    plot.set_xticklabels([])
    plot.tick_params(axis="y", pad=14)  # clear of the point at x
    for i, label in enumerate(plot.get_yticklabels()):
        label.set_gid(f"level{i}")
    plot.plot([0, 1], [0, 1], color=ink.U, lw=7, clip_on=False, gid="between")
    plot.plot([0], [0], "o", color=ink.X, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="input-point")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="output-point")


def draw_slopes(plot: "Matplotlib") -> None:
    for i, label in enumerate(plot.get_yticklabels()):
        label.set_gid(f"size{i}")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=1, gid="one")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=2, ls=(0, (5, 3)), clip_on=False, gid="beside-line")
    plot.fill([0, 1], [0, 1], facecolor=ink.SLOPE, edgecolor=ink.SLOPE, lw=1.25, zorder=3, gid="bars")
    plot.plot([0, 1], [0, 0], color=ink.SLOPE, lw=8, clip_on=False, zorder=4, gid="minus")
    plot.plot([0], [0], "D", zorder=5, color=ink.SLOPE, ms=10, mec=ink.PAPER, mew=2, clip_on=False, gid="product-point")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=1.5, clip_on=False, gid="break")


FIGURES = {
    "values": Figure(
        axes=VALUES,
        draw=draw_values,
        title="The value after each link, from x to y.",
        shows={"input-point": "x", "output-point": "y"},
        handles={"output-point": Handle(across="n")},
    ),
    "slopes": Figure(
        axes=SLOPES,
        draw=draw_slopes,
        title="Each local slope as a bar on a logarithmic scale, from one running product to the next.",
        shows={"product-point": "product", "beside-line": "beside", "bars": "each"},
        handles={"product-point": Handle(across="n")},
    ),
}
