"""Values of expressions: real, finite, or a clear error."""

import copy
import math
import pickle

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st
from mpmath import mp

import calc
from calc.formulas.tree import _interned
from tests.calc.checks import LARGEST
from tests.calc.conftest import examples
from tests.calc.oracles import in_mpmath, in_sympy
from tests.calc.strategies import POINTS, TREES, tame


@examples(600)
@given(tame("x", "y"), POINTS, POINTS)
def test_values_agree_with_mpmath(expression: calc.Expression, x: float, y: float) -> None:
    graph = calc.Graph(expression)
    with mp.workdps(50):
        want = in_mpmath(expression, {"x": mp.mpf(x), "y": mp.mpf(y)})
    try:
        got = expression.evaluate({"x": x, "y": y})
        graph.forward({"x": x, "y": y})
    except calc.DomainError:
        return
    largest = max(abs(node.value) for node in graph.nodes)
    assume(largest < LARGEST and mp.isfinite(want))
    assert got == pytest.approx(float(want), rel=1e-9, abs=1e-10 * largest), str(expression)


@examples(100)
@given(tame("x"), POINTS)
def test_values_agree_with_sympys(expression: calc.Expression, x: float) -> None:
    try:
        got = expression.evaluate({"x": x})
    except calc.DomainError:
        assume(False)
    assume(abs(got) < LARGEST)
    want = in_sympy(expression).subs(sympy.Symbol("x", real=True), sympy.Rational(str(x))).evalf(30)
    assert got == pytest.approx(float(want), rel=1e-7, abs=1e-9), str(expression)


@examples(800)
@given(TREES)
def test_any_tree_has_a_value_or_a_domain_error_and_never_nan(expression: calc.Expression) -> None:
    try:
        value = expression.evaluate(dict.fromkeys(expression.variables, 0.8))
    except calc.DomainError as error:
        assert str(error).endswith((".", ")."))
    else:
        assert math.isfinite(value)


REFUSED = [
    ("1/x", 0, "1/0 has no value: division by zero."),
    ("ln(x)", -1, "ln has no value at -1; it has one for x > 0."),
    ("sqrt(x)", -4, "sqrt has no value at -4; it has one for x ≥ 0."),
    ("asin(x)", 2, "asin has no value at 2; it has one for −1 ≤ x ≤ 1."),
    ("x^-1", 0, "0^(-1) has no value: a negative power of zero divides by zero."),
    (
        "x^(1/2)",
        -4,
        "(-4)^0.5 has no real value: a negative number takes whole exponents only (for a cube root write cbrt(x)).",
    ),
    ("x^400", 10, "10^400 is above 1.8e308, the largest number a computer's float holds."),
    ("exp(x)", 1000, "exp(1000) is above 1.8e308, the largest number a computer's float holds."),
    ("e^x - e^x", 1000, "e^1000 is above 1.8e308, the largest number a computer's float holds."),
    ("x*x*x", 1e200, "1e+200·1e+200 is above 1.8e308, the largest number a computer's float holds."),
    ("x - x", math.inf, "inf−inf has no value: infinities that cancel or meet zero leave it open."),
    ("0*x", math.inf, "0·inf has no value: infinities that cancel or meet zero leave it open."),
    ("sin(x)", math.inf, "sin has no value at inf; it has one for every real number."),
]


@pytest.mark.parametrize(("typed", "x", "message"), REFUSED, ids=[r[0] for r in REFUSED])
def test_a_missing_value_names_the_function_and_the_argument(typed: str, x: float, message: str) -> None:
    with pytest.raises(calc.DomainError) as caught:
        calc.parse(typed).evaluate({"x": x})
    assert str(caught.value) == message


def test_no_wrong_number_comes_out_where_an_intermediate_one_is_too_large() -> None:
    with pytest.raises(calc.DomainError):
        calc.parse("1/(10^400)").evaluate({})
    with pytest.raises(calc.DomainError):
        calc.parse("1/(x*x)").evaluate({"x": 1e200})


def test_infinity_and_not_a_number_may_be_put_in() -> None:
    assert calc.parse("1/x").evaluate({"x": math.inf}) == 0.0
    assert calc.parse("sigmoid(x)").evaluate({"x": math.inf}) == 1.0
    assert math.isnan(calc.parse("x + 1").evaluate({"x": math.nan}))


def test_a_missing_value_of_a_variable_is_named() -> None:
    with pytest.raises(ValueError, match=r"^Values are needed for x, y; x was given\.$"):
        calc.parse("x + y").evaluate({"x": 1})
    with pytest.raises(ValueError, match=r"^Values are needed for x; nothing was given\.$"):
        calc.parse("x").evaluate({})


def test_calling_an_expression_of_one_variable_evaluates_it() -> None:
    assert calc.parse("u^2")(3) == 9.0
    assert calc.parse("5")(3) == 5.0
    with pytest.raises(ValueError, match="has the variables x, y"):
        calc.parse("x + y")(1.0)


def test_variables_are_listed_in_alphabetical_order() -> None:
    assert calc.parse("z + a*x*sin(w_1) + pi").variables == ("a", "w_1", "x", "z")


def test_zero_to_the_zero_is_one_as_in_polynomials() -> None:
    assert calc.parse("x^0").evaluate({"x": 0}) == 1.0


def test_equal_expressions_are_one_object_and_unequal_ones_differ() -> None:
    assert calc.parse("2x + 1") is calc.parse("2*x+1")
    assert calc.parse("2x + 1") != calc.parse("1 + 2x")
    assert len({calc.parse("x"), calc.parse("x"), calc.Variable("x")}) == 1
    assert calc.parse("1 + 2x").alike is calc.parse("2x + 1").alike


def test_an_expression_survives_copying_and_pickling() -> None:
    expression = calc.parse("sin(x)^2 + relu(y)")
    assert copy.deepcopy(expression) is expression
    assert pickle.loads(pickle.dumps(calc.parse("x^2 + 1"))) is calc.parse("x^2 + 1")


def test_an_expression_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="cannot be changed"):
        calc.parse("x").children = ()
    with pytest.raises(AttributeError, match="cannot be changed"):
        del calc.parse("x").children


def test_python_operators_build_what_one_would_type() -> None:
    x = calc.Variable("x")
    assert (2 * x + 1) ** 2 is calc.parse("(2x + 1)^2")
    assert 3 - x / 2 is calc.parse("3 - x/2")
    assert 2**x * -x is calc.parse("2^x*(-x)")
    assert 1 / (1 + x) is calc.parse("1/(1 + x)")
    assert x - 1 + x * x * 2 is calc.parse("x - 1 + x*x*2")
    assert -(x**2) is calc.parse("-x^2")
    with pytest.raises(TypeError, match="not with str"):
        x + "1"  # type: ignore[operator]


@pytest.mark.parametrize("value", [-1, math.inf, math.nan, 1e301])
def test_a_literal_is_a_number_from_0_to_1e300(value: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1e300"):
        calc.Number(value)


# Multiplying is exact to the last bit on every machine (IEEE 754); a power by the system's library is not.
@examples(300)
@given(st.floats(-1e50, 1e50))
def test_squares_and_cubes_are_products_so_that_what_is_prepared_elsewhere_stays_the_same(x: float) -> None:
    env = {"x": x}
    assert calc.parse("x^2").evaluate(env) == calc.parse("x^2").values([x] * 40)[-1] == x * x
    assert calc.parse("x^3").evaluate(env) == calc.parse("x^3").values([x] * 40)[-1] == x * x * x
    assert (calc.Dual(x, 1.0) ** 3).primal == x * x * x


def test_a_square_beyond_the_floats_is_refused_as_it_is_written() -> None:
    for typed, told in (("x^2", "(-1e+200)^2"), ("x^3", "(-1e+200)^3")):
        with pytest.raises(calc.DomainError) as caught:
            calc.parse(typed)(-1e200)
        assert str(caught.value) == f"{told} is above 1.8e308, the largest number a computer's float holds."


def test_what_is_built_wrongly_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="'xy' is not a variable's name"):
        calc.Variable("xy")
    with pytest.raises(ValueError, match="The constants are pi and e"):
        calc.Constant("tau")
    with pytest.raises(ValueError, match="A Sum has two parts or more, not 1"):
        calc.Sum(calc.Variable("x"))


def test_depth_does_not_matter() -> None:
    y: calc.Expression = calc.Variable("x")
    for _ in range(20_000):
        y = calc.FUNCTIONS["sin"](y)
    assert 0 < y(1.0) < 0.02
    assert repr(y) == "<expression of 20001 nodes>"
    assert y.substitute({"x": calc.Number(1)}).variables == ()
    with pytest.raises(calc.SizeError, match="up to 400 levels deep; this one is 20001"):
        calc.differentiate(y, "x")


def test_what_nobody_refers_to_is_forgotten_however_deep() -> None:
    _interned.sweep()
    before = len(_interned)
    y: calc.Expression = calc.Variable("x")
    kept = y + 123456
    for _ in range(20_000):
        y = calc.FUNCTIONS["cos"](y) * 2
    assert len(_interned) > before + 20_000
    del y
    _interned.sweep()
    assert len(_interned) <= before + 3
    assert kept is calc.parse("x + 123456")


def test_the_table_of_expressions_does_not_grow_for_ever() -> None:
    _interned.sweep()
    before = len(_interned)  # what the simplifier remembers is held, and so is what other tests hold
    for k in range(15_000):
        calc.parse(f"x^2 + {k}")
    assert len(_interned) < max(25_000, 2 * before + 1_000)
    _interned.sweep()
    assert len(_interned) < before + 1_000
