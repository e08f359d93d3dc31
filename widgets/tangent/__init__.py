"""From secant to tangent: two points on a curve come together, until rounding spoils the quotient."""

import math

from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import short
from widgets.kit.patch import Patch
from widgets.kit.widget import Preset, Widget
from widgets.tangent.errors import error_curves
from widgets.tangent.quotients import DECADES, Study, study
from widgets.tangent.secants import glass, graph, picture
from widgets.tangent.view import COLUMNS, FIGURES, VIEW
from widgets.tangent.words import brief, error, remark, significant, written

FUNCTIONS = {"x^2": "x²", "x^3": "x³", "sin(x)": "sin x", "e^x": "eˣ", "abs(x)": "|x|"}


def update(state: State) -> Patch:
    """The patch for a state: both secants and the tangent, the quotients, their errors, and what to make of them."""
    formula, x, h = str(state["function"]), float(state["x"]), float(state["h"])
    at = study(formula, x)
    here = at.error(h)
    return {
        **graph(formula),
        **picture(at, h),
        **glass(at, h),
        **error_curves(at, h),
        **table(at),
        "band.var": f"{-math.log10(h):.2f}",
        "x.text": short(x),
        "h.text": written(h),
        "rise.text": short(at.at(x + h) - at.y),
        "right.text": significant(here.forward),
        "left.text": significant(at.left(h)),
        "central.text": significant(here.central),
        "slope.text": significant(at.slope),
        "right-brief.text": brief(here.forward),
        "left-brief.text": brief(at.left(h)),
        "slope-brief.text": brief(at.slope),
        "right-error.text": error(here.forward_error),
        "central-error.text": error(here.central_error),
        "remark.text": remark(at, h),
    }


def table(at: Study) -> Patch:
    """The quotients for h = 1, 0.1, …, 10⁻¹⁶."""
    return {
        f"{column}{k}.text": significant(quotient)
        for k, h in enumerate(DECADES)
        for column, quotient in zip(COLUMNS, (at.right(h), at.central(h)), strict=True)
    }


WIDGET = Widget(
    name="tangent",
    title="From secant to tangent",
    controls=(
        Select(name="function", label="function <i>f</i>(<i>x</i>)", options=FUNCTIONS, value="x^2", typed=("x",)),
        Slider(name="x", label="<i>x</i>", start=-3, stop=4, step=0.5, value=3.0),
        Slider(name="h", label="<i>h</i>", start=1e-16, stop=1, step=0.5, value=1.0, log=True),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    presets=(
        Preset("one step away", {"h": 1.0}),
        Preset("closer", {"h": 0.1}),
        Preset("sweet spot", {"h": 1e-8}),
        Preset("too small", {"h": 1e-15}),
        Preset("central sweet spot", {"function": "e^x", "h": 1e-5}),
        Preset("flat", {"x": 0.0}),
        Preset("a kink", {"function": "abs(x)", "x": 0.0}),
    ),
    sweeps=(("h",), ("x",)),
)
