"""The race: how many runs of a formula forward mode, reverse mode and nudging need for every slope."""

from widgets.kit.controls import Slider, State
from widgets.kit.patch import Patch
from widgets.kit.widget import Widget
from widgets.race.counting import Costs, counted, duration, in_words
from widgets.race.view import VIEW


def update(state: State) -> Patch:
    """The patch for n inputs and m outputs: passes, runs, and the time where one run takes a second."""
    costs = Costs(round(float(state["n"])), round(float(state["m"])))
    lanes = (costs.nudging, costs.forward, costs.reverse)
    patch: Patch = {
        "slopes.text": in_words(costs.inputs * costs.outputs),
        "slopes-of.text": "slope" if costs.inputs * costs.outputs == 1 else "slopes",
        "verdict.text": costs.verdict,
    }
    ways = (("nudging", "run", "runs"), ("forward", "pass", "passes"), ("reverse", "pass", "passes"))
    for (name, one, many), lane in zip(ways, lanes, strict=True):
        patch |= {
            f"{name}-passes.text": counted(lane.passes),
            f"{name}-of.text": one if lane.passes == 1 else many,
            f"{name}-time.text": duration(lane.seconds),
            f"{name}-lane.var": f"{lane.magnitude:.2f}",
        }
    return patch


WIDGET = Widget(
    name="race",
    title="Every slope of a formula: how long each way takes",
    bare=True,
    controls=(
        Slider(name="n", label="inputs <i>n</i>", start=1, stop=1e6, step=1, value=1e6, log=True, ink="ix"),
        Slider(name="m", label="outputs <i>m</i>", start=1, stop=1e6, step=1, value=1, log=True, ink="iy"),
    ),
    update=update,
    view=VIEW,
    figures={},
    sweeps=(("n", "m"),),
)
