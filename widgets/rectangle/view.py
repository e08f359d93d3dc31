"""The rectangle widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.rectangle.picture import AXES, BARS, FLOOR, PIECES, ROWS, ZERO

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="pinned">
  <figure data-figure="area"/>
  <figure data-figure="bars"/>
  <div class="widget-controls one-line"><div data-control="h"/></div>
</div>
<div class="widget-controls"><div data-control="x"/></div>
<p class="sentence">The area changes by {value("growth", "iy")}. The corner is {value("share", "")} of what changes, and
  vanishes first. The strips stay: <span class="id rule" data-part="rule"/>.</p>
<details class="fold"><summary>Another product</summary>
  <div class="widget-controls">
    <div data-control="product"/>
  </div>
</details>
<p data-summary="" hidden="hidden">At x = <span data-part="x"/>, <span data-part="f"/> and <span data-part="g"/>. A
  nudge of <span data-part="h"/> changes the area by <span data-part="growth"/>: the strips by
  <span data-part="right-area"/> and <span data-part="top-area"/>, the corner by <span data-part="corner-area"/>, which
  is <span data-part="share"/>. Divided by h that is {value("quotient", "")}; the slope is f′g + fg′ =
  <span data-part="rule"/>.</p>
"""

INKS = {"right": ink.SLOPE, "top": ink.SLOPE, "corner": ink.TEXT}
DASHES = {"right": "-", "top": (0, (5, 3)), "corner": (0, (1, 2))}
NAMES = {"right": "Δf · g  ÷ h", "top": "f · Δg  ÷ h", "corner": "Δf · Δg  ÷ h"}
SHEET_LEFT = -AXES.left / (AXES.x(1) - AXES.x(0))  # the sheet's edge: words are moved from there


def draw_area(plot: "Matplotlib") -> None:
    plot.axis("off")
    plot.plot([0, 1], [0, 1], color=ink.MUTED, lw=1.25, ls=(0, (1, 4)), gid="way")
    plot.fill([0, 1], [0, 1], facecolor=ink.Y, lw=0, gid="area")
    for name in PIECES:
        color = INKS[name]
        plot.fill([0, 1], [0, 1], facecolor=color, edgecolor=color, lw=1.5, ls=DASHES[name], gid=name)
    plot.fill([0, 1], [0, 1], facecolor=ink.PAPER, edgecolor=ink.SLOPE, lw=1.5, ls=DASHES["top"], gid="gap")
    plot.plot([0, 1], [FLOOR, FLOOR], color=ink.U, lw=3.5, gid="sides", solid_joinstyle="miter")
    plot.text(SHEET_LEFT, 0, "f", color=ink.U, ha="center", va="baseline", gid="f")
    plot.text(SHEET_LEFT, 0, "g", color=ink.U, ha="right", va="baseline", gid="g")
    for name, side in (("right", "left"), ("top", "center"), ("corner", "left")):
        plot.text(SHEET_LEFT, 0, "0", color=INKS[name], ha=side, va="baseline", gid=f"{name}-area")
    plot.plot([0], [0], "o", color=ink.PAPER, ms=9, mec=ink.TEXT, mew=2, clip_on=False, gid="far")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="point")


def draw_bars(plot: "Matplotlib") -> None:
    plot.axis("off")
    plot.plot([ZERO, ZERO], [ROWS[0] - 11, ROWS[2] + 11], color=ink.MUTED, lw=1)
    for name, row in zip(PIECES, ROWS, strict=True):
        color = INKS[name]
        plot.text(ZERO - 52, row + 5, NAMES[name], color=color, ha="right", va="baseline")
        plot.fill([0, 1], [0, 1], facecolor=color, edgecolor=color, lw=1.5, ls=DASHES[name], gid=f"{name}-bar")
        plot.text(0, 0, "0", color=color, ha="left", va="baseline", gid=f"{name}-quotient")
    plot.plot([0], [0], marker="|", ls="", color=ink.SLOPE, mew=2, ms=ROWS[2] - ROWS[0] + 20, gid="goal")
    plot.text(0, 0, "0", color=ink.SLOPE, ha="center", va="baseline", weight="bold", gid="slope")


FIGURES = {
    "area": Figure(
        axes=AXES,
        draw=draw_area,
        title="A rectangle with the sides f and g. A nudge adds a strip to its right, a strip above, and a corner.",
        shows={"right": "right-area", "top": "top-area", "corner": "corner-area"},
        handles={"point": Handle(across="x", on="way"), "far": Handle(across="h", across_from="x")},
    ),
    "bars": Figure(
        axes=BARS,
        draw=draw_bars,
        title="Both strips and the corner, each divided by h, one after the other; a mark where they come to.",
        shows={"right-bar": "right-area", "top-bar": "top-area", "corner-bar": "corner-area"},
    ),
}
