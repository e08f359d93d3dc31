"""How the rounding widget writes its numbers, and what it says about them."""

import math

from widgets.kit.numbers import decimal
from widgets.kit.quotients import Study, trouble
from widgets.rounding.errors import error_at


def significant(number: float) -> str:
    """A quotient with nine significant digits, so that one sees where the digits settle."""
    if not math.isfinite(number) or 0 < abs(number) < 5e-6 or abs(number) >= 1e6:
        return decimal(number)
    return decimal(number, 8 - max(0, math.floor(math.log10(abs(number)))) if number else 8)


def brief(number: float) -> str:
    """The same without idle zeros: 6.1, 5.99999996."""
    text = significant(number)
    return text.rstrip("0").rstrip(".") if "." in text and "×" not in text else text


def written(h: float) -> str:
    """h as the table heads its rows: 1, 0.1, 0.01, 0.001, 10⁻⁴, 3.16×10⁻⁵."""
    if h >= 0.001:
        return f"{h:.3g}"
    return decimal(h).removeprefix("1.00×")


def error(size: float) -> str:
    """How far off a quotient is; a dash where there is nothing to be off from."""
    return "–" if math.isnan(size) else "0" if size == 0 else decimal(size)


def remark(at: Study, h: float) -> str:
    """What to make of the quotients at this h."""
    if said := trouble(at):
        return said
    if at.x + h == at.x:
        return "Far too small: to the computer, x + h is the same number as x, so the rise is 0."
    if at.straight and abs(at.right(h) - at.slope) < 1e-6 * max(1.0, abs(at.slope)):
        return "A straight stretch: every h gives the slope, and a tiny one only adds rounding."
    if math.isinf(at.best) or at.best * 10 < h:
        off = error_at(at, h)
        right = 1e-8 * max(1.0, abs(at.slope))
        if off.forward_error < right and off.central_error < right:
            return "Both quotients are already right to eight digits."
        if off.central_error < min(right, off.forward_error / 100) and h < 1e-4:
            return "The central quotient is already right to eight digits; the one-sided ones want a smaller h."
        return "Make h smaller, and both quotients close in on the slope."
    if at.best / 10 <= h:
        return "The sweet spot: with a smaller h, rounding would cost more than the closer look gains."
    if h < 100 * max(math.ulp(at.x), math.ulp(at.y) / abs(at.slope or 1)):
        return "Too small: numbers come in steps on a computer, and under the glass the curve is a staircase."
    return "Too small: the computer keeps about 16 digits, and rounding now costs more than the closer look gains."
