"""The chain rule: x goes through u = g(x) and y = f(u), and the two local derivatives multiply."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import calc
from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move
from widgets.kit.view import value
from widgets.kit.widget import Figure, Widget

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

# Keys are what authors write and calc parses; values are what the reader's list shows.
INNER = {"2x + 1": "2x + 1", "x^2": "x²", "sin(x)": "sin x", "e^-x": "e⁻ˣ"}
OUTER = {"u^2": "u²", "sin(u)": "sin u", "tanh(u)": "tanh u", "sigmoid(u)": "σ(u)", "relu(u)": "ReLU(u)"}

H = 1e-5  # near the cube root of the machine epsilon, where a central difference is most accurate
AXES = Axes(xlim=(-3, 3), ylim=(0, 50))


@dataclass(frozen=True)
class Composition:
    """Everything that depends on the two functions alone, worked out once."""

    inner: calc.Expression
    outer: calc.Expression
    y: calc.Expression
    axes: Axes
    patch: Patch

    def value(self, x: float) -> float:
        """y straight from x: the check knows nothing of the chain."""
        return self.y.evaluate({"x": x})


@lru_cache(maxsize=32)
def compose(inner: str, outer: str) -> Composition:
    """The formulas, the curve and the axes that fit it, for y = f(u) after u = g(x)."""
    g, f = calc.parse(inner), calc.parse(outer)
    y = f.substitute({"u": g})
    values = [y.evaluate({"x": x}) for x in AXES.samples()]
    axes = AXES.fitted(values)
    slope = calc.differentiate(y, "x").result
    patch = {
        "inner.latex": rf"\iu{{u}} = {g.latex()}",
        "outer.latex": rf"\iy{{y}} = {f.latex()}",
        "composed.latex": rf"\iy{{y}} = {y.latex()}",
        "composed-derivative.latex": rf"\frac{{\iy{{dy}}}}{{\ix{{dx}}}} = {slope.latex()}",
        "curve.d": axes.path(zip(AXES.samples(), values, strict=True)),
        "baseline.d": f"M{axes.left} {axes.y(0):.1f}H{axes.width - axes.right}",
        **axes.y_labels(),
    }
    return Composition(g, f, y, axes, patch)


def update(state: State) -> Patch:
    """The patch for a state: each value, each local derivative, their product, and the tangent."""
    x, both = float(state["x"]), compose(str(state["inner"]), str(state["outer"]))
    chain = calc.chain((both.inner, both.outer), x)
    first, second = chain.links
    slope, axes = chain.derivative, both.axes
    quotient = calc.central_difference(both.value, x, H)
    kink = abs(quotient - slope) > 1e-4 * max(1.0, abs(slope))
    return {
        **both.patch,
        "x.text": decimal(x),
        "u.text": decimal(first.output),
        "y.text": decimal(second.output),
        "dudx.text": decimal(first.local_derivative),
        "dydu.text": decimal(second.local_derivative),
        "dydx.text": decimal(slope),
        "quotient.text": decimal(quotient, 4),
        "verdict.text": "a kink: there is no single slope here" if kink else "the product is right",
        "direction.text": "level" if abs(slope) < 5e-13 else "rising" if slope > 0 else "falling",
        **move("guide", axes.x(x), axes.middle),
        **move("tangent", axes.x(x), axes.y(second.output), axes.angle(slope)),
        **move("point", axes.x(x), axes.y(second.output)),
    }


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([1], [9], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-3, 3], [25, 49], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([1], [9], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=130, gid="tangent")
    plot.plot([1], [9], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="point")


VIEW = f"""
<div class="widget-controls">
  <div data-control="inner"/>
  <div data-control="outer"/>
  <div data-control="x"/>
</div>
<div class="pipeline">
  <div class="stage ix"><m>\\ix{{x}}</m>{value("x", "ix")}</div>
  <div class="link"><m>\\frac{{\\iu{{du}}}}{{\\ix{{dx}}}}</m>{value("dudx", "id")}</div>
  <div class="stage iu"><m data-part="inner"/>{value("u", "iu")}</div>
  <div class="link"><m>\\frac{{\\iy{{dy}}}}{{\\iu{{du}}}}</m>{value("dydu", "id")}<small>at u, not at x</small></div>
  <div class="stage iy"><m data-part="outer"/>{value("y", "iy")}</div>
</div>
<div class="widget-columns">
  <figure data-figure="composed" data-drag="x"><figcaption><m data-part="composed"/></figcaption></figure>
  <div class="readout">
    <p class="readout-title">The local derivatives multiply</p>
    <div class="product">
      <m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m><span>=</span><m>\\frac{{\\iy{{dy}}}}{{\\iu{{du}}}}</m><span>·</span
      ><m>\\frac{{\\iu{{du}}}}{{\\ix{{dx}}}}</m>
      <strong>{value("dydx", "id")}</strong><span>=</span>{value("dydu", "id")}<span>·</span>{value("dudx", "id")}
    </div>
    <p class="formula"><m data-part="composed-derivative"/></p>
    <p class="check">Check, with no rule at all: <m>\\frac{{y(x+h)-y(x-h)}}{{2h}}</m> for <m>h=10^{{-5}}</m> gives
      {value("quotient", "id")}: <span data-part="verdict"/>.</p>
  </div>
</div>
<p class="sentence">At <b class="ix">x = {value("x", "ix")}</b> the inner function gives
  <b class="iu">u = {value("u", "iu")}</b>. There, <i class="iy">y</i> moves {value("dydu", "id")} times as fast
  as <i class="iu">u</i>, and <i class="iu">u</i> moves {value("dudx", "id")} times as fast as <i class="ix">x</i>;
  so <i class="iy">y</i> moves {value("dydx", "id")} times as fast as <i class="ix">x</i>: the curve is
  <span data-part="direction"/> here.</p>
<p data-summary="" hidden="hidden">x = <span data-part="x"/>, u = <span data-part="u"/>, y = <span data-part="y"/>,
  dy/dx = <span data-part="dydx"/></p>
"""

WIDGET = Widget(
    name="chain-rule",
    title="The chain rule, one slider at a time",
    controls=(
        Select(name="inner", label="inner function <i>u</i> = <i>g</i>(<i>x</i>)", options=INNER, value="2x + 1"),
        Select(name="outer", label="outer function <i>y</i> = <i>f</i>(<i>u</i>)", options=OUTER, value="u^2"),
        Slider(name="x", label="<i>x</i>", start=-3, stop=3, step=0.1, value=1.0),
    ),
    update=update,
    view=VIEW,
    figures={
        "composed": Figure(
            axes=AXES,
            draw=draw,
            title="The composed curve y = f(g(x)) with its tangent at x. The numbers stand beside it.",
            rescales=True,
        )
    },
)
