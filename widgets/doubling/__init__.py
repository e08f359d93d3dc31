"""Why one walk is enough: links that each use a value twice have twice as many routes every time, and one stop each."""

from itertools import pairwise

from widgets.doubling.view import FIGURES, MOST, SHEET, VIEW
from widgets.kit.controls import Slider, State
from widgets.kit.marks import dots, marker
from widgets.kit.numbers import lowered
from widgets.kit.patch import Patch, move
from widgets.kit.path import Pen, Point
from widgets.kit.story import Story
from widgets.kit.widget import Widget

EDGE, LEVEL, APART = 16.0, 30.0, 29.0  # the first box's place across, how far down all stand, and from one to the next
BULGE = 22.0  # how far an arrow swings out


def update(state: State) -> Patch:
    """The patch for a state: the chain of doublings, and the walk back as far as this stop."""
    n = round(float(state["n"]))
    stop = min(n, round(float(state["stop"])))
    places = [place(n, i) for i in range(n + 1)]
    arrived = 2**stop
    return {
        "ahead.d": arrows(places[: n - stop + 1]),
        "walked.d": arrows(places[n - stop :]),
        "values.d": dots(SHEET, places),
        **marker("here", SHEET, *places[n - stop]),
        **move("end", places[n][0], LEVEL + 34),
        "end.text": name(n),
        "last.text": str(n),
        "routes.text": f"{2**n:,}",
        "stops.text": f"{n} stop{'s' * (n != 1)}",
        "told.text": f"Stop {stop} of {n}: {name(n - stop)} receives"
        if stop
        else f"The walk starts at {name(n)}, with",
        "sum.text": f"{arrived // 2:,} + {arrived // 2:,} =\u00a0{arrived:,}" if stop else "1",
        "remark.text": remark(n, stop),
    }


def place(n: int, i: int) -> Point:
    """Where the value after i doublings stands."""
    return EDGE + i * min(APART, (SHEET.width - 2 * EDGE) / n), LEVEL


def arrows(places: list[Point]) -> str:
    """Two from each place to the next."""
    pen = Pen()
    for (x, y), (to_x, to_y) in pairwise(places):
        for side in (-1, 1):
            pen.to((x, y)).to(((x + to_x) / 2, y + side * BULGE), (to_x, to_y)).lift()
    return pen.path()


def name(i: int) -> str:
    return lowered(f"u{i}") if i else "x"


def remark(n: int, stop: int) -> str:
    """What the number counts: all local slopes are 1."""
    if stop == n:
        return "Every route is counted, and none was followed by itself."
    return f"As many routes lead from {name(n - stop)} to the end." if stop else "No route is followed yet."


WIDGET = Widget(
    name="doubling",
    title="Many routes, few stops",
    bare=True,
    controls=(
        Slider(
            name="n",
            label="steps",
            start=1,
            stop=MOST,
            step=1,
            whole=True,
            value=10,
            ink="iu",
            prepared=(1, 2, 3, 5, 10, 20, MOST),
        ),
        Slider(name="stop", label="stop", start=0, stop=MOST, step=1, whole=True, value=MOST, ink="id", until="last"),
    ),
    sweeps=(("n",), ("stop",)),
    story=Story(about="the walk back doubles what it carries at each stop", moves={"stop": (0, MOST)}, seconds=8),
    update=update,
    view=VIEW,
    figures=FIGURES,
)
