"""Formulas as text and in LaTeX."""

import pytest
from hypothesis import assume, given

import calc
from tests.calc.conftest import examples
from tests.calc.latex_reader import read_latex
from tests.calc.strategies import POINTS, tame

# typed, printed as text, printed in LaTeX as in a textbook
PRINTED = [
    ("(2x+1)^2", "(2x + 1)^2", "(2x + 1)^{2}"),
    ("1*x", "1*x", r"1 \cdot x"),
    ("0*x^2", "0*x^2", r"0 \cdot x^{2}"),
    ("5x*3x", "5x*3x", r"5x \cdot 3x"),
    ("2*3", "2*3", r"2 \cdot 3"),
    ("2*3^x", "2*3^x", r"2 \cdot 3^{x}"),
    ("x + -3", "x - 3", "x - 3"),
    ("{x<0: 0, x}", "{x < 0: 0, x >= 0: x}", r"\begin{cases} 0 & x < 0 \\ x & x \ge 0 \end{cases}"),
    (
        "2{0 <= x <= 1: x, 2}",
        "2{x < 0: 2, 0 <= x <= 1: x, x > 1: 2}",
        r"2\left(\begin{cases} 2 & x < 0 \\ x & 0 \le x \le 1 \\ 2 & x > 1 \end{cases}\right)",
    ),
    (
        "{x = 0: 1, sin(x)/x}",
        "{x = 0: 1, x != 0: sin(x)/x}",
        r"\begin{cases} 1 & x = 0 \\ \frac{\sin(x)}{x} & x \ne 0 \end{cases}",
    ),
    ("{x < y: x, y}", "{x < y: x, x >= y: y}", r"\begin{cases} x & x < y \\ y & x \ge y \end{cases}"),
    ("x - (-3)", "x - (-3)", "x - (-3)"),
    ("x - (y - 1)", "x - (y - 1)", "x - (y - 1)"),
    ("x + (y + 1)", "x + (y + 1)", "x + y + 1"),
    ("-(x + 1)", "-(x + 1)", "-(x + 1)"),
    ("sin(x)^2", "sin(x)^2", r"\sin^{2}(x)"),
    ("sin(x)^-1", "sin(x)^(-1)", r"\sin(x)^{-1}"),
    ("sin(x^2)", "sin(x^2)", r"\sin(x^{2})"),
    ("x sin(x)", "x*sin(x)", r"x \sin(x)"),
    ("4(2x + 1)", "4(2x + 1)", "4(2x + 1)"),
    ("x/2", "x/2", r"\frac{x}{2}"),
    ("(x + 1)/(2x)", "(x + 1)/(2x)", r"\frac{x + 1}{2x}"),
    ("1/2*x", "1/2*x", r"\frac{1}{2} x"),
    ("2(1/3)", "2(1/3)", r"2 \cdot \frac{1}{3}"),
    ("e^(-x)", "e^(-x)", "e^{-x}"),
    ("e^(-x^2/2)", "e^(-x^2/2)", "e^{-x^{2}/2}"),
    ("exp(-x^2/2)", "exp(-x^2/2)", "e^{-x^{2}/2}"),
    ("ln(x)^2", "ln(x)^2", r"\ln^{2}(x)"),
    ("x^(1/2)", "x^(1/2)", "x^{1/2}"),
    ("x^((x+1)/(2x))", "x^((x + 1)/(2x))", "x^{(x + 1)/(2x)}"),
    ("exp(x)^2", "exp(x)^2", "(e^{x})^{2}"),
    ("sqrt(x)", "sqrt(x)", r"\sqrt{x}"),
    ("cbrt(x)", "cbrt(x)", r"\sqrt[3]{x}"),
    ("|x|^2", "abs(x)^2", r"\left|x\right|^{2}"),
    ("sigmoid(x/2)", "sigmoid(x/2)", r"\sigma\left(\frac{x}{2}\right)"),
    ("(x/2)^2", "(x/2)^2", r"\left(\frac{x}{2}\right)^{2}"),
    ("relu'(x)", "relu'(x)", r"\operatorname{ReLU}'(x)"),
    ("theta_1 x_2", "theta_1*x_2", r"\theta_{1} x_{2}"),
    ("2pi", "2pi", r"2\pi"),
    ("pi x", "pi*x", r"\pi x"),
    ("log2(x)", "log2(x)", r"\log_{2}(x)"),
    ("identity(x + 1)^2", "identity(x + 1)^2", "(x + 1)^{2}"),
    ("2*identity(3)", "2identity(3)", r"2 \cdot 3"),
    ("0.00001x", "0.00001x", "0.00001x"),
    ("x*(-2)", "x*(-2)", "x (-2)"),
    ("(x^2)^3", "(x^2)^3", "(x^{2})^{3}"),
    ("x^2^3", "x^(2^3)", "x^{2^{3}}"),
    ("2((-x)y)", "2((-x)*y)", "2(-x y)"),
    ("x*((-2)x)", "x*((-2)*x)", "x (-2x)"),
    ("x-(-1)x", "x - (-1)*x", r"x - (-1 \cdot x)"),
    ("-((-y)z)", "-(-y)*z", "-(-y z)"),
    ("e^(-((-x)y)/2)", "e^(-(-x)*y/2)", "e^{-(-x y)/2}"),
]


@pytest.mark.parametrize(("typed", "text", "latex"), PRINTED, ids=[p[0] for p in PRINTED])
def test_a_formula_is_printed_as_people_type_it_and_as_textbooks_set_it(typed: str, text: str, latex: str) -> None:
    expression = calc.parse(typed)
    assert str(expression) == text
    assert expression.latex() == latex


@pytest.mark.parametrize(("typed", "latex"), [("1x", "x"), ("x + -3", "x - 3"), ("x^1", "x"), ("0 + x", "x")])
def test_a_simplified_formula_has_no_1x_and_no_plus_minus(typed: str, latex: str) -> None:
    assert calc.simplify(calc.parse(typed)).latex() == latex


@examples(700)
@given(tame("x", "y"), POINTS, POINTS)
def test_the_latex_says_the_same_as_the_formula(expression: calc.Expression, x: float, y: float) -> None:
    try:
        value = expression.evaluate({"x": x, "y": y})
    except calc.DomainError:
        assume(False)
    read = read_latex(expression.latex())
    assert read.evaluate({"x": x, "y": y}) == pytest.approx(value, rel=1e-9, abs=1e-9), expression.latex()


def test_what_nobody_would_read_is_not_printed() -> None:
    y: calc.Expression = calc.Variable("x")
    for _ in range(40):
        y = y * y
    for printed in (y.__str__, y.latex):
        with pytest.raises(calc.SizeError, match="Formulas of up to 50000 parts are printed"):
            printed()
    assert repr(y).startswith("<expression of ")
