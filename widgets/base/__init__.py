"""The curves b^x, each with its slope dashed: only where b is e are the two one curve."""

import calc
from widgets.base.view import AXES, FIGURES, VIEW
from widgets.kit.controls import Slider, State
from widgets.kit.marks import marker, smooth
from widgets.kit.numbers import decimal
from widgets.kit.patch import Patch, move
from widgets.kit.story import Story
from widgets.kit.widget import Widget

E = 2.71828  # as many digits as the field shows; its factor is 1 to six decimals


def update(state: State) -> Patch:
    """The patch for a base b and a point x: b^x, its slope there, and how many times the height the slope is.

    That factor, ln b, is the same at every x.
    """
    b, x = float(state["b"]), float(state["x"])
    f = calc.parse("b^x").substitute({"b": calc.parse(repr(b))})
    height, slope = f.evaluate({"x": x}), calc.derivative_at(f, x)
    factor = calc.derivative_at(f, 0.0)
    heights = [(at, f.evaluate({"x": at})) for at in AXES.samples(5)]
    return {
        "curve.d": smooth(AXES, ((at, y, factor * y) for at, y in heights)),
        "slope-curve.d": smooth(AXES, ((at, factor * y, factor**2 * y) for at, y in heights)),
        "b.text": decimal(b),
        "x.text": decimal(x),
        "height.text": decimal(height),
        "slope.text": decimal(slope),
        "factor.text": decimal(factor, 4),
        "verdict.text": verdict(factor),
        **marker("height-point", AXES, 1, b),
        **move("height-label", AXES.x(1) + 11, AXES.y(b) + 17),
        **marker("tangent", AXES, x, height, slope),
        **marker("point", AXES, x, height),
        **marker("slope-point", AXES, x, slope),
    }


def verdict(factor: float) -> str:
    """How the dashed curve lies to the solid one."""
    if abs(factor - 1) < 1e-6:
        return "To five decimals, slope and height agree, everywhere: the two curves are one. This b is e."
    if factor < 1:
        return "The slope is smaller than the height, everywhere: the dashed curve lies below."
    return "The slope is larger than the height, everywhere: the dashed curve lies above."


WIDGET = Widget(
    name="base",
    title="As steep as it is high",
    controls=(
        Slider(
            name="b",
            label="base <i>b</i>",
            start=1.5,
            stop=4,
            step=0.05,
            value=2,
            ink="param",
            prepared=(1.5, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.5, 4),
        ),
        Slider(
            name="x",
            label="point <i>x</i>",
            start=-2,
            stop=1.5,
            step=0.25,
            value=0,
            prepared=(-2, -1, -0.5, 0, 0.5, 1, 1.5),
        ),
    ),
    sweeps=(("b",), ("x",)),
    story=Story(about="the base grows, and at e the slope is as large as the height", moves={"b": (2, E, 3)}),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
