"""Hypothesis runs the same examples every time, and fewer of them where Python is slow (Pyodide)."""

import dataclasses
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from calc.derivatives.rules import own_rule

SHARE = float(os.environ.get("CALC_TEST_SHARE", "1"))
"""Part of the generated examples to run: 1 in full, less inside Pyodide."""


def examples(count: int) -> settings:
    """Hypothesis settings for that many examples, scaled."""
    return settings(
        max_examples=max(20, round(count * SHARE)),
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any, str, Any], None]]:
    """Replaces an attribute, also of a frozen record, until the test ends."""
    undo: list[tuple[Any, str, Any]] = []

    def replace(owner: Any, name: str, value: Any) -> None:
        if dataclasses.is_dataclass(owner) and not isinstance(owner, type):
            undo.append((owner, name, getattr(owner, name)))
            object.__setattr__(owner, name, value)
        else:
            monkeypatch.setattr(owner, name, value)
        own_rule.cache_clear()

    yield replace
    for owner, name, value in reversed(undo):
        object.__setattr__(owner, name, value)
    own_rule.cache_clear()
