"""A line through two points of a curve, until the two are one: where a slope at a single point comes from."""

import math

from widgets.kit.controls import Select, Slider, State
from widgets.kit.landmarks import landmarks
from widgets.kit.patch import Patch, show
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.secant.pair import pair, parsed
from widgets.secant.picture import graph, picture
from widgets.secant.view import FIGURES, VIEW
from widgets.secant.words import short, story

FUNCTIONS = {"x^2": "x²", "x^3": "x³", "sin(x)": "sin x", "e^x": "eˣ", "abs(x)": "|x|"}


def update(state: State) -> Patch:
    """The patch for a state: both points, the line through them, the tangent, rise over run, and what it says."""
    at = pair(str(state["function"]), float(state["x"]), float(state["h"]))
    return {
        **graph(at.formula),
        **picture(at),
        **landmarks(parsed(at.formula), -3, 4).patch(at.x),
        "x.text": short(at.x),
        "run.text": short(at.h),
        "rise.text": short(at.rise),
        "secant.text": short(at.secant),
        "slope.text": "none" if math.isnan(at.slope) else short(at.slope),
        **show("quotient", math.isfinite(at.rise)),
        "story.text": story(at),
    }


WIDGET = Widget(
    name="secant",
    title="Two points become one",
    controls=(
        Slider(name="h", label="step <i>h</i>", start=-2, stop=2, step=0.1, value=1, ink="param"),
        Slider(name="x", label="point <i>x</i>", start=-3, stop=4, step=0.5, value=3, points="landmarks"),
        Select(name="function", label="curve <i>f</i>(<i>x</i>)", options=FUNCTIONS, value="x^2", typed=("x",)),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    sweeps=(("h",), ("x",)),
    story=Story(about="the second point runs into the first", moves={"h": (1, 0.01)}, seconds=5),
)
