"""Two neurons that share an input, and their loss: the walk through a graph in which routes part and meet again."""

from functools import lru_cache

import calc
from widgets.kit.circuit.circuit import Circuit, Run
from widgets.kit.circuit.walk import walked
from widgets.kit.controls import Slider, State
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.network.view import DRAWING, LAST, VIEW

FORMULA = "((w_3*relu(w_1*x) + w_4*relu(w_2*x)) - t)^2"
NAMES = ("z₁", "h₁", "m₁", "z₂", "h₂", "m₂", "y", "d", "L")
POINT = {"x": 2.0, "t": 1.0, "w_1": 0.5, "w_2": 1.5, "w_3": 2.0, "w_4": -1.0}


@lru_cache(maxsize=1)
def circuit() -> Circuit:
    return Circuit(calc.parse(FORMULA), NAMES)


@lru_cache(maxsize=64)
def run(w_1: float) -> Run:
    return circuit().run({**POINT, "w_1": w_1})


def update(state: State) -> Patch:
    """The patch for a state: the graph with this first weight, up to this step, and the step in words."""
    return walked(DRAWING, circuit(), run(float(state["w_1"])), float(state["step"]))


WIDGET = Widget(
    name="network",
    title="A small network, one step at a time",
    bare=True,
    controls=(
        Slider(name="step", label="step", start=0, stop=LAST, step=1, whole=True, value=LAST, ink="id"),
        Slider(name="w_1", label="<i>w</i>₁", start=-1, stop=1, step=0.5, value=0.5, ink="iu"),
    ),
    sweeps=(("step",), ("w_1",)),
    story=Story(about="the values go forward, then the slopes come back", moves={"step": (0, LAST)}, seconds=12),
    update=update,
    view=VIEW,
    figures={},
)
