"""The check of a slope: its shares against decimals of fifty digits, and its verdicts against what was planted."""

import math
from decimal import Decimal, localcontext

import pytest

from widgets.kit.patch import Patch
from widgets.slope_check import WIDGET

STOPS = next(slider for slider in WIDGET.sliders if slider.name == "h").stops
RIGHT = -0.5  # by hand: 2(σ(0) − 1) · σ(0)(1 − σ(0)) · 2


def at(h: float = 1e-5, code: str = "right") -> Patch:
    return WIDGET.update({"h": h, "code": code})


def number(text: str) -> float:
    mantissa, _, power = text.replace("−", "-").partition("×10")
    return float(mantissa) * 10.0 ** int(power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0)


def exact_quotient(h: float) -> float:
    """By decimals so long that no rounding shows."""
    with localcontext() as context:
        context.prec = 50

        def loss(w: Decimal) -> Decimal:
            return (1 / (1 + (1 - 2 * w).exp()) - 1) ** 2

        half, step = Decimal("0.5"), Decimal(h)
        return float((loss(half + step) - loss(half - step)) / (2 * step))


@pytest.mark.parametrize("h", [1, 0.316, 0.1, 0.01, 0.001, 1e-4])
def test_while_h_is_wide_the_share_is_the_bend_of_the_loss(h: float) -> None:
    quotient = exact_quotient(h)
    off = abs(quotient - RIGHT) / max(abs(quotient), abs(RIGHT))
    assert number(at(h)["share.text"]) == pytest.approx(off, rel=0.06 if off < 0.01 else 0.02)
    assert number(at(h)["quotient.text"]) == pytest.approx(quotient, abs=1e-9)


@pytest.mark.parametrize("h", [1e-8, 1e-10, 1e-12])
def test_where_h_is_tiny_the_share_is_at_most_what_rounding_can_do(h: float) -> None:
    # both runs are off by half a unit of 2⁻⁵⁴ at most, both points w ± h by half a unit of 2⁻⁵³
    assert number(at(h)["share.text"]) <= (2**-54 + 2**-53) / h


def test_a_right_code_is_fine_in_the_middle_and_a_bug_is_one_at_every_h_that_is_not_too_wide() -> None:
    assert at()["remark.text"].startswith("Fine")
    for h in (stop for stop in STOPS if stop < 0.1):
        for code, share in (("outer", 0.5), ("sign", 2.0)):  # half the slope; the other sign
            assert at(h, code)["remark.text"].startswith("A bug")
            assert number(at(h, code)["share.text"]) == pytest.approx(share, rel=0.05)
        assert "bug" not in at(h)["remark.text"]


@pytest.mark.parametrize(("code", "says"), [("right", -0.5), ("outer", -0.25), ("sign", 0.5)])
def test_what_the_code_says_is_the_product_of_the_numbers_it_shows(code: str, says: float) -> None:
    shown = at(code=code)
    assert number(shown["says.text"]) == says
    factors = shown["way.text"].rpartition(" = ")[2].split(" · ")
    assert math.prod(map(number, factors)) == says


def test_a_nudge_as_wide_as_the_curve_decides_nothing() -> None:
    for code in ("right", "outer", "sign"):
        assert "Make h smaller" in at(1, code)["remark.text"]
    assert "rounding" in at(1e-12)["remark.text"]
