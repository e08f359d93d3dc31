"""Activations and their slopes against mpmath in high precision and against JAX."""

import math
import random

import pytest

import calc
from tests.calc.oracles import ACTIVATIONS, precise, precise_slope

INFINITY = math.inf
FAR = (-1000.0, -50.0, -20.0, 20.0, 50.0, 1000.0)
GRID = [i / 20 for i in range(-160, 161)]
_random = random.Random(2)
SCATTERED = [_random.uniform(-8, 8) for _ in range(100)]
TINY = [s * x for s in (-1, 1) for x in (5e-324, 2.2e-308, 1e-200, 1e-30, 1e-16, 1e-9, 1e-5)]
TAILS = [s * x for s in (-1, 1) for x in (10.0, 15.5, 30.0, 37.0, 100.0, 340.0, 700.0, 708.0, 712.0, 740.0, 746.0)]
KINKS = [kink.at for f in calc.ACTIVATIONS.values() for kink in f.kinks]
BESIDE_KINKS = [y for k in {*KINKS, 0.0} for y in (math.nextafter(k, -9), math.nextafter(k, 9), k - 1e-9, k + 1e-9)]
SMALLEST = 5e-324


def assert_close(got: float, want: float, relative: float, where: object) -> None:
    assert abs(got - want) <= relative * abs(want) + 4 * SMALLEST, f"{where}: {got!r}, but {want!r}"


def digits_for(x: float) -> int:
    """Enough to see e^-|x| beside 1, also next to a kink."""
    return 60 + int(min(abs(x), 1000)) if abs(x) > 1e-3 or x == 0 else 700


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_values_agree_with_mpmath_to_twelve_digits(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    for x in (*GRID, *SCATTERED, *FAR, *TINY, *TAILS, *BESIDE_KINKS):
        assert_close(f.value(x), precise(ACTIVATIONS[name], x, digits_for(x)), 1e-12, (name, x))


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_slopes_agree_with_mpmath_to_nine_digits(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    kinks = {kink.at for kink in f.kinks}
    for x in (*GRID, *SCATTERED, *FAR, *TINY, *TAILS, *BESIDE_KINKS):
        if x not in kinks:
            assert_close(f.derivative(x), slope_in_mpmath(name, x), 1e-9, (name, x))


def slope_in_mpmath(name: str, x: float) -> float:
    if name in ("elu", "softsign") and x == 0:
        return 1.0  # Both one-sided limits; mpmath's difference would straddle the change of formula.
    return precise_slope(ACTIVATIONS[name], x, digits_for(x))


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_not_a_number_stays_not_a_number(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    assert math.isnan(f.value(math.nan))
    assert math.isnan(f.derivative(math.nan))


# name: f(−inf), f(inf), f′(−inf), f′(inf), from the definitions
LIMITS = {
    "identity": (-INFINITY, INFINITY, 1, 1),
    "relu": (0, INFINITY, 0, 1),
    "leaky_relu": (-INFINITY, INFINITY, 0.01, 1),
    "elu": (-1, INFINITY, 0, 1),
    "selu": (-1.6732632423543772 * 1.0507009873554805, INFINITY, 0, 1.0507009873554805),
    "sigmoid": (0, 1, 0, 0),
    "tanh": (-1, 1, 0, 0),
    "softplus": (0, INFINITY, 0, 1),
    "silu": (0, INFINITY, 0, 1),
    "gelu": (0, INFINITY, 0, 1),
    "gelu_tanh": (0, INFINITY, 0, 1),
    "mish": (0, INFINITY, 0, 1),
    "softsign": (-1, 1, 0, 0),
    "hard_sigmoid": (0, 1, 0, 0),
    "hard_swish": (0, INFINITY, 0, 1),
    "gaussian": (0, 0, 0, 0),
}


@pytest.mark.parametrize("name", LIMITS)
def test_infinities_give_the_limits(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    got = f.value(-INFINITY), f.value(INFINITY), f.derivative(-INFINITY), f.derivative(INFINITY)
    assert got == pytest.approx(LIMITS[name], rel=1e-15)


def test_the_sine_has_no_limit_and_says_so() -> None:
    assert set(calc.ACTIVATIONS) - set(LIMITS) == {"sine"}
    for g in (calc.ACTIVATIONS["sine"].value, calc.ACTIVATIONS["sine"].derivative):
        with pytest.raises(calc.DomainError, match="sine has no value at inf"):
            g(INFINITY)


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_a_value_beyond_every_float_near_zero_is_reached_without_an_error(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    for x in (-1.7e308, -1e200, -1e5, 1e5, 1e200, 1.7e308):
        assert not math.isnan(f.value(x)), x
        assert not math.isnan(f.derivative(x)), x


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_each_kink_states_both_one_sided_slopes_and_the_slope_at_it_is_one_of_them(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    for kink in f.kinks:
        left = (f.value(kink.at) - f.value(kink.at - 2**-20)) * 2**20
        right = (f.value(kink.at + 2**-20) - f.value(kink.at)) * 2**20
        assert kink.left == pytest.approx(left, abs=2e-6)
        assert kink.right == pytest.approx(right, abs=2e-6)
        assert abs(kink.left - kink.right) > 0.1
        assert f.derivative(kink.at) in (kink.left, kink.right)


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_the_slope_jumps_nowhere_else(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    kinks = {kink.at for kink in f.kinks}
    for i in range(-800, 801):
        x = i / 100
        if x not in kinks:
            jump = f.derivative(math.nextafter(x, 9)) - f.derivative(math.nextafter(x, -9))
            assert abs(jump) < 1e-9, x


# PyTorch's backward kernels (ATen, Activation.cpp).
@pytest.mark.parametrize(
    ("name", "at", "slope"),
    [
        ("relu", 0, 0),
        ("leaky_relu", 0, 0.01),
        ("elu", 0, 1),
        ("selu", 0, 1.6732632423543772 * 1.0507009873554805),
        ("hard_sigmoid", -3, 0),
        ("hard_sigmoid", 3, 0),
        ("hard_swish", -3, 0),
        ("hard_swish", 3, 1),
    ],
)
def test_the_slope_at_a_kink_is_pytorchs(name: str, at: float, slope: float) -> None:
    assert calc.ACTIVATIONS[name].derivative(at) == pytest.approx(slope, rel=1e-15)


@pytest.mark.parametrize("name", [n for n, f in calc.ACTIVATIONS.items() if f.kinks])
def test_a_function_with_a_kink_says_on_the_page_what_it_takes_there(name: str) -> None:
    note = calc.ACTIVATIONS[name].note
    assert "0 is taken as" in note or "at 0 too" in note or "is taken as 0" in note
    assert "\\" not in note


def test_the_activations_are_the_agreed_ones_in_the_agreed_order() -> None:
    assert list(calc.ACTIVATIONS) == [
        "identity",
        "relu",
        "leaky_relu",
        "elu",
        "selu",
        "sigmoid",
        "tanh",
        "softplus",
        "silu",
        "gelu",
        "gelu_tanh",
        "mish",
        "softsign",
        "hard_sigmoid",
        "hard_swish",
        "gaussian",
        "sine",
    ]


# Laws from textbooks, at points no formula above was tuned for.
@pytest.mark.parametrize("x", [-7.3, -1.0, -0.01, 0.0, 0.4, 2.0, 6.6])
def test_known_identities_hold(x: float) -> None:
    a = {name: f.value for name, f in calc.ACTIVATIONS.items()}
    slope = {name: f.derivative for name, f in calc.ACTIVATIONS.items()}
    s = a["sigmoid"](x)
    assert slope["sigmoid"](x) == pytest.approx(s * (1 - s), rel=1e-12)
    assert s + a["sigmoid"](-x) == pytest.approx(1, rel=1e-15)
    assert a["tanh"](x) == pytest.approx(2 * a["sigmoid"](2 * x) - 1, rel=1e-12, abs=1e-15)
    assert slope["tanh"](x) == pytest.approx(1 - a["tanh"](x) ** 2, rel=1e-9)
    assert slope["softplus"](x) == pytest.approx(s, rel=1e-15)
    assert a["softplus"](x) - a["softplus"](-x) == pytest.approx(x, rel=1e-12, abs=1e-15)
    assert a["relu"](x) - a["relu"](-x) == x
    assert a["silu"](x) == pytest.approx(x * s, rel=1e-15)
