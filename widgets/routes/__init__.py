"""x reaches y by two routes: along each one the nudge is multiplied, and where they meet, the products add."""

from widgets.kit.controls import Select, Slider, State
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.routes.picture import number, picture
from widgets.routes.streams import EXAMPLES, meet
from widgets.routes.view import FIGURES, VIEW

OPTIONS = {
    "x^2*3x": "u₁ = x², u₂ = 3x, y = u₁ · u₂",
    "x^2+3x": "u₁ = x², u₂ = 3x, y = u₁ + u₂",
    "x*sigmoid(x)": "u₁ = x, u₂ = σ(x), y = u₁ · u₂",
}


def update(state: State) -> Patch:
    """The patch for an example, a point x and how far the nudge has come: 0 at x, 1 at u₁ and u₂, 2 at y."""
    example, x, way = str(state["example"]), float(state["x"]), float(state["way"])
    here = meet(example, x)
    first, second = here.routes
    return {
        **picture(here, way, EXAMPLES[example][3]),
        "x.text": number(x),
        "u1.text": number(first.value),
        "u2.text": number(second.value),
        "y.text": number(here.y),
        "slope.text": number(here.slope),
        "first-route.text": f"{number(first.inner)} · {number(first.outer)}",
        "first-product.text": number(first.product),
        "second-product.text": number(second.product),
        "second-route.text": f"{number(second.inner)} · {number(second.outer)}",
    }


WIDGET = Widget(
    name="routes",
    title="Two routes, one sum",
    controls=(
        Slider(name="way", label="nudge at", start=0, stop=2, step=0.1, value=2, ink="param"),
        Slider(name="x", label="point <i>x</i>", start=0, stop=2, step=0.25, value=2, prepared=(0, 1, 2)),
        Select(name="example", label="two functions that meet", options=OPTIONS, value="x^2*3x"),
    ),
    sweeps=(("way",), ("x",)),
    story=Story(about="the nudge takes both routes, and where they meet, it adds up", moves={"way": (0, 2)}, seconds=5),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
