"""How far off the quotients are for every h, as a patch: two curves in powers of ten."""

import math

from widgets.kit.axes import Axes
from widgets.kit.marks import curve, marker
from widgets.kit.patch import Patch, move, show
from widgets.tangent.quotients import Study

# Both ways in powers of ten: h from 10⁻¹⁶ to 1, errors from 10⁻¹⁶ to 100. A decade is 28 units by 16.
ERRORS = Axes(xlim=(-16, 0), ylim=(-16, 2), height=342, left=68, right=24, top=14, bottom=40)


def error_curves(at: Study, h: float) -> Patch:
    """Both error curves in powers of ten, through the h in use; errors of 0 lie on the picture's floor."""
    rows = sorted({row.h: row for row in (*at.errors(), at.error(h))}.values(), key=lambda row: row.h)
    return {
        "right-errors.d": curve(ERRORS, ((math.log10(row.h), decades(row.forward_error)) for row in rows)),
        "central-errors.d": curve(ERRORS, ((math.log10(row.h), decades(row.central_error)) for row in rows)),
        **marker("right-error-point", ERRORS, math.log10(h), inside(decades(at.error(h).forward_error))),
        **marker("central-error-point", ERRORS, math.log10(h), inside(decades(at.error(h).central_error))),
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
