"""Every other function people type, against mpmath and SymPy, and what the registry says of it."""

import math
import random

import pytest
import sympy

import calc
from calc.functions.primed import PRIMED_TABLE
from calc.functions.registry import find_function
from tests.calc.latex_reader import read_latex
from tests.calc.oracles import FUNCTIONS, in_sympy, precise, precise_slope


def digits_for(x: float) -> int:
    """Enough for mpmath to see what x changes: many more next to 0 and far out."""
    return 80 if 1e-9 <= abs(x) <= 6 else 400 if abs(x) > 1e-100 else 1400


EVERY = dict(calc.FUNCTIONS) | {f.name: f for f in PRIMED_TABLE}
OTHERS = [name for name in EVERY if name not in calc.ACTIVATIONS]
_random = random.Random(5)
MODERATE = [_random.uniform(-6, 6) for _ in range(150)] + [_random.uniform(-1, 1) for _ in range(150)]
EXTREME = [
    s * x for s in (-1, 1) for x in (5e-324, 1e-300, 1e-160, 1e-20, 1e-8, 1 - 1e-9, 1 + 1e-9, 20, 700, 1e8, 1e200)
]
TRIGONOMETRIC = ("sin", "cos", "tan", "sec", "csc", "cot")


@pytest.mark.parametrize("name", OTHERS)
def test_values_agree_with_mpmath_and_exist_exactly_where_they_are_real(name: str) -> None:
    f = EVERY[name]
    for x in (*MODERATE, *EXTREME, 0.0, 1.0, -1.0):
        if f.domain.contains(x):
            want = precise(FUNCTIONS[name], x, digits_for(x))
            assert f.value(x) == pytest.approx(want, rel=1e-13, abs=5e-324), x
        else:
            with pytest.raises(calc.DomainError, match=f"^{name} has no value at "):
                f.value(x)


@pytest.mark.parametrize("name", OTHERS)
def test_slopes_agree_with_mpmath(name: str) -> None:
    f = EVERY[name]
    checked = 0
    for x in (*MODERATE, *EXTREME):
        if f.domain.contains(x) and abs(x) < 1e4 and not (name == "abs" and abs(x) < 1e-100):
            want = precise_slope(FUNCTIONS[name], x, digits_for(x))
            assert f.derivative(x) == pytest.approx(want, rel=1e-9, abs=5e-324), x
            checked += 1
    assert checked > 60


@pytest.mark.parametrize("name", EVERY)
def test_the_rule_for_symbols_agrees_with_the_slope_in_numbers_and_with_sympy(name: str) -> None:
    f = EVERY[name]
    rule = calc.parse(f.rule)
    x = sympy.Symbol("x", real=True)
    value = in_sympy(calc.parse(f"{name}(x)"))
    derivative = sympy.diff(value, x)
    for at in (0.3, 0.85, 1.7, 2.9, -0.4, -0.95, -2.2, -4.1):
        try:
            slope = f.derivative(at)
        except calc.DomainError:
            continue
        assert f.value(at) == pytest.approx(float(value.subs(x, sympy.Rational(str(at))).evalf(25)), rel=1e-12)
        assert rule(at) == pytest.approx(slope, rel=1e-12, abs=1e-15)
        assert slope == pytest.approx(
            float(derivative.subs(x, sympy.Rational(str(at))).evalf(25)), rel=1e-12, abs=1e-15
        )


PIECEWISE = [name for name, f in calc.FUNCTIONS.items() if "cases" in f.latex + f.derivative_latex] + ["erf"]


@pytest.mark.parametrize("name", [name for name in calc.FUNCTIONS if name not in (*PIECEWISE, "relu")])
def test_the_formulas_for_the_page_say_what_is_calculated(name: str) -> None:
    f = calc.FUNCTIONS[name]
    formula, slope = read_latex(f.latex), read_latex(f.derivative_latex)
    for at in (0.3, 0.85, 1.7, -0.4, -2.2):
        try:
            value, derivative = f.value(at), f.derivative(at)
        except calc.DomainError:
            continue
        assert formula(at) == pytest.approx(value, rel=1e-12)
        assert slope(at) == pytest.approx(derivative, rel=1e-12)


@pytest.mark.parametrize("name", [name for name in PIECEWISE if name not in ("erf", "selu")])
def test_the_formulas_given_piece_by_piece_say_what_is_calculated(name: str) -> None:
    f = calc.FUNCTIONS[name]
    for at in (-4.5, -3, -2.9, -0.4, 0, 0.3, 2.9, 3, 4.5):
        assert piece(f.latex, at) == pytest.approx(f.value(at), rel=1e-12)
        assert piece(f.derivative_latex, at) == pytest.approx(f.derivative(at), rel=1e-12)


# mish and the Gaussian are written out; the others are functions of their own, relu'(x), given by their cases.
SPELT_OUT = ["relu", "leaky_relu", "elu", "selu", "gelu_tanh", "mish", "hard_sigmoid", "hard_swish", "gaussian"]


@pytest.mark.parametrize("name", calc.FUNCTIONS)
def test_the_page_shows_the_rule_as_it_is_printed_but_where_it_is_spelt_out(name: str) -> None:
    f = calc.FUNCTIONS[name]
    assert (f.derivative_latex == calc.parse(f.rule).latex()) is (name not in SPELT_OUT)


def piece(latex: str, at: float) -> float:
    """The value of a formula in cases at a point."""
    if latex == r"\max(0, x)":
        return max(0.0, at)
    if r"\begin{cases}" not in latex:
        return read_latex(latex)(at)
    rows = latex.removeprefix(r"\begin{cases} ").removesuffix(r" \end{cases}").split(r" \\ ")
    fitting = []
    for row in rows:
        formula, condition = row.split(" & ")
        code = condition.replace(r"\le", "<=").replace(r"\ge", ">=").replace(" = ", " == ")
        if eval(code, {"x": at}):
            fitting.append(read_latex(formula)(at))
    assert len(fitting) == 1, "the pieces cover every x once"
    return fitting[0]


def test_the_selu_formula_is_the_elu_formula_with_its_two_constants() -> None:
    f = calc.FUNCTIONS["selu"]
    alpha, scale = 1.6732632423543772, 1.0507009873554805
    assert f.latex == r"\lambda \begin{cases} x & x > 0 \\ \alpha (e^{x} - 1) & x \le 0 \end{cases}"
    assert f.derivative_latex == r"\lambda \begin{cases} 1 & x > 0 \\ \alpha e^{x} & x \le 0 \end{cases}"
    assert str(alpha) in f.note
    assert str(scale) in f.note


@pytest.mark.parametrize("name", OTHERS)
def test_not_a_number_stays_not_a_number(name: str) -> None:
    assert math.isnan(EVERY[name].value(math.nan))
    assert math.isnan(EVERY[name].derivative(math.nan))


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("exp", 0, math.inf),
        ("atan", -math.pi / 2, math.pi / 2),
        ("acot", math.pi, 0),
        ("asec", math.pi / 2, math.pi / 2),
        ("sinh", -math.inf, math.inf),
        ("cosh", math.inf, math.inf),
        ("sech", 0, 0),
        ("csch", 0, 0),
        ("coth", -1, 1),
        ("asinh", -math.inf, math.inf),
        ("cbrt", -math.inf, math.inf),
        ("abs", math.inf, math.inf),
        ("erf", -1, 1),
    ],
)
def test_infinities_give_the_limits(name: str, left: float, right: float) -> None:
    f = calc.FUNCTIONS[name]
    assert (f.value(-math.inf), f.value(math.inf)) == (left, right)


@pytest.mark.parametrize("name", TRIGONOMETRIC)
def test_a_periodic_function_has_no_value_at_infinity(name: str) -> None:
    with pytest.raises(calc.DomainError, match=f"{name} has no value at inf"):
        calc.FUNCTIONS[name].value(math.inf)


@pytest.mark.parametrize(
    ("name", "at"), [("sqrt", 0), ("cbrt", 0), ("asin", 1), ("acos", -1), ("acosh", 1), ("asec", 1)]
)
def test_a_vertical_tangent_has_no_slope(name: str, at: float) -> None:
    calc.FUNCTIONS[name].value(at)
    with pytest.raises(calc.DomainError, match=f"{name}"):
        calc.FUNCTIONS[name].derivative(at)


def test_real_roots_of_negative_numbers() -> None:
    assert calc.parse("cbrt(-8)").evaluate({}) == -2.0
    with pytest.raises(calc.DomainError, match=r"for a cube root write cbrt\(x\)"):
        calc.parse("(-8)^(1/3)").evaluate({})


@pytest.mark.parametrize("name", calc.FUNCTIONS)
def test_every_entry_is_complete_and_fit_for_the_page(name: str) -> None:
    f = calc.FUNCTIONS[name]
    assert f.name == name
    assert f.title
    assert f.latex
    assert f.derivative_latex
    assert f.domain.text
    assert find_function(name) is f
    assert not set("\\$_{}") & set(f.note + f.title), "plain sentences, free of LaTeX"
    assert f.note == "" or f.note.endswith(".")


def test_a_function_takes_numbers_dual_numbers_and_expressions() -> None:
    square_root = calc.FUNCTIONS["sqrt"]
    assert square_root(9.0) == 3.0
    assert square_root(calc.Dual(9.0, 1.0)) == calc.Dual(3.0, 1 / 6)
    assert square_root(calc.Variable("x")) is calc.parse("sqrt(x)")


def test_the_registries_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        calc.FUNCTIONS["sin"] = calc.FUNCTIONS["cos"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        calc.FUNCTIONS["sin"].note = ""  # type: ignore[misc]


def test_every_function_that_design_promises_is_there() -> None:
    circular = ["sin", "cos", "tan", "sec", "csc", "cot"]
    names = [*circular, *[f"a{n}" for n in circular], *[f"{n}h" for n in circular], *[f"a{n}h" for n in circular]]
    names += ["exp", "ln", "log", "log2", "log10", "sqrt", "cbrt", "abs"]
    assert set(names) <= set(calc.FUNCTIONS)
    for name in circular:
        assert find_function(f"arc{name}") is calc.FUNCTIONS[f"a{name}"]
        assert find_function(f"ar{name}h") is find_function(f"arc{name}h") is calc.FUNCTIONS[f"a{name}h"]
