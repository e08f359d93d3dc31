"""A value that is used twice: x goes into σ(x) and into the product, and two deliveries come back, which add."""

from functools import lru_cache

import calc
from widgets.kit.circuit.circuit import Circuit
from widgets.kit.circuit.diagram import Drawing
from widgets.kit.circuit.walk import SUMMARY, WORDS, walked
from widgets.kit.controls import Slider, State
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget

FORMULA, NAMES = "x*sigmoid(x)", ("s", "y")
DRAWING = Drawing(inputs=1, steps=2, edges=3, scrolls=False)
LAST = 6  # steps of the walk: two forward, the turn, and three arrows back
VIEW = f"""
<div class="pinned">
  <figure>{DRAWING.html}</figure>
  <div class="widget-controls one-line"><div data-control="step"/></div>
</div>
<div class="widget-controls one-line"><div data-control="x"/></div>
{WORDS}{SUMMARY}
"""


@lru_cache(maxsize=1)
def circuit() -> Circuit:
    return Circuit(calc.parse(FORMULA), NAMES)


def update(state: State) -> Patch:
    """The patch for a state: the graph at this x, up to this step, and the step in words."""
    wired = circuit()
    return walked(DRAWING, wired, wired.run({"x": float(state["x"])}), float(state["step"]))


WIDGET = Widget(
    name="fanout",
    title="Where two deliveries meet",
    bare=True,
    controls=(
        Slider(name="step", label="step", start=0, stop=LAST, step=1, whole=True, value=LAST, ink="id"),
        Slider(name="x", label="<i>x</i>", start=-4, stop=4, step=0.5, value=2, prepared=(-4, -2, -1, 0, 1, 3, 4)),
    ),
    sweeps=(("step",), ("x",)),
    story=Story(about="two deliveries come back to x, and add up", moves={"step": (0, LAST)}, seconds=6),
    update=update,
    view=VIEW,
    figures={},
)
