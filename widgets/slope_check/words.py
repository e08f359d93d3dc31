"""How the check writes its numbers, and what it makes of them."""

from widgets.kit.numbers import decimal
from widgets.slope_check.neuron import BUG, FINE, Check

WIDE, NARROW = 0.1, 1e-6  # from here on up the loss bends too much to judge; below that, rounding costs more and more


def remark(check: Check) -> str:
    if check.share <= FINE:
        return "Fine: what the code says is the slope."
    if check.h >= WIDE:
        return "The loss bends over so wide a nudge. Make h smaller."
    if check.share >= BUG:
        return "A bug: for no h do the two come together."
    if check.h < NARROW:
        return "Between the lines: h is so small that rounding shows."
    return "Between the lines: the loss still bends over this nudge."


def share(size: float) -> str:
    """A part of the whole: 0.50, 0.0033, 3.8×10⁻¹¹."""
    return decimal(size) if size >= 0.1 else decimal(size, 1) if size < 1e-4 else f"{size:.2g}"


def written(h: float) -> str:
    """h as a power of ten, where it is small."""
    return f"{h:.3g}" if h >= 1e-4 else decimal(h).replace("1.00×", "")
