"""What the rectangle says of its strips and its corner."""

from widgets.kit.numbers import bracketed, decimal
from widgets.rectangle.growth import Growth


def share(here: Growth) -> str:
    """How much the corner is of what the nudge changes, in per cent."""
    return f"{here.corner_share:.1%}".replace("%", " %")


def rule(here: Growth) -> str:
    """f′g + fg′ in numbers."""
    one, other, _ = map(decimal, here.slopes)
    return f"{one} + {bracketed(other)} = {decimal(here.slope)}"
