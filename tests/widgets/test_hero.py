"""The hero: its numbers and sentences worked out by hand, its picture held against the loss itself."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.paths import Point, points
from widgets.hero import WIDGET
from widgets.hero.pictures import NUDGE, VALLEY, WIRE
from widgets.hero.view import TICKS
from widgets.kit.patch import Patch

(SLIDER,) = WIDGET.sliders
WEIGHTS = st.floats(SLIDER.start, SLIDER.stop)


def at(w: float) -> Patch:
    return WIDGET.update({"w": w})


def loss(w: float) -> float:
    return (2 * w + 1) ** 2


def length(patch: Patch, bar: str) -> float:
    tail, tip = points(patch[f"{bar}-bar.d"])
    return math.dist(tail, tip)


def tip(patch: Patch, bar: str) -> Point:
    return float(patch[f"{bar}-tip.x"]), float(patch[f"{bar}-tip.y"])


# u = 2w + 1, L = u²; slopes 2 and 2u.
@pytest.mark.parametrize(
    ("w", "u", "total", "outer", "product", "factors", "advice"),
    [
        (1.0, "3.00", "9.00", "6", "12", "2 · 6", "Pull left, and the loss falls."),
        (-2.0, "−3.00", "9.00", "−6", "−12", "2 · (−6)", "Pull right, and the loss falls."),
        (-0.5, "0.00", "0.00", "0", "0", "2 · 0", "Flat, at the bottom: a small nudge hardly moves the loss."),
        (0.0, "1.00", "1.00", "2", "4", "2 · 2", "Pull left, and the loss falls."),
        (1.2, "3.40", "11.56", "6.8", "13.6", "2 · 6.8", "Pull left, and the loss falls."),
        (-2.2, "−3.40", "11.56", "−6.8", "−13.6", "2 · (−6.8)", "Pull right, and the loss falls."),
    ],
)
def test_values_slopes_and_the_sentence_are_those_worked_out_by_hand(
    w: float, u: str, total: str, outer: str, product: str, factors: str, advice: str
) -> None:
    patch = at(w)
    assert (patch["u.text"], patch["loss.text"]) == (u, total)
    assert (patch["inner.text"], patch["outer.text"], patch["product.text"]) == ("2", outer, product)
    assert (patch["factors.text"], patch["advice.text"]) == (factors, advice)


@pytest.mark.parametrize(
    ("w", "told"), [(-0.375, "1 nudge"), (-0.625, "−1 nudge"), (-0.5, "0 nudges"), (1.0, "12 nudges")]
)
def test_one_nudge_is_no_plural(w: float, told: str) -> None:
    patch = at(w)  # the slope is 4(2w + 1)
    assert f"{patch['product.text']} {patch['nudges.text']}" == told


def test_the_page_opens_where_a_nudge_is_drawn_one_two_and_twelve_times_as_long() -> None:
    patch = WIDGET.update(WIDGET.defaults())
    assert [length(patch, bar) / NUDGE for bar in ("w", "u", "loss")] == pytest.approx([1, 2, 12])


@given(WEIGHTS)
def test_the_bars_are_as_long_as_a_small_nudge_really_becomes(w: float) -> None:
    h = 1e-6
    patch = at(w)
    grew = (loss(w + h) - loss(w - h)) / (2 * h)
    assert length(patch, "w") == pytest.approx(NUDGE)
    assert length(patch, "u") == pytest.approx(2 * NUDGE)
    assert length(patch, "loss") == pytest.approx(abs(grew) * NUDGE, abs=0.11), "to the tenth that is drawn"


@given(WEIGHTS)
def test_the_tip_is_the_end_that_the_nudge_moves_to_and_the_beam_follows_it(w: float) -> None:
    patch = at(w)
    slope = 4 * (2 * w + 1)  # the derivative of (2w + 1)²
    assert (WIRE - tip(patch, "loss")[1]) * slope >= 0
    assert tip(patch, "w")[1] < WIRE
    assert tip(patch, "u")[1] < WIRE
    ends = points(patch["first-edge.d"]) + points(patch["second-edge.d"])
    for end, bar in zip(ends, ("w", "u", "u", "loss"), strict=True):
        assert end == pytest.approx(tip(patch, bar), abs=0.06)
        assert points(patch[f"{bar}-bar.d"])[1] == pytest.approx(tip(patch, bar), abs=0.06)


@given(WEIGHTS)
def test_no_bar_is_longer_than_its_ruler(w: float) -> None:
    assert length(at(w), "loss") <= 2 * TICKS * NUDGE


def test_pulling_the_way_that_is_said_lowers_the_loss_at_every_stop() -> None:
    for w in SLIDER.stops:
        said = at(w)["advice.text"]
        if "Flat" in said:
            assert loss(w) == min(map(loss, SLIDER.stops))
        else:
            pulled = w + (-0.01 if "left" in said else 0.01)
            assert loss(pulled) < loss(w), w
            assert SLIDER.start <= pulled <= SLIDER.stop, "there is room to pull"


def test_only_the_bottom_of_the_valley_is_flat() -> None:
    assert [w for w in SLIDER.stops if "Flat" in at(w)["advice.text"]] == [-0.5]
    assert "Flat" not in at(-0.499)["advice.text"]


@given(WEIGHTS)
def test_the_ball_lies_on_the_valley_and_the_arrow_points_downhill(w: float) -> None:
    patch = at(w)
    ball = float(patch["ball-point.x"]), float(patch["ball-point.y"])
    assert ball == pytest.approx(VALLEY.at(w, loss(w)), abs=0.06)
    assert patch["ball-point.hidden"] == ""
    shaft = points(patch["downhill.d"])
    if len(shaft) > 1:
        reached = VALLEY.xlim[0] + (shaft[1][0] - VALLEY.left) / (VALLEY.x(1) - VALLEY.x(0))
        assert loss(reached) < loss(w)
