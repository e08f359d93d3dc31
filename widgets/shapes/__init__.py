"""Shapes of Jacobians: which products of two tables exist, and which route each entry of the product adds up."""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

import calc
from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.controls import Select, Slider, State
from widgets.kit.marks import polygon
from widgets.kit.numbers import MINUS, bracketed, lowered
from widgets.kit.patch import Patch
from widgets.kit.path import NOTHING, Point
from widgets.kit.view import value
from widgets.kit.widget import Figure, Preset, Widget

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

Rows = Sequence[Sequence[float]]
MOST = 5
# ∂y/∂u and ∂u/∂x, as large as they get: invented, but for the upper left corners, which are the page's example.
J_F = ((12, 0, 1, -1, 2), (5, 6, 0, 2, 1), (1, 2, 3, 0, -2), (0, -1, 2, 4, 1), (2, 1, -1, 0, 3))
J_G = ((3, 2, 1, 0, -1), (1, 1, 0, 2, 1), (0, -1, 2, 1, 3), (2, 0, 1, -1, 0), (-1, 1, 0, 1, 2))
ORDERS = {"outer-inner": "outer times inner", "inner-outer": "inner times outer"}
CELL, BAND, EDGE = 38, 17, 3  # a cell's side, half the cross of names between the tables, the margin
CENTRE = EDGE + MOST * CELL + BAND
SIZE = 2 * CENTRE
SHEET = Axes.sheet(SIZE, SIZE)


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


def names(arm: str, name: str, length: int, shift: int) -> Patch:
    """What the rows or columns along one arm of the cross belong to: u₁, u₂, …"""
    return {f"{arm}{k}.text": lowered(f"{name}{k - shift + 1}") if 0 <= k - shift < length else "" for k in range(MOST)}


def whole(number: float) -> str:
    return f"{number:.0f}".replace("-", MINUS)


def corner(row: int, column: int) -> Point:
    """The upper left corner of a cell: below and right of the cross they count from 0, on its other side from −1."""
    x, y = (CENTRE + at * CELL + (BAND if at >= 0 else -BAND) for at in (column, row))
    return x, y


def box(row: int, column: int, wide: int, tall: int) -> list[Point]:
    """The outline of some cells, from their upper left corner."""
    x, y = corner(row, column)
    right, bottom = x + wide * CELL, y + tall * CELL
    return [(x, y), (right, y), (right, bottom), (x, bottom)]


def table(name: str, rows: Rows, shift: tuple[int, int] = (0, 0)) -> Patch:
    """A table's numbers in its 5 × 5 places, moved down and right by `shift` towards the cross, and its outline."""
    numbers = {(r + shift[0], c + shift[1]): whole(entry) for r, row in enumerate(rows) for c, entry in enumerate(row)}
    row, column = (-MOST if name == "above" else 0) + shift[0], (-MOST if name == "left" else 0) + shift[1]
    places = itertools.product(range(MOST), repeat=2)
    return {
        **{f"{name}{r}{c}.text": numbers.get((r, c), "") for r, c in places},
        f"{name}-cells.d": polygon(
            SHEET, *(box(row + r, column + c, 1, 1) for r, entries in enumerate(rows) for c in range(len(entries)))
        ),
    }


def draw(plot: "Matplotlib") -> None:
    plot.axis("off")
    for name, color in (("left", ink.MUTED), ("above", ink.MUTED), ("product", ink.SLOPE)):
        plot.plot([0, 1], [0, 1], color=color, lw=1, gid=f"{name}-cells")
    for gid in ("row", "column", "entry"):
        plot.fill([0, 1], [0, 1], facecolor=ink.SLOPE, edgecolor=ink.SLOPE, lw=2, gid=gid)
    for name, row, column in (("left", 0, -MOST), ("above", -MOST, 0), ("product", 0, 0)):
        for r, c in itertools.product(range(MOST), repeat=2):
            x, y = corner(row + r, column + c)
            write(plot, f"{name}{r}{c}", x + CELL / 2, y + CELL / 2)
    for k in range(MOST):
        before, after = (CENTRE + at * CELL + side + CELL / 2 for at, side in ((k - MOST, -BAND), (k, BAND)))
        write(plot, f"left-arm{k}", before, CENTRE)
        write(plot, f"upper-arm{k}", CENTRE, before)
        write(plot, f"right-arm{k}", after, CENTRE)
        write(plot, f"lower-arm{k}", CENTRE, after)


def write(plot: "Matplotlib", gid: str, x: float, y: float) -> None:
    plot.text(x, y, "0", ha="center", va="center_baseline", gid=gid)


VIEW = f"""
<p class="shape-line">
  <span><m data-part="left"/><b><span data-part="left-rows"/> × <u data-part="left-columns"/></b></span><span>·</span>
  <span><m data-part="above"/><b><u data-part="above-rows"/> × <span data-part="above-columns"/></b></span>
  <span>=</span><span>{value("result", "id")}</span>
</p>
<div class="widget-columns">
  <figure data-figure="sheet"><figcaption><m data-part="left"/> on the left, <m data-part="above"/> above; each entry
    of the product stands where its row and its column cross</figcaption></figure>
  <div class="readout widget-controls">
    <div data-control="n"/>
    <div data-control="m"/>
    <div data-control="p"/>
    <div data-control="order"/>
    <div data-control="i"/>
    <div data-control="j"/>
  </div>
</div>
<p class="sentence">From {value("n", "ix")} inputs over {value("m", "iu")} values in between to
  {value("p", "iy")} outputs. <span data-part="verdict"/></p>
<p data-summary="" hidden="hidden"><span data-part="left-rows"/> by <span data-part="left-columns"/> times
  <span data-part="above-rows"/> by <span data-part="above-columns"/>: <span data-part="result"/>.
  <span data-part="verdict"/></p>
"""

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
    figures={"sheet": Figure(axes=SHEET, draw=draw, title="Both tables and their product, cell by cell.")},
)
