"""The tangent runs along a curve, and its slope is drawn below: how the derivative comes to be a function."""

from dataclasses import replace

from widgets.kit.controls import Select, Slider, State
from widgets.kit.landmarks import landmarks
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.tracer.picture import graph, picture
from widgets.tracer.run import HIGH, LOW, run
from widgets.tracer.view import FIGURES, VIEW
from widgets.tracer.words import remark

FUNCTIONS = {"sin(x)": "sin x", "x^2": "x²", "x^3/3 - x": "x³/3 − x", "e^x": "eˣ", "abs(x)": "|x|"}


def update(state: State) -> Patch:
    """The patch for a state: the tangent at x, and the slope's graph as far as x, with a gap where there is none."""
    formula, x = str(state["function"]), float(state["x"])
    here = run(formula).at(x)
    found = landmarks(run(formula).f, LOW, HIGH)
    here = replace(here, slope=found.level(x, here.slope))
    return {
        **found.patch(x),
        **graph(formula),
        **picture(formula, here),
        "x.text": decimal(x),
        "slope.text": decimal(here.slope),
        "remark.text": remark(here),
    }


WIDGET = Widget(
    name="tracer",
    title="The slope, drawn as the tangent runs",
    controls=(
        Slider(name="x", label="<i>x</i>", start=LOW, stop=HIGH, step=0.1, value=3, points="landmarks"),
        Select(name="function", label="curve <i>f</i>(<i>x</i>)", options=FUNCTIONS, value="sin(x)", typed=("x",)),
    ),
    story=Story(
        about="the tangent runs along the curve, and its slope is drawn below", moves={"x": (-3, 3)}, seconds=8
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
