"""Whether an answer is the expected formula: in any form, at many digits, with a point to show for it."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mpmath import mp

import calc
from calc.comparison import precise
from calc.comparison.elementary import Beyond, Undefined
from calc.comparison.precise import precise_value
from calc.errors import SizeError
from tests.calc import oracles
from tests.calc.conftest import examples
from tests.calc.strategies import tame

X = calc.Variable("x")


def verdict(answer: str, expected: str) -> str:
    return calc.compare(calc.parse(answer), calc.parse(expected)).verdict


# Pairs a teacher would mark; each can be settled with pencil and paper.
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("(x + 1)^2 - x^2", "2x + 1"),
        ("6(2x - 5)^2", "24x^2 - 120x + 150"),
        ("sin(2x)", "2sin(x)*cos(x)"),
        ("tan(x)^2 + 1", "sec(x)^2"),
        ("ln(x^3)", "3ln(x)"),
        ("x^0.5", "sqrt(x)"),
        ("0.5", "1/2"),
        ("(x - y)/(y - x)", "-1 + 0x"),
        ("2^x*3^x", "6^x"),
        ("(-2)^(n + 2)", "4*(-2)^n"),
        ("ln(x - 50)", "log(x - 50)"),
        ("(x - a)^5000", "(a - x)^5000"),
        ("1/(1 + e^(-x))", "sigmoid(x)"),
        ("1e", "e"),
        ("sin(500pi)", "0"),
        ("sqrt(8)", "2sqrt(2)"),
        ("1/0.3", "10/3"),
        ("e^(-200x^2)", "gaussian(sqrt(200)*x)"),
    ],
)
def test_one_function_in_two_forms_is_the_same(answer: str, expected: str) -> None:
    assert verdict(answer, expected) in ("same", "domain")
    assert verdict(expected, answer) in ("same", "domain")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("0.333", "1/3"),
        ("0.333333333333x", "x/3"),
        ("sin(500pi*x)", "sin(pi*x)"),
        ("(-2)^n", "(-2)^(n + 1)"),
        ("x^2", "x^2 + 0.0000001"),
        ("10^30*x + 1", "10^30*x"),
        ("sqrt(x^2)", "x"),
        ("X", "x"),
        ("ln(x) + c", "ln(x)"),
        ("(x - a)^5000", "(x - a)^5001"),
        ("e^(-200x^2)", "2e^(-200x^2)"),
        ("ln(-x)", "ln(x)"),
        ("relu(x - 70)", "0x"),
        ("|x|", "x"),
        ("sign(x)", "1"),
        ("2x/y", "2x*y"),
    ],
)
def test_two_functions_are_different_and_a_point_shows_it(answer: str, expected: str) -> None:
    found = calc.compare(calc.parse(answer), calc.parse(expected))
    assert found.verdict == "different"
    assert found.witness is not None
    names = {*calc.parse(answer).variables, *calc.parse(expected).variables}
    assert set(found.witness) == names


def test_the_witness_is_a_point_where_the_values_really_differ() -> None:
    answer, expected = calc.parse("x^3/3 - x"), calc.parse("x^3/3 - |x|")
    found = calc.compare(answer, expected)
    assert found.witness is not None
    assert answer.evaluate(found.witness) != expected.evaluate(found.witness)


@pytest.mark.parametrize(
    ("answer", "expected", "where"),
    [
        ("x^2/x", "x", 0.0),
        ("(x^2 - 4)/(x - 2)", "x + 2", 2.0),
        ("(x^2 - 289)/(x - 17)", "x + 17", 17.0),
    ],
)
def test_an_answer_without_a_value_where_one_is_expected_says_where(answer: str, expected: str, where: float) -> None:
    found = calc.compare(calc.parse(answer), calc.parse(expected))
    assert found == calc.Comparison("domain", {"x": where})


def test_an_answer_that_stops_short_is_the_same_only_where_it_has_a_value() -> None:
    found = calc.compare(calc.parse("2ln(x)"), calc.parse("ln(x^2)"))
    assert found.verdict == "domain"
    assert found.witness is not None
    assert found.witness["x"] < 0


def test_an_answer_may_have_values_that_the_expected_formula_lacks() -> None:
    assert verdict("x", "x^2/x") == "same"
    assert verdict("ln(x^2)", "2ln(x)") == "same"


def test_where_the_expected_formula_has_no_value_nothing_is_decided() -> None:
    assert verdict("x", "ln(-1)*x") == "unknown"
    assert verdict("1", "asin(3)") == "unknown"


def test_a_rounding_typed_with_all_the_digits_of_a_float_counts_as_the_number() -> None:
    assert verdict("0.8414709848078965", "sin(1)") == "same"
    assert verdict("0.84147098480790", "sin(1)") == "different"


def test_cancellation_beyond_the_digits_never_makes_a_difference() -> None:
    assert verdict("sqrt(e^(40x) + 1) - sqrt(e^(40x))", "1/(sqrt(e^(40x) + 1) + sqrt(e^(40x)))") in ("same", "domain")


def test_the_answer_is_the_same_each_time() -> None:
    found = {calc.compare(calc.parse("x*sin(y)"), calc.parse("y*sin(x)")).witness["y"] for _ in range(3)}  # type: ignore[index]
    assert len(found) == 1


def test_text_is_refused() -> None:
    with pytest.raises(TypeError, match="A formula is needed here"):
        calc.compare("x", X)  # type: ignore[arg-type]


@examples(400)
@given(tame("x", "y"))
def test_no_form_of_a_formula_is_called_different_from_it(expression: calc.Expression) -> None:
    try:
        simplified = calc.simplify(expression)
    except SizeError:
        assume(False)
    assert calc.compare(simplified, expression).verdict in ("same", "unknown"), str(expression)
    assert calc.compare(expression, simplified).verdict != "different", str(expression)


@examples(400)
@given(
    tame("x"), st.sampled_from([calc.parse("x/1000"), calc.parse("1/10^9"), calc.parse("x^2"), calc.parse("e^-x^2")])
)
def test_a_formula_with_something_added_is_never_called_the_same(
    expression: calc.Expression, added: calc.Expression
) -> None:
    try:
        assume(abs(expression(1.1)) < 1e20)  # Beside e^(e^9), 1/1000 is nothing at 40 digits.
    except calc.DomainError:
        assume(False)
    assert calc.compare(expression + added, expression).verdict in ("different", "unknown"), str(expression)


@pytest.mark.parametrize("name", precise.FUNCTIONS)
@pytest.mark.parametrize("x", ["-17.3", "-2.2", "-0.71", "0", "0.003", "0.4", "1", "1.9", "3", "29.5"])
def test_each_function_has_fifty_digits(name: str, x: str) -> None:
    function = calc.find_function(name)
    assert function is not None
    try:
        got = precise_value(calc.Call(function, X), {"x": Decimal(x)}, 60)
    except (Undefined, Beyond):
        with pytest.raises(calc.DomainError):
            function.value(float(x))
        return
    function.value(float(x))
    if name in ("selu", "selu'"):
        assert float(got) == pytest.approx(function.value(float(x)), rel=1e-15)
        return
    with mp.workdps(70):
        want = oracles.FUNCTIONS[name](mp.mpf(x))
        size = 1 if "gelu" in name else abs(want)  # 1 + erf(x) cancels far out, where x·0 is what is left.
        assert abs(mp.mpf(str(got)) - want) <= mp.mpf(10) ** -45 * size, (got, want)


def test_every_function_can_be_calculated_to_many_digits() -> None:
    named = set(calc.FUNCTIONS) | {f"{name}'" for name in calc.FUNCTIONS if calc.find_function(f"{name}'")}
    assert named == set(precise.FUNCTIONS)
