"""Chains of functions, link by link."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calc
from tests.calc.conftest import examples


# The chapter's example, by hand: u = 2x + 1 = 3, y = u² = 9, dy/dx = 6·2 = 12.
def test_the_outer_derivative_is_taken_at_u_and_not_at_x() -> None:
    chain = calc.chain(["2x + 1", "u^2"], 1.0)
    inner, outer = chain.links
    assert (inner.input, inner.output, inner.local_derivative) == (1.0, 3.0, 2.0)
    assert (outer.input, outer.output, outer.local_derivative) == (3.0, 9.0, 6.0)
    assert (chain.value, chain.derivative) == (9.0, 12.0)
    assert inner.function is calc.parse("2x + 1")


def test_links_come_as_functions_names_expressions_or_text() -> None:
    chain = calc.chain([calc.FUNCTIONS["sin"], "sigmoid", calc.parse("t^2"), "3"], 0.4)
    assert [str(link.function) for link in chain.links] == ["<Function sin>", "<Function sigmoid>", "t^2", "3"]
    assert chain.derivative == 0.0


@examples(150)
@given(st.lists(st.sampled_from([*calc.ACTIVATIONS]), min_size=1, max_size=8), st.floats(-3, 3))
def test_the_product_of_local_derivatives_is_the_derivative_of_the_composition(names: list[str], x: float) -> None:
    expression: calc.Expression = calc.Variable("x")
    for name in names:
        expression = calc.FUNCTIONS[name](expression)
    chain = calc.chain(names, x)
    assert chain.value == pytest.approx(expression(x), rel=1e-14)
    assert chain.derivative == pytest.approx(calc.gradient(expression, {"x": x})["x"], rel=1e-12, abs=1e-300)


# Misconception 9: the factor is w·σ′, and it can explode as well as vanish.
@pytest.mark.parametrize(("w", "explodes"), [(1, False), (40, True)])
def test_a_deep_chain_of_sigmoids_multiplies_w_times_the_slope(w: int, explodes: bool) -> None:
    chain = calc.chain([f"sigmoid({w}(x - 1/2))"] * 10, 0.5)
    assert chain.derivative == pytest.approx((w / 4) ** 10, rel=1e-12)
    assert (chain.derivative > 1) is explodes


def test_a_chain_needs_links_of_one_variable() -> None:
    with pytest.raises(ValueError, match="A chain has one link or more"):
        calc.chain([], 1.0)
    with pytest.raises(ValueError, match="A link has one variable; w\\*x has w, x"):
        calc.chain(["w*x"], 1.0)
    with pytest.raises(calc.ParseError):
        calc.chain(["2x +"], 1.0)
    with pytest.raises(calc.DomainError, match="ln has no value at 0"):
        calc.chain(["x - 1", "ln(u)"], 1.0)


def test_python_functions_are_told_how_to_come_in() -> None:
    with pytest.raises(TypeError, match="A link is a calc function, its name, an expression or text, not builtin"):
        calc.chain([math.sin], 1.0)  # type: ignore[list-item]
