"""What the tests of the tests share: a check that every derivative must pass, and how it is to fail."""

from collections.abc import Callable

import pytest

import calc
from tests.calc.checks import check_exact_ways

OFF = 1.0005
"""0.05 %: small enough to be overlooked in a plot."""


def noticed(check: Callable[..., object], *arguments: object) -> None:
    with pytest.raises(AssertionError):
        check(*arguments)


def check(typed: str, **point: float) -> None:
    check_exact_ways(calc.parse(typed), point or {"x": 0.8})
