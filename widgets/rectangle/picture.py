"""The rectangle's two pictures, as patches: its strips and corner, and below, the same three divided by h."""

from functools import lru_cache

import calc
from widgets.kit.axes import Axes
from widgets.kit.marks import curve, marker, polygon, smooth
from widgets.kit.patch import Patch, move
from widgets.kit.path import NOTHING, Point
from widgets.rectangle.growth import PRODUCTS, Growth, growth
from widgets.rectangle.words import change

REACH = 1.75  # as far as x + h comes
# Across, x, and with it f. Down, the sheet's own units: `FLOOR` is where the rectangle stands.
AXES = Axes(xlim=(0, REACH), ylim=(179, 0), width=540, height=179, left=84, right=104, top=0, bottom=0)
FLOOR, TALL = 154.0, 134.0
LINE = 21.0  # a line of text

BARS = Axes.sheet(540, 97)
ROWS = (10.0, 37.0, 64.0)  # as far apart as lines of text are on a phone
ZERO, WIDE = 190.0, 270.0  # where the bars begin, and how long the longest may be
HALF = 8.0  # of a bar's thickness
PIECES = ("right", "top", "corner")


def rectangle(product: str, x: float, h: float, here: Growth) -> Patch:
    """Both sides at x, what the nudge adds, and how large it is. What a shrinking side takes away is drawn as a gap."""
    top = PRODUCTS[product][2]

    def high(g: float) -> float:
        return FLOOR - g / top * TALL

    floor, old, new = FLOOR, high(here.g), high(here.g + here.dg)
    boxes = {
        "area": _box(0, floor, x, old),
        "right": _box(x, floor, x + h, old),
        "top": _box(0, old, x, new),
        "corner": _box(x, old, x + h, new),
    }
    shrinks = here.dg < 0
    patch: Patch = {
        f"{name}.d": polygon(AXES, box) if name in ("area", "right") or not shrinks else NOTHING
        for name, box in boxes.items()
    }
    beside = AXES.x(x + h) + 8
    middle = (floor + old) / 2 + 5
    above = min(new - 6, middle - LINE)
    return {
        **patch,
        "gap.d": polygon(AXES, boxes["top"], boxes["corner"]) if shrinks else NOTHING,
        "sides.d": curve(AXES, [(0, old), (0, floor), (x, floor)]),
        "way.d": _way(product),
        **marker("point", AXES, x, old),
        **marker("far", AXES, x + h, new),
        **move("f", AXES.x(x / 2), floor + 22),
        **move("g", AXES.left - 8, middle),
        **move("right-area", beside, middle),
        **move("top-area", AXES.x(x / 2), min(old, new) - 7),
        **move("corner-area", beside, above),
        **{f"{name}-area.text": signed(area) for name, area in zip(PIECES, here.pieces, strict=True)},
    }


def quotients(product: str, here: Growth) -> Patch:
    """A bar for each piece divided by h, each beginning where the last one ended, and the slope that they come to."""
    unit = WIDE / _longest(product)
    patch: Patch = {}
    at = ZERO
    for name, area, row in zip(PIECES, here.pieces, ROWS, strict=True):
        to = at + area / here.h * unit
        patch |= {
            f"{name}-bar.d": polygon(BARS, _box(at, row - HALF, to, row + HALF)),
            f"{name}-quotient.text": signed(area / here.h, 2),
            **move(f"{name}-quotient", max(at, to) + 7, row + 5),
        }
        at = to
    goal = ZERO + here.slope * unit
    return {
        **patch,
        **marker("goal", BARS, goal, (ROWS[0] + ROWS[2]) / 2),
        **move("slope", goal, ROWS[2] + 28),
    }


def signed(value: float, places: int = 4) -> str:
    """A change with its sign."""
    text = change(value, places)
    return text if text.startswith("−") else f"+{text}"


def _box(x: float, y: float, to_x: float, to_y: float) -> list[Point]:
    return [(x, y), (to_x, y), (to_x, to_y), (x, to_y)]


@lru_cache(maxsize=16)
def _way(product: str) -> str:
    """Where the corner goes as x grows: the graph of g."""
    _, side, top = PRODUCTS[product]
    g, unit = calc.parse(side), -TALL / top
    xs = [REACH * i / 4 for i in range(5)]
    return smooth(AXES, ((x, FLOOR + unit * g.evaluate({"x": x}), unit * calc.derivative_at(g, x)) for x in xs))


@lru_cache(maxsize=16)
def _longest(product: str) -> float:
    """What the bars have room for, whatever x and h are."""
    ends = [growth(product, x, h) for x in (0.5, 1.0, 1.25) for h in (0.01, 0.5)]
    return max(*(each.total / each.h for each in ends), *(each.pieces[0] / each.h for each in ends))
