"""The stages of a step: what a person writes between a rule's right-hand side and the result."""

from itertools import pairwise

from hypothesis import assume, given

import calc
from tests.calc.conftest import examples
from tests.calc.strategies import tame


def lines(typed: str) -> list[str]:
    """The first step's way to its result, a line for each thing done."""
    step = calc.differentiate(calc.parse(typed), "x").steps
    return [str(step.applied), *[f"{stage.name}: {stage.expression}" for stage in step.stages]]


# Each line by hand.
def test_nothing_is_skipped_between_the_rule_and_the_result() -> None:
    assert lines("(x^2 + 1)(x^3 - x)") == [
        "(2x)*(x^3 - x) + (x^2 + 1)*(3x^2 - 1)",
        "multiplied out: 2x^4 - 2x^2 + 3x^4 + 2x^2 - 1",
        "like terms collected: 5x^4 - 1",
    ]
    assert lines("(x^2 + 1)/(x - 1)") == [
        "((2x)*(x - 1) - (x^2 + 1)*1)/(x - 1)^2",
        "each term worked out: (2x*(x - 1) - (x^2 + 1))/(x - 1)^2",
        "multiplied out: (2x^2 - 2x - x^2 - 1)/(x - 1)^2",
        "like terms collected: (x^2 - 2x - 1)/(x - 1)^2",
    ]
    assert lines("(2x + 1)^2*x") == [
        "(4(2x + 1))*x + (2x + 1)^2*1",
        "each term worked out: 4x*(2x + 1) + (2x + 1)^2",
        "what the terms share taken out: (2x + 1)*(6x + 1)",
    ]
    assert lines("x^3")[1:] == ["exponent worked out: 3x^2"]
    assert lines("x^(2/3)")[1:] == ["exponent worked out: 2/3*x^(-1/3)", "simplified: 2/(3x^(1/3))"]
    assert lines("x/(x^2 + 1)^2")[1:] == [
        "each term worked out: ((x^2 + 1)^2 - 4x^2*(x^2 + 1))/(x^2 + 1)^4",
        "what the terms share taken out: (x^2 + 1)*(1 - 3x^2)/(x^2 + 1)^4",
        "cancelled: (1 - 3x^2)/(x^2 + 1)^3",
    ]
    assert lines("sin(x)/(1 + cos(x))")[2:] == [
        "multiplied out: (cos(x) + cos(x)^2 + sin(x)^2)/(1 + cos(x))^2",
        "squares that add up to 1 replaced: (1 + cos(x))/(1 + cos(x))^2",
        "cancelled: 1/(1 + cos(x))",
    ]
    assert lines("sqrt(x^2 - 1)/x")[2:] == [
        "brought over one denominator: (x^2 + 1 - x^2)/(x^2*sqrt(x^2 - 1))",
        "simplified: 1/(x^2*sqrt(x^2 - 1))",
    ]
    assert lines("3/x + x")[1:] == ["put in order: 1 - 3/x^2"]
    assert lines("x*sqrt(1 - x^2)")[-2:] == [
        "brought over one denominator: (1 - x^2 - x^2)/sqrt(1 - x^2)",
        "simplified: (1 - 2x^2)/sqrt(1 - x^2)",
    ]
    assert lines("(x + 1)/(x - 1)")[-2:] == [
        "multiplied out: (x - 1 - x - 1)/(x - 1)^2",
        "like terms collected: -2/(x - 1)^2",
    ]


@examples(300)
@given(tame("x"))
def test_every_stage_has_the_value_of_the_result(expression: calc.Expression) -> None:
    try:
        steps = [step for _, step in calc.differentiate(expression, "x").walk()]
    except calc.SizeError:
        assume(False)
    for step in steps:
        stages = step.stages
        assert (stages[-1].expression if stages else step.applied).latex() == step.result.latex()
        shown = [step.applied.latex(), *[stage.expression.latex() for stage in stages]]
        assert all(a != b for a, b in pairwise(shown))
        for stage in stages:
            found = calc.compare(stage.expression, step.result)
            assert found.verdict in ("same", "domain", "unknown"), (str(step.applied), str(stage.expression))


def test_a_fraction_over_something_is_one_fraction() -> None:
    root = calc.differentiate(calc.parse("(x + sqrt(x))/x"), "x").steps
    assert [str(stage.expression) for stage in root.stages] == [
        "((2x + sqrt(x))/2 - (x + sqrt(x)))/x^2",
        "(x + sqrt(x)/2 - x - sqrt(x))/x^2",
        "-sqrt(x)/(2x^2)",
        "-1/(2x^(3/2))",
    ]


def test_what_stands_above_is_brought_over_one_denominator_whatever_its_sign() -> None:
    root = calc.differentiate(calc.parse("sqrt(x^2 + 4x)/x"), "x").steps
    assert [str(stage.expression) for stage in root.stages][1:] == [
        "(x*(x + 2) - (x^2 + 4x))/(x^2*sqrt(x^2 + 4x))",
        "-2/(x*sqrt(x^2 + 4x))",
    ]


def test_fractions_above_the_line_come_over_one_denominator_before_anything_else() -> None:
    root = calc.differentiate(calc.parse("sqrt(x)/(1 + x)"), "x").steps
    assert [f"{stage.name}: {stage.expression}" for stage in root.stages] == [
        "each term worked out: ((1 + x)/(2sqrt(x)) - sqrt(x))/(1 + x)^2",
        "brought over one denominator: (1 + x - 2x)/(2sqrt(x)*(1 + x)^2)",
        "simplified: (1 - x)/(2sqrt(x)*(1 + x)^2)",
    ]
    root = calc.differentiate(calc.parse("atan(x)/x"), "x").steps
    assert root.stages[-1].name == "brought over one denominator"
    root = calc.differentiate(calc.parse("ln(x^2 - 1) - ln(x + 1)"), "x").steps
    assert [str(stage.expression) for stage in root.stages] == ["(2x + 1 - x)/(x^2 - 1)", "1/(x - 1)"]
