"""Reading what people type."""

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
    # What textbooks, phones and pasted text write.
    ("ln|x|", f("ln", f("abs", x))),
    ("2 sin|x|", Product(two, f("sin", f("abs", x)))),
    ("√|x|", f("sqrt", f("abs", x))),
    ("√√x", f("sqrt", f("sqrt", x))),
    ("∜x", Power(x, Quotient(one, Number(4)))),
    ("sin -x", f("sin", Negative(x))),
    ("cos sqrt(x) + 1", Sum(f("cos", f("sqrt", x)), one)),
    ("ln sin x", f("ln", f("sin", x))),
    ("sin 2x cos 3x", Product(f("sin", Product(two, x)), f("cos", Product(three, x)))),
    ("x sin πx", Product(x, f("sin", Product(pi, x)))),
    ("sin x^2", f("sin", Power(x, two))),
    ("e^sin 2x", Power(e, f("sin", Product(two, x)))),
    ("sin x*y", Product(f("sin", x), y)),
    ("xy(x+y)", Product(x, y, Sum(x, y))),
    ("sin^0(x)", Power(f("sin", x), Number(0))),
    ("sin^(-1)(x)", f("asin", x)),
    ("sin^{-1} x", f("asin", x)),
    ("tan⁻¹(x)", f("atan", x)),
    ("cosh^-1(x)", f("acosh", x)),
    ("sin^{2}(x)", Power(f("sin", x), two)),
    ("e^{-x}", Power(e, Negative(x))),
    ("x^{10}", Power(x, Number(10))),
    ("10cos[2(x-2)]", Product(Number(10), f("cos", Product(two, Sum(x, Negative(two)))))),
    ("xsin x", Product(x, f("sin", x))),
    ("xlnx", Product(x, f("ln", x))),
    ("sinxcosx", Product(f("sin", x), f("cos", x))),
    ("lnsin(x)", f("ln", f("sin", x))),
    ("½x", Product(Quotient(one, two), x)),
    ("x^½", Power(x, Quotient(one, two))),
    ("(x + 1)2", Product(Sum(x, one), two)),
    ("log_3(x)", Quotient(f("ln", x), f("ln", three))),
    ("log₃ x", Quotient(f("ln", x), f("ln", three))),
    ("log_b(x)", Quotient(f("ln", x), f("ln", b))),
    ("max(0, x)", f("relu", x)),
    ("2max(x,0)^2", Product(two, Power(f("relu", x), two))),
    ("max(x, 1)", Sum(x, f("relu", Sum(one, Negative(x))))),
    ("min(x, y)", Sum(x, Negative(f("relu", Sum(x, Negative(y)))))),
    ("min(0, x)", Negative(f("relu", Negative(x)))),
    ("max(0,5)", f("relu", five)),
    ("0,5x", Product(Number(0.5), x)),
    ("sigma(w*x + b)", f("sigmoid", Sum(Product(w, x), b))),
    ("sigma", Variable("sigma")),
    ("ϕ + ϵϑ", Sum(Variable("phi"), Product(Variable("epsilon"), Variable("theta")))),
    ("ℯ^x + ℼ", Sum(Power(e, x), pi)),
    ("（x＋１）²", Power(Sum(x, one), two)),
    ("𝑥𝐲 − 𝟓", Sum(Product(x, y), Negative(five))),
    ("2x\u2062y\u200b + sin\u2061(x)", Sum(Product(two, x, y), f("sin", x))),
    ("relu’(x)", calc.parse("relu'(x)")),
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


NOTES = [
    ("e^2x", 2, "e^2x is read as e^2 times x; to raise to all of it write e^(2x)."),
    ("e^xy", 2, "e^xy is read as e^x times y; to raise to all of it write e^(xy)."),
    ("1/2x", 1, "/2x is read as /2 times x; to divide by all of it write /(2x)."),
    ("1/2sqrt(x)", 1, "/2sqrt(…) is read as /2 times sqrt(…); to divide by all of it write /(2sqrt(…))."),
    (
        "x^1/2",
        1,
        "^1/2 is read as a power divided by 2; for an exponent that is a fraction write ^(1/2).",
    ),
    (
        "e^-x^2/2",
        1,
        "^-x^2/2 is read as a power divided by 2; for an exponent that is a fraction write ^(-x^2/2).",
    ),
    ("x2", 0, "x2 is read as one variable; write x^2 for a power, 2x for a product."),
    ("X^2", 0, "X is read as a variable of its own; it is not x."),
    ("x + E", 4, ""),
    ("sin 2x", 0, "sin 2x is read as sin(2x)."),
    ("ln x^2 + 1", 0, "ln x^2 is read as ln(x^2)."),
    ("sin^-1(x)", 0, "sin^(-1) is read as the inverse function, asin; for 1 divided by it write 1/sin(x)."),
    ("0,5x", 0, "0,5 is read as the decimal 0.5."),
    ("a(t)", 0, "a(t) is read as a times t."),
    ("(x + 1)2", 7, ")2 is read as )*2; for a power write )^2."),
    ("cost", 0, "cost is read as cos(t)."),
    ("1 + i", 4, "i is read as a variable, not as the imaginary unit."),
]


@pytest.mark.parametrize(("typed", "position", "message"), NOTES)
def test_what_has_two_readings_is_read_by_rule_with_a_note(typed: str, position: int, message: str) -> None:
    reading = calc.read(typed)
    assert [(note.position, note.message) for note in reading.notes] == ([(position, message)] if message else [])
    assert reading.expression is calc.parse(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "3x^2y",
        "x^2/2",
        "e^x/2",
        "e^(2x)",
        "1/(2x)",
        "w1x1 + w2x2",
        "x1 + x2",
        "2 sin x cos x",
        "ln x",
        "W*x + b",
        "xe^x",
    ],
)
def test_what_has_one_reading_has_no_note(typed: str) -> None:
    assert calc.read(typed).notes == ()


def test_max_and_min_are_pythons() -> None:
    f, g = calc.parse("max(x, 1, y)"), calc.parse("min(x, 1, y)")
    for a in (-2.0, 0.0, 0.5, 1.0, 3.0):
        for c in (-1.5, 1.0, 4.0):
            assert f.evaluate({"x": a, "y": c}) == max(a, 1, c)
            assert g.evaluate({"x": a, "y": c}) == min(a, 1, c)


@examples(600)
@given(TREES)
def test_a_printed_formula_is_read_without_a_refusal_and_the_notes_stand_in_it(expression: calc.Expression) -> None:
    text = str(expression)
    if len(text) <= 1000:
        for note in calc.read(text).notes:
            assert 0 <= note.position < len(text)
            assert note.message.endswith(".")
