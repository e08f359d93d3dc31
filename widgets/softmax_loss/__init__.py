"""Softmax and its loss: three scores become shares, and the loss has the slopes p − t in the scores."""

import math
from collections.abc import Sequence

import calc
from widgets.kit.controls import Select, Slider, State
from widgets.kit.marks import arrow, marker, segment
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.softmax_loss.view import CLASSES, FIGURES, SCORE, VIEW

MOST = 8  # steps
ENDS = (-2, 0, 2)  # of the scores' stops, those that the page leads to


def update(state: State) -> Patch:
    """The patch for a state: each class's score, its share p, and p − t, the slope of the loss −ln p in its score."""
    first = [float(state[f"z{i}"]) for i in range(1, len(CLASSES) + 1)]
    right, steps = CLASSES.index(str(state["right"])), round(float(state["step"]))
    scores = stepped(first, right, steps)
    shares = calc.softmax(scores)
    patch: Patch = {}
    for i, (start, score, share, slope) in enumerate(
        zip(first, scores, shares, slopes(scores, right), strict=True), start=1
    ):
        patch |= {
            f"score{i}.text": decimal(round(score, 1), 1),
            f"bar{i}.d": segment(SCORE, (0, 0), (score, 0)),
            f"way{i}.d": arrow(SCORE, (start, 0), (score, 0)),
            **marker(f"tip{i}", SCORE, start, 0),
            f"p{i}.text": decimal(share),
            f"share{i}.var": f"{share:.2f}",
            f"slope{i}.text": decimal(slope),
            f"slope-bar{i}.var": f"{slope:.2f}",
            f"t{i}.text": str(int(i - 1 == right)),
        }
    loss = -math.log(shares[right])
    return {
        **patch,
        "after.text": f"After {steps} step{'s' * (steps != 1)} the" if steps else "The",
        "right.text": CLASSES[right],
        "p.text": decimal(shares[right]),
        "loss.text": decimal(loss),
        "loss-bar.var": f"{loss:.2f}",
        "remark.text": remark(CLASSES[right], shares[right], max(shares)),
    }


def slopes(scores: Sequence[float], right: int) -> list[float]:
    """p − t."""
    return [share - (i == right) for i, share in enumerate(calc.softmax(scores))]


def stepped(scores: Sequence[float], right: int, steps: int) -> list[float]:
    """The scores after so many steps of gradient descent with the learning rate 1."""
    now = list(scores)
    for _ in range(steps):
        now = [score - slope for score, slope in zip(now, slopes(now, right), strict=True)]
    return now


def remark(name: str, share: float, largest: float) -> str:
    """What the slopes ask for, in a sentence; the network is sure of something where one share leaves little over."""
    if share > 0.9:
        return "Sure, and right: the loss is near 0, and hardly any slope is left."
    if share < 0.1 and largest > 0.8:
        return f"Sure, and wrong: the loss is large, and so are the slopes. They push {name} up."
    if share < 0.1:
        return f"A small share: the loss is large, and so is the slope that pushes {name} up."
    return f"A step against the slopes pushes {name} up and the others down."


WIDGET = Widget(
    name="softmax-loss",
    title="Shares and slopes",
    bare=True,
    controls=(
        Select(
            name="right",
            label="the right answer",
            options={name: f"the right answer: {name}" for name in CLASSES},
            value="dog",
        ),
        *(
            Slider(
                name=f"z{i}", label=f"score of {name}", start=-2, stop=2, step=1, value=z, ink="iu", prepared=(*ENDS, z)
            )
            for i, (name, z) in enumerate(zip(CLASSES, (1, 0, -1), strict=True), start=1)
        ),
        Slider(
            name="step",
            label="steps",
            start=0,
            stop=MOST,
            step=1,
            whole=True,
            value=0,
            ink="id",
            prepared=(0, 1, 2, 3, 5, MOST - 1, MOST),
        ),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="each score moves against its slope, again and again", moves={"step": (0, MOST)}, seconds=6),
    sweeps=(("z1", "z2", "z3"), ("step",)),
)
