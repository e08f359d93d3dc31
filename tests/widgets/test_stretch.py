"""The nudge on three rulers, against lengths worked out by hand for u = 2x + 1 and y = u²."""

import pytest

from tests.widgets.paths import pieces
from widgets.kit.patch import Patch
from widgets.stretch import WIDGET
from widgets.stretch.picture import AXES

UNIT = AXES.x(1) - AXES.x(0)


def at(**state: float) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def length(patch: Patch, bar: str) -> float:
    """How long a piece is drawn, in the rulers' unit."""
    ((start, end),) = pieces(patch[f"{bar}.d"])
    return (end[0] - start[0]) / UNIT


def test_it_opens_with_the_nudge_on_every_ruler() -> None:
    patch = at()  # x: 1 to 1.2; u: 3 to 3.4; y: 9 to 11.56
    shown = [patch[f"{name}-{end}.text"] for name in "xuy" for end in ("from", "to")]
    assert shown == ["1.00", "1.20", "3.00", "3.40", "9.00", "11.56"]
    assert [patch[f"{part}.text"] for part in ("first", "second", "whole")] == ["2", "6.4", "12.8"]
    assert patch["slopes.text"] == "2 · 6 = 12"


@pytest.mark.parametrize(("x", "h"), [(1.0, 0.2), (1.0, 0.02), (0.5, 0.1), (0.0, 0.2)])
def test_all_pieces_are_drawn_to_one_scale(x: float, h: float) -> None:
    patch = at(x=x, h=h)
    u, to = 2 * x + 1, 2 * (x + h) + 1
    assert length(patch, "x-bar") == pytest.approx(h, abs=0.002)
    assert length(patch, "u-bar") == pytest.approx(2 * h, abs=0.002)
    assert length(patch, "y-bar") == pytest.approx(to**2 - u**2, abs=0.002)


def test_the_rulers_begin_below_one_another() -> None:
    patch = at(x=0.25)
    assert len({pieces(patch[f"{name}-bar.d"])[0][0][0] for name in "xuy"}) == 1


def test_on_its_way_it_is_as_long_as_the_way_says() -> None:
    half = at(way=0.5)
    assert length(half, "traveller") == pytest.approx((0.2 + 0.4) / 2, abs=0.002)
    assert half["u-end.hidden"] == half["y-end.hidden"] == half["first-times.hidden"] == "yes"
    later = at(way=1.5)
    assert length(later, "traveller") == pytest.approx((0.4 + 2.56) / 2, abs=0.002)
    assert (later["u-end.hidden"], later["first-times.hidden"], later["y-end.hidden"]) == ("", "", "yes")
    assert length(later, "u-bar") == pytest.approx(0.4, abs=0.002)
