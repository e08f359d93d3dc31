"""Two ways through one table: a step goes forwards to J v, a row of slopes comes back as w J, and both agree."""

import math

import calc
from widgets.kit.controls import Slider, State
from widgets.kit.marks import arrow, marker
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.path import Point
from widgets.kit.widget import Widget
from widgets.ways.view import FIGURES, PLANE, VIEW

J = ((3.0, 2.0), (-1.0, 1.0))  # the page's example, at the point (2, 3)
MADE = 0.5  # how long an arrow of length 1 is drawn that J makes, beside one that is given
TURNS = (0, 45, 90, 180, 270, 315, 360)  # those that the page leads to, and the ends


def update(state: State) -> Patch:
    """The patch for a state: the step v and J v, the row w and w J, and the slope of the loss along v."""
    v, w = direction(float(state["v"])), direction(float(state["w"]))
    moved = tuple(entry for (entry,) in calc.matmul(J, [[v[0]], [v[1]]]))
    (back,) = calc.matmul([w], J)
    return {
        "v-arrow.d": arrow(PLANE, (0, 0), v),
        "jv-arrow.d": arrow(PLANE, (0, 0), (MADE * moved[0], MADE * moved[1])),
        "w-arrow.d": arrow(PLANE, (0, 0), w),
        "wj-arrow.d": arrow(PLANE, (0, 0), (MADE * back[0], MADE * back[1])),
        **marker("v-tip", PLANE, *v),
        **marker("w-tip", PLANE, *w),
        **marker("origin-x", PLANE, 0, 0),
        **marker("origin-u", PLANE, 0, 0),
        "v.text": pair(v),
        "jv.text": pair(moved),
        "w.text": pair(w),
        "wj.text": pair(back),
        "slope.text": decimal(settled(sum(slope * step for slope, step in zip(back, v, strict=True)))),
    }


def direction(degrees: float) -> Point:
    """One unit long."""
    turn = math.radians(degrees)
    return settled(math.cos(turn)), settled(math.sin(turn))


def pair(of: tuple[float, ...]) -> str:
    return f"({', '.join(decimal(settled(number)) for number in of)})"


def settled(number: float) -> float:
    """0 for what rounding leaves of it."""
    return 0.0 if abs(number) < 5e-5 else number


WIDGET = Widget(
    name="ways",
    title="Forwards and back by one table",
    bare=True,
    controls=(
        Slider(name="v", label="turn <i>v</i> (°)", start=0, stop=360, step=15, value=90, ink="ix", prepared=TURNS),
        Slider(name="w", label="turn <i>w</i> (°)", start=0, stop=360, step=15, value=315, ink="id", prepared=TURNS),
    ),
    sweeps=(("v", "w"),),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
