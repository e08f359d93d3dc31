"""A value used twice: what arrives at x against nudges of the whole formula, and against the product rule."""

import math

import pytest

from widgets.fanout import LAST, WIDGET
from widgets.kit.patch import Patch


def at(x: float = 2, step: int = LAST) -> Patch:
    return WIDGET.update({"x": x, "step": step})


def sigma(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@pytest.mark.parametrize("x", [-4, -1, 0, 0.5, 2, 4])
def test_both_deliveries_together_are_the_slope_by_nudging_and_by_the_product_rule(x: float) -> None:
    nudged = ((x + 1e-5) * sigma(x + 1e-5) - (x - 1e-5) * sigma(x - 1e-5)) / 2e-5
    ruled = sigma(x) + x * sigma(x) * (1 - sigma(x))
    shown = float(at(x)["in0-adjoint.text"].replace("−", "-"))
    assert shown == pytest.approx(nudged, abs=1e-4)
    assert shown == pytest.approx(ruled, abs=6e-5)


def test_after_the_first_delivery_x_waits_for_the_second() -> None:
    assert at(step=3)["in0-adjoint.text"] == ""
    assert at(step=4)["in0-adjoint.text"] == at(step=5)["in0-adjoint.text"] == "0.8808…"  # σ(2)
    assert at()["in0-adjoint.text"] == "1.0908"
    assert at()["result.text"].replace("\u00a0", " ") == "0.8808 + 0.2100 = 1.0908"


def test_the_walk_ends_where_the_slider_does() -> None:
    assert at()["last.text"] == at()["step.text"] == str(LAST)
