"""The tangent widget as it stands before any number is in it."""

import math
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.tangent.errors import ERRORS
from widgets.tangent.quotients import DECADES
from widgets.tangent.secants import AXES, LENS
from widgets.tangent.words import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

COLUMNS = ("right", "central")  # of the table
ROWS = "".join(
    f'<tr data-set="h={h:g}"><th scope="row"><button type="button">{written(h)}</button></th>'
    + "".join(f'<td data-part="{column}{k}"/>' for column in COLUMNS)
    + "</tr>"
    for k, h in enumerate(DECADES)
)

VIEW = f"""
<div class="widget-controls">
  <div data-control="function"/>
  <div class="formulas">
    <p class="formula"><m data-part="formula"/></p>
    <p class="formula"><m data-part="rule"/></p>
  </div>
  <div data-control="x"/>
  <div data-control="h"/>
</div>
<div class="widget-columns">
  <figure data-figure="curve">
    <figcaption><span class="key key-dashed">secants, to either side</span>
      <span class="key key-solid id">tangent</span></figcaption>
  </figure>
  <div class="readout">
    <figure class="lens" data-figure="glass"><figcaption>Magnified until <i>h</i> fills the glass</figcaption></figure>
    <dl class="values quotients">
      <div><dt>from the right</dt><dd>{value("right", "")}</dd>
        <dd class="how"><span class="iy" data-part="rise"/> ÷ <span class="ix" data-part="h"/>,
          off by <span data-part="right-error"/></dd></div>
      <div class="left"><dt>from the left</dt><dd>{value("left", "")}</dd></div>
      <div class="iu"><dt>central</dt><dd>{value("central", "iu")}</dd>
        <dd class="how">off by <span data-part="central-error"/></dd></div>
      <div class="id"><dt>tangent, exact</dt><dd>{value("slope", "id")}</dd></div>
    </dl>
  </div>
</div>
<div class="widget-columns">
  <figure data-figure="errors">
    <figcaption>How far off each quotient is, for every <i>h</i><br/>
      <span class="key key-solid">from the right</span> <span class="key key-dashed iu">central</span></figcaption>
  </figure>
  <div class="table">
    <div class="band" data-part="band"/>
    <table class="quotient-table">
      <thead><tr><th scope="col"><i>h</i></th><th scope="col">from the right</th
        ><th scope="col">central</th></tr></thead>
      <tbody>{ROWS}</tbody>
    </table>
  </div>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> with <b class="ix">h = {value("h", "ix")}</b>, the
  secant to the right has slope {value("right-brief", "")} and the one to the left {value("left-brief", "")}; the slope
  of the tangent is {value("slope-brief", "id")}. <span data-part="remark"/></p>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, h = <span data-part="h"/>, quotient from the right
  <span data-part="right-brief"/>, from the left <span data-part="left-brief"/>, exact slope
  <span data-part="slope-brief"/>. <span data-part="remark"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([3], [9], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-4, 5], [16, 25], color=ink.Y, lw=2.5, gid="curve")
    draw_lines(plot, "", 3, 9)
    plot.plot([3, 4], [9, 9], color=ink.X, lw=2.5, gid="run-leg")
    plot.plot([4, 4], [9, 16], color=ink.Y, lw=2.5, gid="rise-leg")
    plot.plot([3.5], [8], marker="$h$", ls="", color=ink.X, mew=0.4, ms=11, clip_on=False, gid="run-label")
    plot.plot([4.4], [12], marker="$rise$", ls="", color=ink.Y, mew=0.4, ms=26, clip_on=False, gid="rise-label")
    plot.plot([2], [4], "o", color=ink.PAPER, mec=ink.MUTED, mew=1.75, ms=7, gid="left-point")
    plot.plot([4], [16], "o", color=ink.PAPER, mec=ink.TEXT, mew=2, ms=9, gid="right-point")
    plot.plot([3], [9], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, gid="point")


def draw_lines(plot: "Matplotlib", prefix: str, x: float, y: float) -> None:
    """Both secants and the tangent: markers long enough to cross the picture at any angle."""
    looks = [(f"{prefix}left", ink.MUTED, 1.25), (f"{prefix}right", ink.TEXT, 1.75)]
    for gid, colour, width in looks:
        name = gid if prefix else f"{gid}-secant"
        plot.plot([x], [y], marker="_", ls="", color=colour, mew=width, ms=1400, gid=name)
    plot.plot([x], [y], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=1400, gid=f"{prefix}tangent")


def draw_lens(plot: "Matplotlib") -> None:
    plot.set_xticks([-1, 0, 1], ["x − h", "x", "x + h"])
    plot.set_yticks([])
    plot.plot([-1.5, 1.5], [-1, 1], color=ink.Y, lw=2.5, gid="lens")
    draw_lines(plot, "lens-", 0, 0)
    plot.plot([-1], [-1], "o", color=ink.PAPER, mec=ink.MUTED, mew=1.75, ms=6, gid="lens-left-point")
    plot.plot([1], [1], "o", color=ink.PAPER, mec=ink.TEXT, mew=2, ms=7, gid="lens-right-point")
    plot.plot([0], [0], "o", color=ink.Y, ms=8, mec=ink.PAPER, mew=1.5)


def draw_errors(plot: "Matplotlib") -> None:
    plot.set_xticks([-16, -12, -8, -4, 0], ["10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    plot.set_yticks([-12, -8, -4, 0], ["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    for root, name in ((-52 / 2, "√ε"), (-52 / 3, "∛ε")):
        at = root * math.log10(2)
        plot.plot([at, at], [-16, 0.7], color=ink.MUTED, lw=1, ls=(0, (2, 3)))
        plot.text(at, 1, name, color=ink.MUTED, ha="center")
    plot.text(-12, -7, "no slope to compare with", color=ink.MUTED, ha="center", gid="no-errors")
    plot.plot([0], [0], marker="|", ls="", color=ink.X, mew=1.25, ms=ERRORS.tall, gid="error-guide")
    plot.plot([-16, 0], [0, 0], color=ink.U, lw=2, ls=(0, (5, 3)), gid="central-errors")
    plot.plot([-16, 0], [0, 0], color=ink.TEXT, lw=2, gid="right-errors")
    plot.plot([0], [0], "D", color=ink.U, ms=8, mec=ink.PAPER, mew=1.5, clip_on=False, gid="central-error-point")
    plot.plot([0], [0], "o", color=ink.TEXT, ms=10, mec=ink.PAPER, mew=1.5, clip_on=False, gid="right-error-point")


FIGURES = {
    "curve": Figure(
        axes=AXES,
        draw=draw,
        title="The curve with a point at x, a second one h away on either side, both secants and the tangent.",
        rescales=True,
        shows={
            "right-secant": "right",
            "left-secant": "left",
            "tangent": "slope",
            "run-leg": "h",
            "rise-leg": "rise",
        },
        handles={
            "point": Handle(across="x", on="curve"),
            "right-point": Handle(across="h", across_from="x"),
            "left-point": Handle(across="h", across_from="x", back=True),
        },
    ),
    "glass": Figure(axes=LENS, draw=draw_lens, title="The curve around x, magnified until h fills the picture."),
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
}
