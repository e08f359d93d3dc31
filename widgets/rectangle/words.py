"""What the rectangle says of its strips and its corner."""

import math
from decimal import Decimal

from widgets.kit.numbers import bracketed, decimal
from widgets.rectangle.growth import Growth


def change(value: float, places: int) -> str:
    """A change to so many decimals, and to as many as two digits need where it would read as none at all."""
    if value and not round(value, places):
        places = 1 - math.floor(math.log10(abs(value)))
    return decimal(round(value, places), places)


def share(here: Growth) -> str:
    """How much the corner is of what the nudge changes, in per cent."""
    return f"{here.corner_share:.1%}".replace("%", " %")


def rule(here: Growth) -> str:
    """f′g + fg′ in numbers. Where rounded ones would not add up there is one decimal more, or else no “=”."""
    about = ""
    for places in (2, 3):
        one, other, total = (decimal(round(each, places), places) for each in (*here.slopes[:2], here.slope))
        if _number(one) + _number(other) == _number(total):
            return f"{one} + {bracketed(other)} = {total}"
        about = about or f"{one} + {bracketed(other)} ≈ {total}"
    return about


def _number(text: str) -> Decimal:
    return Decimal(text.replace("−", "-"))
