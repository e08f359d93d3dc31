"""Shapes of Jacobians: which products of two tables exist, and which route each entry of the product adds up."""

from collections.abc import Sequence

import calc
from widgets.kit.controls import Select, Slider, State
from widgets.kit.marks import polygon
from widgets.kit.numbers import bracketed, lowered
from widgets.kit.patch import Patch
from widgets.kit.path import NOTHING
from widgets.kit.story import Story
from widgets.kit.widget import Widget
from widgets.shapes.sheet import MOST, SHEET, box, enlarged, names, table, whole
from widgets.shapes.view import FIGURES, VIEW

# ∂y/∂u and ∂u/∂x, as large as they get: invented, but for the upper left corners, which are the page's example.
J_F = ((12, 0, 1, -1), (1, 6, 0, 2), (1, 2, 3, 0), (0, -1, 2, 4))
J_G = ((3, 2, 1, 0), (-1, 1, 0, 2), (0, -1, 2, 1), (2, 0, 1, -1))
ORDERS = {"outer-inner": "outer times inner", "inner-outer": "inner times outer"}


def update(state: State) -> Patch:
    """The patch for a state: both tables, their product or why there is none, and one entry's sum."""
    n, m, p, i, j, k = (round(float(state[name])) for name in ("n", "m", "p", "i", "j", "k"))
    f, g = [row[:m] for row in J_F[:p]], [row[:n] for row in J_G[:m]]
    right_way = state["order"] == "outer-inner"
    left, above = (f, g) if right_way else (g, f)
    try:
        product, error = calc.matmul(left, above), ""
    except calc.ShapeError:
        # Shorter than the error itself, so that it stands in as many lines as a product's sentence.
        rows, columns, across = len(left), len(left[0]), len(above[0])
        unfit = f"{rows}×{columns} times {len(above)}×{across} does not fit"
        product, error = (), f"{unfit}: {rows}×{columns} needs {columns}×{across} on its right."
    i, j = min(i, len(left)), min(j, len(above[0]))
    terms = [(left[i - 1][k], above[k][j - 1]) for k in range(len(above))] if product else []
    added = terms[:k]
    numbers = [list(row) for row in product]
    if terms and k < len(terms):
        numbers[i - 1][j - 1] = sum(a * b for a, b in added)
    # The cross between the tables: left arm and upper arm must name the same things for the product to mean anything.
    arms = "uuxy" if right_way else "xyuu"
    lengths = len(left[0]), len(above), len(above[0]), len(left)
    return {
        "left.latex": "J_f" if right_way else "J_g",
        "above.latex": "J_g" if right_way else "J_f",
        "left-rows.text": str(lengths[3]),
        "left-columns.text": str(lengths[0]),
        "above-rows.text": str(lengths[1]),
        "above-columns.text": str(lengths[2]),
        "terms.text": str(lengths[1]),
        "result.text": f"{lengths[3]} × {lengths[2]}" if product else "no product",
        "verdict.text": error or verdict(right_way, i, j, terms, k),
        "near.var": f"{enlarged(max(lengths)):.2f}",
        **names("left-arm", arms[0], lengths[0], MOST - lengths[0]),
        **names("upper-arm", arms[1], lengths[1], MOST - lengths[1]),
        **names("right-arm", arms[2], lengths[2], 0),
        **names("lower-arm", arms[3], lengths[3], 0),
        **table("left", left, shift=(0, MOST - lengths[0])),
        **table("above", above, shift=(MOST - lengths[1], 0)),
        **table("product", numbers),
        "row.d": polygon(SHEET, box(i - 1, -lengths[0], lengths[0], 1)),
        "column.d": polygon(SHEET, box(-lengths[1], j - 1, 1, lengths[1])),
        "pair.d": polygon(SHEET, box(i - 1, k - 1 - lengths[0], 1, 1), box(k - 1 - lengths[1], j - 1, 1, 1))
        if 1 <= k <= len(terms)
        else NOTHING,
        "entry.d": polygon(SHEET, box(i - 1, j - 1, 1, 1)) if product else NOTHING,
    }


def verdict(right_way: bool, i: int, j: int, terms: Sequence[tuple[float, float]], k: int) -> str:
    """What the chosen entry adds up, k terms so far; or why a product that exists is not the one that is asked for."""
    if not right_way:
        return "The sizes fit, but this product means nothing: x meets y."
    routes = "1 route" if len(terms) == 1 else f"{len(terms)} routes"
    asked = f"How {lowered(f'y{i}')} reacts to {lowered(f'x{j}')}, over {routes}"
    if not k:
        return f"{asked}: row {i} meets column {j}."
    sign = "\u00a0+\u00a0" if len(terms[:k]) < MOST else " + "  # a short sum stays in one line
    sums = sign.join(f"{bracketed(whole(a))}\u00a0·\u00a0{bracketed(whole(b))}" for a, b in terms[:k])
    result = whole(sum(a * b for a, b in terms[:k]))
    return f"{asked}: {sums}\u00a0=\u00a0{result}{' so far' if k < len(terms) else ''}."


WIDGET = Widget(
    name="shapes",
    title="Tables that fit",
    bare=True,
    controls=(
        Slider(name="n", label="<i>n</i> inputs", start=1, stop=MOST, step=1, whole=True, value=3, prepared=(1, 2, 3)),
        Slider(
            name="m",
            label="<i>m</i> between",
            start=1,
            stop=MOST,
            step=1,
            whole=True,
            value=2,
            ink="iu",
            prepared=(1, 2, 3),
        ),
        Slider(
            name="p",
            label="<i>p</i> outputs",
            start=1,
            stop=MOST,
            step=1,
            whole=True,
            value=4,
            ink="iy",
            prepared=(1, 2, 4),
        ),
        Select(name="order", label="the order", options=ORDERS, value="outer-inner"),
        Slider(name="i", label="row", start=1, stop=MOST, step=1, whole=True, value=2, ink="param"),
        Slider(name="j", label="column", start=1, stop=MOST, step=1, whole=True, value=1, ink="param"),
        Slider(name="k", label="terms", start=0, stop=MOST, step=1, whole=True, value=MOST, ink="param", until="terms"),
    ),
    sweeps=(("n", "m", "p"), ("i", "j"), ("k",)),
    story=Story(about="the row meets the column, term by term", moves={"k": (0, MOST)}, seconds=6),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
