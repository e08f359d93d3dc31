"""The rectangle, against areas worked out by hand for 2x · x² at x = 1, and against sympy for the other products."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import sympy

from tests.widgets.paths import pieces
from widgets.kit.patch import Patch
from widgets.rectangle import OPTIONS, WIDGET
from widgets.rectangle.growth import PRODUCTS
from widgets.rectangle.picture import ROWS

X = sympy.Symbol("x", positive=True)
SIDES: dict[str, tuple[Any, Any]] = {
    "2x*x^2": (2 * X, X**2),
    "x*x": (X, X),
    "x*e^x": (X, sympy.exp(X)),
    "x*sigmoid(x)": (X, 1 / (1 + sympy.exp(-X))),
    "x*e^-x": (X, sympy.exp(-X)),
}


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def size(path: str) -> float:
    """The area of what is drawn, in the sheet's units."""
    total = 0.0
    for corners in pieces(path):
        for (x, y), (to_x, to_y) in zip(corners, corners[1:] + corners[:1], strict=True):
            total += (x * to_y - to_x * y) / 2
    return abs(total)


# x = 1: f = 2, g = 1. x = 1.5: f = 3, g = 2.25, so Δf = 1 and Δg = 1.25.
def test_it_opens_with_two_strips_and_a_corner() -> None:
    patch = at()
    shown = [patch[f"{part}-area.text"] for part in ("right", "top", "corner")]
    assert shown == ["+1.0000", "+2.5000", "+1.2500"]
    assert patch["growth.text"] == "4.7500"
    assert patch["share.text"] == "26.3 %"  # 1.25 of 4.75
    assert patch["rule.text"] == "2.00 + 4.00 = 6.00"


@pytest.mark.parametrize("h", [0.5, 0.2, 0.05])
def test_the_pieces_are_drawn_as_large_as_they_are(h: float) -> None:
    patch = at(h=h)
    unit = size(patch["area.d"]) / 2
    for part, area in (("right", 2 * h), ("top", 2 * (2 * h + h * h)), ("corner", 2 * h * (2 * h + h * h))):
        assert size(patch[f"{part}.d"]) / unit == pytest.approx(area, abs=0.004 + 0.02 * h), part


def test_the_corner_vanishes_before_the_strips_do() -> None:
    shares = [float(at(h=h)["share.text"].split()[0]) for h in (0.5, 0.1, 0.01)]
    assert shares == [26.3, 6.3, 0.7]  # 1.25/4.75, 0.042/0.662, 0.000402/0.060602
    near = at(h=0.01)
    assert [near[f"{part}-quotient.text"] for part in ("right", "top", "corner")] == ["+2.00", "+4.02", "+0.04"]


# x·e⁻ˣ is level at x = 1: there 1.01·e^−1.01 − 1/e = −0.0000183.
def test_a_change_that_is_there_never_reads_as_none() -> None:
    patch = at(product="x*e^-x", h=0.01)
    assert patch["growth.text"] == "−0.000018"
    assert patch["quotient.text"] == "−0.0018"


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("x", [0.5, 0.75, 1.0, 1.25])
def test_no_piece_reads_as_none_however_small_the_nudge(product: str, x: float) -> None:
    patch = at(product=product, x=x, h=0.01)
    parts = [patch[f"{part}-{what}.text"] for part in ("right", "top", "corner") for what in ("area", "quotient")]
    assert all(float(text.replace("−", "-")) for text in [*parts, patch["growth.text"]]), parts


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("x", [0.5, 1.0, 1.25])
def test_the_strips_come_to_what_sympy_says(product: str, x: float) -> None:
    f, g = SIDES[product]
    first, second = (float(each.subs(X, x)) for each in (sympy.diff(f) * g, f * sympy.diff(g)))
    one, other, whole = (
        float(number.strip("()").replace("−", "-"))
        for number in at(product=product, x=x)["rule.text"].replace("=", "+").replace("≈", "+").split(" + ")
    )
    assert [one, other, whole] == pytest.approx([first, second, first + second], abs=0.0051)


def test_what_a_shrinking_side_takes_away_is_a_gap_and_no_strip() -> None:
    patch = at(product="x*e^-x")
    assert size(patch["top.d"]) == size(patch["corner.d"]) == 0
    assert size(patch["gap.d"]) > 100
    assert patch["top-area.text"].startswith("−")
    assert patch["rule.text"] == "0.37 + (−0.37) = 0.00"  # e⁻¹ of each, at x = 1
    assert size(at()["gap.d"]) == 0


def test_every_product_has_a_name() -> None:
    assert OPTIONS.keys() == PRODUCTS.keys()


def test_the_corner_stays_under_the_finger_that_pulls_it() -> None:
    for product in PRODUCTS:
        axes = WIDGET.figures["area"].axes
        for x in (0.5, 0.8, 1.25):
            patch = at(product=product, x=x, h=0.3)
            assert float(patch["point.x"]) == pytest.approx(axes.x(x), abs=0.06)
            assert float(patch["far.x"]) == pytest.approx(axes.x(x + 0.3), abs=0.06)


def test_nothing_is_drawn_above_the_sheet() -> None:
    for product in PRODUCTS:
        patch = at(product=product, x=1.25, h=0.5)
        assert min(float(patch[f"{part}.y"]) for part in ("far", "top-area", "corner-area")) > 8, product


@pytest.mark.parametrize("product", OPTIONS)
def test_the_slopes_add_up_as_they_are_printed(product: str) -> None:
    for k in range(50, 126, 5):
        text = at(product=product, x=k / 100)["rule.text"]
        left, equal, right = text.replace("−", "-").replace("(", "").replace(")", "").rpartition(" = ")
        assert equal or " ≈ " in text
        if equal:
            assert sum(map(Decimal, left.split(" + "))) == Decimal(right), text
    assert at(x=1.25)["rule.text"] == "3.125 + 6.250 = 9.375"  # 2x² + 4x²


def test_its_lines_of_text_stand_apart_on_a_phone() -> None:
    smallest, narrow = 12, 296  # pixels: a letter's size, and the figure's width on a phone of 360
    assert min(below - above for above, below in pairwise(ROWS)) * narrow / 540 >= 1.15 * smallest
