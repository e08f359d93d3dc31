"""The rounding widget as it stands before any number is in it."""

import math
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.glass import GLASS, draw_glass
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.rounding.errors import ERRORS
from widgets.rounding.words import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

DECADES = tuple(float(f"1e-{k}") for k in range(17))  # the table's h: 1, 0.1, …, 1e-16
COLUMNS = ("right", "central")  # of the table
ROWS = "".join(
    f'<tr data-set="h={h:g}"><th scope="row"><button type="button">{written(h)}</button></th>'
    + "".join(f'<td data-part="{column}{k}"/>' for column in COLUMNS)
    + "</tr>"
    for k, h in enumerate(DECADES)
)

VIEW = f"""
<div class="widget-columns">
  <div class="pinned">
    <figure data-figure="errors">
      <figcaption><span class="key key-solid">from the right</span>
        <span class="key key-dashed">central</span></figcaption>
    </figure>
    <div class="widget-controls"><div data-control="h"/></div>
  </div>
  <div class="readout">
    <figure class="lens" data-figure="glass"><figcaption>Magnified until <i>h</i> fills the glass</figcaption></figure>
    <dl class="values quotients">
      <div><dt>from the right</dt><dd>{value("right", "")}</dd>
        <dd class="how">off by <span data-part="right-error"/></dd></div>
      <div class="central"><dt>central</dt><dd>{value("central", "")}</dd>
        <dd class="how">off by <span data-part="central-error"/></dd></div>
    </dl>
  </div>
</div>
<p class="sentence"><span data-part="remark"/></p>
<details class="fold"><summary>Every power of ten, and another curve</summary>
  <div class="widget-controls">
    <div data-control="function"/>
    <div data-control="x"/>
  </div>
  <p class="note">The exact slope here is {value("slope", "id")}.</p>
  <div class="table">
    <div class="band" data-part="band"/>
    <table class="quotient-table">
      <thead><tr><th scope="col"><i>h</i></th><th scope="col">from the right</th
        ><th scope="col">central</th></tr></thead>
      <tbody>{ROWS}</tbody>
    </table>
  </div>
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, h = <span data-part="h"/>, quotient from the right
  <span data-part="right-brief"/>, off by <span data-part="right-error"/>, central <span data-part="central-brief"/>,
  off by <span data-part="central-error"/>. <span data-part="remark"/></p>
"""


def draw_errors(plot: "Matplotlib") -> None:
    plot.set_xticks([-16, -12, -8, -4, 0], ["10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    plot.set_yticks([-12, -8, -4, 0], ["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    for root, name in ((-52 / 2, "√ε"), (-52 / 3, "∛ε")):
        at = root * math.log10(2)
        plot.plot([at, at], [-16, 0.7], color=ink.MUTED, lw=1, ls=(0, (2, 3)))
        plot.text(at, 1, name, color=ink.MUTED, ha="center")
    plot.text(-15.7, 1.9, "off by", color=ink.MUTED, ha="left", va="top")
    plot.text(-2.4, -15.6, "h", color=ink.TEXT, style="italic", ha="right", va="bottom")
    plot.text(-12, -7, "no slope to compare with", color=ink.MUTED, ha="center", gid="no-errors")
    plot.plot([0], [0], marker="|", ls="", color=ink.X, mew=1.25, ms=ERRORS.tall, gid="error-guide")
    plot.plot([-16, 0], [0, 0], color=ink.MUTED, lw=2, ls=(0, (5, 3)), gid="central-errors")
    plot.plot([-16, 0], [0, 0], color=ink.TEXT, lw=2, gid="right-errors")
    plot.plot([0], [0], "D", color=ink.MUTED, ms=8, mec=ink.PAPER, mew=1.5, clip_on=False, gid="central-error-point")
    plot.plot([0], [0], "o", color=ink.TEXT, ms=10, mec=ink.PAPER, mew=1.5, clip_on=False, gid="right-error-point")


FIGURES = {
    "errors": Figure(
        axes=ERRORS,
        draw=draw_errors,
        title="The error of the one-sided and of the central quotient against h, both in powers of ten.",
        shows={"right-error-point": "right-error", "central-error-point": "central-error"},
        handles={
            "right-error-point": Handle(across="h", on="right-errors"),
            "central-error-point": Handle(across="h", on="central-errors"),
        },
    ),
    "glass": Figure(axes=GLASS, draw=draw_glass, title="The curve around x, magnified until h fills the picture."),
}
