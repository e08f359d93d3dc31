"""The tests are tested: values, slopes and local derivatives a little off are planted, and every one is noticed."""

from collections.abc import Callable
from typing import Any

import pytest

import calc
from calc.curves import analyse
from calc.derivatives import graph, local
from tests.calc import test_activations, test_curves, test_dual, test_functions, test_jacobian, test_sides
from tests.calc.planting import OFF, check, noticed

EXAMPLES = ["(2x + 1)^3", "sin(x^2)", "x^2*sin(x)", "sin(x)/x", "e^(3x)", "x^4 - 3x", "2^x", "x^x", "tan(2^x)", "5x*3x"]


@pytest.mark.parametrize("typed", EXAMPLES)
def test_the_checks_pass_before_anything_is_planted(typed: str) -> None:
    check(typed)


@pytest.mark.parametrize("name", test_functions.EVERY)
def test_a_slope_off_by_a_twentieth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    f = test_functions.EVERY[name]
    right = f.derivative
    if f.rule == "0":
        plant(f, "derivative", lambda x: right(x) + 0.0005)
    else:
        plant(f, "derivative", lambda x: OFF * right(x))
    if name in calc.ACTIVATIONS:
        noticed(test_activations.test_slopes_agree_with_mpmath_to_nine_digits, name)
    else:
        noticed(test_functions.test_slopes_agree_with_mpmath, name)
    noticed(test_functions.test_the_rule_for_symbols_agrees_with_the_slope_in_numbers_and_with_sympy, name)


# exp goes by the rule of e^x, which is among the rules.
@pytest.mark.parametrize("name", [name for name in test_functions.EVERY if name != "exp"])
def test_a_symbolic_rule_off_by_a_twentieth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    f = test_functions.EVERY[name]
    plant(f, "rule", f"{OFF}*({f.rule})" if f.rule != "0" else "0.0005")
    noticed(test_functions.test_the_rule_for_symbols_agrees_with_the_slope_in_numbers_and_with_sympy, name)
    point = 1.7 if name in ("acosh", "asec", "acsc", "acoth") else -0.7 if name in ("elu'", "selu'") else 0.7
    noticed(lambda: check(f"{name}(x)", x=point))


@pytest.mark.parametrize("name", test_functions.EVERY)
def test_a_value_off_by_a_millionth_of_a_percent_is_noticed(name: str, plant: Callable[..., None]) -> None:
    f = test_functions.EVERY[name]
    right = f.value
    plant(f, "value", lambda x: right(x) * (1 + 1e-8))
    if name in calc.ACTIVATIONS:
        noticed(test_activations.test_values_agree_with_mpmath_to_twelve_digits, name)
    else:
        noticed(test_functions.test_values_agree_with_mpmath_and_exist_exactly_where_they_are_real, name)


def test_a_kink_with_a_wrong_side_is_noticed(plant: Callable[..., None]) -> None:
    """And one passed over in silence: 7, code's choice of slope taken for mathematics."""
    plant(calc.FUNCTIONS["relu"], "kinks", (calc.Kink(0.0, 0.0, 0.9995),))
    noticed(test_activations.test_each_kink_states_both_one_sided_slopes_and_the_slope_at_it_is_one_of_them, "relu")
    plant(calc.FUNCTIONS["relu"], "kinks", ())
    noticed(test_activations.test_the_slope_jumps_nowhere_else, "relu")


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


@pytest.mark.parametrize("operation", ["+", "−", "·", "/", "^", "sin"])
def test_a_local_derivative_off_by_a_twentieth_of_a_percent_is_noticed(
    operation: str, plant: Callable[..., None]
) -> None:
    right = local.local_derivatives

    def wrong(node: calc.Expression, *values: Any) -> tuple[float, ...]:
        slopes = right(node, *values)
        return (slopes[0] * OFF, *slopes[1:]) if graph._operation(node) == operation else slopes

    plant(graph, "local_derivatives", wrong)
    typed = {"+": "x + sin(x)", "−": "-x^2", "·": "x*sin(x)", "/": "sin(x)/x", "^": "x^3", "sin": "sin(x)"}
    noticed(check, typed[operation])


def test_a_softmax_jacobian_without_the_diagonal_is_noticed(plant: Callable[..., None]) -> None:
    def wrong(z: Any) -> Any:
        s = calc.softmax(z)
        return tuple(tuple(-s_i * s_j for s_j in s) for s_i in s)

    plant(calc, "softmax_jacobian", wrong)
    noticed(test_jacobian.test_softmax_and_its_jacobian_agree_with_mpmath, [1.0, 2.0, 3.0])


def test_a_value_at_rest_taken_for_a_constant_is_noticed(plant: Callable[..., None]) -> None:
    """√(x²) would have the slope 0 at 0."""
    right = calc.Dual.__mul__
    x = calc.parse("x*x")
    plant(calc.Dual, "__mul__", lambda self, other: calc.Dual(right(self, other).primal, right(self, other).tangent))
    assert not calc.jvp(x, {"x": 0.0}, {"x": 1.0}).moves
    noticed_as_failure(test_dual.test_a_dual_number_at_rest_for_a_moment_still_depends_on_the_input)
    noticed_as_failure(lambda: refused("sqrt(x*x)"))


def refused(typed: str) -> None:
    with pytest.raises(calc.DomainError):
        calc.derivative_at(calc.parse(typed), 0.0)


def noticed_as_failure(check: Callable[[], None]) -> None:
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check()


def test_a_kink_met_from_the_wrong_side_is_noticed(plant: Callable[..., None]) -> None:
    plant(calc.FUNCTIONS["relu"], "kinks", (calc.Kink(0.0, 1.0, 0.0),))
    with pytest.raises(AssertionError):
        test_sides.test_a_convention_is_told_as_a_convention_beside_the_true_slopes(*test_sides.CONVENTIONS[1])


def test_a_pole_that_is_overlooked_is_noticed(plant: Callable[..., None]) -> None:
    plant(analyse, "events", lambda _: [])
    noticed_as_failure(
        lambda: test_curves.test_every_break_is_found_and_none_where_the_curve_is_smooth(
            "1/(x - 1/3)", [(1 / 3, "pole")]
        )
    )
