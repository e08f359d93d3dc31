"""The chain-rule widget as it stands before any number is in it."""

from typing import TYPE_CHECKING

from widgets.chain_rule.composition import AXES
from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.view import landmark_keys, value
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

VIEW = f"""
<div class="pinned">
  <div class="pipeline">
    <div class="stage ix"><m>\\ix{{x}}</m>{value("x", "ix")}<small>Δx = {value("dx", "ix")}</small></div>
    <div class="link"><m>\\frac{{\\iu{{du}}}}{{\\ix{{dx}}}}</m>{value("dudx", "id")}</div>
    <div class="stage iu"><m data-part="inner"/>{value("u", "iu")}<small>Δu = {value("du", "iu")}</small></div>
    <div class="link"><m>\\frac{{\\iy{{dy}}}}{{\\iu{{du}}}}</m>{value("dydu", "id")}</div>
    <div class="stage iy"><m data-part="outer"/>{value("y", "iy")}<small>Δy = {value("dy", "iy")}</small></div>
  </div>
  <figure data-figure="composed"/>
  <div class="widget-controls one-line"><div data-control="x"/></div>
</div>
<div class="composed">
  <p class="formula"><m data-part="composed"/> = {value("whole", "iy")}</p>
  <p class="product"><m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m><span>=</span><span
    class="factors" data-part="factors">{value("dydu", "id")}<span>·</span
    >{value("dudx", "id")}<span>=</span></span><strong>{value("dydx", "id")}</strong></p>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> the inner function gives
  <b class="iu">u = {value("u", "iu")}</b>. <span data-part="trouble"/><span data-part="story">It
  multiplies a nudge by {value("dudx", "id")}, then the outer one by {value("dydu", "id")}: together by
  {value("dydx", "id")}, and the curve <span data-part="direction"/>.</span></p>
<details class="fold"><summary>More: other functions, a nudge, a check</summary>
  <div data-presets=""/>
  <div class="widget-controls">
    <div data-control="inner"/>
    <div data-control="outer"/>
    <div data-control="dx"/>
  </div>
  <p class="formula"><m data-part="composed-derivative"/></p>
  <p>For this nudge, <m>\\frac{{\\iy{{Δy}}}}{{\\ix{{Δx}}}}</m> = {value("ratio", "id")}<span
    data-part="apart"/><span data-part="closer">: the smaller the nudge, the closer
    to <m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m>.</span></p>
  <p class="check">Check, with no rule at all: <m>\\frac{{y(x+h)-y(x-h)}}{{2h}}</m> for <m>h=10^{{-5}}</m> gives
    {value("quotient", "id")}: <span data-part="verdict"/>.</p>
  {landmark_keys()}
</details>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, u = <span data-part="u"/>, y = <span data-part="y"/>,
  dy/dx = <span data-part="dydx"/>. <span data-part="here"/></p>
"""


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([1], [9], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-3, 3], [25, 49], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([1], [9], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=130, gid="tangent")
    plot.plot([1.1], [10.24], "o", color=ink.PAPER, ms=7, mec=ink.Y, mew=1.75, clip_on=False, gid="nudged")
    plot.plot([1], [9], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="point")


FIGURES = {
    "composed": Figure(
        axes=AXES,
        draw=draw,
        title="The composed curve y = f(g(x)) with its tangent at x. The numbers stand beside it.",
        rescales=True,
        shows={"guide": "x", "point": "y", "tangent": "dydx", "nudged": "dy"},
        handles={"point": Handle(across="x", on="curve"), "nudged": Handle(across="dx", across_from="x")},
    )
}
