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
    ("sin x/2", 0, "sin x/2 can be read in two ways; write sin(x)/2 or sin(x/2)."),
    ("1 + ln x/y", 4, "ln x/y can be read in two ways; write ln(x)/y or ln(x/y)."),
    ("cos x(x + 1)", 0, "cos x(…) can be read in two ways; write cos(x)*(…) or cos(x*(…))."),
    ("sin |x|y", 0, "sin |x|y can be read in two ways; write sin(|x|)*y or sin(|x|*y)."),
    ("√2x", 0, "√2x can be read in two ways; write √(2)*x or √(2x)."),
    ("√x^2", 0, "√ x^2 can be read in two ways; write √(x)^2 or √(x^2)."),
    ("√x²", 0, "√x² can be read in two ways; write √(x)² or √(x²)."),
    ("|2|x|-1|", 0, "These bars can be read in two ways; write abs(x) for |x|."),
    ("|x|(y)|x|", 0, "These bars can be read in two ways; write abs(x) for |x|."),
    ("d/dx x^2", 2, "Type only what is to be differentiated, for example x^2."),
    ("dy/dx", 3, "Type only what is to be differentiated, for example x^2."),
    ("2½x", 0, "2½ can be read in two ways; write 2 + 1/2 or 2*1/2."),
    ("eˣ", 1, "Only digits can be raised; write any other power with ^, for example e^x."),
    (r"\frac{1}{x}", 0, "Type what you would on a calculator, not LaTeX: 1/x, sqrt(x), sin(x)."),
    ("max(x)", 3, "max compares two values or more: max(0, x)."),
    ("max x", 3, "max needs its arguments in brackets: max(0, x)."),
    ("x, y", 1, "One formula belongs here; a comma stands only between what max and min compare."),
    ("sin(x, y)", 5, "One formula belongs here; a comma stands only between what max and min compare."),
    (
        "exp^x",
        4,
        "Only a power such as 2 may stand between exp and its bracket. Put any other after it, exp(x)^(-2).",
    ),
    ("sin", 3, "sin needs its argument in brackets: sin(x)."),
    (
        "sin^-2(x)",
        4,
        "Only a power such as 2 may stand between sin and its bracket. Put any other after it, sin(x)^(-2).",
    ),
    ("ln^(-1)(x)", 6, "ln^(-1) can be read in two ways; for 1 divided by it write 1/ln(x)."),
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
        "single",
        0,
        "The name single is not known. Did you mean sin(x)? Variables have one letter, and a function's argument "
        "stands in brackets: sin(x).",
    ),
    ("softmax(x)", 0, "softmax takes a vector, so it has no place in a formula of numbers."),
    ("sin2(x)", 0, "The name sin2 is not known. A power is written sin^2(x), a number in the argument sin(2x)."),
    ("x_", 0, "x_ is not a name; a subscript is a number, for example x_1."),
    ("x_i", 0, "x_i is not a name; a subscript is a number, for example x_1."),
    ("e2", 0, "e2 can be read in two ways; write e^2 or e*2."),
    ("2e-3", 0, "2e-3 can be read in two ways; write 2*10^(-3), or 2*e - 3 for a multiple of e."),
    ("2e3", 0, "2e3 can be read in two ways; write 2*10^3, or 2*e*3 for a multiple of e."),
    ("1.2.3", 0, "1.2.3 is not a number; write one decimal point, for example 1.5."),
    ("1,500", 0, "1,500 can be read in two ways; write 1500 or 1.500, without a comma."),
    ("y = x", 2, "Type only what stands after the equals sign, for example x^2."),
    ("[x)", 2, "This ) closes a [; write ]."),
    ("x # 2", 2, "'#' has no meaning in a formula; type for example (2x + 1)^2."),
    ("$x$", 0, "Leave the $ signs away; type for example x^2."),
    ("х^2", 0, "This х is a Cyrillic letter; type the Latin x."),
    ("5!", 1, "There is no factorial here; multiply the numbers out, for example 6 for 3!."),
    ("x ≤ 2", 2, "An inequality has no value; a choice is typed {x < 0: -x, x >= 0: x}."),
    ("2x10^3", 1, "Here x stands for a variable; write 2*10^3 for 2 times a power of 10."),
    ("6.67 x 10⁻¹¹", 4, "Here x stands for a variable; write 6.67*10^3 for 6.67 times a power of 10."),
    ("sin(30deg)", 6, "Angles are in radians: 180 degrees are pi, 90 degrees pi/2."),
    ("sin(30°)", 6, "Angles are in radians: 180° is pi, 90° is pi/2."),
    ("σ(1 - σ)", 6, "Here σ is a function and needs its argument in brackets: σ(x)."),
    ("inf", 0, "Infinity is not a number; type a formula such as e^(-x)."),
    ("NaN", 0, "There is no name nan; type a formula such as x^2."),
    ("lim x", 0, "A limit is not calculated here; type only the formula, for example sin(x)/x."),
    ("f(x)", 0, "f(…) stands for a formula that is not given; type the formula itself, for example x^2."),
    ("f'(x)", 0, "f' stands for a formula that is not given; type the formula itself, for example x^2."),
    (
        "h(x)",
        0,
        "h(x) can be read in two ways; write h*x for a product, or type the formula that h(x) stands for.",
    ),
    (
        "lg(x)",
        0,
        "Books differ on the base of this logarithm. Write a logarithm as ln(x), log10(x), log2(x), or log_3(x) for "
        "the base 3.",
    ),
    (
        "log base 2 of x",
        4,
        "Write a logarithm as ln(x), log10(x), log2(x), or log_3(x) for the base 3.",
    ),
    ("log_1(x)", 0, "A logarithm has a base such as 2, not 1."),
    ("In(x)", 0, "There is no function In; the logarithm is ln(x), with a small L."),
    ("sh(x)", 0, "There is no function sh; write sinh(x)."),
    ("2 3", 2, "A sign is missing before 3: write * to multiply or ^ for a power."),
    ("|x|2", 3, "A sign is missing before 2: write * to multiply or ^ for a power."),
    ("(x + 1) 2", 8, "A sign is missing before 2: write * to multiply or ^ for a power."),
    ("x²^3", 2, "Two powers in a row: write (x^2)^3 or x^(2^3)."),
    ("²", 0, "A number, a variable or a bracket belongs here, not ²; for example (2x + 1)^2."),
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
