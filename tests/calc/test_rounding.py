"""What rounding does to a value: nothing that can be avoided, and where no digit is left, it is said."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mpmath import mp

import calc
from calc.formulas import rounding
from tests.calc.conftest import examples
from tests.calc.oracles import in_mpmath
from tests.calc.strategies import tame

LOST = [
    ("1/sin(pi)", 0),
    ("ln(sin(pi))", 0),
    ("1/(0.1 + 0.2 - 0.3)", 0),
    ("(sqrt(1 + x) - 1)/x", 1e-16),
    ("(cosh(x) - 1)/x^2", 1e-9),
    ("(1 + 1/x)^x", 1e16),
    ("(x + 1)^2 - x^2 - 2x", 1e9),
]


@pytest.mark.parametrize(("typed", "x"), LOST)
def test_cancellation_is_not_passed_off_as_a_value(typed: str, x: float) -> None:
    with pytest.raises(calc.RoundingError, match=r"Rounding leaves no digit of this value.*\.$"):
        calc.parse(typed).evaluate({"x": x})


@pytest.mark.parametrize(
    ("typed", "x"),
    [
        ("(1 - cos(x))/x^2", 1e-8),
        ("(cos(x) - 1)/x^2", 1e-8),
        ("(e^x - 1)/x", 1e-12),
        ("(1 - exp(x))/x", 1e-12),
        ("ln(1 + x)/x", 1e-14),
        ("1 - sigmoid(x)", 40),
        ("1 + erf(x)", -6),
        ("1 - erf(x)", 8),
        ("1 - tanh(x)", 20),
        ("tanh(x) + 1", -20),
        ("1 - tanh(x)^2", 21),
        ("1 + x^60 - cos(x)", 1e-9),
        ("x^9 - cos(x) + 1", 1e-7),
        ("1 + erf(x) + x*e^(-x^2)", -5),
        ("x + 1 + x + 1 - cos(x)", 1e-5),
        ("1 - 1 + erf(x) + 1", -4),
        ("sin(x)/x", 1e-200),
        ("(x^3 - 1)/(x - 1)", 1.000001),
        ("(1 + 1/x)^x", 1e6),
        ("x^2 - 1", 1),
        ("x - x", 1e30),
    ],
)
def test_what_can_be_calculated_without_loss_is(typed: str, x: float) -> None:
    expression = calc.parse(typed)
    with mp.workdps(80):
        want = float(in_mpmath(expression, {"x": mp.mpf(x)}))
    assert expression(x) == pytest.approx(want, rel=2e-10, abs=0)


@pytest.mark.parametrize("x", [-8.0, -5.0, -2.0, 0.3])
def test_the_printed_slope_of_gelu_behind_another_function_is_as_exact_as_gelu(x: float) -> None:
    f = calc.parse("gelu(2x + 1)*e^(-x^2/2)")
    with mp.workdps(80):
        want = float(mp.diff(lambda t: in_mpmath(f, {"x": t}), mp.mpf(x)))
    assert calc.differentiate(f, "x").result(x) == pytest.approx(want, rel=1e-9, abs=0)


def test_a_value_that_is_nearly_zero_is_one() -> None:
    assert abs(calc.parse("sin(pi)").evaluate({})) < 1e-15
    assert abs(calc.parse("0.1 + 0.2 - 0.3").evaluate({})) < 1e-15


@pytest.mark.parametrize("name", calc.ACTIVATIONS)
def test_the_printed_slope_of_an_activation_is_as_exact_as_its_own(name: str) -> None:
    f = calc.ACTIVATIONS[name]
    printed = calc.differentiate(f(calc.Variable("x")), "x").result
    for k in range(-400, 401):
        x = k / 10 + 0.0037
        assert printed(x) == pytest.approx(f.derivative(x), rel=1e-12, abs=1e-300), x
    if name == "sigmoid":
        assert [printed(x) for x in (20, 37.5)] == pytest.approx([printed(-x) for x in (20, 37.5)], rel=1e-14)


@examples(600)
@given(tame("x"), st.integers(-12, 12), st.integers(1, 9))
def test_a_value_that_is_given_has_a_right_digit_in_it(expression: calc.Expression, power: int, digit: int) -> None:
    """Next to 0 and far out, where formulas lose their digits."""
    x = digit * 10.0**power
    try:
        got = expression(x)
    except calc.DomainError:
        return
    with mp.workdps(120):
        want = in_mpmath(expression, {"x": mp.mpf(x)})
    assume(mp.isfinite(want) and mp.im(want) == 0)
    assert math.isclose(got, float(want), rel_tol=0.02, abs_tol=1.1e-5 if got else 1.1e-3), (str(expression), x)


# By Taylor: ((eˣ − 1)/x)′ = 1/2 + x/3 + …, and ((1 − cos x)/x²)′ = −x/12 + …
@pytest.mark.parametrize(
    ("typed", "x", "slope"),
    [("(e^x - 1)/x", 1e-12, 0.5), ("(1 - cos(x))/x^2", 1e-5, -1e-5 / 12), ("(1-cos(x))/x", 1e-9, 0.5)],
)
def test_slopes_of_what_would_cancel_keep_their_digits(typed: str, x: float, slope: float) -> None:
    f = calc.parse(typed)
    assert calc.derivative_at(f, x) == pytest.approx(slope, rel=1e-3)
    assert calc.gradient(f, {"x": x})["x"] == pytest.approx(slope, rel=1e-3)


def test_a_bound_that_is_too_small_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounding, "_error", lambda *_: 0.0)
    with pytest.raises(pytest.fail.Exception):
        test_cancellation_is_not_passed_off_as_a_value(*LOST[0])
