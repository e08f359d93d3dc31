"""How numbers are written on the page: a true minus sign, fixed decimals, and honest extremes."""

import math

MINUS = "−"
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉", "_")


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
        return f"{sign}{mantissa}×10{raised(int(exponent))}"
    return f"{sign}{size:.{places}f}"


def short(number: float, digits: int = 7) -> str:
    """A number as the prose writes it, up to so many significant digits and no idle zeros: 6.1, −0.005999."""
    if not math.isfinite(number) or number == 0 or not 1e-4 <= abs(number) < 1e6:
        return "0" if number == 0 else decimal(number)
    return f"{number:.{digits}g}".replace("-", MINUS)


def tick(value: float, step: float) -> str:
    """A tick label: as many decimals as the distance between ticks needs, and no more."""
    fine = -math.floor(math.log10(step) + 1e-9)
    if round(step, fine) != step and round(step * 10.0**fine, 9) % 1:
        fine += 1
    if abs(value) >= 1e5:
        return decimal(value, max(0, fine + math.floor(math.log10(abs(value)))) if abs(value) >= 1e6 else 0)
    places = max(0, fine)
    return decimal(round(value, places), places) if value else "0"


def power_of_ten(exponent: int) -> str:
    """10 to this power, written out from 0.001 to 1000.

    >>> power_of_ten(-2), power_of_ten(0), power_of_ten(3), power_of_ten(-7)
    ('0.01', '1', '1000', '10⁻⁷')
    """
    return f"{10.0**exponent:.{max(0, -exponent)}f}" if abs(exponent) <= 3 else f"10{raised(exponent)}"


def raised(exponent: int) -> str:
    """A whole exponent in small figures above the line: ⁻¹²."""
    return str(exponent).translate(_RAISED)


def lowered(name: str) -> str:
    """A name with its number below the line: u₂ for u2 or u_2."""
    return name.translate(_LOWERED)


def bracketed(text: str) -> str:
    """A written number as a factor or a later term: in brackets where it is negative, so that no two signs meet."""
    return f"({text})" if text.startswith(MINUS) else text
