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
<div class="widget-controls">
  <div data-control="act"/>
  <div data-control="n"/>
  <div data-control="w"/>
  <div data-control="b"/>
  <div data-control="x"/>
</div>
<div class="formulas">
  <p class="formula"><m data-part="link"/></p>
  <p class="formula"><m data-part="local"/></p>
</div>
<div class="widget-columns">
  <div>
    <figure data-figure="values">
      <figcaption><span class="iu">the value</span> after each link</figcaption>
    </figure>
    <figure data-figure="slopes">
      <figcaption><span class="key key-bar id">by <m>w</m> · <m data-part="prime"/>, link by link</span>
        <span class="key key-dashed">by <m data-part="prime"/> alone</span>
        <span class="key key-dot id" data-part="minus-key">negative</span></figcaption>
    </figure>
  </div>
  <div class="readout">
    <dl class="values">
      <div class="ix"><dt><m>\\ix{{x = u_0}}</m></dt><dd>{value("x", "ix")}</dd></div>
      <div class="iy"><dt><m>\\iy{{y = u_n}}</m></dt><dd>{value("y", "iy")}</dd></div>
      <div class="id"><dt><m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m></dt><dd>{value("product", "id")}</dd></div>
      <div class="alone"><dt>by <m data-part="prime"/> alone</dt><dd>{value("alone", "")}</dd></div>
    </dl>
  </div>
</div>
<p class="sentence">A nudge of <b class="ix">x = {value("x", "ix")}</b> passes {value("n", "")}
  <span data-part="links"/>. Each multiplies it by <m>w</m> · <m data-part="prime"/>, here {value("each", "id")};
  all together by   <b class="id">{value("product", "id")}</b>. <span data-part="verdict"/></p>
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
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=2, ls=(0, (5, 3)), clip_on=False, gid="alone-line")
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
        shows={"product-point": "product", "alone-line": "alone", "bars": "each"},
        handles={"product-point": Handle(across="n")},
    ),
}
