"""The chain rule: x goes through u = g(x) and y = f(u), and the two local derivatives multiply."""

import math

import calc
from widgets.chain_rule.composition import AXES, Composition, Links, compose
from widgets.chain_rule.view import FIGURES, VIEW
from widgets.chain_rule.words import closeness, story, verdict
from widgets.kit.controls import Select, Slider, State
from widgets.kit.defined import defined
from widgets.kit.landmarks import Landmarks, landmarks
from widgets.kit.marks import marker
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move, show
from widgets.kit.story import Story
from widgets.kit.widget import Preset, Widget

ROUNDING = 1e-10  # of y, divided by 2h
H = 1e-5  # near the cube root of the machine epsilon, where a central difference is most accurate
# Keys are what authors write and calc parses; values are what the reader's list shows.
INNER = {"2x + 1": "2x + 1", "x^2": "x²", "sin(x)": "sin x", "e^-x": "e⁻ˣ"}
OUTER = {"u^2": "u²", "sin(u)": "sin u", "tanh(u)": "tanh u", "sigmoid(u)": "σ(u)", "relu(u)": "ReLU(u)"}


def update(state: State) -> Patch:
    """The patch for a state: each value, each local derivative, their product, the tangent, and a nudge of x."""
    x, dx = float(state["x"]), float(state["dx"])
    both = compose(str(state["inner"]), str(state["outer"]))
    here = both.at(x)
    found = landmarks(both.y, *AXES.xlim)
    u, y, slope = here.u, here.y, found.level(x, here.slope)
    dudx, dydu = flat(found, x, here)
    trouble = story(here)
    return {
        **both.patch,
        **found.patch(x),
        "x.text": decimal(x),
        "u.text": decimal(u),
        "y.text": decimal(y),
        "whole.text": decimal(both.value(x)),
        "dudx.text": factor(dudx),
        "dydu.text": factor(dydu),
        "dydx.text": decimal(slope),
        "quotient.text": decimal(quotient(both, x, y)),
        "verdict.text": verdict(here),
        "direction.text": direction(slope),
        **show("story", not trouble),
        **show("factors", not trouble),
        "trouble.text": trouble,
        **show("closer", not trouble),
        "apart.text": closeness(here),
        **nudge(both, x, dx),
        **move("guide", both.axes.x(x), both.axes.middle),
        **marker("tangent", both.axes, x, y, slope),
        **marker("point", both.axes, x, y),
    }


def flat(found: Landmarks, x: float, here: Links) -> tuple[float, float]:
    """Both slopes, and exactly 0 for the one that makes a flat point flat: its place is only known to some decimals."""
    slopes = here.dudx, here.dydu
    if found.level(x, 1.0):
        return slopes
    least = min(map(abs, slopes))
    one, other = (0.0 if abs(slope) == least else slope for slope in slopes)
    return one, other


def factor(slope: float) -> str:
    """A link's slope in few letters: on a phone it stands between two boxes."""
    return "none" if math.isnan(slope) else decimal(slope)


def quotient(both: Composition, x: float, y: float) -> float:
    """The check with no rule; 0 where no more is left of it than the rounding of two values of y."""
    found = defined(calc.central_difference, both.value, x, H)
    return 0.0 if abs(found) < ROUNDING * max(1.0, abs(y)) else found


def direction(slope: float) -> str:
    if math.isnan(slope):
        return "is not there"
    if abs(slope) < 5e-13:
        return "is all but level" if slope else "is level"
    return "rises" if slope > 0 else "falls"


def nudge(both: Composition, x: float, dx: float) -> Patch:
    """How Δx travels: the changes of u and y, the ratio Δy/Δx, and where the nudge ends."""
    axes, y = both.axes, both.value(x)
    before, after = (defined(both.inner.evaluate, {"x": at}) for at in (x, x + dx))
    dy = both.value(x + dx) - y
    places = 4 if dx < 0.1 else 2
    seen = axes.contains(x + dx, y + dy)
    return {
        "dx.text": signed(dx, places),
        "du.text": signed(after - before, places),
        "dy.text": signed(dy, places),
        "ratio.text": decimal(dy / dx),
        **marker("nudged", axes, x + dx, y + dy if seen else math.nan),
    }


def signed(change: float, places: int) -> str:
    """A change, with its sign: +0.02."""
    text = decimal(change, places)
    return f"+{text}" if change > 0 else text


WIDGET = Widget(
    name="chain-rule",
    title="The chain rule, one slider at a time",
    controls=(
        Select(
            name="inner",
            label="inner function <i>u</i> = <i>g</i>(<i>x</i>)",
            options=INNER,
            value="2x + 1",
            typed=("x",),
        ),
        Select(
            name="outer", label="outer function <i>y</i> = <i>f</i>(<i>u</i>)", options=OUTER, value="u^2", typed=("u",)
        ),
        Slider(name="x", label="<i>x</i>", start=-3, stop=3, step=0.25, value=1.0, points="landmarks"),
        Slider(name="dx", label="nudge Δ<i>x</i>", start=0.001, stop=1, step=0.25, value=0.1, log=True),
    ),
    sweeps=(("x",), ("dx",)),
    presets=(
        Preset("the example", {"x": 1.0}),
        Preset("flat", {"x": -0.5}),
        Preset("falling", {"x": -2.0}),
        Preset("a kink", {"outer": "relu(u)", "x": -0.5}),
        Preset("vanishing", {"outer": "tanh(u)", "x": 1.0}),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    story=Story(about="the nudge shrinks", moves={"dx": (1, 0.001)}, seconds=6),
)
