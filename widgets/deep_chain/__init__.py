"""A deep chain: n equal links u → act(w·u + b), and what becomes of the product of their local derivatives."""

from collections.abc import Sequence
from functools import lru_cache

import calc
from widgets.deep_chain.links import DEEPEST, Deep, deep
from widgets.deep_chain.pictures import slopes, values
from widgets.deep_chain.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget

OPTIONS = {name: calc.ACTIVATIONS[name].title for name in ("sigmoid", "tanh", "relu", "leaky_relu", "gelu", "identity")}
ARRIVES = "The gradient arrives at about the size it started with."


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


WIDGET = Widget(
    name="deep-chain",
    title="A chain of many links",
    controls=(
        Select(name="act", label="every link is", options=OPTIONS, value="sigmoid"),
        Slider(name="w", label="<i>w</i>", start=-1, stop=8, step=1, value=1, ink="param"),
        Slider(name="b", label="<i>b</i>", start=-4, stop=0, step=2, value=0, ink="param"),
        Slider(name="x", label="<i>x</i>", start=-2, stop=2, step=0.1, value=0.5),
        Slider(name="n", label="<i>n</i>", start=1, stop=DEEPEST, step=1, whole=True, value=10, ink="param"),
    ),
    sweeps=(("w", "b"), ("n",)),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="link after link multiplies the nudge", moves={"n": (1, DEEPEST)}, seconds=8),
)
