"""Two tables and their product on one sheet, cell by cell, as patches: rows and columns cross at the sum they make."""

import itertools
from collections.abc import Sequence

from widgets.kit.axes import Axes
from widgets.kit.marks import polygon
from widgets.kit.numbers import MINUS, lowered
from widgets.kit.patch import Patch
from widgets.kit.path import Point

Rows = Sequence[Sequence[float]]
MOST = 4  # rows and columns
CELL, BAND, EDGE = 38, 17, 3  # a cell's side, half the cross of names between the tables, the margin
CENTRE = EDGE + MOST * CELL + BAND
SIZE = 2 * CENTRE
SHEET = Axes.sheet(SIZE, SIZE)


def enlarged(most: int) -> float:
    """How many times as large the sheet can be seen where no table has more rows or columns."""
    return CENTRE / (EDGE + BAND + max(most, 2) * CELL)


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
    """A table's numbers in its places, moved down and right by `shift` towards the cross, and its outline."""
    numbers = {(r + shift[0], c + shift[1]): whole(entry) for r, row in enumerate(rows) for c, entry in enumerate(row)}
    row, column = (-MOST if name == "above" else 0) + shift[0], (-MOST if name == "left" else 0) + shift[1]
    places = itertools.product(range(MOST), repeat=2)
    return {
        **{f"{name}{r}{c}.text": numbers.get((r, c), "") for r, c in places},
        f"{name}-cells.d": polygon(
            SHEET, *(box(row + r, column + c, 1, 1) for r, entries in enumerate(rows) for c in range(len(entries)))
        ),
    }
