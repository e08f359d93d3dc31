"""Each activation is seen in a window that it fills."""

import pytest

import calc
from tests.widgets.paths import points
from widgets.activation import WIDGET
from widgets.activation.curves import AXES


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_the_curve_fills_at_least_half_of_the_picture(name: str) -> None:
    patch = WIDGET.update({**WIDGET.defaults(), "function": name})
    heights = [y for path in ("curve.d", "derivative.d") for _, y in points(patch[path])]
    seen = [y for y in heights if AXES.top <= y <= AXES.height - AXES.bottom]
    assert max(seen) - min(seen) >= 0.5 * AXES.tall


def test_the_ticks_follow_the_window() -> None:
    ticks = [WIDGET.update({**WIDGET.defaults(), "function": "sigmoid"})[f"ytick{i}.text"] for i in range(7)]
    assert ticks == ["−0.25", "0", "0.25", "0.50", "0.75", "1.00", "1.25"]
