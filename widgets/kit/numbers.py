"""How numbers are written on the page: a true minus sign, fixed decimals, and honest extremes."""

import math

MINUS = "−"
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def decimal(value: float, places: int = 2) -> str:
    """`value` in decimal notation, as the page prints it.

    Fixed decimals while they say something; powers of ten for what is too large (from a million) or would
    round to zero without being zero. NaN reads “undefined”, infinities “∞”; there is no negative zero.

    >>> decimal(3), decimal(-0.5), decimal(-1e-9), decimal(2.5e7, 1)
    ('3.00', '−0.50', '−1.00×10⁻⁹', '2.5×10⁷')
    """
    if math.isnan(value):
        return "undefined"
    sign = MINUS if value < 0 else ""
    size = abs(value)
    if math.isinf(size):
        return f"{sign}∞"
    if size >= 1e6 or 0 < size < 0.5 * 10**-places:
        mantissa, exponent = f"{size:.{places}e}".split("e")
        return f"{sign}{mantissa}×10{str(int(exponent)).translate(_SUPERSCRIPT)}"
    return f"{sign}{size:.{places}f}"


def short(number: float) -> str:
    """A number as the prose writes it, up to seven significant digits and no idle zeros: 6.1, −0.005999."""
    if not math.isfinite(number) or number == 0 or not 1e-4 <= abs(number) < 1e6:
        return "0" if number == 0 else decimal(number)
    return f"{number:.7g}".replace("-", MINUS)


def tick(value: float, step: float) -> str:
    """A tick label: as many decimals as the distance between ticks needs, and no more."""
    if abs(value) >= 1e5:
        return decimal(value, 0)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step, places) != step and round(step * 10**places, 9) % 1:
        places += 1
    return decimal(round(value, places), places) if value else "0"
