"""The chain rule: x goes through u = g(x) and y = f(u), and the two local derivatives multiply."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import calc
from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.controls import Select, Slider, State
from widgets.kit.defined import defined
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move, show
from widgets.kit.view import value
from widgets.kit.widget import Figure, Preset, Widget

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
        """y straight from x: the check knows nothing of the chain. NaN where there is no value."""
        return value_at(self.y, x)

    def links(self, x: float) -> tuple[float, float, float, float]:
        """u, y, du/dx at x and dy/du at u; all NaN where the chain breaks."""
        try:
            first, second = calc.chain((self.inner, self.outer), x).links
        except calc.DomainError:
            return (math.nan,) * 4
        return first.output, second.output, first.local_derivative, second.local_derivative


def value_at(expression: calc.Expression, x: float) -> float:
    return defined(lambda: expression.evaluate({"x": x}))


@lru_cache(maxsize=32)
def compose(inner: str, outer: str) -> Composition:
    """The formulas, the curve and the axes that fit it, for y = f(u) after u = g(x)."""
    g, f = calc.parse(inner), calc.parse(outer)
    y = f.substitute({"u": g})
    points = [(x, value_at(y, x)) for x in AXES.samples()]
    axes = AXES.fitted(value for _, value in points)
    slope = calc.differentiate(y, "x").result
    patch = {
        "inner.latex": rf"\iu{{u}} = {g.latex()}",
        "outer.latex": rf"\iy{{y}} = {f.latex()}",
        "composed.latex": rf"\iy{{y}} = {y.latex()}",
        "composed-derivative.latex": rf"\frac{{\iy{{dy}}}}{{\ix{{dx}}}} = {slope.latex()}",
        "curve.d": axes.path(points),
        "baseline.d": f"M{axes.left} {axes.y(0):.1f}H{axes.width - axes.right}",
        **axes.y_labels(),
    }
    return Composition(g, f, y, axes, patch)


def update(state: State) -> Patch:
    """The patch for a state: each value, each local derivative, their product, the tangent, and a nudge of x."""
    x, dx = float(state["x"]), float(state["dx"])
    both = compose(str(state["inner"]), str(state["outer"]))
    u, y, dudx, dydu = both.links(x)
    slope = dydu * dudx
    quotient = defined(lambda: calc.central_difference(both.value, x, H))
    kink = abs(quotient - slope) > 1e-4 * max(1.0, abs(slope))
    return {
        **both.patch,
        "x.text": decimal(x),
        "u.text": decimal(u),
        "y.text": decimal(y),
        "dudx.text": decimal(dudx),
        "dydu.text": decimal(dydu),
        "dydx.text": decimal(slope),
        "quotient.text": decimal(quotient),
        "verdict.text": verdict(slope, kink),
        "direction.text": direction(slope),
        **nudge(both, x, dx),
        **marks(both.axes, x, y, slope),
    }


def verdict(slope: float, kink: bool) -> str:
    if math.isnan(slope):
        return "there is no value here"
    return "a kink: there is no single slope here" if kink else "the product is right"


def direction(slope: float) -> str:
    if math.isnan(slope):
        return "not there"
    return "level" if abs(slope) < 5e-13 else "rising" if slope > 0 else "falling"


def nudge(both: Composition, x: float, dx: float) -> Patch:
    """How Δx travels: the changes of u and y, the ratio Δy/Δx, and where the nudge ends."""
    axes, y = both.axes, both.value(x)
    du = value_at(both.inner, x + dx) - value_at(both.inner, x)
    dy = both.value(x + dx) - y
    end = (x + dx, y + dy)
    places = 4 if dx < 0.1 else 2
    visible = math.isfinite(dy) and axes.contains(*end)
    return {
        "dx.text": signed(dx, places),
        "du.text": signed(du, places),
        "dy.text": signed(dy, places),
        "ratio.text": decimal(dy / dx),
        **move("nudged", axes.x(end[0]), axes.y(end[1]) if visible else 0),
        **show("nudged", visible),
    }


def signed(change: float, places: int) -> str:
    """A change, with its sign: +0.02."""
    text = decimal(change, places)
    return f"+{text}" if change > 0 else text


def marks(axes: Axes, x: float, y: float, slope: float) -> Patch:
    there = math.isfinite(y) and math.isfinite(slope)
    return {
        **move("guide", axes.x(x), axes.middle),
        **move("tangent", axes.x(x), axes.y(y) if there else 0, axes.angle(slope) if there else 0),
        **show("tangent", there),
        **move("point", axes.x(x), axes.y(y) if there else 0),
        **show("point", there),
    }


def draw(plot: "Matplotlib") -> None:
    plot.axhline(0, color=ink.MUTED, lw=1, gid="baseline")
    plot.plot([1], [9], marker="|", ls="", color=ink.X, mew=1.25, ms=AXES.tall, gid="guide")
    plot.plot([-3, 3], [25, 49], color=ink.Y, lw=2.5, gid="curve")
    plot.plot([1], [9], marker="_", ls="", color=ink.SLOPE, mew=2.25, ms=130, gid="tangent")
    plot.plot([1.1], [10.24], "o", color=ink.PAPER, ms=7, mec=ink.Y, mew=1.75, clip_on=False, gid="nudged")
    plot.plot([1], [9], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="point")


VIEW = f"""
<div class="widget-controls">
  <div data-control="inner"/>
  <div data-control="outer"/>
  <div data-control="x"/>
  <div data-control="dx"/>
</div>
<div class="pipeline">
  <div class="stage ix"><m>\\ix{{x}}</m>{value("x", "ix")}<small>Δx = {value("dx", "ix")}</small></div>
  <div class="link"><m>\\frac{{\\iu{{du}}}}{{\\ix{{dx}}}}</m>{value("dudx", "id")}</div>
  <div class="stage iu"><m data-part="inner"/>{value("u", "iu")}<small>Δu = {value("du", "iu")}</small></div>
  <div class="link"><m>\\frac{{\\iy{{dy}}}}{{\\iu{{du}}}}</m>{value("dydu", "id")}<small>at u, not at x</small></div>
  <div class="stage iy"><m data-part="outer"/>{value("y", "iy")}<small>Δy = {value("dy", "iy")}</small></div>
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
    <p>For the nudge above, <m>\\frac{{\\iy{{Δy}}}}{{\\ix{{Δx}}}}</m> = {value("ratio", "id")}: the smaller
      the nudge, the closer to <m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m>.</p>
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
        Select(
            name="inner",
            label="inner function <i>u</i> = <i>g</i>(<i>x</i>)",
            options=INNER,
            value="2x + 1",
            typed=("x",),
        ),
        Select(
            name="outer", label="outer function <i>y</i> = <i>f</i>(<i>u</i>)", options=OUTER, value="u^2", typed=("u",)
        ),
        Slider(name="x", label="<i>x</i>", start=-3, stop=3, step=0.25, value=1.0),
        Slider(name="dx", label="nudge Δ<i>x</i>", start=0.001, stop=1, step=0.25, value=0.1, log=True),
    ),
    sweeps=(("x",), ("dx",)),
    presets=(
        Preset("the example", {"x": 1.0}),
        Preset("flat", {"x": -0.5}),
        Preset("falling", {"x": -2.0}),
        Preset("a kink", {"outer": "relu(u)", "x": -0.5}),
        Preset("vanishing", {"outer": "tanh(u)", "x": 1.0}),
    ),
    update=update,
    view=VIEW,
    figures={
        "composed": Figure(
            axes=AXES,
            draw=draw,
            title="The composed curve y = f(g(x)) with its tangent at x. The numbers stand beside it.",
            rescales=True,
            shows={"guide": "x", "point": "y", "tangent": "dydx", "nudged": "dy"},
        )
    },
)
