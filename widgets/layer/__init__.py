"""A layer's slopes: a column δ times a row of inputs gives the slope in every weight, and a batch adds such tables."""

from collections.abc import Sequence

import calc
from widgets.kit.controls import Slider, State
from widgets.kit.numbers import bracketed, short
from widgets.kit.patch import Patch
from widgets.kit.widget import Widget
from widgets.layer.view import INPUTS, NEURONS, VIEW

# The page's two examples, one after the other: δ of two neurons, and the three inputs.
DELTAS = ((0.25, 0.5), (1.0, -1.0))
XS = ((1.0, 2.0, -1.0), (0.0, 1.0, 1.0))
ENDS = (-1, 0, 0.25, 1)  # of the stops of δ₁, those that are prepared


def update(state: State) -> Patch:
    """The patch for a state: both examples, and the slopes of their loss in every weight and bias."""
    batch = round(float(state["batch"]))
    deltas = [(float(state["delta"]), DELTAS[0][1]), DELTAS[1]][:batch]
    xs = [(XS[0][0], float(state["x"]), XS[0][2]), XS[1]][:batch]
    slopes = calc.matmul(calc.transpose(deltas), xs)
    biases = [sum(each) for each in zip(*deltas, strict=True)]
    patch: Patch = {f"d{i}.text": ", ".join(short(d[i]) for d in deltas) for i in range(NEURONS)}
    patch |= {f"x{j}.text": ", ".join(short(x[j]) for x in xs) for j in range(INPUTS)}
    patch["ones.text"] = ", ".join("1" for _ in xs)
    for i, row in enumerate((*slopes[i], biases[i]) for i in range(NEURONS)):
        for j, slope in enumerate(row):
            patch |= {f"w{i}{j}.text": short(slope), f"shade{i}{j}.var": f"{slope:.3f}"}
    terms = [f"{short(d[0])}\u00a0·\u00a0{bracketed(short(x[1]))}" for d, x in zip(deltas, xs, strict=True)]
    return {
        **patch,
        "sum.text": f"{' + '.join(terms)}\u00a0=\u00a0{short(slopes[0][1])}",
        "remark.text": remark(deltas, xs),
    }


def remark(deltas: Sequence[Sequence[float]], xs: Sequence[Sequence[float]]) -> str:
    """What to notice in the table."""
    if len(xs) > 1:
        return "Each example has a table of its own; the batch adds them."
    if not xs[0][1]:
        return "An input of 0 makes no difference: the slopes in its weights are 0."
    if not deltas[0][0]:
        return "Nothing comes back to the first neuron: its row is 0."
    return "Each entry is the δ of its row times the input of its column."


WIDGET = Widget(
    name="layer",
    title="The slopes in a layer's weights",
    bare=True,
    controls=(
        Slider(name="x", label="input <i>x</i>₂", start=-2, stop=2, step=0.5, value=2, prepared=(-2, -1, 0, 1, 2)),
        Slider(
            name="delta",
            label="<i>δ</i>₁",
            start=-1,
            stop=1,
            step=0.25,
            value=0.25,
            ink="id",
            prepared=ENDS,
        ),
        Slider(name="batch", label="examples", start=1, stop=len(XS), step=1, whole=True, value=1, ink="param"),
    ),
    sweeps=(("x", "delta", "batch"),),
    update=update,
    view=VIEW,
    figures={},
)
