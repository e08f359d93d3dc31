"""The stretch widget as it stands before any number is in it."""

import math
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.stretch.picture import AXES, LEVELS, NAMES, TICK

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

INKS = {"x": ink.X, "u": ink.U, "y": ink.Y}

VIEW = f"""
<div class="pinned">
  <figure data-figure="rulers"/>
  <div class="widget-controls one-line"><div data-control="way"/></div>
</div>
<div class="widget-controls">
  <div data-control="h"/>
  <div data-control="x"/>
</div>
<p class="stretches"><span class="ix">Δ<i>x</i> = {value("dx", "ix")}</span>
  <span class="id factor">×{value("first", "id")}</span>
  <span class="iu">Δ<i>u</i> = {value("du", "iu")}</span>
  <span class="id factor">×{value("second", "id")}</span>
  <span class="iy">Δ<i>y</i> = {value("dy", "iy")}</span></p>
<p class="sentence">First {value("first", "id")} times as long, then <em>that</em> {value("second", "id")} times:
  {value("whole", "id")} times in all. The slopes: <span class="id slopes" data-part="slopes"/>.</p>
<p data-summary="" hidden="hidden">x = <span data-part="x-from"/>, u = <span data-part="u-from"/>, y =
  <span data-part="y-from"/>. A nudge of <span data-part="dx"/> becomes <span data-part="du"/>, then
  <span data-part="dy"/>: times <span data-part="first"/>, times <span data-part="second"/>, together times
  <span data-part="whole"/>. The slopes: <span data-part="slopes"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axis("off")
    low, high = AXES.xlim
    left = low - (AXES.x(low) / (AXES.x(1) - AXES.x(0)))  # the sheet's edge: words are moved from there
    for name, color in (("first", ink.U), ("second", ink.Y)):
        plot.fill([0, 1], [0, 1], facecolor=color, lw=0, gid=f"{name}-beam")
        plot.plot([0, 1], [0, 1], color=color, lw=1.5, gid=f"{name}-edge")
    for name, level in zip(NAMES, LEVELS, strict=True):
        color = INKS[name]
        for at in (level - 1.6, level + 1.6) if name == "u" else (level,):
            dotted = (0, (1, 3)) if name == "x" else "-"
            plot.plot([low, high], [at, at], color=color, lw=1.75 if name == "x" else 1.25, ls=dotted)
        if name == "x":
            marks = [(k * TICK, level + long) for k in range(-2, 16) for long in (0, 9 if k % 4 == 0 else 5, math.nan)]
            plot.plot(*zip(*marks, strict=True), color=ink.MUTED, lw=1)
        else:
            plot.plot([0, 1], [0, 1], color=ink.MUTED, lw=1, gid=f"{name}-ticks")
        plot.text(left, level - 13, name, color=color, style="italic", weight="bold", va="center", ha="left")
        plot.plot([0, 1], [0, 1], color=color, lw=8, solid_capstyle="butt", gid=f"{name}-bar")
        plot.text(left, 0, "0", color=color, ha="right", va="center", gid=f"{name}-from")
        plot.text(left, 0, "0", color=color, ha="left", va="center", gid=f"{name}-to")
    plot.plot([0, 1], [0, 1], color=ink.TEXT, lw=8, solid_capstyle="butt", gid="traveller")
    for name in reversed(NAMES):
        plot.plot([0], [0], "o", color=INKS[name], ms=9, mec=ink.PAPER, mew=1.5, gid=f"{name}-end")
    plot.plot([0], [0], "o", color=ink.PAPER, ms=9, mec=ink.X, mew=2, gid="start")
    for name in ("first", "second"):
        plot.text(left, 0, "0", color=ink.SLOPE, ha="left", va="center", weight="bold", gid=f"{name}-times")


FIGURES = {
    "rulers": Figure(
        axes=AXES,
        draw=draw,
        title="Three rulers with one scale, for x, u and y. The nudge lies on each, longer from one to the next.",
        shows={"first-times": "first", "second-times": "second", "x-bar": "dx", "u-bar": "du", "y-bar": "dy"},
        handles={"start": Handle(across="x"), "x-end": Handle(across="h", across_from="x")},
    )
}
