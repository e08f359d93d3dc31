"""Backpropagation: a computation graph, stepped forward for its values and backward for its adjoints."""

from functools import lru_cache

import calc
from widgets.backprop.circuit import Circuit, Run, shown
from widgets.backprop.diagram import filled, laid_out
from widgets.backprop.graphs import FAN_OUT, KINK, LESSONS, NEURON
from widgets.backprop.passes import Position, position, told
from widgets.backprop.view import NUDGE, PASSES, VIEW
from widgets.kit.controls import Select, Slider, State
from widgets.kit.cross_check import cross_check
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, show
from widgets.kit.widget import Preset, Widget


@lru_cache(maxsize=8)
def circuit(graph: str) -> Circuit:
    return Circuit(calc.parse(graph), LESSONS[graph].names)


@lru_cache(maxsize=64)
def both_passes(graph: str, first: float) -> tuple[dict[str, float], Run]:
    """The inputs, and all numbers of both passes, with the first input at this value."""
    wired, lesson = circuit(graph), LESSONS[graph]
    point = {wired.variables[wired.inputs[0]]: first, **lesson.fixed}
    return point, wired.run(point)


def update(state: State) -> Patch:
    """The patch for a state: the graph up to this step, the step in words, and what both modes cost."""
    graph = str(state["graph"])
    wired, lesson = circuit(graph), LESSONS[graph]
    point, run = both_passes(graph, float(state["input"]))
    now = position(wired, float(state["step"]))
    return {
        "step.text": str(now.at),
        "last.text": str(now.last),
        "way.var": str(int(now.turned)),  # the colour beside the words: forward or backward
        "first.text": wired.names[wired.inputs[0]],
        "end.text": wired.names[wired.output],
        "formula.latex": f"{wired.names[wired.output]} = {wired.expression.latex()}",
        **laid_out(wired, run, lesson.places),
        **filled(wired, run, now, lesson.places),
        **told(wired, run, now),
        **cost(wired, run, point, now),
        **conclusion(wired, run, point, now, lesson.moral),
    }


def cost(wired: Circuit, run: Run, point: dict[str, float], now: Position) -> Patch:
    """Both modes side by side: forward mode really runs, once for each input; reverse mode counts its steps."""
    patch: Patch = {"inputs.text": str(len(wired.inputs)), "size.text": str(now.operations)}
    for i in range(PASSES):
        patch |= {f"pass{i}-name.text": "", f"pass{i}-slope.text": "", **show(f"pass{i}", i < len(wired.inputs))}
    for i, index in enumerate(wired.inputs):
        slope = calc.jvp(wired.expression, point, {wired.variables[index]: 1}).tangent
        patch |= {f"pass{i}-name.text": wired.names[index], f"pass{i}-slope.text": shown(slope)}
    behind = {edge.source for edge in run.edges[: now.handed]} - {edge.source for edge in run.edges[now.handed :]}
    return {
        **patch,
        "cells.var": str(now.operations),
        "values.var": str(now.computed),
        "adjoints.var": str(len(behind)),
        "forward-cost.text": str(len(wired.inputs) * now.operations),
        "reverse-cost.text": str(2 * now.operations),
        "visited.text": str(now.computed + len(behind)),
    }


def conclusion(wired: Circuit, run: Run, point: dict[str, float], now: Position, moral: str) -> Patch:
    """The last sentence; and, at the end, a check of the first input's derivative that knows no rule."""
    first = wired.variables[wired.inputs[0]]
    at, slope = point[first], run.adjoints[wired.inputs[0]]

    def output(value: float) -> float:
        return wired.expression.evaluate({**point, first: value})

    check = cross_check(output, at, slope)
    found = f"The way back found {shown(slope)}: at a kink, code takes ReLU′(0) = 0. {moral}"
    return {
        **show("progress", not now.done),
        **show("outcome", now.done),
        **show("verdict", now.done),
        "quotient.text": decimal(round(check.quotient, 4), 4),
        "verdict.text": found if check.kink else "The way back found the same.",
        "story.text": _story(wired, now),
        "slopes.text": ", ".join(f"{shown(run.adjoints[i])} in\u00a0{wired.names[i]}" for i in wired.inputs),
        "tail.text": "But there is a kink here:" if check.kink else "So",
        "nudge.text": shown(output(at + NUDGE) - output(at) if check.kink else NUDGE * slope),
    }


def _story(wired: Circuit, now: Position) -> str:
    if not now.computed:
        return f"{now.operations} operations lie between the inputs and {wired.names[wired.output]}."
    if not now.turned:
        return f"{now.computed} of {now.operations} values are computed, and all of them are kept."
    return f"the way back has used {now.handed} of {now.handovers} edges, each of them once."


WIDGET = Widget(
    name="backprop",
    title="Backpropagation, one step at a time",
    controls=(
        Select(
            name="graph",
            label="which graph",
            options={key: lesson.title for key, lesson in LESSONS.items()},
            value=NEURON,
        ),
        Slider(
            name="step",
            label='step <span data-part="step"/> of <span data-part="last"/>',
            whole=True,
            start=0,
            stop=18,
            step=1,
            value=0,
            ink="id",
        ),
        Slider(name="input", label='<i data-part="first"/>', start=-2, stop=2, step=0.5, value=0.5),
    ),
    update=update,
    view=VIEW,
    figures={},
    presets=(
        Preset("start", {"step": 0}),
        Preset("forward done", {"step": 5}),
        Preset("all gradients", {"step": 14}),
        Preset("where routes meet", {"graph": FAN_OUT, "input": 2, "step": 6}),
        Preset("a kink", {"graph": KINK, "input": 0, "step": 10}),
    ),
    sweeps=(("step", "input"),),
)
