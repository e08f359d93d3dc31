"""A deep chain: n equal links u → act(w·u + b), and what becomes of the product of their local derivatives.

With a shortcut, a link adds this to what comes in, and its local derivative is 1 + w·act′: a residual connection.
"""

from collections.abc import Sequence
from functools import lru_cache

import calc
from widgets.deep_chain.links import DEEPEST, Deep, deep
from widgets.deep_chain.pictures import slopes, values
from widgets.deep_chain.view import FIGURES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, show
from widgets.kit.story import Story
from widgets.kit.widget import Widget

OPTIONS = {name: calc.ACTIVATIONS[name].title for name in ("sigmoid", "tanh", "relu", "leaky_relu", "gelu", "identity")}
SHORTER = {"leaky_relu": r"\operatorname{LReLU}"}  # its link stands in one line of a phone
ARRIVES = "Gradients keep their size."


@lru_cache(maxsize=16)
def formulas(act: str, shortcut: bool) -> Patch:
    """What depends on the kind of link alone."""
    symbol = SHORTER.get(act, calc.ACTIVATIONS[act].symbol)
    added, one = (r"\iu{u_{k-1}} + ", "1 + ") if shortcut else ("", "")
    return {
        "link.latex": rf"\iu{{u_k}} = {added}{symbol}(w\,\iu{{u_{{k-1}}}} + b)",
        "factor.latex": rf"{one}w \cdot {symbol}'",
        "prime.latex": rf"{symbol}'",
        **show("alone", not shortcut),
        **show("alone-key", not shortcut),
        **show("plain", shortcut),
        **show("plain-key", shortcut),
    }


def update(state: State) -> Patch:
    """The patch for a state: the values on their way, each local derivative, and their running product."""
    act, n, shortcut = str(state["act"]), round(float(state["n"])), state["shortcut"] == "on"
    w, b, x = (float(state[name]) for name in ("w", "b", "x"))
    chain = deep(act, n, w, b, x, shortcut)
    beside = deep(act, n, w, b, x).products if shortcut else chain.alone
    return {
        **formulas(act, shortcut),
        "n.text": str(n),
        "links.text": "link" if n == 1 else "links",
        "x.text": decimal(x),
        "y.text": decimal(chain.values[-1], 4),
        "product.text": decimal(chain.products[-1]),
        "beside.text": decimal(beside[-1]),
        "each.text": spread(chain.factors),
        "verdict.text": verdict(chain),
        **values(chain.values),
        **slopes(chain.products, beside),
    }


def spread(factors: Sequence[float]) -> str:
    """The factors in one phrase."""
    low, high = decimal(min(factors), 3), decimal(max(factors), 3)
    return low if low == high else f"{low} to {high}"


def verdict(chain: Deep) -> str:
    """What the product means for a gradient."""
    size = abs(chain.products[-1])
    if chain.kink:
        return "At a kink: a slope by convention."
    if not size:
        return "A zero silences the chain."
    if size < 1:
        return "Gradients vanish." if size < 1e-3 else "Gradients shrink." if size < 0.5 else ARRIVES
    return "Gradients explode." if size >= 1e3 else "Gradients grow." if size > 2 else ARRIVES


WIDGET = Widget(
    name="deep-chain",
    title="A chain of many links",
    bare=True,
    controls=(
        Select(name="act", label="function", options=OPTIONS, value="sigmoid"),
        Select(name="shortcut", label="shortcut", options={"off": "plain", "on": "shortcut"}, value="off"),
        Slider(
            name="w", label="<i>w</i>", start=-1, stop=8, step=1, value=1, ink="param", prepared=(-1, 0, 1, 2, 4, 8)
        ),
        Slider(name="b", label="<i>b</i>", start=-4, stop=0, step=2, value=0, ink="param"),
        Slider(name="x", label="<i>x</i>", start=-2, stop=2, step=0.1, value=0.5),
        Slider(name="n", label="<i>n</i>", start=1, stop=DEEPEST, step=1, whole=True, value=10, ink="param"),
    ),
    sweeps=(("w", "b"), ("n",)),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="the nudge passes link after link", moves={"n": (1, DEEPEST)}, seconds=8),
)
