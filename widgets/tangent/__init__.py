"""From secant to tangent: a point to either side comes closer, and a magnifying glass shows what the curve becomes."""

import math

from widgets.kit.controls import Select, Slider, State
from widgets.kit.glass import glass
from widgets.kit.landmarks import landmarks
from widgets.kit.numbers import short
from widgets.kit.patch import Patch, show
from widgets.kit.quotients import study
from widgets.kit.widget import Widget
from widgets.tangent.secants import graph, picture
from widgets.tangent.view import FIGURES, VIEW
from widgets.tangent.words import remark

FUNCTIONS = {"x^2": "x²", "x^3": "x³", "sin(x)": "sin x", "e^x": "eˣ", "abs(x)": "|x|"}
LOW, HIGH = -3, 4


def update(state: State) -> Patch:
    """The patch for a state: both secants and the tangent, on the curve and under the glass, and their slopes."""
    formula, x, h = str(state["function"]), float(state["x"]), float(state["h"])
    at = study(formula, x)
    found = landmarks(at.f, LOW, HIGH)
    return {
        **graph(formula),
        **picture(at, h),
        **glass(at, h),
        **found.patch(x),
        "x.text": short(x),
        "h.text": short(h),
        "rise.text": short(at.at(x + h) - at.y),
        "right.text": short(at.right(h)),
        "left.text": short(at.left(h)),
        **show("how", math.isfinite(at.right(h))),
        "slope.text": short(found.level(x, at.slope)),
        "remark.text": remark(at, h),
    }


WIDGET = Widget(
    name="tangent",
    title="From secant to tangent",
    controls=(
        Slider(name="h", label="<i>h</i>", start=0.001, stop=1, step=0.25, value=1.0, log=True, ink="param"),
        Slider(name="x", label="<i>x</i>", start=LOW, stop=HIGH, step=0.5, value=3.0, points="landmarks"),
        Select(name="function", label="curve <i>f</i>(<i>x</i>)", options=FUNCTIONS, value="x^2", typed=("x",)),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    sweeps=(("h",), ("x",)),
)
