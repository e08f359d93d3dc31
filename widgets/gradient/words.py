"""How the gradient widget writes its slopes, and what it says about the ground."""

from widgets.gradient.terrain import Ground, Place
from widgets.kit.numbers import decimal

LEVEL = "so there is no direction of steepest ascent."
GROUNDS = {
    Ground.HOLLOW: f"The gradient is zero: a hollow, where every way leads up, {LEVEL}",
    Ground.SUMMIT: f"The gradient is zero: a summit, where every way leads down, {LEVEL}",
    Ground.SADDLE: f"The gradient is zero: a saddle, up in some directions and down in others, {LEVEL}",
    Ground.FLOOR: f"The gradient is zero: the ground is level, {LEVEL}",
    Ground.KINK: "A kink: the slopes on its two sides differ, so there is no gradient here.",
    Ground.NO_GRADIENT: "No tilted plane fits the ground here, so there is no gradient.",
    Ground.NO_VALUE: "f has no value here, so it has no slopes either.",
}


def remark(place: Place, angle: float) -> str:
    """What the direction faced means on this ground."""
    if place.ground is not Ground.SLOPE:
        return GROUNDS[place.ground]
    off = abs((angle - place.uphill + 180) % 360 - 180)
    if off < 0.5:
        return "You face along the gradient: the steepest way up, among all steps of one length (by Pythagoras)."
    if off > 179.5:
        return "You face against the gradient: the steepest way down."
    if abs(off - 90) < 0.5:
        return "You face along the contour, at a right angle to the gradient: to first order, f stays as it is."
    return f"The gradient points to {round(place.uphill) % 360}°, the steepest way up: slope {slope(place.steepness)}."


def slope(number: float) -> str:
    """Two decimals; what rounding in the angle leaves of an exact zero counts as zero."""
    return decimal(0.0 if abs(number) < 5e-5 else number)
