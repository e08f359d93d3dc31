"""The opening: pull one weight, and its nudge is multiplied along a chain until it moves the loss."""

import calc
from widgets.hero.pictures import LINKS, LOSS, chain_patch, valley_patch
from widgets.hero.view import FIGURES, VIEW
from widgets.kit.controls import Slider, State
from widgets.kit.landmarks import landmarks
from widgets.kit.numbers import bracketed, decimal, short
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget

LOW, HIGH = -2.2, 1.2


def update(state: State) -> Patch:
    """The patch for a weight w: u = 2w + 1, the loss L = u², both local slopes, their product, and the nudge's way.

    There is a slope everywhere. It is 0 at w = −0.5 alone, where the loss is lowest.
    """
    w = float(state["w"])
    chain = calc.chain(LINKS, w)
    inner, outer = (link.local_derivative for link in chain.links)
    return {
        "w.text": decimal(w),
        "u.text": decimal(chain.links[0].output),
        "loss.text": short(chain.value) if 0 < chain.value < 0.005 else decimal(chain.value),
        "inner.text": short(inner),
        "outer.text": short(outer),
        "product.text": short(chain.derivative),
        "nudges.text": "nudge" if abs(chain.derivative) == 1 else "nudges",
        "factors.text": f"{short(inner)} · {bracketed(short(outer))}",
        "advice.text": advice(chain.derivative),
        **landmarks(LOSS, LOW, HIGH, "w").patch(w),
        **chain_patch((1.0, inner, chain.derivative)),
        **valley_patch(w, chain.value, chain.derivative),
    }


def advice(slope: float) -> str:
    """Which way to pull, from the slope of the loss alone; a slope of exactly 0 says that there is none."""
    if not slope:
        return "Flat, at the bottom: a small nudge hardly moves the loss."
    return f"Pull {'left' if slope > 0 else 'right'}, and the loss falls."


WIDGET = Widget(
    name="hero",
    title="One weight, and the loss at the end of its chain",
    bare=True,
    controls=(Slider(name="w", label="<i>w</i>", start=LOW, stop=HIGH, step=0.1, value=1.0, points="landmarks"),),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="the weight goes where the loss is lower", moves={"w": (1, -0.5)}, seconds=4),
)
