"""The routes widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.routes.picture import AXES, BETWEEN, END, LEVELS, MIDDLE, NAMES, RULER

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="pinned">
  <figure data-figure="streams"/>
  <div class="widget-controls one-line"><div data-control="way"/></div>
</div>
<div class="widget-controls"><div data-control="x"/></div>
<p class="routes-values"><b class="iu">u₁ = {value("u1", "iu")}</b>
  <b class="iu">u₂ = {value("u2", "iu")}</b> <b class="iy">y = {value("y", "iy")}</b></p>
<p class="sentence">Along the first route <span class="id" data-part="first-route"/> = {value("first-product", "id")},
  along the second <span class="id" data-part="second-route"/> = {value("second-product", "id")}. Where they
  meet, they add up to <b>{value("slope", "id")}</b>.</p>
<details class="fold"><summary>Other functions</summary>
  <div class="widget-controls">
    <div data-control="example"/>
  </div>
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>. The first route: <span data-part="first-route"/> =
  <span data-part="first-product"/>. The second: <span data-part="second-route"/> = <span data-part="second-product"/>.
  Together the slope is <span data-part="slope"/>.</p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axis("off")
    left = AXES.xlim[0]  # the sheet's edge: words are moved from there

    def at(x: float) -> float:
        return left + x * (AXES.xlim[1] - left) / AXES.width

    plot.plot([at(RULER[0]), at(RULER[1])], [MIDDLE, MIDDLE], color=ink.X, lw=1.75, ls=(0, (1, 3)))
    for x in RULER:
        plot.plot([at(x), at(x)], [MIDDLE - 5, MIDDLE + 5], color=ink.X, lw=1.5)
        plot.text(at(x), MIDDLE + 24, "0" if x == RULER[0] else "2", color=ink.X, ha="center", va="baseline")
    for name in NAMES:
        for part, color in (("in", ink.U), ("out", ink.Y)):
            plot.fill([0, 1], [0, 1], facecolor=color, edgecolor=color, lw=1.25, gid=f"{name}-{part}")
    plot.fill([0, 1], [0, 1], facecolor=ink.PAPER, lw=0, gid="curtain")
    plot.plot([0, 1], [0, 1], color=ink.Y, lw=5, solid_capstyle="butt", gid="meet")
    for level, name, nudge in zip(LEVELS, ("u₁", "u₂"), (-22, 34), strict=True):
        plot.plot([at(BETWEEN)], [level], "o", color=ink.U, ms=9, mec=ink.PAPER, mew=1.5)
        plot.text(at(BETWEEN), level + nudge, name, color=ink.U, weight="bold", ha="center", va="baseline")
    plot.text(at(RULER[0] - 14), MIDDLE + 5, "x", color=ink.X, style="italic", weight="bold", ha="right", va="baseline")
    plot.text(at(END + 12), 30, "y", color=ink.Y, style="italic", weight="bold", ha="left", va="baseline")
    for i, name in enumerate(NAMES):
        plot.text(left, 0, "0", color=ink.SLOPE, ha="right", va="baseline", weight="bold", gid=f"{name}-inner")
        plot.text(
            at((BETWEEN + END) / 2),
            LEVELS[i] + (-12 if i == 0 else 28),
            "0",
            color=ink.SLOPE,
            ha="center",
            va="baseline",
            weight="bold",
            gid=f"{name}-outer",
        )
        plot.text(left, 0, "0", color=ink.SLOPE, ha="left", va="baseline", weight="bold", gid=f"{name}-end")
    plot.text(at(END + 12), 212, "0", color=ink.SLOPE, ha="left", va="baseline", weight="bold", gid="sum")
    plot.plot([0], [0], "o", color=ink.X, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="node")


FIGURES = {
    "streams": Figure(
        axes=AXES,
        draw=draw,
        title="From x two streams run to u₁ and to u₂, and from there to y, where they lie side by side. Each is as "
        "wide as a nudge of x has become there.",
        shows={"first-out": "first-product", "second-out": "second-product", "meet": "slope", "node": "x"},
        handles={"node": Handle(across="x")},
    )
}
