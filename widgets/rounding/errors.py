"""How far off the quotients are for every h, as a patch: two curves in powers of ten."""

import math
from functools import lru_cache

import calc
from widgets.kit.axes import Axes
from widgets.kit.marks import curve, marker
from widgets.kit.patch import Patch, move, show
from widgets.kit.quotients import Study

STEPS = tuple(float(f"{10 ** (-k / 2):.2e}") for k in range(33))  # the slider's h: 1, 0.316, 0.1, …
# Both ways in powers of ten: h from 10⁻¹⁶ to 1, errors from 10⁻¹⁶ to 100. A decade is 28 units by 15.
ERRORS = Axes(xlim=(-16, 0), ylim=(-16, 2), height=326, left=68, right=24, top=14, bottom=40)


def error_curves(at: Study, h: float) -> Patch:
    """Both error curves in powers of ten, through the h in use; errors of 0 lie on the picture's floor."""
    rows = sorted({row.h: row for row in (*_errors(at), error_at(at, h))}.values(), key=lambda row: row.h)
    return {
        "right-errors.d": curve(ERRORS, ((math.log10(row.h), decades(row.forward_error)) for row in rows)),
        "central-errors.d": curve(ERRORS, ((math.log10(row.h), decades(row.central_error)) for row in rows)),
        **marker("right-error-point", ERRORS, math.log10(h), inside(decades(error_at(at, h).forward_error))),
        **marker("central-error-point", ERRORS, math.log10(h), inside(decades(error_at(at, h).central_error))),
        **move("error-guide", ERRORS.x(math.log10(h)), ERRORS.middle),
        **show("no-errors", math.isnan(at.slope)),
    }


def inside(height: float) -> float:
    """A height in the picture; NaN above it, where a point would lie over the words."""
    return height if height <= ERRORS.ylim[1] else math.nan


def decades(error: float) -> float:
    """The error's power of ten to a sixteenth, not below the floor of the picture; NaN stays NaN."""
    if not math.isfinite(error):
        return math.nan
    floor = ERRORS.ylim[0]
    return max(floor, round(16 * math.log10(error)) / 16) if error else floor


def error_at(at: Study, h: float) -> calc.QuotientError:
    """Both quotients and their errors at one h."""
    return calc.error_curve(at.at, at.x, (h,), derivative=at.slope)[0]


@lru_cache(maxsize=256)
def _errors(at: Study) -> tuple[calc.QuotientError, ...]:
    return calc.error_curve(at.at, at.x, STEPS, derivative=at.slope)
