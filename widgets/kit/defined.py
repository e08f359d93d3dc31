"""Values that may not exist: a reader's own formula has no value everywhere, and a picture must survive that."""

import math
from collections.abc import Callable

import calc


def defined(value: Callable[[], float]) -> float:
    """The value, or NaN where there is none: the page then writes “undefined”, and a curve breaks."""
    try:
        return value()
    except calc.DomainError:
        return math.nan
