"""The logarithm as the exponential seen in the mirror y = x: rise and run change places, and 1/x comes out."""

import math

import calc
from widgets.kit.controls import Slider, State
from widgets.kit.marks import marker, segment, smooth
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.path import Point
from widgets.kit.widget import Widget
from widgets.mirror.view import AXES, FIGURES, VIEW

LN, EXP = calc.parse("ln(x)"), calc.parse("e^x")
# y and e^y, from the picture's lower edge to its right one.
KNOTS = [(y, math.exp(y)) for y in (-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.4, math.log(6))]


def update(state: State) -> Patch:
    """The patch for a point x > 0: ln x, its image on the exponential, and a tangent with rise and run at both."""
    x = float(state["x"])
    y = LN.evaluate({"x": x})
    slope, mirrored = calc.derivative_at(LN, x), calc.derivative_at(EXP, y)
    run = 1.25 / max(1.0, mirrored)  # along the exponential's tangent; the longer leg is 1.25
    rise = run * mirrored
    return {
        "ln-curve.d": smooth(AXES, ((at, y_at, 1 / at) for y_at, at in KNOTS)),
        "exp-curve.d": smooth(AXES, ((y_at, at, at) for y_at, at in KNOTS)),
        **legs("exp", (y, x), run, rise),
        **legs("ln", (x, y), rise, run),
        "fold.d": segment(AXES, (x, y), (y, x)),
        **marker("exp-tangent", AXES, y, x, mirrored),
        **marker("tangent", AXES, x, y, slope),
        **marker("image", AXES, y, x),
        **marker("point", AXES, x, y),
        "x.text": decimal(x),
        "y.text": decimal(y),
        "steep.text": decimal(mirrored),
        "slope.text": decimal(slope),
    }


def legs(name: str, start: Point, run: float, rise: float) -> Patch:
    """Run and rise of a tangent from a point on."""
    corner = start[0] + run, start[1]
    return {
        f"{name}-run.d": segment(AXES, start, corner),
        f"{name}-rise.d": segment(AXES, corner, (corner[0], corner[1] + rise)),
    }


WIDGET = Widget(
    name="mirror",
    title="ln x, in a mirror",
    controls=(
        Slider(
            name="x",
            label="point <i>x</i>",
            start=0.25,
            stop=4,
            step=0.25,
            value=2,
            prepared=(0.25, 0.5, 1, 2, 3, 4),
        ),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
