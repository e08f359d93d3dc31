"""Reading what people type, and saying what is wrong with what cannot be read."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import calc
from calc import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable
from tests.calc.conftest import examples
from tests.calc.oracles import in_sympy
from tests.calc.strategies import TREES

x, y, w, b = (Variable(name) for name in "xywb")
one, two, three, five = (Number(n) for n in (1, 2, 3, 5))
e, pi = Constant("e"), Constant("pi")


def f(name: str, argument: calc.Expression) -> Call:
    return Call(calc.FUNCTIONS[name], argument)


TREES_BY_HAND = [
    ("(2x+1)^2", Power(Sum(Product(two, x), one), two)),
    ("(2x+1)**2", Power(Sum(Product(two, x), one), two)),
    ("5x*3x", Product(five, x, three, x)),
    ("sin(x)^2", Power(f("sin", x), two)),
    ("sin^2(x)", Power(f("sin", x), two)),
    ("sin²(x)", Power(f("sin", x), two)),
    ("e^-x", Power(e, Negative(x))),
    ("sigmoid(w*x + b)", f("sigmoid", Sum(Product(w, x), b))),
    ("2sin(x)cos(x)", Product(two, f("sin", x), f("cos", x))),
    ("x^2^3", Power(x, Power(two, three))),
    ("-x^2", Negative(Power(x, two))),
    ("(-x)^2", Power(Negative(x), two)),
    ("2^-3^2", Power(two, Negative(Power(three, two)))),
    ("|x|", f("abs", x)),
    ("2|x + 1|x", Product(two, f("abs", Sum(x, one)), x)),
    ("||x| - 1|", f("abs", Sum(f("abs", x), Negative(one)))),
    ("|x||y|", Product(f("abs", x), f("abs", y))),
    ("|x|y + |x|", Sum(Product(f("abs", x), y), f("abs", x))),
    ("|x|(x|y|)", Product(f("abs", x), Product(x, f("abs", y)))),
    ("||x|y|", f("abs", Product(f("abs", x), y))),
    ("x - y - 1", Sum(x, Negative(y), Negative(one))),
    ("x - -y", Sum(x, Negative(Negative(y)))),
    ("--x", Negative(Negative(x))),
    ("+x", x),
    ("x + +y", Sum(x, y)),
    ("2*-x*3", Product(two, Negative(x), three)),
    ("2/-x*3", Product(Quotient(two, Negative(x)), three)),
    ("-2x", Negative(Product(two, x))),
    ("1/2x", Product(Quotient(one, two), x)),
    ("x/y/2", Quotient(Quotient(x, y), two)),
    ("x*y/2*x", Product(Quotient(Product(x, y), two), x)),
    ("x·y×2", Product(x, y, two)),
    ("x − y", Sum(x, Negative(y))),
    ("x ÷ y", Quotient(x, y)),
    ("2π", Product(two, pi)),
    ("2pi", Product(two, pi)),
    ("PI", pi),
    ("x²", Power(x, two)),
    ("x⁻²", Power(x, Negative(two))),
    ("x¹²y", Product(Power(x, Number(12)), y)),
    ("2^x²", Power(two, Power(x, two))),
    ("σ(x)", f("sigmoid", x)),
    ("σ", Variable("sigma")),
    ("√(x)", f("sqrt", x)),
    ("√2/2", Quotient(f("sqrt", two), two)),
    ("1/√x", Quotient(one, f("sqrt", x))),
    ("sin x", f("sin", x)),
    ("2 sin x cos x - 1", Sum(Product(two, f("sin", x), f("cos", x)), Negative(one))),
    ("|sin^2 x|", f("abs", Power(f("sin", x), two))),
    ("e^sin x + ln 2", Sum(Power(e, f("sin", x)), f("ln", two))),
    ("θ", Variable("theta")),
    ("θ₁x₁", Product(Variable("theta1"), Variable("x1"))),
    ("theta_1*x", Product(Variable("theta_1"), x)),
    ("w1x1 + b", Sum(Product(Variable("w1"), Variable("x1")), b)),
    ("w_1x_1 + b", Sum(Product(Variable("w_1"), Variable("x_1")), b)),
    ("xy", Product(x, y)),
    ("2xy", Product(two, x, y)),
    ("xe^x", Product(x, Power(e, x))),
    ("xsin(x)", Product(x, f("sin", x))),
    ("xpi", Product(x, pi)),
    ("x(x + 1)", Product(x, Sum(x, one))),
    ("(x + 1)(x + 2)", Product(Sum(x, one), Sum(x, two))),
    ("ln(x)", f("ln", x)),
    ("log(x)", f("log", x)),
    ("log2(x)", f("log2", x)),
    ("log10(x)", f("log10", x)),
    ("log₂(x) + log_10(x)", Sum(f("log2", x), f("log10", x))),
    ("arcsin(x)", f("asin", x)),
    ("arsinh(x)", f("asinh", x)),
    ("arcsinh(x)", f("asinh", x)),
    ("ReLU(x)", f("relu", x)),
    ("swish(x)", f("silu", x)),
    ("Leaky_ReLU(x)", f("leaky_relu", x)),
    ("sgn(x)", f("sign", x)),
    (".5x", Product(Number(0.5), x)),
    ("2.", two),
    ("2.50", Number(2.5)),
    ("007", Number(7)),
    ("X", Variable("X")),
    ("  x\t+\n1 ", Sum(x, one)),
]


@pytest.mark.parametrize(("typed", "tree"), TREES_BY_HAND, ids=[typed for typed, _ in TREES_BY_HAND])
def test_a_formula_is_read_as_written_on_paper(typed: str, tree: calc.Expression) -> None:
    assert calc.parse(typed) is tree


def test_log_is_the_natural_logarithm_and_says_so() -> None:
    assert calc.parse("log(e)").evaluate({}) == 1.0
    assert calc.FUNCTIONS["log"].note == "The natural logarithm, the same as ln."
    assert calc.parse("log(x)").latex() == r"\ln(x)"


@pytest.mark.parametrize(
    "typed",
    [
        "(2*x+1)**2",
        "5*x*3*x",
        "x**2**3",
        "-x**2",
        "2**-x",
        "6/-2*3",
        "1/2*x",
        "2**-3**2",
        "-2**2",
        "x/y/2*x",
        "3-2-1",
        "2*-x*3/-4",
        "-x**2*-y",
        "x*y/(2*x)/y**2",
        "-(-x)**2-(-1)**3",
        "2**3**2/4**2",
        "-1/-2/-3",
        "x-(y-1)",
    ],
)
def test_precedence_is_pythons_and_sympys(typed: str) -> None:
    ours = calc.parse(typed)
    point = {"x": 1.7, "y": 0.6}
    assert ours.evaluate(point) == pytest.approx(eval(typed, dict(point)), rel=1e-15)
    symbols = {name: sympy.Symbol(name, real=True) for name in point}
    assert sympy.simplify(in_sympy(ours) - sympy.sympify(typed, locals=symbols)) == 0


@examples(1500)
@given(TREES)
def test_printing_and_reading_back_gives_the_same_tree(expression: calc.Expression) -> None:
    text = str(expression)
    if len(text) <= 1000:
        assert calc.parse(text) is expression


MISTAKES = [
    ("", 0, "There is nothing here yet; type a formula, for example (2x + 1)^2."),
    ("   ", 0, "There is nothing here yet; type a formula, for example (2x + 1)^2."),
    ("2*", 2, "Something is missing after *; for example (2x + 1)^2."),
    ("2*/3", 2, "A number, a variable or a bracket belongs here, not /; for example (2x + 1)^2."),
    ("()", 1, "A number, a variable or a bracket belongs here, not ); for example (2x + 1)^2."),
    ("(x", 0, "This ( is never closed."),
    ("sin(x", 0, "This ( is never closed."),
    ("|x", 0, "This | is never closed."),
    ("x)", 1, "This ) has no opening bracket."),
    ("(|x)", 3, "This ) comes before the closing bar |."),
    ("sin 2x", 3, "sin needs its argument in brackets: sin(x)."),
    ("sin x/2", 3, "sin needs its argument in brackets: sin(x)."),
    ("√2x", 1, "√ needs its argument in brackets: √(x)."),
    ("|2|x|-1|", 0, "These bars can be read in two ways; write abs(x) for |x|."),
    ("|x|(y)|x|", 0, "These bars can be read in two ways; write abs(x) for |x|."),
    ("d/dx x^2", 2, "Type only what is to be differentiated, for example x^2."),
    ("dy/dx", 3, "Type only what is to be differentiated, for example x^2."),
    ("½x", 0, "Write a fraction with a slash, for example (1/2)x."),
    ("eˣ", 1, "Only digits can be raised; write any other power with ^, for example e^x."),
    (r"\frac{1}{x}", 0, "Type what you would on a calculator, not LaTeX: 1/x, sqrt(x), sin(x)."),
    (
        "max(0, x)",
        0,
        "There is no function max. The larger of x and 0 is relu(x). To multiply, write x*y*(x + 1).",
    ),
    (
        "exp^x",
        4,
        "Only a power such as 2 may stand between exp and its bracket. Put any other after it, exp(x)^(-1).",
    ),
    ("sin", 3, "sin needs its argument in brackets: sin(x)."),
    (
        "sin^-1(x)",
        4,
        "Only a power such as 2 may stand between sin and its bracket. Put any other after it, sin(x)^(-1); the "
        "inverse function is asin(x).",
    ),
    (
        "foo(x)",
        0,
        "There is no function foo. To multiply, write x*y*(x + 1).",
    ),
    ("sni(x)", 0, "There is no function sni. Did you mean sin(x)? To multiply, write x*y*(x + 1)."),
    (
        "loss",
        0,
        "The name loss is not known. Variables have one letter, and a function's argument stands in brackets: sin(x).",
    ),
    (
        "lnx",
        0,
        "The name lnx is not known. Did you mean ln(x)? Variables have one letter, and a function's argument stands "
        "in brackets: sin(x).",
    ),
    (
        "softmax(x)",
        0,
        "There is no function softmax. softmax takes a vector, so it has no place in a formula of numbers. To "
        "multiply, write x*y*(x + 1).",
    ),
    ("sin2(x)", 0, "There is no function sin2. Did you mean sin(x)? To multiply, write x*y*(x + 1)."),
    ("x_", 0, "x_ is not a name; a subscript is a number, for example x_1."),
    ("x_i", 0, "x_i is not a name; a subscript is a number, for example x_1."),
    ("e2", 0, "e2 can be read in two ways; write e^2 or e*2."),
    ("2e-3", 0, "2e-3 can be read in two ways; write 2*10^(-3), or 2*e - 3 for a multiple of e."),
    ("2e3", 0, "2e3 can be read in two ways; write 2*10^3, or 2*e*3 for a multiple of e."),
    ("1.2.3", 0, "1.2.3 is not a number; write one decimal point, for example 1.5."),
    ("1,5", 1, "A decimal is written with a point, 1.5, and a function takes one argument."),
    ("y = x", 2, "Type only what stands after the equals sign, for example x^2."),
    ("[x]", 0, "Use round brackets, for example 2(x + 1)."),
    ("x $ 2", 2, "'$' has no meaning in a formula; type for example (2x + 1)^2."),
    ("2 3", 2, "A sign is missing before 3: write * to multiply or ^ for a power."),
    ("(x + 1)2", 7, "A sign is missing before 2: write * to multiply or ^ for a power."),
    ("x²^3", 2, "Two powers in a row: write (x^2)^3 or x^(2^3)."),
    ("²", 0, "A number, a variable or a bracket belongs here, not 2; for example (2x + 1)^2."),
    ("x⁻", 1, "A raised minus stands before raised digits, for example x⁻²."),
    ("sigmoid'(x)", 0, "sigmoid' is not known; with a prime there are relu', elu' and their like."),
    ("9" * 400, 0, "Numbers go up to 10^300."),
    ("0." + "0" * 400 + "1", 0, "This number is too close to 0; the smallest is about 10^(-323)."),
    ("x+" * 500 + "x", 1000, "A formula may have 1000 characters; this one has 1001."),
    ("-" * 500 + "x", 0, "A formula may be 400 levels deep; this one is 501."),
]


@pytest.mark.parametrize(("typed", "position", "message"), MISTAKES, ids=[m[0][:12] or "empty" for m in MISTAKES])
def test_a_mistake_is_named_with_its_place_and_what_would_be_right(typed: str, position: int, message: str) -> None:
    with pytest.raises(calc.ParseError) as caught:
        calc.parse(typed)
    assert (caught.value.message, caught.value.position) == (message, position)
    assert str(caught.value) == f"Character {position + 1}: {message}"


@pytest.mark.parametrize("typed", ["x.__class__", "__import__('os')", "x; y", "lambda x: x", "x if x else y", "`x`"])
def test_code_is_not_a_formula(typed: str) -> None:
    with pytest.raises(calc.ParseError):
        calc.parse(typed)


def test_what_is_not_text_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match=r"A formula is text, such as '2x \+ 1', not int"):
        calc.parse(5)  # type: ignore[arg-type]


def test_a_thousand_characters_are_taken() -> None:
    typed = "x+" * 499 + "xy"
    assert len(typed) == 1000
    assert calc.parse(typed).evaluate({"x": 1.0, "y": 2.0}) == 501.0


@pytest.mark.parametrize(("opening", "closing"), [("sin(", ")"), ("(x+", ")"), ("-(", ")"), ("2^(", ")"), ("|x-", "|")])
def test_a_hundred_levels_are_taken(opening: str, closing: str) -> None:
    assert calc.parse(opening * 100 + "x" + closing * 100).depth > 100


@examples(400)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_place_inside_it(typed: str) -> None:
    try:
        calc.parse(typed)
    except calc.ParseError as error:
        assert 0 <= error.position <= len(typed)
        assert error.message.endswith(".")
