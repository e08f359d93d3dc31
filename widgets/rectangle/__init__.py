"""A product as a rectangle: a nudge adds two strips and a corner, and the corner vanishes first."""

from widgets.kit.controls import Select, Slider, State
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.rectangle.growth import growth
from widgets.rectangle.picture import quotients, rectangle
from widgets.rectangle.view import FIGURES, VIEW
from widgets.rectangle.words import change, rule, share

OPTIONS = {
    "2x*x^2": "2x · x²",
    "x*x": "x · x",
    "x*e^x": "x · eˣ",
    "x*sigmoid(x)": "x · σ(x)",
    "x*e^-x": "x · e⁻ˣ",
}


def update(state: State) -> Patch:
    """The patch for a product, a point x and a nudge h: the areas of this very nudge, and the rule's slopes."""
    product, x, h = str(state["product"]), float(state["x"]), float(state["h"])
    here = growth(product, x, h)
    return {
        **rectangle(product, x, h, here),
        **quotients(product, here),
        "f.text": f"f = {decimal(here.f)}",
        "g.text": f"g = {decimal(here.g)}",
        "x.text": decimal(x),
        "h.text": decimal(h),
        "growth.text": change(here.total, 4),
        "quotient.text": change(here.total / h, 2),
        "slope.text": f"slope {decimal(here.slope)}",
        "rule.text": rule(here),
        "share.text": share(here),
    }


WIDGET = Widget(
    name="rectangle",
    title="A product is an area",
    controls=(
        Slider(
            name="h",
            label="nudge <i>h</i>",
            start=0.01,
            stop=0.5,
            step=0.01,
            value=0.5,
            ink="param",
            prepared=(0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5),
        ),
        Slider(
            name="x", label="point <i>x</i>", start=0.5, stop=1.25, step=0.05, value=1, prepared=(0.5, 0.75, 1, 1.25)
        ),
        Select(name="product", label="product <i>f</i> · <i>g</i>", options=OPTIONS, value="2x*x^2"),
    ),
    sweeps=(("h",), ("x",)),
    story=Story(
        about="the nudge shrinks, and the corner vanishes before the strips", moves={"h": (0.5, 0.01)}, seconds=6
    ),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
