"""How the tangent widget writes its numbers, and what it says about them."""

import math

from widgets.kit.numbers import decimal, short
from widgets.tangent.quotients import Finding, Study


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


FINDINGS = {
    Finding.NO_VALUE: "f has no value at this x, so it can have no slope here either.",
    Finding.ONE_SIDED: "On one side of x, f has no value, so the two sides cannot agree on a slope.",
    Finding.STEEP: "The smaller h, the larger the quotients, without bound: there is no number they approach.",
    Finding.NO_SLOPE: "The quotients do not settle on one number, so there is no slope here.",
    Finding.CONVENTION: "By a choice that code makes at a kink, it gives another slope here, and is wrong.",
}


def remark(at: Study, h: float) -> str:
    """What to make of the quotients at this h."""
    if at.finding is Finding.KINK:
        return (
            f"A kink: however small h is, the right says {short(at.right(2.0**-20))} and the left "
            f"{short(at.left(2.0**-20))}. They never agree, so there is no slope here."
        )
    if at.finding is not Finding.SMOOTH:
        return FINDINGS[at.finding]
    if at.x + h == at.x:
        return "Far too small: to the computer, x + h is the same number as x, so the rise is 0."
    if math.isinf(at.best) and abs(at.right(h) - at.slope) < 1e-6 * max(1.0, abs(at.slope)):
        return "A straight stretch: every h gives the slope, and a tiny one only adds rounding."
    if math.isinf(at.best) or at.best * 10 < h:
        off = at.error(h)
        settled = off.central_error < min(1e-8 * max(1.0, abs(at.slope)), off.forward_error / 100)
        if settled and h < 1e-4:
            return "The central quotient is already right to eight digits; the one-sided ones want a smaller h."
        return "Make h smaller, and both sides close in on the tangent's slope."
    if at.best / 10 <= h:
        return "The sweet spot: with a smaller h, rounding would cost more than the closer look gains."
    if h < 100 * max(math.ulp(at.x), math.ulp(at.y) / abs(at.slope or 1)):
        return "Too small: numbers come in steps on a computer, and under the glass the curve is a staircase."
    return "Too small: the computer keeps about 16 digits, and rounding now costs more than the closer look gains."
