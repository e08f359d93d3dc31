"""The rounding widget: the U-curve, the table, the staircase under the glass, and the words at each h."""

import math
from itertools import pairwise

import numpy as np
import pytest
import sympy

import calc
from tests.widgets.paths import points
from tests.widgets.quotients import ORACLES, X, number
from widgets.kit import quotients
from widgets.kit.patch import Patch
from widgets.rounding import FUNCTIONS, WIDGET, errors
from widgets.rounding.words import significant

HS, XS = (slider.stops for slider in WIDGET.sliders)


def at(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("h", [1.0, 0.1, 0.01])
def test_the_quotients_are_sympys(function: str, h: float) -> None:
    f, step = sympy.lambdify(X, ORACLES[function], "mpmath"), sympy.Rational(str(h))
    for x in XS:
        middle, right, left = (float(f(sympy.Rational(str(x)) + k * step)) for k in (0, 1, -1))
        patch = at(function=function, x=x, h=h)
        assert number(patch["right.text"]) == pytest.approx((right - middle) / h, rel=1e-7, abs=1e-8)
        assert number(patch["central.text"]) == pytest.approx((right - left) / (2 * h), rel=1e-7, abs=1e-8)


def test_rounding_spoils_the_quotient_as_it_does_in_numpys_float64() -> None:
    for h in (1e-8, 1e-12, 1e-15, 1e-16):
        x, step = np.float64(3), np.float64(h)
        assert number(at(h=h)["right.text"]) == pytest.approx(((x + step) ** 2 - x**2) / step, rel=1e-8)
    assert float(at(h=1e-8)["right-brief.text"]) == pytest.approx(6, abs=2e-7)
    assert at(h=1e-16)["right.text"] == "0.00000000"


@pytest.mark.parametrize("function", ["sin(x)", "e^x"])
def test_no_digit_depends_on_the_last_bit_of_the_machines_own_library(
    function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def off_by_a_bit(y: float) -> float:
        return math.nextafter(y, math.inf) if y / math.ulp(y) % 3 == 1 else y

    def shown() -> list[Patch]:
        for cached in (quotients.value, quotients.study, errors._errors):
            cached.cache_clear()
        object.__setattr__(calc.parse(function), "_tape", None)  # which holds on to the library's function
        return [at(function=function, x=2.0, h=h) for h in HS]

    here = shown()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(math, "exp", lambda x, exp=math.exp: off_by_a_bit(exp(x)))
        sine = calc.FUNCTIONS["sin"].value
        elsewhere.setitem(calc.FUNCTIONS["sin"].__dict__, "value", lambda x: off_by_a_bit(sine(x)))
        there = shown()
    object.__setattr__(calc.parse(function), "_tape", None)
    moved = {key for a, b in zip(here, there, strict=True) for key in a if a[key] != b[key]}
    assert moved == set()
    exact = float(ORACLES[function].subs(X, sympy.Rational(2.0 + 1e-13)).evalf(40))
    base = float(ORACLES[function].subs(X, 2).evalf(40))
    assert at(function=function, x=2.0, h=1e-13)["right.text"] == significant((exact - base) / 1e-13)


def test_the_table_holds_the_quotient_of_every_power_of_ten() -> None:
    patch = at()
    for k in range(17):
        assert patch[f"right{k}.text"] == at(h=float(f"1e-{k}"))["right.text"]
        assert patch[f"central{k}.text"] == at(h=float(f"1e-{k}"))["central.text"]
    assert [patch[f"right{k}.text"] for k in range(4)] == ["7.00000000", "6.10000000", "6.01000000", "6.00100000"]


@pytest.mark.parametrize("x", [0.5, 1.0, 2.0, 3.0])
def test_the_best_h_is_near_the_square_root_of_epsilon_and_for_central_near_its_cube_root(x: float) -> None:
    """The worst of a few h in each decade: single ones depend on luck."""

    def typical(part: str, decade: float) -> float:
        near = [decade * factor for factor in (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)]
        return max(number(at(function="e^x", x=x, h=h)[f"{part}-error.text"]) for h in near)

    decades = [10.0**-k for k in range(1, 15)]
    assert min(decades, key=lambda h: typical("right", h)) in (1e-7, 1e-8, 1e-9)
    assert min(decades, key=lambda h: typical("central", h)) in (1e-4, 1e-5, 1e-6)


def test_the_words_follow_h_through_the_sweet_spot() -> None:
    said = [at(h=h)["remark.text"].split(":")[0].split(",")[0] for h in (1.0, 1e-3, 1e-8, 1e-11, 1e-16)]
    assert said == ["Make h smaller", "Make h smaller", "The sweet spot", "Too small", "Far too small"]
    assert "staircase" in at(h=1e-15)["remark.text"]


@pytest.mark.parametrize(
    ("typed", "x", "says"),
    [
        ("abs(x)", 0.0, "1 from the right, −1 from the left"),
        ("ln(x)", -1.0, "f has no value"),
        ("5x - 2", 3.0, "straight"),
    ],
)
def test_the_words_know_what_is_special_at_a_point(typed: str, x: float, says: str) -> None:
    assert says in at(function=typed, x=x)["remark.text"]


def test_under_the_glass_the_curve_is_a_staircase_for_tiny_h() -> None:
    heights = [-y for _, y in points(at(h=1e-15)["lens.d"])]
    # Floats near 3 lie 4.4e-16 apart, so a glass 3e-15 wide holds six or seven of them, and flat stretches between.
    climbing = [after - before > 0.5 for before, after in pairwise(heights)]
    assert sum(a and not b for a, b in pairwise([*climbing, False])) in (6, 7)
    assert not any(after < before for before, after in pairwise(heights))


@pytest.mark.parametrize("function", ["x^3", "sin(x)", "x^2"])
def test_a_curve_that_is_bent_is_never_called_straight_nor_a_tiny_h_too_large(function: str) -> None:
    for h in (1e-16, 1e-12, 1e-5):  # at 0 no digit is lost: the quotients are h², 1 − h²/6 and h
        said = at(function=function, x=0.0, h=h)["remark.text"]
        assert "straight" not in said
        assert ("smaller h" in said or "Make h smaller" in said) == (h > 1e-8 and function == "x^2"), (h, said)
