"""Formulas given piece by piece: the truth where two pieces meet."""

import copy
import math
import pickle
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calc
from tests.calc.checks import check_exact_ways
from tests.calc.conftest import examples
from tests.calc.strategies import POINTS, tame

RAMP = "{x < 0: 0, x >= 0: x}"
HUBER = "{|x| <= 1: x^2/2, |x| > 1: |x| - 1/2}"


# By hand: a bound is closed where values and slopes of both sides agree, open elsewhere.
DERIVATIVES = [
    (RAMP, "{x < 0: 0, x > 0: 1}"),
    ("{x < 0: x^2, x >= 0: x^3}", "{x < 0: 2x, x >= 0: 3x^2}"),
    ("{x <= 0: x^2, x > 0: x^3}", "{x <= 0: 2x, x > 0: 3x^2}"),
    ("{x < 1: x^2, x >= 1: 2x - 1}", "{x < 1: 2x, x >= 1: 2}"),
    ("{x < 1: x^2, x >= 1: 2x}", "{x < 1: 2x, x > 1: 2}"),
    ("{-1 <= x <= 1: (1 - x^2)^2, 0}", "{x < -1: 0, -1 <= x <= 1: 4x*(x^2 - 1), x > 1: 0}"),
    ("{-1 <= x <= 1: 1 - x^2, 0}", "{x < -1: 0, -1 < x < 1: -2x, x > 1: 0}"),
    ("{x < 0: -1, 1}", "{x != 0: 0}"),
    ("{x = 0: 0, 1}", "{x != 0: 0}"),
    ("{x <= 0: 0, x > 0: x/x}", "{x != 0: 0}"),
    ("{x <= 0: 0, x > 0: ln(x)}", "{x < 0: 0, x > 0: 1/x}"),
    (HUBER, "{abs(x) < 1: x, abs(x) > 1: sign(x)}"),
    ("{x < a: x^2, a*x}", "{x < a: 2x, x > a: a}"),
    ("{y < 0: x, y >= 0: x^2}", "{y < 0: 1, y >= 0: 2x}"),
    ("x*{x < 0: -1, x >= 0: 1}", "{x < 0: -1, x > 0: 1}"),
    ("sin({x < 0: x, x >= 0: x^2})", "{x < 0: cos(x), x > 0: 2x*cos(x^2)}"),
    ("{x < 0: {x < -1: 1, -x}, x}", "{x < 0: {x < -1: 0, x > -1: -1}, x > 0: 1}"),
    ("{x < 0: x, x >= 0: x*y^2}", "{x < 0: 1, x > 0: y^2}"),
    ("{x < 0: x^2*y, x >= 0: x^3/y}", "{x < 0: 2x*y, x > 0: 3x^2/y}"),
    ("{x < 0: x^2*y, x >= 0: x^3*y}", "{x < 0: 2x*y, x >= 0: 3x^2*y}"),
]


@pytest.mark.parametrize(("typed", "by_hand"), DERIVATIVES)
def test_a_derivative_is_taken_piece_by_piece_and_claimed_at_a_bound_only_if_both_sides_agree(
    typed: str, by_hand: str
) -> None:
    assert str(calc.differentiate(calc.parse(typed), "x").result) == by_hand


WAYS: tuple[Callable[[calc.Expression, float], float], ...] = (
    lambda f, x: calc.differentiate(f, "x").evaluate({"x": x}),
    lambda f, x: calc.jvp(f, {"x": x}, {"x": 1.0}).tangent,
    lambda f, x: calc.gradient(f, {"x": x})["x"],
)

# typed, where, slope on the left, on the right, what it is
BOUNDS = [
    (RAMP, 0, 0, 1, "corner"),
    ("x if x > 0 else 0", 0, 0, 1, "corner"),
    ("{x < 0: x^2, x >= 0: x^3}", 0, 0, 0, "smooth"),
    ("{x < 0: x, x >= 0: sin(x)}", 0, 1, 1, "smooth"),
    ("{x < 1: x^2, x >= 1: 2x}", 1, math.inf, 2, "jump"),
    ("{x < 0: 1, x >= 0: 1 + x}", 0, 0, 1, "corner"),
    ("{x = 0: 1, sin(x)/x}", 0, 0, 0, "smooth"),
    ("{x = 0: 2, sin(x)/x}", 0, math.inf, -math.inf, "jump"),
    ("{x < 0: 0, x >= 0: sqrt(x)}", 0, 0, math.inf, "cusp"),
    ("{x <= 0: 0, x > 0: e^(-1/x)}", 0, 0, 0, "smooth"),
    ("{x >= 0: x^2}", 0, None, 0, "end"),
    (HUBER, 1, 1, 1, "smooth"),
    ("{|x| < 1: x^2, |x| >= 1: |x|}", 1, 2, 1, "corner"),
    ("{x < 0: -x, x} - {x < 0: -x, x}", 0, 0, 0, "smooth"),
    ("{x < 0: -x, x}^2", 0, 0, 0, "smooth"),
    ("{x = 0: sqrt(x), x != 0: sin(x)}", 0, 1, 1, "smooth"),
    ("{x < 0: 1, x >= 0: x^x}", 0, 0, -math.inf, "cusp"),
]


@pytest.mark.parametrize(("typed", "x", "left", "right", "kind"), BOUNDS)
def test_where_pieces_meet_all_ways_give_the_slope_or_all_say_that_there_is_none(
    typed: str, x: float, left: float | None, right: float | None, kind: str
) -> None:
    f = calc.parse(typed)
    slope = calc.slope_at(f, x)
    assert (slope.left, slope.right, slope.kind) == (
        left if left is None else pytest.approx(left, abs=1e-6),
        right if right is None else pytest.approx(right, abs=1e-6),
        kind,
    )
    for way in WAYS:
        if kind == "smooth":
            assert way(f, x) == pytest.approx(right, abs=1e-6)
        else:
            with pytest.raises(calc.DomainError):
                way(f, x)


@examples(150)
@given(tame("x"), tame("x"), st.integers(-2, 2), POINTS)
def test_on_a_piece_every_way_gives_its_slope(
    below: calc.Expression, above: calc.Expression, bound: int, x: float
) -> None:
    f = calc.parse(f"{{x < {bound}: {below}, x >= {bound}: {above}}}")
    piece = below if x < bound else above
    try:
        want = calc.jvp(piece, {"x": x}, {"x": 1.0})
    except calc.DomainError:
        assume(False)
    assert f(x) == want.primal
    assert calc.jvp(f, {"x": x}, {"x": 1.0}).tangent == want.tangent
    assert calc.gradient(f, {"x": x})["x"] == calc.gradient(piece, {"x": x}).get("x", 0.0)
    assert calc.slope_at(f, x) == calc.slope_at(piece, x)
    symbolic = calc.differentiate(piece, "x").evaluate({"x": x})
    assert calc.differentiate(f, "x").evaluate({"x": x}) == pytest.approx(symbolic, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("x", [-1.7, -0.4, 0.3, 1.9, 2.6])
@pytest.mark.parametrize(
    "typed",
    ["{x < 0: x^3, 0 <= x < 2: sin(x), x >= 2: ln(x)}*e^x", "sin(x)^{x < 1: 2, 3}/{|x| < 2: x, 5}", HUBER],
)
def test_mpmath_finds_the_same_slope(typed: str, x: float) -> None:
    check_exact_ways(calc.parse(typed), {"x": x})


def test_the_steps_name_the_rule_and_differentiate_each_piece() -> None:
    derivation = calc.differentiate(calc.parse("{x < 0: x^2, x >= 0: x^3}"), "x")
    assert [step.rule.title for _, step in derivation.walk()] == ["Piece by piece", "Power rule", "Power rule"]
    assert "same value and the same slope" in derivation.steps.note


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("{x < 0: 0, x > 0: 1}", "domain"),
        ("{x < 0: 0, x >= 0: 1}", "same"),
        ("{x <= 0: 0, x > 0: 1}", "different"),
        ("(sign(x) + 1)/2", "different"),
        ("{0 > x: 1 - 1, 0 <= x: x^0}", "same"),
        ("1 if x >= 0 else 0", "same"),
    ],
)
def test_answers_are_compared_at_the_bounds_too(answer: str, verdict: str) -> None:
    assert calc.compare(calc.parse(answer), calc.parse("{x < 0: 0, x >= 0: 1}")).verdict == verdict


def test_what_happens_where_pieces_meet_is_found() -> None:
    def found(typed: str) -> list[tuple[float, str]]:
        return [(b.at, b.kind) for b in calc.analyse(calc.parse(typed)).breaks]

    assert found(RAMP) == [(0, "kink")]
    assert found("{x < 1: x, x >= 1: x + 1}") == [(1, "jump")]
    assert found("{x < 1: x^2, x >= 1: 2x - 1}") == []
    assert found("{x = 2: 7, x}") == [(2, "jump")]
    assert found("{x != 2: x}") == [(2, "hole")]
    assert found("{x > 2: x}") == [(2, "end")]
    assert found("{|x| < 3: 1, 0}") == [(-3, "jump"), (3, "jump")]


def test_a_product_with_a_choice_is_simplified_piece_by_piece() -> None:
    assert str(calc.simplify(calc.parse("2x*{x < 1: x, x >= 1: 1/x}"))) == "{x < 1: 2x^2, x >= 1: 2}"
    assert str(calc.simplify(calc.parse("{x < 0: 1, x >= 0: x} + {x < 2: x, x >= 2: 1}"))) == (
        "{x < 0: 1 + x, 0 <= x < 2: 2x, x >= 2: x + 1}"
    )


def test_a_piece_that_is_missing_where_it_is_not_asked_for_takes_no_value_away() -> None:
    f = calc.parse("{x < 0: 1, x >= 0: x}*{y < 0: {x < 0: 5}, y >= 0: x}")
    assert f.evaluate({"x": 2, "y": 1}) == calc.simplify(f).evaluate({"x": 2, "y": 1}) == 4


@examples(150)
@given(tame("x"), tame("x"), tame("x"), POINTS)
def test_simplifying_keeps_the_value(a: calc.Expression, b: calc.Expression, c: calc.Expression, x: float) -> None:
    f = calc.parse(f"({c})*{{x < 0: {a}, x >= 0: {b}}} + {{x < 1: {b}, {a}}}/({c})")
    try:
        want = f(x)
    except calc.DomainError:
        assume(False)
    assume(abs(want) < 1e6)
    try:
        got = calc.simplify(f)(x)
    except calc.RoundingError:
        assume(False)
    parts = [abs(part(x)) for part in (a if x < 0 else b, b if x < 1 else a, c)]
    assert got == pytest.approx(want, rel=1e-6, abs=1e-9 * (1 + max(parts)) ** 3)


def test_a_choice_is_copied_pickled_and_put_into_others() -> None:
    f = calc.parse(RAMP)
    assert copy.deepcopy(f) is f
    assert pickle.loads(pickle.dumps(f)) is f
    assert f.substitute({"x": calc.parse("2t")}) is calc.parse("{2t < 0: 0, 2t >= 0: 2t}")
    assert f.substitute({"x": calc.parse("3")}) is calc.Number(3)


def test_the_graph_of_a_choice_is_that_of_the_piece_that_holds() -> None:
    graph = calc.Graph(calc.parse("w*{x < 0: 0, x >= 0: x}"))
    assert graph.forward({"w": 3.0, "x": 2.0}) == 6.0
    assert graph.backward() == {"w": 2.0, "x": 3.0}
    assert graph.forward({"w": 3.0, "x": -2.0}) == 0.0
    assert graph.backward() == {"w": 0.0, "x": 0.0}


def test_a_choice_among_a_list_of_formulas_stays_one() -> None:
    assert calc.parse_list(f"[{RAMP}, 2]") == (calc.parse(RAMP), calc.Number(2))
    assert calc.parse_list(RAMP) == (calc.parse(RAMP),)
