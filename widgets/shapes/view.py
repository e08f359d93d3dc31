"""The shapes widget as it stands before any number is in it."""

import itertools
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.controls import Value
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.shapes.sheet import BAND, CELL, CENTRE, MOST, SHEET, corner

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<p class="shape-line">
  <span><m data-part="left"/><b><span data-part="left-rows"/> × <u data-part="left-columns"/></b></span><span>·</span>
  <span><m data-part="above"/><b><u data-part="above-rows"/> × <span data-part="above-columns"/></b></span>
  <span>=</span><span>{value("result", "id")}</span>
</p>
<div class="widget-columns">
  <div class="pinned">
    <figure data-figure="sheet" data-part="near"/>
    <div class="widget-controls one-line"><div data-control="k"/></div>
  </div>
  <div class="readout widget-controls one-line">
    <div data-control="n"/>
    <div data-control="m"/>
    <div data-control="p"/>
  </div>
</div>
<p class="sentence"><span data-part="verdict"/></p>
<details class="fold"><summary>The other order, one entry by number</summary>
  <div class="widget-controls one-line">
    <div data-control="order"/>
    <div data-control="i"/>
    <div data-control="j"/>
  </div>
</details>
<p data-summary="" hidden="hidden"><span data-part="left-rows"/> by <span data-part="left-columns"/> times
  <span data-part="above-rows"/> by <span data-part="above-columns"/>: <span data-part="result"/>.
  <span data-part="verdict"/></p>
<p hidden="hidden"><span data-part="terms"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axis("off")
    for name, color in (("left", ink.MUTED), ("above", ink.MUTED), ("product", ink.SLOPE)):
        plot.plot([0, 1], [0, 1], color=color, lw=1, gid=f"{name}-cells")
    for gid in ("row", "column", "entry"):
        plot.fill([0, 1], [0, 1], facecolor=ink.SLOPE, edgecolor=ink.SLOPE, lw=2, gid=gid)
    plot.fill([0, 1], [0, 1], facecolor=ink.SLOPE, edgecolor=ink.SLOPE, lw=3, gid="pair")
    for name, row, column in (("left", 0, -MOST), ("above", -MOST, 0), ("product", 0, 0)):
        for r, c in itertools.product(range(MOST), repeat=2):
            x, y = corner(row + r, column + c)
            write(plot, f"{name}{r}{c}", x + CELL / 2, y + CELL / 2)
    for k in range(MOST):
        before, after = (CENTRE + at * CELL + side + CELL / 2 for at, side in ((k - MOST, -BAND), (k, BAND)))
        write(plot, f"left-arm{k}", before, CENTRE)
        write(plot, f"upper-arm{k}", CENTRE, before)
        write(plot, f"right-arm{k}", after, CENTRE)
        write(plot, f"lower-arm{k}", CENTRE, after)


def write(plot: "Matplotlib", gid: str, x: float, y: float) -> None:
    plot.text(x, y, "0", ha="center", va="center_baseline", gid=gid)


PICKS: dict[str, dict[str, Value]] = {}
for r, c in itertools.product(range(MOST), repeat=2):
    PICKS |= {f"product{r}{c}": {"i": r + 1, "j": c + 1}, f"left{r}{c}": {"i": r + 1}, f"above{r}{c}": {"j": c + 1}}

FIGURES = {
    "sheet": Figure(axes=SHEET, draw=draw, title="Both tables and their product, cell by cell.", picks=PICKS),
}
