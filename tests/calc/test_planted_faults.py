"""The tests are tested: wrong rules are planted, and the checks must notice every one of them.

The slips are those readers make (a teacher's list of misconceptions), used as if they were rules.
"""

import dataclasses
import importlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import calc
from calc.expression import Expression
from calc.products import multiply
from calc.simplify import simplify
from tests.calc import test_activations, test_dual, test_functions, test_graph, test_jacobian, test_laws, test_textbook
from tests.calc.checks import check_exact_ways

symbolic = importlib.import_module("calc.differentiate")
Differentiator = symbolic._Differentiator
OFF = 1.0005
"""0.05 %: small enough to be overlooked in a plot."""


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any, str, Any], None]]:
    """Replaces an attribute, also of a frozen record, until the test ends."""
    undo: list[tuple[Any, str, Any]] = []

    def replace(owner: Any, name: str, value: Any) -> None:
        if dataclasses.is_dataclass(owner) and not isinstance(owner, type):
            undo.append((owner, name, getattr(owner, name)))
            object.__setattr__(owner, name, value)
        else:
            monkeypatch.setattr(owner, name, value)
        symbolic._slopes.clear()

    yield replace
    for owner, name, value in undo:
        object.__setattr__(owner, name, value)
    symbolic._slopes.clear()


def noticed(check: Callable[..., object], *arguments: object) -> None:
    with pytest.raises(AssertionError):
        check(*arguments)


def check(typed: str, **point: float) -> None:
    check_exact_ways(calc.parse(typed), point or {"x": 0.8})


EXAMPLES = ["(2x + 1)^3", "sin(x^2)", "x^2*sin(x)", "sin(x)/x", "e^(3x)", "x^4 - 3x", "2^x", "x^x", "tan(2^x)", "5x*3x"]


@pytest.mark.parametrize("typed", EXAMPLES)
def test_the_checks_pass_before_anything_is_planted(typed: str) -> None:
    check(typed)


@pytest.mark.parametrize("name", calc.FUNCTIONS)
def test_a_slope_off_by_a_twentieth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    f = calc.FUNCTIONS[name]
    right = f.derivative
    if name == "sign":
        plant(f, "derivative", lambda x: right(x) + 0.0005)
    else:
        plant(f, "derivative", lambda x: OFF * right(x))
    if name in calc.ACTIVATIONS:
        noticed(test_activations.test_slopes_agree_with_mpmath_to_nine_digits, name)
    else:
        noticed(test_functions.test_slopes_agree_with_mpmath, name)
    noticed(test_functions.test_the_rule_for_symbols_agrees_with_the_slope_in_numbers_and_with_sympy, name)


@pytest.mark.parametrize("name", calc.FUNCTIONS)
def test_a_symbolic_rule_off_by_a_twentieth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    f = calc.FUNCTIONS[name]
    plant(f, "rule", f"{OFF}*({f.rule})" if f.rule != "0" else "0.0005")
    noticed(test_functions.test_the_rule_for_symbols_agrees_with_the_slope_in_numbers_and_with_sympy, name)
    point = 1.7 if name in ("acosh", "asec", "acsc", "acoth") else 0.7
    noticed(lambda: check(f"{name}(x)", x=point))


@pytest.mark.parametrize("name", calc.FUNCTIONS)
def test_a_value_off_by_a_millionth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    f = calc.FUNCTIONS[name]
    right = f.value
    plant(f, "value", lambda x: right(x) * (1 + 1e-8))
    if name in calc.ACTIVATIONS:
        noticed(test_activations.test_values_agree_with_mpmath_to_twelve_digits, name)
    else:
        noticed(test_functions.test_values_agree_with_mpmath_and_exist_exactly_where_they_are_real, name)


def test_a_kink_with_a_wrong_side_is_noticed(plant: Callable[..., None]) -> None:
    plant(calc.FUNCTIONS["relu"], "kinks", (calc.Kink(0.0, 0.0, 0.9995),))
    noticed(test_activations.test_each_kink_states_both_one_sided_slopes_and_the_slope_at_it_is_one_of_them, "relu")
    plant(calc.FUNCTIONS["relu"], "kinks", ())
    noticed(test_activations.test_the_slope_jumps_nowhere_else, "relu")


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


n, x = calc.Variable("n"), calc.Variable("x")
# Numbers are those of the list of misconceptions.
CHAIN_SLIPS: dict[str, Callable[[calc.Step], Expression]] = {
    "1 forgets the inner derivative": lambda step: outer_at(step, inside(step)),
    "2 evaluates the outer derivative at x": lambda step: outer_at(step, x) * step.substeps[1].result,
    "10 puts the inner factor inside": lambda step: outer_at(step, inside(step) * step.substeps[1].result),
    "11 takes the composition for a product": composition_as_product,
    "off by 0.05 %": lambda step: OFF * step.result,
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


@pytest.mark.parametrize("slip", [f_prime_g_prime, lambda step: step.applied.children[0], lambda s: OFF * s.result])
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


@pytest.mark.parametrize("slip", [f_prime_over_g_prime, lambda step: -step.result, lambda step: OFF * step.result])
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
    "off by 0.05 %": (lambda step: OFF * step.result, "x^4"),
    "the logarithm of the base is forgotten": (lambda step: None if is_power(step) else step.expression, "2^x"),
}


@pytest.mark.parametrize("slip", POWER_SLIPS)
def test_a_slip_in_the_power_rule_is_noticed(slip: str, plant: Callable[..., None]) -> None:
    wrong, typed = POWER_SLIPS[slip]
    plant(symbolic, "_power_step", wrongly(symbolic._power_step, wrong))
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


@pytest.mark.parametrize("operation", ["__add__", "__sub__", "__mul__", "__truediv__", "__pow__"])
def test_a_dual_number_off_by_a_twentieth_of_a_percent_is_noticed(operation: str, plant: Callable[..., None]) -> None:
    right = getattr(calc.Dual, operation)

    def wrong(self: calc.Dual, other: Any) -> calc.Dual:
        result: calc.Dual = right(self, other)
        return calc.Dual(result.primal, OFF * result.tangent)

    plant(calc.Dual, operation, wrong)
    noticed(test_dual.test_the_arithmetic_of_dual_numbers)
    # In a sum a difference is the sum of a negative, so __sub__ is met in Python code alone.
    typed = {"__add__": "x + sin(x)", "__mul__": "x*sin(x)", "__truediv__": "sin(x)/x", "__pow__": "x^3"}
    if operation in typed:
        noticed(check, typed[operation])


@pytest.mark.parametrize("operation", ["·", "/", "^", "sin"])
def test_a_local_derivative_off_by_a_twentieth_of_a_percent_is_noticed(
    operation: str, plant: Callable[..., None]
) -> None:
    right = calc.Graph._local_derivatives

    def wrong(self: calc.Graph, node: calc.Node) -> tuple[float, ...]:
        slopes = right(self, node)
        return (slopes[0] * OFF, *slopes[1:]) if node.operation == operation else slopes

    plant(calc.Graph, "_local_derivatives", wrong)
    noticed(check, {"·": "x*sin(x)", "/": "sin(x)/x", "^": "x^3", "sin": "sin(x)"}[operation])


def test_a_softmax_jacobian_without_the_diagonal_is_noticed(plant: Callable[..., None]) -> None:
    def wrong(z: Any) -> Any:
        s = calc.softmax(z)
        return tuple(tuple(-s_i * s_j for s_j in s) for s_i in s)

    plant(calc, "softmax_jacobian", wrong)
    noticed(test_jacobian.test_softmax_and_its_jacobian_agree_with_mpmath, [1.0, 2.0, 3.0])
