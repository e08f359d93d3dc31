"""The curves b^x: their slope is ln b times their height, and once that is one."""

import math

import pytest

from tests.widgets.paths import pieces
from widgets.base import WIDGET, E
from widgets.base.view import AXES
from widgets.kit.patch import Patch


def at(**state: float) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


@pytest.mark.parametrize("b", [1.5, 2.0, 2.5, 3.0, 4.0])
@pytest.mark.parametrize("x", [-2.0, 0.0, 1.25])
def test_the_slope_is_the_same_number_of_times_the_height_everywhere(b: float, x: float) -> None:
    patch = at(b=b, x=x)
    h = 1e-6
    assert float(patch["factor.text"]) == pytest.approx((b**h - b**-h) / (2 * h), abs=6e-5)
    assert float(patch["height.text"]) == pytest.approx(b**x, abs=0.0051)
    assert float(patch["slope.text"]) == pytest.approx((b ** (x + h) - b ** (x - h)) / (2 * h), abs=0.0051)


def test_the_dashed_curve_is_as_high_as_the_solid_one_is_steep() -> None:
    for b in (2.0, 3.0):
        (dashed,) = pieces(at(b=b)["slope-curve.d"])
        (solid,) = pieces(at(b=b)["curve.d"])
        for (x, y), (_, slope) in zip(solid, dashed, strict=True):
            if y > AXES.y(5) and slope > AXES.y(5):
                height, steep = (((AXES.y(0) - each) / (AXES.y(0) - AXES.y(1))) for each in (y, slope))
                assert steep == pytest.approx(height * math.log(b), abs=0.005), x


def test_at_e_both_curves_are_one_and_beside_it_they_are_not() -> None:
    here = at(b=E)
    assert here["factor.text"] == "1.0000"
    assert here["verdict.text"].endswith("This b is e.")
    together = zip(pieces(here["curve.d"])[0], pieces(here["slope-curve.d"])[0], strict=True)
    assert max(abs(y - slope) for (_, y), (_, slope) in together) <= 0.11
    assert at(b=2.7)["verdict.text"].endswith("lies below.")
    assert at(b=2.75)["verdict.text"].endswith("lies above.")


def test_play_passes_e() -> None:
    assert WIDGET.story
    assert [round(b, 3) for b in WIDGET.story.moves["b"]] == [2, round(math.e, 3), 3]


def test_the_point_to_pull_is_as_high_as_the_base() -> None:
    for b in (1.5, 2.0, 4.0):
        patch = at(b=b)
        assert (float(patch["height-point.x"]), float(patch["height-point.y"])) == pytest.approx(
            AXES.at(1, b), abs=0.06
        )
