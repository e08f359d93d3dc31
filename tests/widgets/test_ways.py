"""Both ways through the table of the page's example, against NumPy."""

import math
import re

import numpy as np
import pytest

from tests.widgets.paths import pieces
from widgets.ways import WIDGET
from widgets.ways.view import PLANE

J = np.array([[3.0, 2.0], [-1.0, 1.0]])  # of x₁x₂ and x₂ − x₁ at (2, 3)


def numbers(text: str) -> list[float]:
    return [float(each) for each in re.findall(r"-?[\d.]+", text.replace("−", "-"))]


@pytest.mark.parametrize("v", [0, 45, 105, 270])
@pytest.mark.parametrize("w", [0, 90, 195, 360])
def test_a_step_goes_forwards_a_row_comes_back_and_both_say_how_the_loss_moves(v: float, w: float) -> None:
    patch = WIDGET.update({"v": v, "w": w})
    step, row = (np.array([math.cos(math.radians(a)), math.sin(math.radians(a))]) for a in (v, w))
    for part, expected in (("v", step), ("jv", J @ step), ("w", row), ("wj", row @ J), ("slope", [row @ (J @ step)])):
        assert numbers(patch[f"{part}.text"]) == pytest.approx(expected, abs=0.00501)


@pytest.mark.parametrize("turn", range(0, 361, 15))
def test_no_arrow_leaves_its_plane_and_all_point_the_right_way(turn: float) -> None:
    patch = WIDGET.update({"v": turn, "w": turn})
    given = np.array([math.cos(math.radians(turn)), math.sin(math.radians(turn))])
    for part, expected in (("v", given), ("jv", J @ given / 2), ("w", given), ("wj", given @ J / 2)):
        (_, tip), *_ = pieces(patch[f"{part}-arrow.d"])
        assert tip == pytest.approx(PLANE.at(*expected), abs=0.11)
        assert 0 <= tip[0] <= PLANE.width
        assert 0 <= tip[1] <= PLANE.height


def test_nothing_is_written_as_minus_nothing() -> None:
    for turn in (0, 90, 180, 270, 360):
        assert "−0.00" not in "".join(WIDGET.update({"v": turn, "w": turn}).values())
