"""A deep chain: n equal links u → act(w·u + b), and what becomes of the product of their local derivatives."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING

import calc
from widgets.deep_chain.decades import fit
from widgets.kit import ink
from widgets.kit.axes import Axes, round_limits
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move, show
from widgets.kit.strokes import NOTHING, bars, dots, line
from widgets.kit.view import value
from widgets.kit.widget import Figure, Preset, Widget

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

DEEPEST = 16
OPTIONS = {name: calc.ACTIVATIONS[name].title for name in ("sigmoid", "tanh", "relu", "leaky_relu", "gelu", "identity")}
ARRIVES = "The gradient arrives at about the size it started with."
VALUES = Axes(
    xlim=(0, DEEPEST), ylim=(0, 1), width=560, height=130, left=64, right=16, bottom=14, x_intervals=8, y_intervals=2
)
SLOPES = Axes(xlim=(0, DEEPEST), ylim=(-7, 3), width=560, height=330, left=64, right=16, x_intervals=8, y_intervals=10)


@dataclass(frozen=True)
class Deep:
    """A chain's numbers: the value before and after every link, and three ways to look at its slopes."""

    values: tuple[float, ...]  # u_0 … u_n
    factors: tuple[float, ...]  # w·act′, one a link
    products: tuple[float, ...]  # 1, then the product so far after every link
    alone: tuple[float, ...]  # the same with act′ only: what remains if w is forgotten
    kink: bool  # the product hangs on a convention at a kink


@lru_cache(maxsize=64)
def deep(act: str, n: int, w: float, b: float, x: float) -> Deep:
    """`n` links u → act(w·u + b), started at x."""
    function = calc.ACTIVATIONS[act]
    link = calc.parse(f"{act}(w*u + b)").substitute({"w": calc.number(w), "b": calc.number(b)})
    links = calc.chain([link] * n, x).links
    factors = [link.local_derivative for link in links]
    zs = [w * link.input + b for link in links]
    kinked = [any(kink.at == z for kink in function.kinks) for z in zs]
    return Deep(
        values=(x, *(link.output for link in links)),
        factors=tuple(factors),
        products=tuple(accumulate(factors, mul, initial=1.0)),
        alone=tuple(accumulate((function.derivative(z) for z in zs), mul, initial=1.0)),
        # A link that is flat all around silences the chain, kink or no kink.
        kink=any(kinked) and all(factor or kink for factor, kink in zip(factors, kinked, strict=True)),
    )


@lru_cache(maxsize=16)
def formulas(act: str) -> Patch:
    """What depends on the activation alone."""
    symbol = calc.ACTIVATIONS[act].symbol
    return {
        "link.latex": rf"\iu{{u_k}} = {symbol}(w\,\iu{{u_{{k-1}}}} + b)",
        "local.latex": rf"\frac{{d\iu{{u_k}}}}{{d\iu{{u_{{k-1}}}}}} = w \cdot {symbol}'(w\,\iu{{u_{{k-1}}}} + b)",
        "prime.latex": rf"{symbol}'",
    }


def update(state: State) -> Patch:
    """The patch for a state: the values on their way, each local derivative, and their running product."""
    act, n = str(state["act"]), round(float(state["n"]))
    w, b, x = (float(state[name]) for name in ("w", "b", "x"))
    chain = deep(act, n, w, b, x)
    return {
        **formulas(act),
        "n.text": str(n),
        "links.text": "link" if n == 1 else "links",
        "x.text": decimal(x),
        "y.text": decimal(chain.values[-1], 4),
        "product.text": decimal(chain.products[-1]),
        "alone.text": decimal(chain.alone[-1]),
        "factors.text": " · ".join(decimal(factor, 3) for factor in chain.factors),
        "each.text": spread(chain.factors),
        "verdict.text": verdict(chain),
        **values(chain.values),
        **slopes(chain.products, chain.alone),
    }


def spread(factors: Sequence[float]) -> str:
    """The factors in one phrase."""
    low, high = decimal(min(factors), 3), decimal(max(factors), 3)
    return low if low == high else f"{low} to {high}"


def verdict(chain: Deep) -> str:
    """What the product means for a gradient."""
    size = abs(chain.products[-1])
    if chain.kink:
        return "One link sits on the kink of its function, where code picks a slope by convention."
    if not size:
        return "Nothing gets through: one zero silences the chain."
    if size < 1:
        return "The gradient vanishes." if size < 1e-3 else "The gradient shrinks." if size < 0.5 else ARRIVES
    return "The gradient explodes." if size >= 1e3 else "The gradient grows." if size > 2 else ARRIVES


def values(us: Sequence[float]) -> Patch:
    """The upper figure: every value, from x over those in between to y."""
    axes = replace(VALUES, ylim=round_limits(min(0.0, *us), max(1.0, *us), VALUES.y_intervals))
    heights = [axes.y(u) for u in us]
    return {
        **{key.replace("ytick", "level"): text for key, text in axes.y_labels().items()},
        "between.d": dots((VALUES.x(k), heights[k]) for k in range(1, len(us) - 1)),
        **move("input-point", axes.x(0), heights[0]),
        **move("output-point", axes.x(len(us) - 1), heights[-1]),
    }


def slopes(products: Sequence[float], alone: Sequence[float]) -> Patch:
    """The lower figure: each factor is a bar from one running product to the next."""
    scale = fit(SLOPES, map(abs, (*products, *alone)))
    points = [(SLOPES.x(k), scale.y(abs(product))) for k, product in enumerate(products)]
    return {
        **scale.labels("size"),
        "one.d": f"M{SLOPES.left:g} {scale.y(1):.0f}H{SLOPES.width - SLOPES.right:g}",
        "bars.d": bars(points, gap=2),
        **show("minus-key", min(products) < 0),
        "minus.d": dots(point for point, product in zip(points, products, strict=True) if product < 0),
        "alone-line.d": line((SLOPES.x(k), scale.y(abs(product))) for k, product in enumerate(alone)),
        "break.d": zero_break(scale.floor) if scale.zero else NOTHING,
        **move("product-point", *points[-1]),
    }


def zero_break(floor: float) -> str:
    """Two strokes across the scale above its lowest grid line: zero is not on the scale, it lies below it."""
    left, middle = SLOPES.left, floor - SLOPES.tall / SLOPES.y_intervals / 2
    return "".join(f"M{left - 7:.0f} {y + 4:.0f}l14 -8" for y in (middle - 3, middle + 3))


def draw_values(plot: "Matplotlib") -> None:
    plot.set_xticklabels([])
    plot.tick_params(axis="y", pad=14)  # clear of the point at x
    for i, label in enumerate(plot.get_yticklabels()):
        label.set_gid(f"level{i}")
    plot.plot([0, 1], [0, 1], color=ink.U, lw=7, clip_on=False, gid="between")
    plot.plot([0], [0], "o", color=ink.X, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="input-point")
    plot.plot([0], [0], "o", color=ink.Y, ms=11, mec=ink.PAPER, mew=2, clip_on=False, gid="output-point")


def draw_slopes(plot: "Matplotlib") -> None:
    for i, label in enumerate(plot.get_yticklabels()):
        label.set_gid(f"size{i}")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=1, gid="one")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=2, ls=(0, (5, 3)), clip_on=False, gid="alone-line")
    plot.fill([0, 1], [0, 1], facecolor=ink.SLOPE, edgecolor=ink.SLOPE, lw=1.25, zorder=3, gid="bars")
    plot.plot([0, 1], [0, 0], color=ink.SLOPE, lw=8, clip_on=False, zorder=4, gid="minus")
    plot.plot([0], [0], "D", zorder=5, color=ink.SLOPE, ms=10, mec=ink.PAPER, mew=2, clip_on=False, gid="product-point")
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=1.5, clip_on=False, gid="break")


VIEW = f"""
<div class="widget-controls">
  <div data-control="act"/>
  <div data-control="n"/>
  <div data-control="w"/>
  <div data-control="b"/>
  <div data-control="x"/>
</div>
<div class="formulas">
  <p class="formula"><m data-part="link"/></p>
  <p class="formula"><m data-part="local"/></p>
</div>
<div class="widget-columns">
  <div>
    <figure data-figure="values" data-drag="n">
      <figcaption><span class="iu">the value</span> after each link</figcaption>
    </figure>
    <figure data-figure="slopes" data-drag="n">
      <figcaption><span class="key key-bar id">by <m>w</m> · <m data-part="prime"/>, link by link</span>
        <span class="key key-dashed">by <m data-part="prime"/> alone</span>
        <span class="key key-dot id" data-part="minus-key">negative</span></figcaption>
    </figure>
  </div>
  <div class="readout">
    <dl class="values">
      <div class="ix"><dt><m>\\ix{{x = u_0}}</m></dt><dd>{value("x", "ix")}</dd></div>
      <div class="iy"><dt><m>\\iy{{y = u_n}}</m></dt><dd>{value("y", "iy")}</dd></div>
      <div class="id"><dt><m>\\frac{{\\iy{{dy}}}}{{\\ix{{dx}}}}</m></dt><dd>{value("product", "id")}</dd></div>
      <div class="alone"><dt>by <m data-part="prime"/> alone</dt><dd>{value("alone", "")}</dd></div>
    </dl>
    <p class="check">The local slopes, in the order of the links:
      <span class="factors id" data-part="factors"/></p>
  </div>
</div>
<p class="sentence">A nudge of <b class="ix">x = {value("x", "ix")}</b> passes {value("n", "")}
  <span data-part="links"/>. Each multiplies it by <m>w</m> · <m data-part="prime"/>, here {value("each", "id")};
  all together by   <b class="id">{value("product", "id")}</b>. <span data-part="verdict"/></p>
<p data-summary="" hidden="hidden"><span data-part="n"/> <span data-part="links"/>, dy/dx = <span data-part="product"/>.
  <span data-part="verdict"/></p>
"""

WIDGET = Widget(
    name="deep-chain",
    title="A chain of many links",
    controls=(
        Select(name="act", label="every link is", options=OPTIONS, value="sigmoid"),
        Slider(name="w", label="<i>w</i>", start=-2, stop=10, step=1, value=1, ink="param"),
        Slider(name="b", label="<i>b</i>", start=-6, stop=2, step=2, value=0, ink="param"),
        Slider(name="x", label="<i>x</i>", start=-2, stop=2, step=0.1, value=0.5),
        Slider(name="n", label="<i>n</i>", start=1, stop=DEEPEST, step=1, whole=True, value=10, ink="param"),
    ),
    presets=(
        Preset("vanishing", {"w": 1, "b": 0}),
        Preset("just right", {"w": 4, "b": -2}),
        Preset("exploding", {"w": 8, "b": -4}),
        Preset("exploding no more", {"w": 8, "b": -2}),
        Preset("dead ReLU", {"act": "relu", "b": -2}),
    ),
    sweeps=(("w", "b"), ("n",)),
    update=update,
    view=VIEW,
    figures={
        "values": Figure(
            axes=VALUES,
            draw=draw_values,
            title="The value after each link, from x to y.",
            shows={"input-point": "x", "output-point": "y"},
        ),
        "slopes": Figure(
            axes=SLOPES,
            draw=draw_slopes,
            title="Each local slope as a bar on a logarithmic scale, from one running product to the next.",
            shows={"product-point": "product", "alone-line": "alone", "bars": "factors"},
        ),
    },
)
