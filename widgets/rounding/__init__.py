"""How small is too small: the error of a difference quotient for every h, until the computer's rounding takes over."""

import math

from widgets.kit.controls import Select, Slider, State
from widgets.kit.glass import glass
from widgets.kit.numbers import short
from widgets.kit.patch import Patch
from widgets.kit.quotients import Study, study
from widgets.kit.widget import Widget
from widgets.rounding.errors import error_at, error_curves
from widgets.rounding.view import COLUMNS, DECADES, FIGURES, VIEW
from widgets.rounding.words import brief, error, remark, significant, written

FUNCTIONS = {"x^2": "x²", "x^3": "x³", "sin(x)": "sin x", "e^x": "eˣ", "abs(x)": "|x|"}


def update(state: State) -> Patch:
    """The patch for a state: the quotients, how far off they are for every h, and what to make of them."""
    formula, x, h = str(state["function"]), float(state["x"]), float(state["h"])
    at = study(formula, x)
    here = error_at(at, h)
    return {
        **glass(at, h),
        **error_curves(at, h),
        **table(at),
        "band.var": f"{-math.log10(h):.2f}",
        "x.text": short(x),
        "h.text": written(h),
        "right.text": significant(here.forward),
        "central.text": significant(here.central),
        "slope.text": brief(at.slope),
        "right-brief.text": brief(here.forward),
        "central-brief.text": brief(here.central),
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
    name="rounding",
    title="How small is too small?",
    controls=(
        Slider(name="h", label="<i>h</i>", start=1e-16, stop=1, step=0.5, value=0.01, log=True, ink="param"),
        Select(name="function", label="curve <i>f</i>(<i>x</i>)", options=FUNCTIONS, value="x^2", typed=("x",)),
        Slider(name="x", label="<i>x</i>", start=-3, stop=4, step=0.5, value=3.0, prepared=(-2, -1, 0, 1, 2)),
    ),
    sweeps=(("h",), ("x",)),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
