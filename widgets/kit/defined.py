"""Values that may not exist: a reader's own formula has no value everywhere, and a picture must survive that."""

import math
from collections.abc import Callable
from typing import ParamSpec

import calc

Given = ParamSpec("Given")


def defined(function: Callable[Given, float], *given: Given.args, **named: Given.kwargs) -> float:
    """What the function gives, or NaN where it has no value: the page then writes “undefined”, and a curve breaks.

    >>> defined(calc.parse("ln(x)").evaluate, {"x": -1.0})
    nan

    A formula too large to work with is no missing value: `calc.SizeError` passes through.
    """
    try:
        return function(*given, **named)
    except calc.SizeError:
        raise
    except calc.DomainError:
        return math.nan
