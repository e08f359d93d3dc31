"""Gradient descent: a ball that takes step after step against the gradient, with a learning rate to choose."""

from widgets.descent.path import descend
from widgets.descent.pictures import track
from widgets.descent.view import FIGURES, VIEW
from widgets.descent.words import remark
from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.relief import relief
from widgets.kit.story import Story
from widgets.kit.terrain import survey
from widgets.kit.widget import Widget

FUNCTIONS = {
    "x^2/4 + 2y^2": "a long valley: x²/4 + 2y²",
    "3x*e^(-(x^2 + y^2)/8)": "a hill and a hollow",
    "x^2 + x*y": "x² + xy",
}
STEPS = 12


def update(state: State) -> Patch:
    """The patch for a state: the way down so far, and its last step."""
    formula, eta, n = str(state["function"]), float(state["eta"]), round(float(state["n"]))
    start = float(state["x"]), float(state["y"])
    way = descend(formula, start, eta, STEPS)
    last = min(n, len(way) - 1)
    return {
        **relief(formula),
        **track(formula, way, last),
        "formula.latex": rf"f(x, y) = {survey(formula).f.latex()}",
        "n.text": f"{n} step{'s' * (n != 1)}",
        "loss.text": settled(way[last].height),
        "place.text": f"({settled(way[last].x)}, {settled(way[last].y)})",
        "remark.text": remark(way[: last + 1]),
    }


def settled(number: float) -> str:
    """Two decimals, and “≈ 0” for what has come closer to zero than they can tell."""
    return "≈\u00a00" if 0 < abs(number) < 0.005 else decimal(number)


WIDGET = Widget(
    name="descent",
    title="A ball rolls downhill",
    controls=(
        Slider(name="n", label="steps", start=0, stop=STEPS, step=1, whole=True, value=8, ink="param"),
        Slider(name="eta", label="learning rate <i>η</i>", start=0.05, stop=0.55, step=0.1, value=0.45, ink="param"),
        Slider(name="x", label="start <i>x</i>", start=-3, stop=3, step=1, value=-3),
        Slider(name="y", label="start <i>y</i>", start=-3, stop=3, step=1, value=2),
        Select(
            name="function",
            label="landscape <i>f</i>(<i>x</i>, <i>y</i>)",
            options=FUNCTIONS,
            value="x^2/4 + 2y^2",
        ),
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
    sweeps=(("n", "eta"),),
    also=({"function": "x^2 + x*y", "x": 2.0, "y": 3.0, "eta": 0.1},),  # the step that the text takes by hand
    story=Story(about="the ball takes step after step", moves={"n": (0, STEPS)}, seconds=6),
)
