"""Hypothesis runs the same examples every time, and fewer of them where Python is slow (Pyodide)."""

import os

from hypothesis import HealthCheck, settings

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
