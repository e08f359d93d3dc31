"""Training: a small network learns to tell two kinds of points apart, and every slope in it can be looked at."""

import math
from functools import lru_cache

import calc
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal, lowered
from widgets.kit.patch import Patch, show
from widgets.kit.path import Point
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.train.data import SHAPES, points
from widgets.train.network import INPUTS, UNITS, Weights, answering, loss, names, training
from widgets.train.pictures import LAST, loss_curve, network, plane
from widgets.train.view import FIGURES, VIEW

H = 1e-5
ANSWER = calc.parse("sigmoid(z)")
PREPARED = (0, 10, 20, 40, 80, 140, 240, 400)


def update(state: State) -> Patch:
    """The patch for a state: the network after so many steps from its start, and one example looked at closely."""
    data, units, step = str(state["data"]), round(float(state["units"])), round(float(state["step"]))
    learnt = training(data, units, float(state["rate"]))
    weights, losses = learnt.at(step), learnt.losses_until(step)
    held = float(state["x_1"]), float(state["x_2"])
    f = answering(units)
    right = sum((f(p.x, p.y, 0.0, *weights)[0] > 0) == bool(p.target) for p in points(data))
    return {
        "steps.text": str(step),
        "steps-of.text": "step" if step == 1 else "steps",
        "loss.text": decimal(losses[step], 4),
        "right.text": str(right),
        "count.text": str(len(points(data))),
        **plane(data, units, weights, held),
        **loss_curve(losses),
        **network(units, dict(zip(names(units), weights, strict=True))),
        **looked_at(units, weights, held, nearest_target(data, held)),
    }


def nearest_target(data: str, held: Point) -> float:
    """What is right at a point: what is right at the example nearest to it."""
    return min(points(data), key=lambda point: math.dist((point.x, point.y), held)).target


@lru_cache(maxsize=8)
def graph(units: int) -> calc.Graph:
    return calc.Graph(loss(units))


def looked_at(units: int, weights: Weights, held: Point, target: float) -> Patch:
    """Every value and adjoint of one example, by `calc.Graph`; each weight's beside what a nudge of it gives."""
    named = dict(zip(names(units), weights, strict=True))
    point = {**dict(zip(INPUTS, (*held, target), strict=True)), **named}
    tape = graph(units)
    own = tape.forward(point)
    slopes = tape.backward()
    hidden = {node.expression: node for node in tape.nodes if node.operation == "tanh"}
    z = next(node for node in tape.nodes if node.operation == "softplus").inputs[0]
    patch: Patch = {
        "own.text": decimal(own, 4),
        "target.text": f"{target:.0f}",
        "p.text": decimal(ANSWER.evaluate({"z": tape.nodes[z].value}), 4),
        "z-value.text": _brief(tape.nodes[z].value),
        "z-adjoint.text": _brief(tape.nodes[z].adjoint),
        "weights.text": str(len(named)),
    }
    for i, at in enumerate(held, start=1):
        patch |= {f"x{i}-value.text": decimal(at), f"x{i}-adjoint.text": _brief(slopes[f"x_{i}"])}
    units_seen = sorted(hidden.values(), key=lambda node: node.index)
    for i in range(UNITS):
        there = i < len(units_seen)
        patch[f"h{i + 1}-value.text"] = _brief(units_seen[i].value) if there else ""
        patch[f"h{i + 1}-adjoint.text"] = _brief(units_seen[i].adjoint) if there else ""
    return {**patch, **every_weight(named, slopes), **_checked(units, point, slopes)}


def every_weight(named: dict[str, float], slopes: dict[str, float]) -> Patch:
    """The table: each weight, and below it its adjoint; a row for each unit there is."""
    patch: Patch = {}
    for name in names(UNITS):
        there = name in named
        patch[f"{name}-value.text"] = _brief(named[name], 2) if there else ""
        patch[f"{name}-adjoint.text"] = _brief(slopes[name], 2) if there else ""
    for i in range(1, UNITS + 1):
        patch |= show(f"row{i}", f"a_{i}" in named)
    return patch


def _checked(units: int, point: dict[str, float], slopes: dict[str, float]) -> Patch:
    """Every weight nudged to both sides: how well the adjoints agree, and the steepest one beside its quotient."""
    nudged = {}
    for name in names(units):
        up, down = (loss(units).evaluate({**point, name: point[name] + h}) for h in (H, -H))
        nudged[name] = (up - down) / (2 * H)
    worst = max(abs(nudged[name] - slopes[name]) for name in nudged)
    steepest = max(nudged, key=lambda name: abs(slopes[name]))
    return {
        "agreed.text": str(next((n for n in (8, 6, 4) if worst < 10**-n), 2)),
        "steepest.text": lowered(steepest),
        "steepest-value.text": decimal(point[steepest], 4),
        "steepest-adjoint.text": decimal(slopes[steepest], 6),
        "steepest-nudged.text": decimal(nudged[steepest], 6),
    }


def _brief(number: float, digits: int = 1) -> str:
    """Three decimals; what would be 0.000 without being 0, in powers of ten with so many digits."""
    return decimal(number, 3 if number == 0 or abs(number) >= 0.0005 else digits - 1)


WIDGET = Widget(
    name="train",
    title="A small network learns",
    bare=True,
    controls=(
        Slider(
            name="step", label="step", start=0, stop=LAST, step=1, value=80, whole=True, ink="id", prepared=PREPARED
        ),
        Select(
            name="data",
            label="points",
            options={name: title for name, (title, _, _) in SHAPES.items()},
            value="moons",
        ),
        Slider(name="units", label="hidden units", start=1, stop=UNITS, step=1, value=4, whole=True, ink="iu"),
        Slider(name="rate", label="learning rate η", start=0.1, stop=10, step=0.5, value=1, log=True, ink="param"),
        Slider(name="x_1", label="<i>x</i>₁", start=-2.4, stop=2.4, step=0.2, value=0.6),
        Slider(name="x_2", label="<i>x</i>₂", start=-2.4, stop=2.4, step=0.2, value=0.4),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="the network learns", moves={"step": (0, LAST)}, seconds=10),
    sweeps=(("step",),),
    also=(
        {"data": "moons", "units": 2.0, "step": 400.0},
        {"data": "moons", "rate": 10.0, "step": 80.0},
    ),  # those that the text leads to
)
