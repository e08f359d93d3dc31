"""The tangent widget's pictures, as patches: the curve with its secants, the magnifying glass, the error curve."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from widgets.kit.axes import Axes
from widgets.kit.patch import Patch, move, show
from widgets.tangent.quotients import Study, parsed, value_or_nan

Point = tuple[float, float]

AXES = Axes(xlim=(-4, 5), ylim=(0, 30), height=350, left=40, right=40, x_intervals=9, y_intervals=6)
# Where limits that hold the whole curve would flatten the part around x = 1.
YLIM = {"x^3": (-40.0, 80.0), "sin(x)": (-1.5, 1.5), "e^x": (0.0, 60.0)}
# Across in units of h, upwards in units of h times `steepness`: however small h is, it fills the glass.
LENS = Axes(xlim=(-1.5, 1.5), ylim=(-1.5, 1.5), width=300, height=190, left=15, right=15, top=8, bottom=30)
# Both ways in powers of ten: h from 10⁻¹⁶ to 1, errors from 10⁻¹⁶ to 100. A decade is 28 units by 16.
ERRORS = Axes(xlim=(-16, 0), ylim=(-16, 2), height=342, left=68, right=24, top=14, bottom=40)


@lru_cache(maxsize=32)
def axes_for(formula: str) -> Axes:
    """Axes that show a function: all of it, or its middle where the ends would dwarf that (1/x, tan x)."""
    if formula in YLIM:
        return replace(AXES, ylim=YLIM[formula])
    values = sorted(y for _, y in samples(formula) if abs(y) < 1e15)
    cut = len(values) // 10
    middle = values[cut : len(values) - cut]
    if middle and values[-1] - values[0] > 6 * (middle[-1] - middle[0]):
        values = middle
    return AXES.fitted(values)


def samples(formula: str) -> list[Point]:
    f, _ = parsed(formula)
    return [(x, value_or_nan(f, x)) for x in AXES.samples()]


@lru_cache(maxsize=32)
def curve(formula: str) -> Patch:
    """What depends on the function alone: its curve and the axis that fits it."""
    axes = axes_for(formula)
    f, rule = parsed(formula)
    baseline = min(max(axes.y(0), axes.top), axes.height - axes.bottom)
    return {
        "curve.d": axes.path(unjoined(axes, samples(formula))),
        "baseline.d": f"M{axes.left} {baseline:.1f}H{axes.width - axes.right}",
        "formula.latex": rf"f(\ix{{x}}) = {f.latex()}",
        "rule.latex": rf"\id{{f'(x)}} = {rule.latex()}",
        **axes.y_labels(),
    }


def unjoined(axes: Axes, points: Iterable[Point]) -> Iterator[Point]:
    """The points, with the pen lifted where the curve jumps over the whole picture, as at a pole."""
    low, high = axes.ylim
    before = math.nan
    for x, y in points:
        if (before < low and y > high) or (before > high and y < low):
            yield x, math.nan
        yield x, y
        before = y


def picture(at: Study, h: float) -> Patch:
    """Two points, the lines through them, the tangent, and the rise over the run."""
    axes, far = axes_for(at.formula), at.x + h
    y, rise = at.y, at.at(far) - at.y
    corner = axes.x(far), axes.y(y)
    drawn = near(axes, y) and near(axes, y + rise)
    legs = {
        "run-leg.d": f"M{axes.x(at.x):.1f} {axes.y(y):.1f}H{corner[0]:.1f}" if drawn else "M0 0",
        "rise-leg.d": f"M{corner[0]:.1f} {corner[1]:.1f}V{axes.y(y + rise):.1f}" if drawn else "M0 0",
    }
    middle = y + rise / 2
    long = drawn and abs(axes.x(far) - axes.x(at.x)) > 12
    below = 12 if rise >= 0 else -12
    tall = long and axes.ylim[0] <= middle <= axes.ylim[1] and abs(axes.y(rise) - axes.y(0)) > 12
    return {
        **legs,
        **place("run-label", axes.x(at.x + h / 2), corner[1] + below, long and axes.contains(at.x, y)),
        **place("rise-label", corner[0] + 18, axes.y(middle), tall),
        **line("tangent", axes, at.x, y, at.slope),
        **line("right-secant", axes, at.x, y, at.right(h)),
        **line("left-secant", axes, at.x, y, at.left(h)),
        **dot("right-point", axes, far, y + rise),
        **dot("left-point", axes, at.x - h, at.at(at.x - h)),
        **dot("point", axes, at.x, y),
        **move("guide", axes.x(at.x), axes.middle),
    }


def glass(at: Study, h: float) -> Patch:
    """The same around x, magnified until h fills the glass. At tiny h it shows the steps of rounded numbers."""
    scale = steepness(at)

    def height(t: float) -> float:
        return (at.at(at.x + t * h) - at.y) / h / scale

    return {
        "lens.d": LENS.path(unjoined(LENS, ((t, height(t)) for t in LENS.samples(31)))),
        **line("lens-tangent", LENS, 0, 0, at.slope / scale),
        **line("lens-right", LENS, 0, 0, at.right(h) / scale),
        **line("lens-left", LENS, 0, 0, at.left(h) / scale),
        **dot("lens-right-point", LENS, 1, height(1)),
        **dot("lens-left-point", LENS, -1, height(-1)),
    }


def steepness(at: Study) -> float:
    """A slope that looks steep in the glass: fixed for x, so that the picture turns with h alone."""
    exact = abs(at.slope) if math.isfinite(at.slope) else 0.0
    wide = max([abs(q) for q in (at.right(1.0), at.left(1.0)) if math.isfinite(q)], default=0.0)
    return max(exact, min(wide, 10 * max(exact, 1.0))) / 1.25 or 1.0


def error_curves(at: Study, h: float) -> Patch:
    """Both error curves in powers of ten, through the h in use; errors of 0 lie on the picture's floor."""
    rows = sorted({row.h: row for row in (*at.errors(), at.error(h))}.values(), key=lambda row: row.h)
    return {
        "right-errors.d": ERRORS.path((math.log10(row.h), power(row.forward_error)) for row in rows),
        "central-errors.d": ERRORS.path((math.log10(row.h), power(row.central_error)) for row in rows),
        **dot("right-error-point", ERRORS, math.log10(h), power(at.error(h).forward_error)),
        **dot("central-error-point", ERRORS, math.log10(h), power(at.error(h).central_error)),
        **move("error-guide", ERRORS.x(math.log10(h)), ERRORS.middle),
        **show("no-errors", math.isnan(at.slope)),
    }


def power(error: float) -> float:
    """The error's power of ten to a sixteenth, not below the floor of the picture; NaN stays NaN."""
    if not math.isfinite(error):
        return math.nan
    floor = ERRORS.ylim[0]
    return max(floor, round(16 * math.log10(error)) / 16) if error else floor


def near(axes: Axes, y: float) -> bool:
    """Whether a height can matter to the picture: not NaN, and not absurdly far outside."""
    low, high = axes.ylim
    return low - 3 * (high - low) < y < high + 3 * (high - low)


def line(part: str, axes: Axes, x: float, y: float, slope: float) -> Patch:
    """A long marker through (x, y), turned to the slope; hidden where there is none."""
    drawn = near(axes, y) and not math.isnan(slope)
    where = (axes.x(x), axes.y(y), axes.angle(slope)) if drawn else (0, 0, 0)
    return {**move(part, *where), **show(part, drawn)}


def dot(part: str, axes: Axes, x: float, y: float) -> Patch:
    return place(part, axes.x(x), axes.y(y), True) if near(axes, y) else place(part, 0, 0, False)


def place(part: str, x: float, y: float, visible: bool) -> Patch:
    return {**move(part, x if visible else 0, y if visible else 0), **show(part, visible)}
