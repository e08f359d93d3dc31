"""One normal form: what is equal comes out alike, printed as a textbook prints it, and what was cancelled is told."""

import pytest
import sympy
from hypothesis import assume, given

import calc
from tests.calc.conftest import examples
from tests.calc.oracles import in_sympy
from tests.calc.strategies import RATIONAL, tame

# Worked by hand: typed, and its derivative as one would write it.
SLOPES = [
    ("e^x/(3+e^x)", "3e^x/(3 + e^x)^2"),
    ("(x^2-9)/(x-3)", "1"),
    ("(x^3+5x^2)/(x+5)", "2x"),
    ("5^x/2^x", "(5/2)^x*ln(5/2)"),
    ("x^3(4/x^3+7/x^5)", "-14/x^3"),
    ("1/(1+3/x)", "3/(x + 3)^2"),
    ("cos(x)/(1+sin(x))", "-1/(1 + sin(x))"),
    ("ln(cos(3x))", "-3tan(3x)"),
    ("ln(sin(x))", "cot(x)"),
    ("sin(x)*sec(x)*x", "x*sec(x)^2 + tan(x)"),
    ("3x^4(2x^2+x)", "36x^5 + 15x^4"),
    ("7x^2*cos(x)", "14x*cos(x) - 7x^2*sin(x)"),
    ("(x^3-2x^2+4)^5", "5(x^3 - 2x^2 + 4)^4*(3x^2 - 4x)"),
    ("(x^2+1)(2-x^3)", "-5x^4 - 3x^2 + 4x"),
    ("3/x + x", "1 - 3/x^2"),
    ("cos(-2x)", "-2sin(2x)"),
    ("acos(x/3)", "-1/sqrt(9 - x^2)"),
    ("e^x*e^(2y)", "e^(x + 2y)"),
    ("(3x+1)^4(x-2)^3", "21(3x + 1)^3*(x - 2)^2*(x - 1)"),
    ("x(2-x)^3", "2(2 - x)^2*(1 - 2x)"),
    ("e^(x^3)/x", "(3x^3 - 1)*e^(x^3)/x^2"),
    ("x^3*e^(-x)", "x^2*(3 - x)*e^(-x)"),
    ("tanh(x)^2", "2tanh(x)*(1 - tanh(x)^2)"),
    ("-t*ln(sigmoid(x))-(1-t)*ln(1-sigmoid(x))", "sigmoid(x) - t"),
    ("sigmoid(x)^2", "2sigmoid(x)^2*(1 - sigmoid(x))"),
    ("sin(asin(x))^2", "2x"),
    ("2sin(x)/sqrt(1-cos(x))", "-sqrt(1 - cos(x))"),
    ("sin(x)^2/(1-cos(x))", "-sin(x)"),
    ("x*sqrt(x^2)/2", "abs(x)"),
    ("tan(x)^e", "e*sec(x)^2*tan(x)^(e - 1)"),
    ("acsc(2/x)", "1/sqrt(4 - x^2)"),
    ("(3x)^e", "3e*(3x)^(e - 1)"),
    ("x*sqrt(1/x-1)-atan(sqrt(1/x-1))", "sqrt((1 - x)/x)"),
    ("x/(1+e^(-x))", "(1 + e^(-x) + x*e^(-x))/(1 + e^(-x))^2"),
    ("(5^x+1)/3^x", "(5^x*ln(5/3) - ln(3))/3^x"),
    ("(5^x+1)/25^x", "-ln(5)*(5^x + 2)/5^(2x)"),
    ("(5^x+3^x)/15^x", "-(5^x*ln(3) + 3^x*ln(5))/15^x"),
    ("x*ln(7)-x*ln(21)", "-ln(3)"),
    ("(y-1)*cos(x)", "(1 - y)*sin(x)"),
    ("x^(1/x)", "x^(1/x)*(1 - ln(x))/x^2"),
    ("ln(3x-1)/(2x)", "(3x + (1 - 3x)*ln(3x - 1))/(2x^2*(3x - 1))"),
    ("ln(x)/cos(x)", "(cos(x) + x*ln(x)*sin(x))/(x*cos(x)^2)"),
    ("(x-1)^2*x^2", "2x*(x - 1)*(2x - 1)"),
    ("e^x/x+ln(x)*e^x", "e^x*(2x - 1 + x^2*ln(x))/x^2"),
    ("(e^(2x))^y", "2y*e^(2x*y)"),
    ("(3^x-3^(-x))/2", "ln(3)*(3^x + 3^(-x))/2"),
    ("sqrt(2)*x^3", "3sqrt(2)*x^2"),
    ("x(1+1/sqrt(x))", "1 + 1/(2sqrt(x))"),
    ("2^x*5^x", "10^x*ln(10)"),
    ("x^x/(x+2)", "x^x*(x*ln(x) + x + 2ln(x) + 1)/(x + 2)^2"),
    ("x^n*x^m", "(m + n)*x^(m + n - 1)"),
    ("sqrt(x-sqrt(x))", "(2sqrt(x) - 1)/(4sqrt(x)*sqrt(x - sqrt(x)))"),
    ("-x/(4+x^2)", "(x^2 - 4)/(4 + x^2)^2"),
    ("(x*cos(x)-sin(x))/x^2", "(2sin(x) - x^2*sin(x) - 2x*cos(x))/x^3"),
    ("1/(2+e^(-x))", "e^(-x)/(2 + e^(-x))^2"),
]


@pytest.mark.parametrize(("typed", "answer"), SLOPES, ids=[typed for typed, _ in SLOPES])
def test_a_derivative_is_written_as_one_would_by_hand(typed: str, answer: str) -> None:
    expression = calc.parse(typed)
    result = calc.differentiate(expression, "x").result
    assert str(result) == answer
    x = sympy.Symbol("x", real=True)
    difference = in_sympy(result) - sympy.diff(in_sympy(expression), x)
    assert abs(difference.subs({s: sympy.Rational(3, 10) for s in difference.free_symbols}).evalf(30)) < 1e-25


def test_a_second_derivative_is_as_short_as_by_hand() -> None:
    def twice(typed: str) -> str:
        return str(calc.differentiate(calc.differentiate(calc.parse(typed), "x").result, "x").result)

    assert twice("sigmoid(x)") == "sigmoid(x)*(1 - sigmoid(x))*(1 - 2sigmoid(x))"
    assert twice("x*e^(-x)") == "(x - 2)*e^(-x)"
    assert twice("ln(x)/x") == "(2ln(x) - 3)/x^3"


@pytest.mark.parametrize(
    "zero",
    [
        "(x + 2)^3 - x^3 - 6x^2 - 12x - 8",
        "3(x - 4)^2 - (3x^2 - 24x + 48)",
        "x^0.5 - sqrt(x)",
        "ln(x) - log(x)",
        "sine(x) - sin(x)",
        "exp(2x) - e^(2x)",
        "(x - y)/(y - x) + 1",
        "sqrt(18) - 3sqrt(2)",
        "1/sqrt(3) - sqrt(3)/3",
        "2^x*5^x - 10^x",
        "tan(x) - sin(x)/cos(x)",
        "1 + tan(y)^2 - sec(y)^2",
        "1/x - 1/(x + 1) - 1/(x*(x + 1))",
        "x^a*x^b - x^(a + b)",
        "(x^2 - y^2)/(x - y) - x - y",
        "sqrt(x^2) - |x|",
        "(e^x + 1)*(e^x - 1) - e^(2x) + 1",
        "|x|*sign(x) - x",
    ],
)
def test_what_is_equal_has_one_form(zero: str) -> None:
    assert str(calc.simplify(calc.parse(zero))) == "0"


@examples(400)
@given(tame("x", "y"), tame("x"))
def test_order_does_not_matter(a: calc.Expression, b: calc.Expression) -> None:
    try:
        one, other = calc.simplify(calc.Product(a, b)), calc.simplify(calc.Product(b, a))
        difference = calc.simplify(calc.Sum(a, b, calc.Negative(calc.Sum(b, a))))
    except calc.SizeError:
        assume(False)
    assert str(difference) == "0"
    assert calc.compare(one, other).verdict in ("same", "unknown")


@examples(300)
@given(RATIONAL, RATIONAL)
def test_a_common_factor_of_two_sides_is_taken_out(a: calc.Expression, b: calc.Expression) -> None:
    """(a·b)/b is a, whatever polynomials and quotients they are, unless the numbers grow beyond reading."""
    quotient = calc.simplify(calc.Quotient(calc.Product(a, b), b))
    assume(str(calc.simplify(b)) != "0")
    assert calc.compare(quotient, a).verdict in ("same", "unknown")
    assert quotient.size <= calc.simplify(a).size + 2  # 1/(2 + 4x^2) may be left as 1/(2(1 + 2x^2)).


@pytest.mark.parametrize(
    ("typed", "simplified", "conditions"),
    [
        ("x/x", "1", ["x ≠ 0"]),
        ("(x^2 - 1)/(x - 1)", "x + 1", ["x - 1 ≠ 0"]),
        ("sqrt(x)*sqrt(x)", "x", ["x ≥ 0"]),
        ("e^ln(x)", "x", ["x > 0"]),
        ("x/(x*y)", "1/y", ["x ≠ 0"]),
        ("x^a*x^b", "x^(a + b)", ["x ≥ 0"]),
        ("x^a + x^a", "2x^a", []),
        ("sqrt(x)/x", "1/sqrt(x)", []),
        ("1/x + 1/x", "2/x", []),
        ("x^2 + x", "x^2 + x", []),
        ("(x/x)^((-1)^x)", "1", ["x ≠ 0", "(-1)^x has a value"]),
        ("2^x/2^x", "1", []),
    ],
)
def test_what_was_cancelled_stays_as_a_condition(typed: str, simplified: str, conditions: list[str]) -> None:
    found = calc.simplified(calc.parse(typed))
    assert str(found.expression) == simplified
    assert [str(condition) for condition in found.conditions] == conditions


@examples(400)
@given(tame("x"))
def test_no_value_is_gained_without_a_condition(expression: calc.Expression) -> None:
    """Where the original has no value and the simplified form has one, a condition or a function's domain says so."""
    try:
        found = calc.simplified(expression)
    except calc.SizeError:
        assume(False)
    for x in (0.0, 1.0, -1.0, 2.0, -0.5):
        try:
            expression(x)
        except calc.DomainError as error:
            assume("largest number" not in str(error))
            try:
                found.expression(x)
            except calc.DomainError:
                continue
            assert any(not _holds(condition, x) for condition in found.conditions), (str(expression), x, str(error))


def _holds(condition: calc.Condition, x: float) -> bool:
    try:
        value = condition.expression(x)
    except calc.DomainError:
        return False
    return {"≠ 0": abs(value) > 1e-12, "≥ 0": value >= 0, "> 0": value > 0}[condition.relation]
