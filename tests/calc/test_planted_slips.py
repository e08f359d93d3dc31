"""The tests are tested: every rule a little off, and the slips readers make used as rules, are noticed.

The numbers are those of a teacher's list of misconceptions.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

import calc
from calc.algebra.simplify import multiply
from calc.derivatives.rules import power, product, quotient
from calc.formulas.expression import Expression
from tests.calc import test_graph, test_jacobian, test_laws, test_textbook
from tests.calc.planting import OFF, check, noticed

Wrong = Callable[[calc.Task], Expression]


def composition_as_product(task: calc.Task) -> Expression:
    outer, inner = task.pieces
    return task.at(task.slopes[0], x) * inner + task.at(outer, x) * task.slopes[1]


@pytest.mark.parametrize("name", calc.RULES)
def test_a_rule_off_by_a_twentieth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    rule = calc.RULES[name]
    right = rule.apply
    plant(rule, "apply", lambda task: calc.Number(0.0005) if name in ("constant", "zero power") else OFF * right(task))
    noticed(check, test_laws.LAWS[name][0])
    noticed(test_laws.test_each_rule_says_what_it_does, name)


n, x = calc.Variable("n"), calc.Variable("x")
CHAIN_SLIPS: dict[str, Wrong] = {
    "1 forgets the inner derivative": lambda task: task.at(task.slopes[0], task.pieces[1]),
    "2 evaluates the outer derivative at x": lambda task: task.at(task.slopes[0], x) * task.slopes[1],
    "10 puts the inner factor inside": lambda task: task.at(task.slopes[0], task.pieces[1] * task.slopes[1]),
    "11 takes the composition for a product": composition_as_product,
}


@pytest.mark.parametrize("slip", CHAIN_SLIPS)
def test_a_slip_in_the_chain_rule_is_noticed(slip: str, plant: Callable[..., None]) -> None:
    plant(calc.RULES["chain"], "apply", CHAIN_SLIPS[slip])
    for typed in ("(2x + 1)^3", "sin(x^2)", "e^(3x)", "tan(2^x)"):
        noticed(check, typed)
    noticed(test_laws.test_each_rule_says_what_it_does, "chain")


def f_prime_g_prime(task: calc.Task) -> Expression:
    """12: (fg)′ = f′g′"""
    return multiply(*task.slopes)


@pytest.mark.parametrize("slip", [f_prime_g_prime, lambda task: product(task).children[0]])
def test_a_slip_in_the_product_rule_is_noticed(slip: Wrong, plant: Callable[..., None]) -> None:
    plant(calc.RULES["product"], "apply", slip)
    for typed in ("x^2*sin(x)", "5x*3x"):
        noticed(check, typed)
    noticed(test_laws.test_each_rule_says_what_it_does, "product")


def f_prime_over_g_prime(task: calc.Task) -> Expression:
    """12: (f/g)′ = f′/g′"""
    return task.slopes[0] / task.slopes[1]


@pytest.mark.parametrize("slip", [f_prime_over_g_prime, lambda task: -quotient(task)])
def test_a_slip_in_the_quotient_rule_is_noticed(slip: Wrong, plant: Callable[..., None]) -> None:
    plant(calc.RULES["quotient"], "apply", slip)
    noticed(check, "sin(x)/x")
    noticed(test_laws.test_each_rule_says_what_it_does, "quotient")


# What is made of xⁿ or aˣ, and a formula that shows it.
POWER_SLIPS: dict[str, tuple[str, Wrong, str]] = {
    "13 the power rule on e^x": ("exponential", lambda task: x * task.node.children[0] ** (x - 1), "e^x"),
    "14 the exponent is not lowered": ("power", lambda task: task.node.children[1] * task.node, "x^4"),
    "14 the coefficient is not multiplied": ("power", lambda task: x ** (task.node.children[1] - 1), "x^4"),
    "14 the sign is lost": ("power", lambda task: -power(task), "x^4"),
    "the logarithm of the base is forgotten": ("exponential, base a", lambda task: task.node, "2^x"),
}


@pytest.mark.parametrize("slip", POWER_SLIPS)
def test_a_slip_in_the_power_rule_is_noticed(slip: str, plant: Callable[..., None]) -> None:
    rule, wrong, typed = POWER_SLIPS[slip]
    plant(calc.RULES[rule], "apply", wrong)
    noticed(check, typed)


def test_an_exponential_that_forgets_its_factor_is_noticed(plant: Callable[..., None]) -> None:
    """13: d/dx e^(kx) = e^(kx)"""
    plant(calc.RULES["chain"], "apply", lambda task: task.node)
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
