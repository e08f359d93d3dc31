"""Corners, cusps, jumps and ends: where there is no derivative, no way of finding one gives a number."""

import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mpmath import mp

import calc
from tests.calc.checks import along
from tests.calc.conftest import examples
from tests.calc.strategies import tame

INF = math.inf
ROOT2 = math.sqrt(2)

# By hand: √(x²) = |x|, acos(cos x) = |x| near 0, acos(1 − x²) ≈ √2·|x|, √(1 − cos x) ≈ |x|/√2, ∛(x²) has a cusp.
WITHOUT_A_DERIVATIVE = [
    ("sqrt(x^2)", 0, -1, 1, "corner"),
    ("(x^2)^(1/2)", 0, -1, 1, "corner"),
    ("sqrt(sin(x)^2)", 0, -1, 1, "corner"),
    ("sqrt(x^2*(x + 1))", 0, -1, 1, "corner"),
    ("sqrt(1 - cos(x))", 0, -1 / ROOT2, 1 / ROOT2, "corner"),
    ("acos(cos(x))", 0, -1, 1, "corner"),
    ("acos(1 - x^2)", 0, -ROOT2, ROOT2, "corner"),
    ("asin(1 - x^2)", 0, ROOT2, -ROOT2, "corner"),
    ("acosh(1 + x^2)", 0, -ROOT2, ROOT2, "corner"),
    ("asec(1 + x^2)", 0, -ROOT2, ROOT2, "corner"),
    ("cbrt(x^2)", 0, -INF, INF, "cusp"),
    ("(x^2)^(1/3)", 0, -INF, INF, "cusp"),
    ("(x^2)^0.4", 0, -INF, INF, "cusp"),
    ("cbrt(x)", 0, INF, INF, "vertical"),
    ("sqrt(x)", 0, None, INF, "end"),
    ("asin(x)", 1, INF, None, "end"),
    ("(x-2)^(x^2)", 0, None, None, "end"),
    ("x^1.5", 0, None, 0, "end"),
    ("sqrt(x)^2", 0, None, 1, "end"),
    ("x^2*sqrt(x)", 0, None, 0, "end"),
    ("x*sqrt(1 - x)", 1, -INF, None, "end"),
    ("(1 - x)^2.5", 1, 0, None, "end"),
    ("asin(x) + acos(x)", 1, 0, None, "end"),
    ("(x^3)^1.5", 0, None, 0, "end"),
    ("sin(x)^0.5*sin(x)", 0, None, 0, "end"),
    ("x^x/x^x", -1, None, None, "end"),
]


@pytest.mark.parametrize(("typed", "x", "left", "right", "kind"), WITHOUT_A_DERIVATIVE, ids=lambda v: str(v))
def test_where_there_is_no_derivative_each_side_is_told_and_every_way_of_finding_one_refuses(
    typed: str, x: float, left: float | None, right: float | None, kind: str
) -> None:
    f = calc.parse(typed)
    slope = calc.slope_at(f, x)
    assert slope.kind == kind
    for got, want in ((slope.left, left), (slope.right, right)):
        assert got == (None if want is None else pytest.approx(want, rel=1e-9, abs=1e-9))
    assert slope.value is None
    assert slope.convention is None
    for way in (
        lambda: calc.derivative_at(f, x),
        lambda: calc.tangent_line(f, x),
        lambda: calc.jvp(f, {"x": x}, {"x": 1.0}),
        lambda: calc.directional_derivative(f, {"x": x}, {"x": 2.0}),
        lambda: calc.gradient(f, {"x": x}),
        lambda: calc.chain([f], x),
        lambda: calc.differentiate(f, "x").evaluate({"x": x}),
    ):
        with pytest.raises(calc.DomainError):
            way()


# By hand; the convention is what the function's note says, put through the chain rule.
CONVENTIONS = [
    ("|x|", 0, -1, 1, "corner", 0),
    ("relu(x)", 0, 0, 1, "corner", 0),
    ("relu(2x)", 0, 0, 2, "corner", 0),
    ("relu(-x)", 0, -1, 0, "corner", 0),
    ("|x^2 - 1|", 1, -2, 2, "corner", 0),
    ("|x^2 - 1|", -1, -2, 2, "corner", 0),
    ("3 + leaky_relu(x - 2)", 2, 0.01, 1, "corner", 0.01),
    ("hard_swish(x)", 3, 1.5, 1, "corner", 1),
    ("elu'(x)", 0, 1, 0, "corner", 1),
    ("sign(x)", 0, INF, INF, "jump", 0),
    ("sign(x^2)", 0, -INF, INF, "jump", 0),
    ("relu'(x)", 0, 0, INF, "jump", 0),
    ("relu(x) - relu(-x)", 0, 1, 1, "smooth", 0),
    ("x*|x|", 0, 0, 0, "smooth", None),
    ("|x|^3", 0, 0, 0, "smooth", None),
    ("|x^3|", 0, 0, 0, "smooth", None),
    ("relu(x)^2", 0, 0, 0, "smooth", None),
]


@pytest.mark.parametrize(("typed", "x", "left", "right", "kind", "convention"), CONVENTIONS, ids=lambda v: str(v))
def test_a_convention_is_told_as_a_convention_beside_the_true_slopes(
    typed: str, x: float, left: float, right: float, kind: str, convention: float | None
) -> None:
    slope = calc.slope_at(calc.parse(typed), x)
    assert (slope.left, slope.right, slope.kind, slope.convention) == (left, right, kind, convention)
    assert slope.value == (left if kind == "smooth" else None)


@pytest.mark.parametrize("typed", ["(x^2)^1.5", "|x|^2.5", "relu(x)^1.5", "(1 - cos(x))^1.5", "x + sqrt(0)"])
def test_where_only_a_part_of_the_formula_is_at_an_end_the_slope_is_still_found(typed: str) -> None:
    f = calc.parse(typed)
    assert calc.slope_at(f, 0).value == calc.derivative_at(f, 0) == calc.gradient(f, {"x": 0.0})["x"]
    assert calc.derivative_at(f, 0) == calc.differentiate(f, "x").evaluate({"x": 0.0}) == float("+" in typed)


def test_a_partial_derivative_needs_both_sides_of_its_own_variable_alone() -> None:
    f, edge = calc.parse("y^2 + x^1.5"), {"x": 0.0, "y": 3.0}
    assert calc.directional_derivative(f, edge, {"y": 1.0}) == 6.0
    assert calc.partials(f, edge) == pytest.approx({"x": math.nan, "y": 6.0}, nan_ok=True)
    assert calc.differentiate(f, "y").evaluate(edge) == 6.0
    with pytest.raises(calc.DomainError, match="values on one side of this point only"):
        calc.gradient(f, edge)


def test_a_cone_has_no_slope_at_its_tip_in_any_direction() -> None:
    cone = calc.parse("sqrt(x^2 + y^2)")
    origin = {"x": 0.0, "y": 0.0}
    for direction in ({"x": 1.0}, {"y": 1.0}, {"x": 0.6, "y": 0.8}):
        assert calc.slope_along(cone, origin, direction).kind == "corner"
        assert calc.slope_along(cone, origin, direction).right == pytest.approx(1)
        with pytest.raises(calc.DomainError):
            calc.directional_derivative(cone, origin, direction)


def test_what_does_not_move_needs_no_slope() -> None:
    assert calc.directional_derivative(calc.parse("x + sqrt(y)"), {"x": 1.0, "y": 0.0}, {"x": 1.0}) == 1.0
    assert calc.slope_at(calc.parse("5"), 2).value == 0.0
    with pytest.raises(ValueError, match="the variables x, y; give slope_along a direction"):
        calc.slope_at(calc.parse("x*y"), 0)


def test_a_derivative_knows_where_its_function_lives() -> None:
    for typed, x in (("ln(x)", -1), ("x/x", 0), ("sqrt(x)*sqrt(x)", -1), ("e^(ln(x))", -2), ("ln(ln(x))", 0.5)):
        derivation = calc.differentiate(calc.parse(typed), "x")
        with pytest.raises(calc.DomainError):
            derivation.evaluate({"x": x})
    assert calc.differentiate(calc.parse("ln(x)"), "x").evaluate({"x": 4}) == 0.25


# (x − r)·q(x) inside |…|: the slopes are ∓|q(r)|, a corner unless q(r) = 0.
@examples(200)
@given(st.integers(-5, 5), st.integers(-4, 4), st.integers(-4, 4), st.sampled_from(["abs", "relu"]))
def test_the_corners_of_absolute_values_and_relus_of_polynomials_are_found(r: int, a: int, b: int, name: str) -> None:
    x = calc.Variable("x")
    f = calc.FUNCTIONS[name]((x - r) * (a * x + b))
    q = a * r + b
    slope = calc.slope_at(f, r)
    if name == "abs":
        assert (slope.left, slope.right) == (-abs(q), abs(q))
    else:
        assert (slope.left, slope.right) == (min(0, q), max(0, q))
    assert slope.kind == ("corner" if q else "smooth")


def outcome(way: object) -> float | None:
    try:
        return way()  # type: ignore[operator, no-any-return]
    except calc.DomainError:
        return None


def test_where_rounding_leaves_no_digit_of_the_value_no_way_gives_a_slope() -> None:
    residue = calc.parse("x/sin(pi)")  # in floats sin π is 1.2e-16, which is no divisor
    ways: list[Callable[[], object]] = [
        lambda: residue(1),
        lambda: calc.slope_at(residue, 1),
        lambda: calc.derivative_at(residue, 1),
        lambda: calc.gradient(residue, {"x": 1}),
        lambda: calc.differentiate(residue, "x").evaluate({"x": 1}),
    ]
    for way in ways:
        with pytest.raises(calc.RoundingError):
            way()


# Whole numbers are where formulas with short numbers have their kinks, corners, poles and holes.
@examples(1500)
@given(tame("x"), st.integers(-3, 3))
def test_at_kinks_and_corners_too_every_way_gives_the_slope_the_convention_or_nothing(
    expression: calc.Expression, x: int
) -> None:
    forward = outcome(lambda: calc.derivative_at(expression, x))
    reverse = outcome(lambda: calc.gradient(expression, {"x": x})["x"])
    symbolic = outcome(lambda: calc.differentiate(expression, "x").evaluate({"x": x}))
    assert (forward is None) == (reverse is None)
    if outcome(lambda: expression(x)) is None:
        assert forward is symbolic is None
        return
    slope = calc.slope_at(expression, x)
    graph = calc.Graph(expression)
    graph.forward({"x": x})
    largest = max(1.0, *[abs(node.value) for node in graph.nodes])
    assume(largest < 1e4)
    if forward is not None and reverse is not None:
        assert forward == pytest.approx(reverse, rel=1e-8, abs=1e-8 * largest)
        assume(abs(forward) < 1e5)
        true_or_told = slope.value if slope.convention is None else slope.convention
        assert forward == pytest.approx(true_or_told, rel=1e-6, abs=1e-8 * largest)
    if symbolic is not None and slope.convention is None:
        assert slope.value is not None
        assert symbolic == pytest.approx(slope.value, rel=1e-5, abs=1e-5 * largest)


@examples(300)
@given(tame("x"), st.integers(-3, 3))
def test_each_side_is_what_difference_quotients_of_sixty_digits_approach(expression: calc.Expression, x: int) -> None:
    try:
        slope = calc.slope_at(expression, x)
    except calc.DomainError:
        assume(False)
    graph = calc.Graph(expression)
    assume(graph.forward({"x": x}) < 1e6)
    assume(
        all(node.value == 0 or abs(node.value) > 1e-12 for node in graph.nodes)
    )  # no sin(pi), in floats or in mpmath
    with mp.workdps(60):
        f = along(expression, {"x": x}, "x")
        for sign, side in ((-1, slope.left), (1, slope.right)):
            if side is None or not abs(side) < 1e6:
                continue
            h = mp.mpf(10) ** -20
            try:
                quotients = [sign * (f(mp.mpf(x) + sign * k * h) - f(mp.mpf(x))) / (k * h) for k in (1, 2)]
            except (ValueError, ZeroDivisionError, TypeError):
                continue
            if all(mp.im(q) == 0 and abs(q) < 1e7 for q in quotients) and abs(quotients[0] - quotients[1]) < 1e-9:
                assert side == pytest.approx(float(mp.re(quotients[0])), rel=1e-5, abs=1e-5)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("tan(pi/2)", "tan has no value at 1.5707963267948966; it has one for x ≠ π/2 + kπ."),
        ("sec(-3pi/2)", "sec has no value at -4.71238898038469; it has one for x ≠ π/2 + kπ."),
        ("cot(2pi)", "cot has no value at 6.283185307179586; it has one for x ≠ kπ."),
        ("csc(0)", "csc has no value at 0; it has one for x ≠ kπ."),
    ],
)
def test_a_pole_has_no_value_though_no_float_lies_on_it(typed: str, message: str) -> None:
    with pytest.raises(calc.DomainError) as caught:
        calc.parse(typed).evaluate({})
    assert str(caught.value) == message
    with pytest.raises(calc.DomainError):
        calc.parse(f"{typed[:3]}(x)")(math.pi / 2 if typed[:3] in ("tan", "sec") else math.pi)
    assert calc.parse("tan(x)")(1.5707963) == pytest.approx(37320539.634, rel=1e-9)  # mpmath
