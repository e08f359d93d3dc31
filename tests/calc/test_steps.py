"""The steps: what a teacher would write, each rule named and each a true statement."""

import pytest
from hypothesis import assume, given

import calc
from tests.calc.conftest import examples
from tests.calc.strategies import POINTS, tame


def told(typed: str, variable: str = "x", obvious: bool = False) -> list[str]:
    """The steps as indented lines: rule: what = applied = result."""
    lines = []
    for depth, step in calc.differentiate(calc.parse(typed), variable).walk(obvious):
        where = f" with {step.substitution[0]} = {step.substitution[1]}" if step.substitution else ""
        lines.append(
            f"{'  ' * depth}{step.rule.name}{where}: d/d{step.variable} {step.expression} "
            f"= {step.applied} = {step.result}"
        )
    return lines


# By hand, after Stewart, Calculus, chapter 3.
def test_the_chain_rule_names_u_and_takes_the_outer_derivative_at_u() -> None:
    assert told("(2x + 1)^2") == [
        "chain with u = 2x + 1: d/dx (2x + 1)^2 = (2(2x + 1))*2 = 4(2x + 1)",
        "  power: d/du u^2 = 2u^(2 - 1) = 2u",
        "  sum: d/dx 2x + 1 = 2 + 0 = 2",
        "    constant multiple: d/dx 2x = 2*1 = 2",
    ]


def test_what_is_obvious_has_a_line_of_its_own_only_on_demand() -> None:
    assert told("2x + 1") == ["sum: d/dx 2x + 1 = 2 + 0 = 2", "  constant multiple: d/dx 2x = 2*1 = 2"]
    assert told("2x + 1", obvious=True) == [
        "sum: d/dx 2x + 1 = 2 + 0 = 2",
        "  constant multiple: d/dx 2x = 2*1 = 2",
        "    identity: d/dx x = 1 = 1",
        "  constant: d/dx 1 = 0 = 0",
    ]
    assert told("7") == ["constant: d/dx 7 = 0 = 0"]
    assert told("(x + 1)^0") == ["zero power: d/dx (x + 1)^0 = 0 = 0"]


def test_a_chain_inside_a_chain_gets_its_own_letter() -> None:
    assert told("sin(cos(x^2))") == [
        "chain with u = cos(x^2): d/dx sin(cos(x^2)) = cos(cos(x^2))*(-2x*sin(x^2)) = -2x*cos(cos(x^2))*sin(x^2)",
        "  sin(x): d/du sin(u) = cos(u) = cos(u)",
        "  chain with v = x^2: d/dx cos(x^2) = (-sin(x^2))*(2x) = -2x*sin(x^2)",
        "    cos(x): d/dv cos(v) = -sin(v) = -sin(v)",
        "    power: d/dx x^2 = 2x^(2 - 1) = 2x",
    ]


def test_the_letter_avoids_names_in_use() -> None:
    assert told("sin(u*v)", "u")[0].startswith("chain with w = u*v:")
    assert told("sin(2x)*u")[1].startswith("  chain with v = 2x:")


def test_the_product_rule_takes_the_factors_as_written() -> None:
    assert told("5x*3x") == [
        "product: d/dx 5x*3x = 5(3x) + (5x)*3 = 30x",
        "  constant multiple: d/dx 5x = 5*1 = 5",
        "  constant multiple: d/dx 3x = 3*1 = 3",
    ]


def test_a_constant_comes_out_before_the_product_rule() -> None:
    assert told("2x*sin(x)")[:2] == [
        "constant multiple: d/dx 2x*sin(x) = 2(sin(x) + x*cos(x)) = 2sin(x) + 2x*cos(x)",
        "  product: d/dx x*sin(x) = 1*sin(x) + x*cos(x) = sin(x) + x*cos(x)",
    ]


def test_three_factors_are_taken_one_at_a_time() -> None:
    assert told("x*sin(x)*e^x") == [
        "product: d/dx x*sin(x)*e^x = (sin(x) + x*cos(x))*e^x + (x*sin(x))*e^x = e^x*(sin(x) + x*cos(x) + x*sin(x))",
        "  product: d/dx x*sin(x) = 1*sin(x) + x*cos(x) = sin(x) + x*cos(x)",
        "    sin(x): d/dx sin(x) = cos(x) = cos(x)",
        "  exponential: d/dx e^x = e^x = e^x",
    ]


def test_a_long_row_of_factors_gives_as_many_terms() -> None:
    assert told("(x + 1)(x + 2)(x + 3)(x + 4)(x + 5)")[0].startswith("product of several")


def test_the_quotient_rule() -> None:
    assert told("x/(x+1)")[0] == ("quotient: d/dx x/(x + 1) = (1*(x + 1) - x*1)/(x + 1)^2 = 1/(x + 1)^2")


def test_a_quotient_by_a_constant_is_a_constant_multiple() -> None:
    assert told("x^2/3")[0] == "constant multiple: d/dx x^2/3 = 2x/3 = 2x/3"


def test_a_number_comes_out_with_its_sign_in_one_step() -> None:
    assert told("-4x^2/3") == [
        "constant multiple: d/dx -4x^2/3 = -4(2x)/3 = -8x/3",
        "  power: d/dx x^2 = 2x^(2 - 1) = 2x",
    ]


def test_exponentials_keep_their_base() -> None:
    assert told("exp(2x)")[1] == "  exponential: d/du exp(u) = exp(u) = e^u"
    assert told("e^x") == ["exponential: d/dx e^x = e^x = e^x"]
    assert told("2^x") == ["exponential, base a: d/dx 2^x = 2^x*ln(2) = 2^x*ln(2)"]
    assert told("e^(3x)")[:2] == [
        "chain with u = 3x: d/dx e^(3x) = e^(3x)*3 = 3e^(3x)",
        "  exponential: d/du e^u = e^u = e^u",
    ]


def test_a_variable_in_base_and_exponent_takes_logarithmic_differentiation() -> None:
    assert told("x^x") == [
        "general power: d/dx x^x = x^x*(ln(x) + 1) = x^x*(ln(x) + 1)",
        "  product: d/dx x*ln(x) = 1*ln(x) + x*(1/x) = ln(x) + 1",
        "    ln(x): d/dx ln(x) = 1/x = 1/x",
    ]
    step = calc.differentiate(calc.parse("x^x"), "x").steps
    assert step.rule.law == r"y = f^{g},\; \ln(y) = g \ln(f),\; y' = y \left(g \ln(f)\right)'"
    assert step.note == "Holds where the base is positive: elsewhere it has no logarithm."


def test_a_constant_over_a_power_or_a_root_is_written_as_a_power_first() -> None:
    assert told("1/x") == [
        "root or fraction: d/dx 1/x = -1/x^2 = -1/x^2",
        "  power: d/dx x^(-1) = (-1)*x^(-1 - 1) = -1/x^2",
    ]
    assert told("3/sqrt(x)")[1] == "  constant multiple: d/dx 3x^(-1/2) = 3(-1/(2x^(3/2))) = -3/(2x^(3/2))"
    assert told("1/(x^2 + 1)^3")[1] == (
        "  chain with u = x^2 + 1: d/dx (x^2 + 1)^(-3) = (-3/(x^2 + 1)^4)*(2x) = -6x/(x^2 + 1)^4"
    )


def test_a_kink_and_its_convention_are_told_where_the_rule_is_used() -> None:
    def notes(typed: str) -> list[str]:
        return [step.note for _, step in calc.differentiate(calc.parse(typed), "x").walk() if step.note]

    for typed, place in (("relu(2x)", "u = 0"), ("|x|", "x = 0")):
        choice = f"The slope at {place} is taken as 0 (the convention of PyTorch and JAX)."
        assert notes(typed) == [f"At {place} there is a corner and no derivative. {choice}"]
    corners = "At x = −3 there is a corner and no derivative. At x = 3 there is a corner and no derivative. "
    assert notes("hard_sigmoid(x)")[0].startswith(corners)
    assert notes("sign(x)")[0].startswith("At x = 0 there is a jump and no derivative. ")
    assert notes("sqrt(2x)") == ["The tangent at u = 0 is vertical."]
    assert notes("sin(x)") == []


def test_what_does_not_move_is_a_constant_in_one_step() -> None:
    assert told("sin(y)^2 + 3") == ["constant: d/dx sin(y)^2 + 3 = 0 = 0"]


@examples(600)
@given(tame("x", "y"), POINTS, POINTS)
def test_every_step_is_true_by_itself(expression: calc.Expression, x: float, y: float) -> None:
    """The rule's right-hand side equals its result, and follows from its substeps' results alone."""
    try:
        steps = [step for _, step in calc.differentiate(expression, "x").walk()]
    except calc.SizeError:
        assume(False)
    for step in steps:
        point = {"x": x, "y": y, **dict.fromkeys((*step.applied.variables, step.variable), 0.7) | {"x": x, "y": y}}
        try:
            applied, result = step.applied.evaluate(point), step.result.evaluate(point)
        except calc.DomainError:
            continue
        if max(abs(applied), abs(result)) < 1e6:
            assert applied == pytest.approx(result, rel=1e-6, abs=1e-6), (str(step.applied), str(step.result))


@examples(300)
@given(tame("x", "y"))
def test_the_tree_of_steps_is_complete(expression: calc.Expression) -> None:
    try:
        derivation = calc.differentiate(expression, "x")
    except calc.SizeError:
        assume(False)
    assert derivation.steps.expression is expression
    assert derivation.steps.result is derivation.result
    for _, step in derivation.walk(obvious=True):
        if step.rule.name == "chain":
            outer, inner = step.substeps
            assert step.substitution is not None
            assert step.substitution[1] is inner.expression
            assert outer.variable == step.substitution[0]
            assert outer.expression.substitute({outer.variable: inner.expression}) is step.expression
        elif step.rule.name == "sum":
            assert tuple(substep.expression for substep in step.substeps) == step.expression.children
        elif step.rule.name in ("constant", "identity", "power", "exponential"):
            assert step.substeps == ()
        assert step.rule.law
        assert step.rule.title


def test_a_derivation_that_nobody_would_read_is_refused_with_the_limit_and_its_result_is_there() -> None:
    doubled: calc.Expression = calc.Variable("x")
    for _ in range(30):
        doubled = calc.Sum(doubled, doubled)
    for formula, result in ((doubled, str(2**30)), (calc.parse("1/(1+" * 150 + "x" + ")" * 150), None)):
        derivation = calc.differentiate(formula, "x")
        assert result is None or str(derivation.result) == result
        with pytest.raises(calc.SizeError, match="Steps of up to 50000 parts in all are written; these have "):
            next(derivation.walk())


def test_steps_cannot_be_changed_and_come_out_the_same_each_time() -> None:
    step = calc.differentiate(calc.parse("x^2"), "x").steps
    with pytest.raises(AttributeError):
        step.result = calc.parse("x")  # type: ignore[misc]
    assert told("x*sin(x)^2") == told("x*sin(x)^2")
