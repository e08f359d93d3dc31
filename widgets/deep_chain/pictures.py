"""The deep chain's two figures, as patches: every value on its way, and every slope as a step of the product."""

from collections.abc import Sequence
from dataclasses import replace

from widgets.deep_chain.decades import fit
from widgets.deep_chain.links import DEEPEST
from widgets.kit.axes import Axes, round_limits
from widgets.kit.marks import curve, dots, segment, steps
from widgets.kit.patch import Patch, move, show
from widgets.kit.path import NOTHING, Pen

VALUES = Axes(
    xlim=(0, DEEPEST), ylim=(0, 1), width=560, height=120, left=64, right=16, bottom=14, x_intervals=8, y_intervals=2
)
SLOPES = Axes(xlim=(0, DEEPEST), ylim=(-7, 3), width=420, height=300, left=58, right=12, x_intervals=8, y_intervals=10)


def values(us: Sequence[float]) -> Patch:
    """The small figure: every value, from x over those in between to y."""
    axes = replace(VALUES, ylim=round_limits(min(0.0, *us), max(1.0, *us), VALUES.y_intervals))
    return {
        **{key.replace("ytick", "level"): text for key, text in axes.y_labels().items()},
        "between.d": dots(axes, list(enumerate(us))[1:-1]),
        **move("input-point", *axes.at(0, us[0])),
        **move("output-point", *axes.at(len(us) - 1, us[-1])),
    }


def slopes(products: Sequence[float], beside: Sequence[float]) -> Patch:
    """The main figure: each factor is a bar from one running product to the next; `beside` is compared with them."""
    scale = fit(SLOPES, map(abs, (*products, *beside)))
    heights = [(k, scale.height(abs(product))) for k, product in enumerate(products)]
    return {
        **scale.labels("size"),
        "one.d": segment(scale.axes, (0, 0), (DEEPEST, 0)),
        "bars.d": steps(scale.axes, heights, gap=1 / 15),
        **show("minus-key", min(products) < 0),
        "minus.d": dots(scale.axes, [heights[k] for k, product in enumerate(products) if product < 0]),
        "beside-line.d": curve(scale.axes, ((k, scale.height(product)) for k, product in enumerate(map(abs, beside)))),
        "break.d": zero_break(scale.floor) if scale.zero else NOTHING,
        **move("product-point", *scale.axes.at(*heights[-1])),
    }


def zero_break(floor: float) -> str:
    """Two strokes across the scale above its lowest grid line: zero is not on the scale, it lies below it."""
    left, middle = SLOPES.left, floor - SLOPES.tall / SLOPES.y_intervals / 2
    pen = Pen()
    for y in (middle - 3, middle + 3):
        pen.line((left - 7, y + 4), (left + 7, y - 4))
    return pen.path()
