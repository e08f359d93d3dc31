"""The check as it stands before any number is in it, and its picture: by which share two slopes differ for each h."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.handle import Handle
from widgets.kit.marks import curve, marker
from widgets.kit.patch import Patch, move
from widgets.kit.view import value
from widgets.kit.widget import Figure
from widgets.slope_check.neuron import BUG, FINE, Check, checked

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

STEPS = tuple(float(f"{10 ** (-k / 2):.2e}") for k in range(25))  # the slider's h: 1, 0.316, 0.1, …
# Both ways in powers of ten: h from 10⁻¹² to 1, shares from 10⁻¹³ to 100.
AXES = Axes(xlim=(-12, 0), ylim=(-13, 2), height=280, left=68, right=24, top=14, bottom=40)
VIEW = f"""
<div class="widget-columns">
  <div class="pinned">
    <figure data-figure="shares"/>
    <div class="widget-controls one-line"><div data-control="h"/></div>
  </div>
  <div class="readout">
    <div class="quiet-labels"><div data-control="code"/></div>
    <dl class="values runs">
      <div class="iy"><dt><i>L</i> at <i>w</i> + <i>h</i></dt><dd>{value("up", "iy")}</dd></div>
      <div class="iy"><dt><i>L</i> at <i>w</i> − <i>h</i></dt><dd>{value("down", "iy")}</dd></div>
      <div><dt>quotient</dt><dd>{value("quotient", "")}</dd></div>
      <div class="id"><dt>the code says</dt><dd>{value("says", "id")}</dd>
        <dd class="how"><span data-part="way"/></dd></div>
    </dl>
  </div>
</div>
<p class="sentence">They differ by a share of <b>{value("share", "")}</b>. <span data-part="remark"/></p>
<p data-summary="" hidden="hidden">h = <span data-part="h"/>. The quotient is <span data-part="quotient"/>, the code
  says <span data-part="says"/>. They differ by a share of <span data-part="share"/>. <span data-part="remark"/></p>
"""


def shares(code: str, check: Check) -> Patch:
    """The curve of all shares for a code, and the point of this h on it."""
    across = math.log10(check.h)
    return {
        "curve.d": _curve(code),
        **move("guide", AXES.x(across), AXES.middle),
        **marker("point", AXES, across, decades(check.share)),
    }


@lru_cache(maxsize=4)
def _curve(code: str) -> str:
    return curve(AXES, ((math.log10(h), decades(checked(code, h).share)) for h in reversed(STEPS)))


def decades(share: float) -> float:
    """The share's power of ten, not below the floor of the picture."""
    return max(AXES.ylim[0], math.log10(share)) if share else AXES.ylim[0]


def draw(plot: "Matplotlib") -> None:
    plot.set_xticks([-12, -9, -6, -3, 0], ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"])
    plot.set_yticks([-12, -7, -2], ["10⁻¹²", "10⁻⁷", "10⁻²"])
    plot.grid(False)
    low, high = math.log10(FINE), math.log10(BUG)
    plot.fill([-12, 0, 0, -12], [low, low, high, high], facecolor=ink.GRID, lw=0)
    for at in (low, high):
        plot.plot([-12, 0], [at, at], color=ink.MUTED, lw=1)
    plot.text(-3.5, high + 0.35, "a bug", color=ink.MUTED, ha="center", va="bottom")
    plot.text(-1.5, low - 0.5, "fine", color=ink.MUTED, ha="center", va="top")
    plot.text(-11.8, 1.9, "the two differ by", color=ink.MUTED, ha="left", va="top")
    plot.text(-0.2, -12.7, "h", color=ink.TEXT, style="italic", ha="right", va="bottom")
    plot.plot([0], [0], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-12, 0], [-7, -7], color=ink.TEXT, lw=2, gid="curve")
    plot.plot([0], [0], "o", color=ink.TEXT, ms=10, mec=ink.PAPER, mew=1.5, clip_on=False, gid="point")


FIGURES = {
    "shares": Figure(
        axes=AXES,
        draw=draw,
        title="The share by which the quotient and the code's slope differ, against h, both in powers of ten; a line "
        "at 10⁻⁷, below which all is fine, and one at 10⁻², above which there is a bug.",
        shows={"point": "share"},
        handles={"point": Handle(across="h", on="curve")},
    )
}
