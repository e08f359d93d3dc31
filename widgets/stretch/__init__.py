"""A nudge as a piece of a ruler, stretched by one function and then by the next: why slopes multiply."""

import calc
from widgets.kit.controls import Slider, State
from widgets.kit.numbers import decimal, short
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.stretch.picture import Nudge, picture
from widgets.stretch.view import FIGURES, VIEW

INNER, OUTER = calc.parse("2x + 1"), calc.parse("u^2")


def update(state: State) -> Patch:
    """The patch for a point x, a nudge h and how far it has come: 0 at x, 1 at u, 2 at y.

    The factors are those of this very nudge, Δu/Δx and Δy/Δu; the slopes are what they come to as it shrinks.
    """
    x, h, way = (float(state[name]) for name in ("x", "h", "way"))
    chain = calc.chain([INNER, OUTER], x)
    u, y = (link.output for link in chain.links)
    first = calc.difference_quotient(INNER, x, h)
    second = calc.difference_quotient(OUTER, u, h * first)
    nudge = Nudge((x, u, y), (h, h * first, h * first * second))
    inner, outer = (short(link.local_derivative) for link in chain.links)
    return {
        **picture(nudge, way),
        "dx.text": decimal(nudge.lengths[0]),
        "du.text": decimal(nudge.lengths[1]),
        "dy.text": short(nudge.lengths[2]),
        "first.text": short(first),
        "first-times.text": f"×{short(first)}",
        "second-times.text": f"×{short(second)}",
        "second.text": short(second),
        "whole.text": short(first * second),
        "slopes.text": f"{inner} · {outer} = {short(chain.derivative)}",
    }


WIDGET = Widget(
    name="stretch",
    title="A nudge, stretched twice",
    controls=(
        Slider(name="way", label="nudge at", start=0, stop=2, step=0.1, value=2, ink="param"),
        Slider(
            name="h",
            label="nudge Δ<i>x</i>",
            start=0.02,
            stop=0.2,
            step=0.02,
            value=0.2,
            prepared=(0.02, 0.06, 0.1, 0.14, 0.2),
        ),
        Slider(name="x", label="point <i>x</i>", start=0, stop=1, step=0.25, value=1, prepared=(0, 0.5, 1)),
    ),
    sweeps=(("way",), ("h",), ("x",)),
    story=Story(about="the nudge passes both functions, and each one stretches it", moves={"way": (0, 2)}, seconds=5),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
