"""Matrices, Jacobians, the vector chain rule and softmax."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp

import calc
from calc import parse
from tests.calc.conftest import examples

F = [parse("x^2*y"), parse("5x + sin(y)"), parse("x*y*z")]
POINT = {"x": 1.5, "y": -0.5, "z": 2.0}
entries = st.floats(-10, 10)


# By hand (the first two rows are Wikipedia's example, Jacobian matrix and determinant).
def test_row_i_holds_the_partial_derivatives_of_output_i() -> None:
    x, y, z = POINT.values()
    assert calc.jacobian(F, POINT) == (
        (2 * x * y, x * x, 0.0),
        (5.0, math.cos(y), 0.0),
        (y * z, x * z, x * y),
    )
    assert calc.shape(calc.jacobian(F[:2], POINT)) == (2, 3)


def test_the_columns_are_in_the_order_of_the_point() -> None:
    assert calc.jacobian([parse("x^2*y")], {"y": 3.0, "x": 2.0}) == ((4.0, 12.0),)


def test_the_gradient_is_the_transpose_of_the_jacobian_of_a_scalar() -> None:
    J = calc.jacobian(F[:1], POINT)
    assert calc.shape(J) == (1, 3)
    gradient = calc.gradient(F[0], POINT)
    assert calc.transpose(J) == tuple((partial,) for partial in gradient.values())


@examples(300)
@given(st.lists(entries, min_size=3, max_size=3), st.lists(entries, min_size=3, max_size=3), st.data())
def test_v_dotted_with_j_transposed_u_is_j_v_dotted_with_u(u: list[float], v: list[float], data: st.DataObject) -> None:
    point = {name: data.draw(st.floats(-3, 3)) for name in POINT}
    backward = calc.vjp(F, point, u)
    forward = [calc.jvp(f, point, dict(zip(point, v, strict=True))).tangent for f in F]
    left = sum(a * b for a, b in zip(v, backward.values(), strict=True))
    right = sum(a * b for a, b in zip(forward, u, strict=True))
    assert left == pytest.approx(right, rel=1e-9, abs=1e-9)


def test_the_vjp_is_the_row_u_times_the_jacobian() -> None:
    u = [2.0, -1.0, 0.5]
    assert tuple(calc.vjp(F, POINT, u).values()) == pytest.approx(calc.matmul([u], calc.jacobian(F, POINT))[0])


# Stewart, Calculus, 14.5: z = e^x sin y with x = s t², y = s² t, at s = 1, t = 2 — dz/ds and dz/dt by hand.
def test_the_vector_chain_rule_multiplies_the_jacobians_each_at_its_own_input() -> None:
    s, t = 1.0, 2.0
    chain = calc.vector_chain([parse("e^x*sin(y)")], {"x": parse("s*t^2"), "y": parse("s^2*t")}, {"s": s, "t": t})
    e4, sin, cos = math.exp(4), math.sin(2), math.cos(2)
    assert chain.inner_values == (("x", 4.0), ("y", 2.0))
    assert chain.outer_values[0] == pytest.approx(e4 * sin)
    assert chain.inner_jacobian == ((4.0, 4.0), (4.0, 1.0))
    assert chain.outer_jacobian[0] == pytest.approx((e4 * sin, e4 * cos))
    assert chain.jacobian[0] == pytest.approx((4 * e4 * sin + 4 * e4 * cos, 4 * e4 * sin + e4 * cos))


@examples(200)
@given(st.floats(-2, 2), st.floats(-2, 2))
def test_the_vector_chain_rule_agrees_with_substituting_first(x: float, y: float) -> None:
    inner = {"u": parse("x*y + x"), "v": parse("sin(x) - y^2"), "w": parse("tanh(y)")}
    outer = [parse("u*v^2"), parse("sigmoid(u) + w"), parse("v*w*u"), parse("u")]
    point = {"x": x, "y": y}
    chain = calc.vector_chain(outer, inner, point)
    assert (calc.shape(chain.outer_jacobian), calc.shape(chain.inner_jacobian)) == ((4, 3), (3, 2))
    whole = calc.jacobian([f.substitute(inner) for f in outer], point)
    for row, want in zip(chain.jacobian, whole, strict=True):
        assert row == pytest.approx(want, rel=1e-9, abs=1e-12)


def test_matrices_are_multiplied_row_by_column() -> None:
    assert calc.matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]) == ((19.0, 22.0), (43.0, 50.0))
    assert calc.matmul([[1, 2, 3]], [[4], [5], [6]]) == ((32.0,),)
    assert calc.matmul([[4], [5]], [[1, 2]]) == ((4.0, 8.0), (5.0, 10.0))


@examples(200)
@given(st.data(), st.integers(1, 4))
def test_transposing_a_product_reverses_it(data: st.DataObject, n: int) -> None:
    square = st.lists(st.lists(entries, min_size=n, max_size=n), min_size=n, max_size=n)
    A, B = data.draw(square), data.draw(square)
    left = calc.transpose(calc.matmul(A, B))
    right = calc.matmul(calc.transpose(B), calc.transpose(A))
    for row, want in zip(left, right, strict=True):
        assert row == pytest.approx(want, abs=1e-9)


@pytest.mark.parametrize(
    ("calculation", "message"),
    [
        (
            lambda: calc.matmul([[1, 2, 3], [4, 5, 6]], [[1, 2], [3, 4]]),
            "A 2×3 matrix times a 2×2 matrix does not fit: the columns of the first (3) must be as many as the rows "
            "of the second (2). 2×3 needs 3×2 on its right.",
        ),
        (
            lambda: calc.matmul([[1, 2], [3]], [[1]]),
            "The rows of a matrix are equally long; these have 1 and 2 entries.",
        ),
        (
            lambda: calc.transpose([]),
            "A matrix has one row and one column or more, for example [[1, 2], [3, 4]].",
        ),
        (
            lambda: calc.shape([[]]),
            "A matrix has one row and one column or more, for example [[1, 2], [3, 4]].",
        ),
        (
            lambda: calc.jacobian([], {"x": 1.0}),
            "A Jacobian has one output and one input or more, not 0 and 1.",
        ),
        (
            lambda: calc.vjp(F, POINT, [1.0]),
            "u has 1 entries and there are 3 outputs: one weight for each is needed.",
        ),
        (
            lambda: calc.vector_chain([parse("u*t")], {"u": parse("x")}, {"x": 1.0}),
            "The outer function takes t, u, but the inner one gives u: t is missing.",
        ),
        (
            lambda: calc.softmax([]),
            "softmax takes a vector with one entry or more, for example [1.0, 2.0, 3.0].",
        ),
    ],
)
def test_shapes_that_do_not_fit_are_named(calculation: object, message: str) -> None:
    with pytest.raises(calc.ShapeError) as caught:
        calculation()  # type: ignore[operator]
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "z", [[0.3], [1.0, 2.0, 3.0], [-1000.0, 1000.0], [30.0, -5.0, 29.5, 0.0], [-745.0, 0.0, -700.0]]
)
def test_softmax_and_its_jacobian_agree_with_mpmath(z: list[float]) -> None:
    s, J = calc.softmax(z), calc.softmax_jacobian(z)
    with mp.workdps(900):
        exponentials = [mp.exp(mp.mpf(x)) for x in z]
        want = [e / mp.fsum(exponentials) for e in exponentials]
        for i, s_i in enumerate(want):
            assert s[i] == pytest.approx(float(s_i), rel=1e-12, abs=1e-323)
            for j, s_j in enumerate(want):
                assert J[i][j] == pytest.approx(float(s_i * ((i == j) - s_j)), rel=1e-9, abs=1e-323)


@examples(200)
@given(st.lists(st.floats(-800, 800), min_size=1, max_size=6), st.floats(-100, 100))
def test_softmax_is_positive_adds_up_to_1_and_ignores_a_common_shift(z: list[float], shift: float) -> None:
    s = calc.softmax(z)
    assert all(0 <= part <= 1 for part in s)
    assert math.fsum(s) == pytest.approx(1, rel=1e-14)
    assert calc.softmax([x + shift for x in z]) == pytest.approx(s, rel=1e-9, abs=1e-12)
    for row, column in zip(calc.softmax_jacobian(z), calc.transpose(calc.softmax_jacobian(z)), strict=True):
        assert math.fsum(row) == pytest.approx(0, abs=1e-15)
        assert row == column


def test_softmax_at_infinity_takes_its_limit_where_there_is_one() -> None:
    assert calc.softmax([1.0, math.inf]) == (0.0, 1.0)
    assert calc.softmax([-math.inf, 0.0]) == (0.0, 1.0)
    assert all(math.isnan(part) for part in calc.softmax([math.nan, 0.0]))
    with pytest.raises(calc.DomainError, match="several are inf"):
        calc.softmax([math.inf, math.inf])
    with pytest.raises(calc.DomainError, match="every entry is −inf"):
        calc.softmax([-math.inf, -math.inf])
