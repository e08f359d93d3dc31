"""Cases worked by hand in textbooks; each number below can be checked with pencil and paper."""

import math

import pytest

import calc


def derivative(typed: str, x: float) -> float:
    return calc.differentiate(calc.parse(typed), "x").result.evaluate({"x": x})


# Stewart, Calculus: Early Transcendentals, 8th edition: chapter 3, examples of the named sections.
@pytest.mark.parametrize(
    ("section", "typed", "x", "answer"),
    [
        ("3.1 power rule", "x^8 + 12x^5 - 4x^4 + 10x^3 - 6x + 5", 1.0, 8 + 60 - 16 + 30 - 6),
        ("3.1 root", "sqrt(x)", 4.0, 0.25),
        ("3.1 negative power", "1/x^2", 2.0, -0.25),
        ("3.1 exponential", "e^x - x", 0.0, 0.0),
        ("3.2 product rule", "x*e^x", 0.0, 1.0),
        ("3.2 product rule", "sqrt(x)(1 + 2x)", 1.0, 0.5 * 3 + 1 * 2),
        ("3.2 quotient rule", "(x^2 + x - 2)/(x^3 + 6)", 1.0, (3 * 7 - 0 * 3) / 49),
        ("3.2 quotient rule", "e^x/(1 + x^2)", 1.0, 0.0),
        ("3.3 trigonometric", "x^2*sin(x)", math.pi, -(math.pi**2)),
        ("3.3 trigonometric", "sec(x)/(1 + tan(x))", math.pi / 4, 0.0),
        ("3.4 chain rule", "sqrt(x^2 + 1)", 1.0, 1 / math.sqrt(2)),
        ("3.4 chain rule", "sin(x^2)", math.sqrt(math.pi), -2 * math.sqrt(math.pi)),
        ("3.4 chain rule", "sin^2(x)", math.pi / 4, 1.0),
        ("3.4 power of a function", "(x^3 - 1)^100", 1.0, 0.0),
        ("3.4 power of a function", "(2x + 1)^5*(x^3 - x + 1)^4", 0.0, 10 * 1 + 1 * 4 * -1),
        ("3.4 three links", "sin(cos(tan(x)))", 0.0, 0.0),
        ("3.4 exponential of a function", "e^sin(x)", 0.0, 1.0),
        ("3.4 base a", "2^x", 0.0, math.log(2)),
        ("3.5 inverse trigonometric", "arctan(x)", 1.0, 0.5),
        ("3.5 inverse trigonometric", "x*arctan(sqrt(x))", 1.0, math.pi / 4 + 0.25),
        ("3.6 logarithm", "ln(x^3 + 1)", 1.0, 1.5),
        ("3.6 logarithm of a sine", "ln(sin(x))", math.pi / 4, 1.0),
        ("3.6 logarithmic differentiation", "x^sqrt(x)", 1.0, 1.0),
        ("3.11 hyperbolic", "cosh(sqrt(x))", 1.0, math.sinh(1) / 2),
        ("3.11 inverse hyperbolic", "atanh(sin(x))", 0.0, 1.0),
    ],
)
def test_a_derivative_from_stewart(section: str, typed: str, x: float, answer: float) -> None:
    assert derivative(typed, x) == pytest.approx(answer, rel=1e-12, abs=1e-12), section


# The chapter's own example, section 4.
def test_two_x_plus_one_squared_at_one() -> None:
    f = calc.parse("(2x + 1)^2")
    assert f(1.0) == 9.0
    assert derivative("(2x + 1)^2", 1.0) == 12.0
    assert calc.gradient(f, {"x": 1.0}) == {"x": 12.0}
    assert calc.tangent_line(f, 1.0).slope == 12.0
    assert calc.chain(["2x + 1", "u^2"], 1.0).derivative == 12.0


# Goodfellow, Bengio, Courville, Deep Learning, 2016, section 3.10.
def test_the_properties_of_sigmoid_and_softplus() -> None:
    s, zeta = (calc.FUNCTIONS[name] for name in ("sigmoid", "softplus"))
    assert s.value(0) == 0.5
    assert s.derivative(0) == 0.25
    assert zeta.value(0) == pytest.approx(math.log(2), rel=1e-15)
    assert zeta.derivative(0) == 0.5
    assert calc.differentiate(calc.parse("softplus(x)"), "x").result is calc.parse("sigmoid(x)")


# Baydin et al., Automatic Differentiation in Machine Learning: a Survey, 2018, tables 2 and 3:
# f = ln(x₁) + x₁x₂ − sin(x₂) at (2, 5).
def test_the_survey_of_automatic_differentiation() -> None:
    f = calc.parse("ln(x_1) + x_1*x_2 - sin(x_2)")
    point = {"x_1": 2.0, "x_2": 5.0}
    assert f.evaluate(point) == pytest.approx(11.652, abs=5e-4)
    assert calc.directional_derivative(f, point, {"x_1": 1.0}) == 5.5
    assert calc.gradient(f, point) == pytest.approx({"x_1": 5.5, "x_2": 2 - math.cos(5)}, rel=1e-15)
    assert calc.gradient(f, point)["x_2"] == pytest.approx(1.716, abs=5e-4)


# Karpathy's micrograd README works one small expression; this is the neuron of Nielsen, chapter 1, by hand:
# σ(wx + b) with w = 2, x = −1, b = 2 has z = 0, so ∂/∂w = σ′(0)·x = −¼, ∂/∂x = ½, ∂/∂b = ¼.
def test_one_neuron() -> None:
    neuron = calc.parse("sigmoid(w*x + b)")
    point = {"w": 2.0, "x": -1.0, "b": 2.0}
    assert neuron.evaluate(point) == 0.5
    assert calc.gradient(neuron, point) == {"w": -0.25, "x": 0.5, "b": 0.25}


# Strang and Herman, Calculus Volume 3 (OpenStax), example 4.31: the directional derivative of
# x² − xy + 3y² at (−1, 2) in the direction with cos θ = 3/5, sin θ = 4/5 is 8.
def test_a_directional_derivative_from_openstax() -> None:
    f = calc.parse("x^2 - x*y + 3y^2")
    got = calc.directional_derivative(f, {"x": -1.0, "y": 2.0}, {"x": 0.6, "y": 0.8})
    assert got == pytest.approx((-2 - 2) * 0.6 + (1 + 12) * 0.8)
    assert calc.gradient(f, {"x": -1.0, "y": 2.0}) == {"x": -4.0, "y": 13.0}
