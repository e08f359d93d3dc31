"""What a reader meets in a cell of their own: short answers, copies, and errors in words."""

import copy
import pickle

import pytest

import calc

F = calc.parse("(2x + 1)^2")


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (F, "parse('(2x + 1)^2')"),
        (calc.differentiate(F, "x").steps.rule.title, "'Chain rule'"),
        (calc.FUNCTIONS["relu"], "<Function relu>"),
        (calc.Dual(2.0, 1.0), "Dual(primal=2.0, tangent=1.0)"),
        (calc.Graph(F), "<graph of 6 nodes for parse('(2x + 1)^2')>"),
        (calc.slope_at(F, 0).kind, "'smooth'"),
    ],
)
def test_what_a_cell_ends_in_is_shown_on_one_line(shown: object, text: str) -> None:
    assert repr(shown) == text


def test_a_derivation_shows_its_result_and_not_its_tree() -> None:
    derivation = calc.differentiate(F, "x")
    assert repr(derivation) == f"<d/dx (2x + 1)^2 = {derivation.result}>"
    assert repr(derivation.steps) == f"<Chain rule: d/dx (2x + 1)^2 = {derivation.result}>"
    e = calc.Variable("x") + 1
    for _ in range(8):
        e = e * e
    for shown in (e, calc.differentiate(e, "x"), calc.Graph(e), calc.chain(["x^2"] * 3, 1.0).links[0]):
        assert len(repr(shown)) < 200


def test_a_deep_formula_can_be_copied_and_stored() -> None:
    y: calc.Expression = calc.Variable("x")
    for _ in range(20_000):
        y = calc.FUNCTIONS["sin"](y)
    assert copy.copy(y) is y
    assert copy.deepcopy([y])[0] is y
    assert pickle.loads(pickle.dumps(y)) is y
    derivation = pickle.loads(pickle.dumps(calc.differentiate(F, "x")))
    assert derivation.result is calc.differentiate(F, "x").result


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (10**400, "a whole number of 1329 bits"),
        ("two", "'two'"),
        (None, "None"),
        (1j, "1j"),
        ([0.0] * 100, "list"),
    ],
)
def test_a_value_that_is_no_number_is_named(value: object, said: str) -> None:
    for way in (
        lambda: F.evaluate({"x": value}),  # type: ignore[dict-item]
        lambda: F(value),  # type: ignore[arg-type]
        lambda: calc.gradient(F, {"x": value}),  # type: ignore[dict-item]
        lambda: calc.jvp(F, {"x": value}, {"x": 1.0}),  # type: ignore[dict-item]
        lambda: calc.differentiate(F, "x").evaluate({"x": value}),  # type: ignore[dict-item]
    ):
        with pytest.raises(ValueError) as caught:
            way()
        assert str(caught.value) == f"x is a number up to 1.8e308, such as 1.5, not {said}."


def test_a_variable_that_is_no_name_is_refused() -> None:
    with pytest.raises(TypeError, match="A variable's name is text, such as 'x', not int"):
        calc.differentiate(F, 3)  # type: ignore[arg-type]
