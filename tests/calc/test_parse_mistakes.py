"""Saying what is wrong with what cannot be read, where, and what would be right."""

import pytest

import calc

MISTAKES = [
    ("", 0, "There is nothing here yet; type a formula, for example (2x + 1)^2."),
    ("   ", 0, "There is nothing here yet; type a formula, for example (2x + 1)^2."),
    ("2*", 2, "Something is missing after *; for example (2x + 1)^2."),
    ("2*/3", 2, "A number, a variable or a bracket belongs here, not /; for example (2x + 1)^2."),
    ("()", 1, "A number, a variable or a bracket belongs here, not ); for example (2x + 1)^2."),
    ("(x", 0, "This ( is never closed."),
    ("sin(x", 3, "This ( is never closed."),
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
