"""The logarithmic axis: every float has a place, and zero has its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.deep_chain.decades import Decades, fit
from widgets.kit.axes import Axes

AXES = Axes(xlim=(0, 1), ylim=(0, 1), width=100, height=120, left=0, right=0, top=10, bottom=10, y_intervals=5)
SIZES = st.lists(st.one_of(st.just(0.0), st.floats(0, allow_infinity=False)), max_size=20)


def test_equal_factors_have_equal_heights() -> None:
    scale = fit(AXES, [0.001, 100])  # five decades on five intervals of 20 units
    assert [scale.y(size) for size in (0.001, 0.01, 0.1, 1, 10, 100)] == pytest.approx([110, 90, 70, 50, 30, 10])
    assert list(scale.labels("t").values()) == ["0.001", "0.01", "0.1", "1", "10", "100"]


def test_zero_lies_on_a_line_of_its_own_below_all_others() -> None:
    scale = fit(AXES, [0.01, 10, 0.0])
    assert scale.y(0) == scale.floor == 110
    assert scale.y(0.01) <= 90.0001
    assert next(iter(scale.labels("t").values())) == "0"
    assert "0" not in list(scale.labels("t").values())[1:]


def test_without_a_zero_no_line_claims_to_be_it() -> None:
    assert "0" not in fit(AXES, [0.01]).labels("t").values()


@given(SIZES)
def test_every_size_there_is_finds_a_place(sizes: list[float]) -> None:
    scale = fit(AXES, sizes)
    heights = [scale.y(size) for size in sizes]
    assert all(9 <= height <= 111.001 for height in [*heights, scale.y(1)])
    assert 0 not in sizes or all(scale.y(size) < scale.floor - 15 for size in sizes if size)
    ordered = [scale.y(size) for size in sorted(sizes)]
    assert ordered == sorted(ordered, reverse=True)


def test_the_scale_is_as_fine_as_it_can_be() -> None:
    assert fit(AXES, [0.001, 100]) == Decades(fit(AXES, [0.001, 100]).axes, zero=False)
    assert fit(AXES, [0.001, 100]).axes.ylim == (-3, 2)
    assert fit(AXES, [0.00099, 100]).axes.ylim == (-3, 2), "a hair outside is not worth halving the scale"
    low, high = fit(AXES, [0.0001, 100]).axes.ylim
    assert high - low == 10
