"""Shapes of Jacobians: which products of two tables exist, and which route each entry of the product adds up."""

from collections.abc import Sequence

import calc
from widgets.kit.controls import Select, Slider, State
from widgets.kit.marks import polygon
from widgets.kit.numbers import bracketed, lowered
from widgets.kit.patch import Patch
from widgets.kit.path import NOTHING
from widgets.kit.widget import Preset, Widget
from widgets.shapes.sheet import MOST, SHEET, box, names, table, whole
from widgets.shapes.view import FIGURES, VIEW

# ∂y/∂u and ∂u/∂x, as large as they get: invented, but for the upper left corners, which are the page's example.
J_F = ((12, 0, 1, -1, 2), (5, 6, 0, 2, 1), (1, 2, 3, 0, -2), (0, -1, 2, 4, 1), (2, 1, -1, 0, 3))
J_G = ((3, 2, 1, 0, -1), (1, 1, 0, 2, 1), (0, -1, 2, 1, 3), (2, 0, 1, -1, 0), (-1, 1, 0, 1, 2))
ORDERS = {"outer-inner": "outer times inner", "inner-outer": "inner times outer"}


def update(state: State) -> Patch:
    """The patch for a state: both tables, their product or why there is none, and one entry's sum."""
    n, m, p, i, j = (round(float(state[name])) for name in ("n", "m", "p", "i", "j"))
    f, g = [row[:m] for row in J_F[:p]], [row[:n] for row in J_G[:m]]
    right_way = state["order"] == "outer-inner"
    left, above = (f, g) if right_way else (g, f)
    try:
        product, error = calc.matmul(left, above), ""
    except calc.ShapeError as unfit:
        product, error = (), f"{unfit}"
    i, j = min(i, len(left)), min(j, len(above[0]))
    terms = [(left[i - 1][k], above[k][j - 1]) for k in range(len(above))] if product else []
    # The cross between the tables: left arm and upper arm must name the same things for the product to mean anything.
    arms = "uuxy" if right_way else "xyuu"
    lengths = len(left[0]), len(above), len(above[0]), len(left)
    return {
        **{f"{name}.text": str(size) for name, size in (("n", n), ("m", m), ("p", p))},
        "left.latex": "J_f" if right_way else "J_g",
        "above.latex": "J_g" if right_way else "J_f",
        "left-rows.text": str(lengths[3]),
        "left-columns.text": str(lengths[0]),
        "above-rows.text": str(lengths[1]),
        "above-columns.text": str(lengths[2]),
        "result.text": f"{lengths[3]} × {lengths[2]}" if product else "no product",
        "verdict.text": error or verdict(right_way, i, j, terms),
        **names("left-arm", arms[0], lengths[0], MOST - lengths[0]),
        **names("upper-arm", arms[1], lengths[1], MOST - lengths[1]),
        **names("right-arm", arms[2], lengths[2], 0),
        **names("lower-arm", arms[3], lengths[3], 0),
        **table("left", left, shift=(0, MOST - lengths[0])),
        **table("above", above, shift=(MOST - lengths[1], 0)),
        **table("product", product),
        "row.d": polygon(SHEET, box(i - 1, -lengths[0], lengths[0], 1)),
        "column.d": polygon(SHEET, box(-lengths[1], j - 1, 1, lengths[1])),
        "entry.d": polygon(SHEET, box(i - 1, j - 1, 1, 1)) if product else NOTHING,
    }


def verdict(right_way: bool, i: int, j: int, terms: Sequence[tuple[float, float]]) -> str:
    """What the chosen entry adds up, or why a product that exists is not the one that is asked for."""
    if not right_way:
        return "The sizes happen to fit. But a column for each x meets a row for each y: this product means nothing."
    routes = "1 route" if len(terms) == 1 else f"{len(terms)} routes"
    sums = " + ".join(f"{bracketed(whole(a))} · {bracketed(whole(b))}" for a, b in terms)
    result = whole(sum(a * b for a, b in terms))
    return f"How {lowered(f'y{i}')} reacts to {lowered(f'x{j}')}, over {routes}: {sums} = {result}."


WIDGET = Widget(
    name="shapes",
    title="Which tables can be multiplied",
    controls=(
        Slider(name="n", label="<i>n</i> inputs", start=1, stop=MOST, step=1, whole=True, value=3),
        Slider(name="m", label="<i>m</i> between", start=1, stop=MOST, step=1, whole=True, value=2, ink="iu"),
        Slider(name="p", label="<i>p</i> outputs", start=1, stop=MOST, step=1, whole=True, value=4, ink="iy"),
        Select(name="order", label="the order", options=ORDERS, value="outer-inner"),
        Slider(name="i", label="row", start=1, stop=MOST, step=1, whole=True, value=2, ink="param"),
        Slider(name="j", label="column", start=1, stop=MOST, step=1, whole=True, value=1, ink="param"),
    ),
    presets=(
        Preset("3 to 2 to 4", {}),
        Preset("the worked example", {"n": 2, "m": 2, "p": 2}),
        Preset("the wrong way round", {"order": "inner-outer"}),
        Preset("it fits by accident", {"n": 2, "m": 2, "p": 2, "order": "inner-outer"}),
        Preset("a loss: one output", {"n": 5, "m": 3, "p": 1, "i": 1}),
    ),
    sweeps=(("n", "m", "p"), ("i", "j")),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
