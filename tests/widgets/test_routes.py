"""Two routes from x to y, against products worked out by hand."""

import pytest

from tests.widgets.paths import points
from widgets.kit.patch import Patch
from widgets.routes import WIDGET
from widgets.routes.streams import EXAMPLES


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def wide(path: str, end: int) -> float:
    """How wide a stream is where it begins (0) or ends (-1)."""
    corners = points(path)
    x = (min if end == 0 else max)(across for across, _ in corners)
    levels = [down for across, down in corners if across == pytest.approx(x, abs=0.05)]
    return max(levels) - min(levels)


# u₁ = x², u₂ = 3x, y = u₁u₂. At x = 2: u₁ = 4 with slope 4, u₂ = 6 with slope 3; ∂y/∂u₁ = 6, ∂y/∂u₂ = 4.
def test_it_opens_with_both_products_and_their_sum() -> None:
    patch = at()
    assert [patch[f"{part}.text"] for part in ("u1", "u2", "y")] == ["4.00", "6.00", "24.00"]
    assert patch["first-route.text"] == "4.00 · 6.00"
    assert patch["second-route.text"] == "3.00 · 4.00"
    assert [patch[f"{part}.text"] for part in ("first-product", "second-product", "slope")] == [
        "24.00",
        "12.00",
        "36.00",
    ]


@pytest.mark.parametrize(
    ("example", "slope"),
    [("x^2*3x", 9.0), ("x^2+3x", 5.0), ("x*sigmoid(x)", 0.7311 + 0.1966)],  # 9x², 2x + 3, σ + xσ(1 − σ) at 1
)
def test_the_sum_is_the_slope_of_the_whole(example: str, slope: float) -> None:
    assert float(at(example=example, x=1)["slope.text"]) == pytest.approx(slope, abs=1e-4)


def test_a_stream_is_as_wide_as_the_nudge_has_become() -> None:
    patch = at()
    one = EXAMPLES["x^2*3x"][3]
    for name, inner, product in (("first", 4, 24), ("second", 3, 12)):
        assert wide(patch[f"{name}-in.d"], 0) == pytest.approx(one, abs=0.11), "each route gets the whole nudge"
        assert wide(patch[f"{name}-in.d"], -1) == pytest.approx(inner * one, abs=0.11)
        assert wide(patch[f"{name}-out.d"], 0) == pytest.approx(inner * one, abs=0.11)
        assert wide(patch[f"{name}-out.d"], -1) == pytest.approx(product * one, abs=0.11)


def test_where_they_meet_one_stream_lies_on_the_other() -> None:
    patch = at()
    first, second = (points(patch[f"{name}-out.d"]) for name in ("first", "second"))
    end = max(x for x, _ in first)
    upper, lower = ([y for x, y in stream if x == end] for stream in (first, second))
    assert max(upper) == pytest.approx(min(lower), abs=0.11)
    assert [y for _, y in points(patch["meet.d"])] == pytest.approx([min(upper), max(lower)], abs=0.11)


def test_on_its_way_the_curtain_covers_what_the_nudge_has_not_reached() -> None:
    whole = points(at()["first-in.d"])
    start, end = min(x for x, _ in whole), max(x for x, _ in whole)
    half = at(way=0.5)
    assert min(x for x, _ in points(half["curtain.d"])) == pytest.approx((start + end) / 2, abs=0.11)
    assert max(x for x, _ in points(half["curtain.d"])) > max(x for x, _ in points(half["first-out.d"]))
    assert half["first-inner.hidden"] == half["sum.hidden"] == half["meet.hidden"] == "yes"
    later = at(way=1.5)
    assert min(x for x, _ in points(later["curtain.d"])) > end
    assert (later["first-inner.hidden"], later["first-outer.hidden"], later["sum.hidden"]) == ("", "yes", "yes")
    assert later["first-product.text"] == "24.00", "the sentence keeps its numbers"
    assert points(at()["curtain.d"]) == [(0, 0)]


def test_numbers_say_all_where_two_decimals_would_not_multiply() -> None:
    patch = at(x=0.25)  # u₁ = 0.0625, u₂ = 0.75: 0.5 · 0.75 and 3 · 0.0625
    assert patch["first-route.text"] == "0.50 · 0.75"
    assert patch["first-product.text"] == "0.3750"
    assert patch["second-route.text"] == "3.00 · 0.0625"
    assert patch["slope.text"] == "0.5625"


def test_the_numbers_at_the_end_never_stand_in_one_another() -> None:
    for x in (0.0, 0.25, 1.0, 2.0):
        patch = at(x=x)
        assert float(patch["second-end.y"]) - float(patch["first-end.y"]) >= 22
