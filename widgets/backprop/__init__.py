"""Backpropagation: a computation graph, stepped forward for its values and backward for its adjoints."""

from functools import lru_cache

import calc
from widgets.backprop.conclusion import concluded
from widgets.backprop.graphs import LESSONS, NEURON, VARIABLES
from widgets.backprop.view import DRAWING, VIEW
from widgets.kit.circuit.circuit import Circuit, Run
from widgets.kit.circuit.passes import position
from widgets.kit.circuit.walk import walked
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import lowered
from widgets.kit.patch import Patch, show
from widgets.kit.story import Story
from widgets.kit.widget import Widget

LONGEST = 80  # steps: more than any graph that can be drawn, and so the end of every walk


@lru_cache(maxsize=8)
def circuit(graph: str) -> Circuit:
    """One of the graphs that the widget offers."""
    return Circuit(calc.parse(graph), LESSONS[graph].names)


@lru_cache(maxsize=8)
def drawn_as(expression: calc.Expression, whole: calc.Expression) -> Circuit:
    return Circuit(expression, whole=whole)


@lru_cache(maxsize=64)
def both_passes(graph: str, given: tuple[tuple[str, float], ...]) -> tuple[Circuit, dict[str, float], Run]:
    """The graph, the inputs that its formula reads, and all numbers of both passes."""
    whole = calc.parse(graph)
    point = {name: value for name, value in given if name in whole.variables}
    wired = circuit(graph) if graph in LESSONS else drawn_as(_holding(whole, point), whole)
    return wired, point, wired.run(point)


def _holding(whole: calc.Expression, point: dict[str, float]) -> calc.Expression:
    """Of a formula in cases, the one that holds at this point; any other formula as it is."""
    graph = calc.Graph(whole)
    try:
        graph.forward(point)
    except calc.SizeError:
        raise
    except calc.DomainError:
        return whole
    return graph.nodes[-1].expression


def update(state: State) -> Patch:
    """The patch for a state: the graph up to this step, the step in words, and what its end is good for."""
    graph = str(state["graph"])
    wired, point, run = both_passes(graph, tuple((name, float(state[name])) for name in VARIABLES))
    step = float(state["step"])
    leaves: Patch = {}
    for name in VARIABLES:
        leaves |= show(f"leaf-{name}", name in point)
    return {
        **walked(DRAWING, wired, run, step),
        **leaves,
        **concluded(wired, run, point, position(wired, step), float(state["rate"])),
    }


WIDGET = Widget(
    name="backprop",
    title="Backpropagation, one step at a time",
    bare=True,
    controls=(
        Select(
            name="graph",
            label="which graph",
            options={key: lesson.title for key, lesson in LESSONS.items()},
            value=NEURON,
            typed=tuple(VARIABLES),
        ),
        Slider(
            name="step",
            label="step",
            whole=True,
            start=0,
            stop=LONGEST,
            step=1,
            value=LONGEST,
            ink="id",
            until="last",
            prepared=(*range(26), LONGEST),
        ),
        *(
            Slider(
                name=name,
                label=f"<i>{lowered(name)}</i>",
                start=-3,
                stop=3,
                step=0.5,
                value=value,
                ink="ix" if name in "xt" else "iu",
            )
            for name, value in VARIABLES.items()
        ),
        Slider(name="rate", label="η", start=0.001, stop=10, step=0.5, value=0.01, log=True, ink="param"),
    ),
    update=update,
    view=VIEW,
    figures={},
    story=Story(about="the values go forward, then the slopes come back", moves={"step": (0, LONGEST)}, seconds=10),
)
