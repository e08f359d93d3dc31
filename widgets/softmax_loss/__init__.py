"""Softmax and its loss: three scores become shares, and the loss has the slopes p − t in the scores."""

import math

import calc
from widgets.kit.controls import Select, Slider, State
from widgets.kit.marks import marker, segment
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.widget import Widget
from widgets.softmax_loss.view import CLASSES, FIGURES, SCORE, VIEW


def update(state: State) -> Patch:
    """The patch for a state: each class's score, its share p, and p − t, the slope of the loss −ln p in its score."""
    scores = [float(state[f"z{i}"]) for i in range(1, len(CLASSES) + 1)]
    shares = calc.softmax(scores)
    right = CLASSES.index(str(state["right"]))
    patch: Patch = {}
    for i, (score, share) in enumerate(zip(scores, shares, strict=True), start=1):
        slope = share - (i - 1 == right)
        patch |= {
            f"score{i}.text": decimal(score, 1),
            f"bar{i}.d": segment(SCORE, (0, 0), (score, 0)),
            **marker(f"tip{i}", SCORE, score, 0),
            f"p{i}.text": decimal(share),
            f"share{i}.var": f"{share:.2f}",
            f"slope{i}.text": decimal(slope),
            f"slope-bar{i}.var": f"{slope:.2f}",
            f"t{i}.text": str(int(i - 1 == right)),
        }
    loss = -math.log(shares[right])
    return {
        **patch,
        "right.text": CLASSES[right],
        "p.text": decimal(shares[right]),
        "loss.text": decimal(loss),
        "remark.text": remark(CLASSES[right], shares[right]),
    }


def remark(name: str, share: float) -> str:
    """What the slopes ask for, in a sentence."""
    if share > 0.9:
        return "Sure, and right: the loss is near 0, and hardly any slope is left."
    if share < 0.1:
        return f"Sure, and wrong: the loss is large, and so are the slopes. They push {name} up."
    return f"A step against the slopes pushes {name} up and the others down."


WIDGET = Widget(
    name="softmax-loss",
    title="Shares and slopes",
    controls=(
        Select(name="right", label="the right answer", options={name: name for name in CLASSES}, value="dog"),
        *(
            Slider(name=f"z{i}", label=f"score of {name}", start=-2, stop=2, step=1, value=value, ink="iu")
            for i, (name, value) in enumerate(zip(CLASSES, (1, 0, -1), strict=True), start=1)
        ),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    sweeps=(("z1", "z2", "z3"),),
)
