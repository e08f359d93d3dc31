"""Which slip gives exactly a wrong answer; a right answer is never accused, whatever its form."""

import pytest
from hypothesis import assume, given

import calc
from calc.diagnosis.slips import WRONG_RULES
from tests.calc.conftest import examples
from tests.calc.strategies import tame
from tests.calc.test_differentiate import ANSWERS


def named(typed: str, answer: str, variable: str = "x") -> str | None:
    slip = calc.diagnose(calc.parse(typed), variable, calc.parse(answer))
    return slip.name if slip else None


# By hand: the formula, what comes out when the slip is made, and the slip.
SLIPS = [
    ("cos(x^3)", "-sin(x^3)", "inner derivative missing"),
    ("e^(7x)", "e^(7x)", "inner derivative missing"),
    ("(5x - 2)^3", "3(5x - 2)^2", "inner derivative missing"),
    ("ln(x^2 + 3)", "2x/x", "outer derivative taken at x"),
    ("sin(4x)", "4cos(x)", "outer derivative taken at x"),
    ("sin(x^2)", "cos(2x)", "outer derivative taken at the inner derivative"),
    ("sin(x^3)", "cos(3x^5)", "inner derivative put inside"),
    ("sin(x^2)", "x^2*cos(x) + 2x*sin(x)", "composition taken for a product"),
    ("x^2*sin(x)", "2x*cos(x)", "product of the derivatives"),
    ("x^2*sin(x)", "2x^3 + sin(x)*cos(x)", "each derivative beside its own factor"),
    ("x^2*sin(x)", "2x*sin(x)", "one term of the product rule missing"),
    ("x^2*ln(x)", "2x*ln(x) - x", "minus in the product rule"),
    ("sin(x)/x^2", "cos(x)/(2x)", "quotient of the derivatives"),
    ("sin(x)/x", "(x*cos(x) + sin(x))/x^2", "plus in the quotient rule"),
    ("sin(x)/(x + 2)", "((x + 2)*cos(x) - sin(x))/(x + 2)", "denominator not squared"),
    ("e^x/(x + 2)", "((x + 2)*e^x - e^x)/e^(2x)", "numerator squared below the line"),
    ("x^6", "6x^6", "exponent not lowered"),
    ("x^6", "x^5", "exponent not brought down"),
    ("x^(-3)", "-3x^(-2)", "exponent raised"),
    ("e^x", "x*e^(x - 1)", "power rule on an exponential"),
    ("3^x", "x*3^(x - 1)", "power rule on an exponential"),
    ("5^x", "5^x", "logarithm of the base missing"),
    ("x^x", "x*x^(x - 1)", "power rule though the exponent moves"),
    ("x^2 + 8", "2x + 8", "constant kept"),
    ("6sin(x)", "cos(x)", "constant factor lost"),
    ("4x^3 - 5cos(x)", "3x^2 + sin(x)", "constant factor lost"),
    ("cos(x)", "sin(x)", "sign lost"),
    ("x^3 - cos(2x)", "3x^2 - 2sin(2x)", "sign lost"),
    ("tan(x)", "tan(x)", "not differentiated"),
    ("x^5 + x^3", "20x^3 + 6x", "differentiated twice"),
]


@pytest.mark.parametrize(("typed", "answer", "slip"), SLIPS, ids=[f"{t}: {a}" for t, a, _ in SLIPS])
def test_a_slip_is_named_after_what_went_wrong(typed: str, answer: str, slip: str) -> None:
    assert named(typed, answer) == slip


def test_the_part_that_went_wrong_is_told() -> None:
    slip = calc.diagnose(calc.parse("x^3 + sin(x^2)"), "x", calc.parse("3x^2 + cos(x^2)"))
    assert slip is not None
    assert str(slip.part) == "sin(x^2)"


def test_a_slip_with_respect_to_another_variable_is_named() -> None:
    assert named("sin(x*y^2)", "cos(x*y^2)", "y") == "inner derivative missing"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("x^2*sin(x)", "x*(2sin(x) + x*cos(x))"),
        ("sin(x)^2", "sin(2x)"),
        ("tan(x)", "1 + tan(x)^2"),
        ("x/(x + 1)", "1/(x + 1) - x/(x + 1)^2"),
        ("ln(3x)", "1/x"),
        ("(x - 1)^2", "2x - 2"),
        ("sqrt(x)", "0.5x^-0.5"),
        ("e^x", "e^x"),
        ("x", "x/x"),
        ("0*x + 7", "0"),
    ],
)
def test_a_right_answer_is_never_accused(typed: str, answer: str) -> None:
    assert named(typed, answer) is None


@pytest.mark.parametrize(("typed", "answer"), ANSWERS, ids=[typed for typed, _ in ANSWERS])
def test_no_answer_at_the_back_of_the_book_is_accused(typed: str, answer: str) -> None:
    assert named(typed, answer) is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("x^2*sin(x)", "17x"), ("sin(x)", "ln(x)"), ("x^2", "2x + c"), ("x^2 + 1", "ln(-1)"), ("ln(-x^2)", "x")],
)
def test_what_no_slip_explains_has_no_name(typed: str, answer: str) -> None:
    assert named(typed, answer) is None


def test_an_answer_that_two_different_slips_give_has_no_name() -> None:
    # x·eˣ: the product of the derivatives is 1·eˣ, and so is the product rule's first term alone.
    assert named("x*e^x", "e^x") is None
    # The 3 in sin(3x), left out, is the inner derivative: one slip, by its name in the chain rule.
    assert named("sin(3x)", "cos(3x)") == "inner derivative missing"


@examples(150)
@given(tame("x"))
def test_a_form_of_the_right_derivative_is_never_accused(expression: calc.Expression) -> None:
    assume(expression.size < 40)
    try:
        result = calc.differentiate(expression, "x").result
        applied = calc.differentiate(expression, "x").steps.applied
    except calc.SizeError:
        assume(False)
    assert calc.diagnose(expression, "x", result) is None
    assert calc.diagnose(expression, "x", applied) is None


def test_every_wrong_rule_stands_for_a_rule_that_exists() -> None:
    assert {wrong.rule for wrong in WRONG_RULES} <= set(calc.RULES)


def test_a_rule_can_be_replaced_in_one_place_alone() -> None:
    f = calc.parse("sin(x^2) + cos(x^2)")
    wrong = {"chain": calc.Rule("chain", "", "", "", lambda task: task.at(task.slopes[0], task.pieces[1]))}
    at = f.children[0]
    assert str(calc.differentiate(f, "x", rules=wrong, at=at).result) == "cos(x^2) - 2x*sin(x^2)"
    assert str(calc.differentiate(f, "x", rules=wrong).result) == "cos(x^2) - sin(x^2)"
