"""The tests are tested: every rule a little off, and the slips readers make used as rules, are noticed.

The numbers are those of a teacher's list of misconceptions.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

import calc
from calc.algebra.simplify import multiply, simplify
from calc.derivatives import basic
from calc.derivatives.differentiate import _Differentiator as Differentiator
from calc.formulas.expression import Expression
from tests.calc import test_graph, test_jacobian, test_laws, test_textbook
from tests.calc.planting import OFF, check, noticed


def wrongly(
    right: Callable[..., calc.Step], wrong: Callable[[calc.Step], Expression | None]
) -> Callable[..., calc.Step]:
    """The same step with the result a slip would give; None leaves it right."""

    def step(*arguments: Any) -> calc.Step:
        made = right(*arguments)
        result = wrong(made)
        return made if result is None else dataclasses.replace(made, result=simplify(result))

    return step


def outer_at(step: calc.Step, argument: Expression) -> Expression:
    """dy/du of a chain step, taken at ``argument``."""
    outer = step.substeps[0]
    return outer.result.substitute({outer.variable: argument})


def inside(step: calc.Step) -> Expression:
    """u of a chain step."""
    assert step.substitution is not None
    return step.substitution[1]


def composition_as_product(step: calc.Step) -> Expression:
    outer, inner = step.substeps
    f = outer.expression.substitute({outer.variable: x})
    return outer_at(step, x) * inside(step) + f * inner.result


@pytest.mark.parametrize("name", calc.RULES)
def test_a_rule_off_by_a_twentieth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    def wrong(step: calc.Step) -> Expression | None:
        if step.rule.name != name:
            return None
        return calc.Number(0.0005) if name == "constant" else OFF * step.result

    plant(Differentiator, "made", wrongly(Differentiator.made, wrong))
    plant(basic, "power_step", wrongly(basic.power_step, wrong))
    noticed(check, test_laws.LAWS[name][0])
    noticed(test_laws.test_each_rule_says_what_it_does, name)


n, x = calc.Variable("n"), calc.Variable("x")
CHAIN_SLIPS: dict[str, Callable[[calc.Step], Expression]] = {
    "1 forgets the inner derivative": lambda step: outer_at(step, inside(step)),
    "2 evaluates the outer derivative at x": lambda step: outer_at(step, x) * step.substeps[1].result,
    "10 puts the inner factor inside": lambda step: outer_at(step, inside(step) * step.substeps[1].result),
    "11 takes the composition for a product": composition_as_product,
}


@pytest.mark.parametrize("slip", CHAIN_SLIPS)
def test_a_slip_in_the_chain_rule_is_noticed(slip: str, plant: Callable[..., None]) -> None:
    plant(Differentiator, "chain", wrongly(Differentiator.chain, CHAIN_SLIPS[slip]))
    for typed in ("(2x + 1)^3", "sin(x^2)", "e^(3x)", "tan(2^x)"):
        noticed(check, typed)
    noticed(test_laws.test_each_rule_says_what_it_does, "chain")


def f_prime_g_prime(step: calc.Step) -> Expression:
    """12: (fg)′ = f′g′"""
    return multiply(*[substep.result for substep in step.substeps])


@pytest.mark.parametrize("slip", [f_prime_g_prime, lambda step: step.applied.children[0]])
def test_a_slip_in_the_product_rule_is_noticed(
    slip: Callable[[calc.Step], Expression], plant: Callable[..., None]
) -> None:
    plant(Differentiator, "product_rule", wrongly(Differentiator.product_rule, slip))
    for typed in ("x^2*sin(x)", "5x*3x"):
        noticed(check, typed)
    noticed(test_laws.test_each_rule_says_what_it_does, "product")


def f_prime_over_g_prime(step: calc.Step) -> Expression:
    """12: (f/g)′ = f′/g′"""
    return step.substeps[0].result / step.substeps[1].result


@pytest.mark.parametrize("slip", [f_prime_over_g_prime, lambda step: -step.result])
def test_a_slip_in_the_quotient_rule_is_noticed(
    slip: Callable[[calc.Step], Expression], plant: Callable[..., None]
) -> None:
    plant(Differentiator, "quotient", wrongly(Differentiator.quotient, slip))
    noticed(check, "sin(x)/x")
    noticed(test_laws.test_each_rule_says_what_it_does, "quotient")


def is_power(step: calc.Step) -> bool:
    """xⁿ and not aˣ"""
    return step.rule.name == "power"


# What is made of xⁿ or aˣ, and a formula that shows it.
POWER_SLIPS: dict[str, tuple[Callable[[calc.Step], Expression | None], str]] = {
    "13 the power rule on e^x": (lambda step: None if is_power(step) else x * calc.Constant("e") ** (x - 1), "e^x"),
    "14 the exponent is not lowered": (lambda step: step.expression.children[1] * step.expression, "x^4"),
    "14 the coefficient is not multiplied": (lambda step: x ** (step.expression.children[1] - 1), "x^4"),
    "14 the sign is lost": (lambda step: -step.result, "x^4"),
    "the logarithm of the base is forgotten": (lambda step: None if is_power(step) else step.expression, "2^x"),
}


@pytest.mark.parametrize("slip", POWER_SLIPS)
def test_a_slip_in_the_power_rule_is_noticed(slip: str, plant: Callable[..., None]) -> None:
    wrong, typed = POWER_SLIPS[slip]
    plant(basic, "power_step", wrongly(basic.power_step, wrong))
    noticed(check, typed)


def test_an_exponential_that_forgets_its_factor_is_noticed(plant: Callable[..., None]) -> None:
    """13: d/dx e^(kx) = e^(kx)"""
    plant(Differentiator, "chain", wrongly(Differentiator.chain, lambda step: step.expression))
    noticed(check, "e^(3x)")


def test_losing_a_path_in_the_graph_is_noticed(plant: Callable[..., None]) -> None:
    """3 and 4: one path only; 5: the direct dependence alone."""
    right = calc.Graph.backward

    def last_path_only(self: calc.Graph) -> dict[str, float]:
        right(self)
        return {self.nodes[c.target].operation: c.amount for c in self.contributions if not self.nodes[c.target].inputs}

    plant(calc.Graph, "backward", last_path_only)
    noticed(check, "x*sin(x)")
    noticed(test_graph.test_every_node_carries_value_local_derivatives_and_adjoint)


def test_the_direct_dependence_alone_is_noticed(plant: Callable[..., None]) -> None:
    """5: total and partial derivative confused."""
    right = calc.Graph.backward

    def direct_only(self: calc.Graph) -> dict[str, float]:
        found = dict.fromkeys(right(self), 0.0)
        for c in self.contributions:
            if c.source == len(self.nodes) - 1 and self.nodes[c.target].operation in found:
                found[self.nodes[c.target].operation] += c.amount
        return found

    plant(calc.Graph, "backward", direct_only)
    noticed(check, "x*sin(x)")


def test_adjoints_that_pile_up_from_one_call_to_the_next_are_noticed(plant: Callable[..., None]) -> None:
    """16: backward called twice doubles the gradient."""
    right = calc.Graph.backward
    calls: dict[int, dict[str, float]] = {}

    def piling_up(self: calc.Graph) -> dict[str, float]:
        before = calls.get(id(self), {})
        calls[id(self)] = {name: slope + before.get(name, 0.0) for name, slope in right(self).items()}
        return calls[id(self)]

    plant(calc.Graph, "backward", piling_up)
    noticed(test_graph.test_calling_backward_twice_gives_the_same_answer)


def test_the_transpose_of_a_jacobian_is_noticed(plant: Callable[..., None]) -> None:
    """6: row or column."""
    right = calc.jacobian
    plant(calc, "jacobian", lambda expressions, point: calc.transpose(right(expressions, point)))
    noticed(test_jacobian.test_row_i_holds_the_partial_derivatives_of_output_i)
    noticed(test_jacobian.test_the_gradient_is_the_transpose_of_the_jacobian_of_a_scalar)


def test_the_outer_jacobian_taken_at_x_is_noticed(plant: Callable[..., None]) -> None:
    """2, for vectors."""
    right = calc.vector_chain

    def at_the_wrong_point(outer: Any, inner: Any, point: Any) -> calc.VectorChain:
        chain = right(outer, inner, point)
        wrong = calc.jacobian(outer, dict.fromkeys(inner, 1.0))
        return dataclasses.replace(chain, jacobian=calc.matmul(wrong, chain.inner_jacobian))

    plant(calc, "vector_chain", at_the_wrong_point)
    noticed(test_jacobian.test_the_vector_chain_rule_multiplies_the_jacobians_each_at_its_own_input)


def test_a_chain_of_sigmoids_taken_as_a_quarter_each_is_noticed(plant: Callable[..., None]) -> None:
    """9: the factor is w·σ′, not σ′ alone."""
    plant(calc.Chain, "derivative", property(lambda self: 0.25 ** len(self.links)))
    noticed(test_textbook.test_two_x_plus_one_squared_at_one)
