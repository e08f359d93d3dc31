"""Check a slope by nudging: a weight moved to both sides by h, and how far the quotient is from what the code says."""

from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.slope_check.neuron import CODES, Check, checked
from widgets.slope_check.view import FIGURES, VIEW, shares
from widgets.slope_check.words import remark, share, written


def update(state: State) -> Patch:
    """The patch for a state: both runs, their quotient, what the code says, and what to make of the difference."""
    code, h = str(state["code"]), float(state["h"])
    check = checked(code, h)
    return {
        **shares(code, check),
        **_numbers(check),
        "way.text": CODES[code].way(),
        "remark.text": remark(check),
    }


def _numbers(check: Check) -> Patch:
    return {
        "h.text": written(check.h),
        "up.text": decimal(check.up, 12),
        "down.text": decimal(check.down, 12),
        "quotient.text": decimal(check.quotient, 9),
        "says.text": decimal(check.says),
        "share.text": share(check.share),
    }


WIDGET = Widget(
    name="slope-check",
    title="Check a slope by nudging",
    bare=True,
    controls=(
        Slider(name="h", label="<i>h</i>", start=1e-12, stop=1, step=0.5, value=1e-5, log=True, ink="param"),
        Select(
            name="code",
            label="the code",
            options={key: code.title for key, code in CODES.items()},
            value="right",
        ),
    ),
    story=Story(about="h shrinks", moves={"h": (1, 1e-12)}, seconds=8),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
