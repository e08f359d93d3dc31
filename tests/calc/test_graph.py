"""Reverse mode: the graph, its order, its adjoints and how they add up."""

import math

import pytest
from hypothesis import assume, given

import calc
from tests.calc.conftest import examples
from tests.calc.strategies import POINTS, tame


# By hand: f = (x + y)·x at (2, 3): df/dx = 2x + y = 7, df/dy = x = 2.
def test_every_node_carries_value_local_derivatives_and_adjoint() -> None:
    graph = calc.Graph(calc.parse("(x + y)*x"))
    assert graph.forward({"x": 2, "y": 3}) == 10.0
    assert graph.backward() == {"x": 7.0, "y": 2.0}
    rows = [(n.operation, n.inputs, n.value, n.local_derivatives, n.adjoint) for n in graph.nodes]
    assert rows == [
        ("x", (), 2.0, (), 7.0),
        ("y", (), 3.0, (), 2.0),
        ("+", (0, 1), 5.0, (1.0, 1.0), 2.0),
        ("·", (2, 0), 10.0, (2.0, 5.0), 1.0),
    ]


def test_every_contribution_is_recorded_in_the_order_it_arrives() -> None:
    graph = calc.Graph(calc.parse("(x + y)*x"))
    graph.forward({"x": 2, "y": 3})
    graph.backward()
    edges = [(c.source, c.target, c.adjoint, c.local_derivative, c.amount, c.total) for c in graph.contributions]
    assert edges == [
        (3, 2, 1.0, 2.0, 2.0, 2.0),
        (3, 0, 1.0, 5.0, 5.0, 5.0),
        (2, 0, 2.0, 1.0, 2.0, 7.0),
        (2, 1, 2.0, 1.0, 2.0, 2.0),
    ]


def test_a_shared_subexpression_is_one_node_and_its_paths_add_up() -> None:
    graph = calc.Graph(calc.parse("sin(x)*sin(x) + sin(x)"))
    assert [n.operation for n in graph.nodes] == ["x", "sin", "·", "+"]
    graph.forward({"x": 0.5})
    assert graph.backward()["x"] == pytest.approx(2 * math.sin(0.5) * math.cos(0.5) + math.cos(0.5), rel=1e-15)


def test_calling_backward_twice_gives_the_same_answer() -> None:
    graph = calc.Graph(calc.parse("x^3*y + sin(x*y)"))
    graph.forward({"x": 1.2, "y": -0.7})
    first = graph.backward()
    assert graph.backward() == first
    graph.forward({"x": 1.2, "y": -0.7})
    assert graph.backward() == first


def test_a_new_point_starts_afresh() -> None:
    graph = calc.Graph(calc.parse("x^2"))
    for x in (1.0, -3.0):
        graph.forward({"x": x})
        assert math.isnan(graph.nodes[-1].adjoint)
        assert graph.backward() == {"x": 2 * x}


@examples(300)
@given(tame("x", "y"))
def test_the_order_is_topological(expression: calc.Expression) -> None:
    graph = calc.Graph(expression)
    assert [node.index for node in graph.nodes] == list(range(len(graph.nodes)))
    assert all(i < node.index for node in graph.nodes for i in node.inputs)
    assert graph.nodes[-1].expression is expression
    assert len({node.expression for node in graph.nodes}) == len(graph.nodes)


def test_a_chain_of_five_thousand_nodes_works() -> None:
    y: calc.Expression = calc.Variable("x")
    for _ in range(5000):
        y = calc.FUNCTIONS["sin"](y)
    graph = calc.Graph(y)
    assert len(graph.nodes) == 5001
    value, slope = 1.0, 1.0
    for _ in range(5000):
        slope *= math.cos(value)
        value = math.sin(value)
    assert graph.forward({"x": 1.0}) == pytest.approx(value, rel=1e-12)
    assert graph.backward()["x"] == pytest.approx(slope, rel=1e-9)


def test_a_value_used_a_thousand_times_collects_a_thousand_contributions() -> None:
    x = calc.Variable("x")
    graph = calc.Graph(calc.Sum(*[calc.Product(calc.Number(k), x) for k in range(1, 1001)]))
    graph.forward({"x": 2.0})
    assert graph.backward() == {"x": 500500.0}


def test_a_factor_of_zero_does_not_divide_anything_by_zero() -> None:
    graph = calc.Graph(calc.parse("x*y*z"))
    graph.forward({"x": 0.0, "y": 0.0, "z": 5.0})
    assert graph.backward() == {"x": 0.0, "y": 0.0, "z": 0.0}
    graph.forward({"x": 0.0, "y": 3.0, "z": 5.0})
    assert graph.backward() == {"x": 15.0, "y": 0.0, "z": 0.0}


def test_a_constant_exponent_asks_for_no_logarithm_of_the_base() -> None:
    graph = calc.Graph(calc.parse("x^3"))
    graph.forward({"x": -2.0})
    assert graph.backward() == {"x": 12.0}


def test_backward_before_forward_is_refused() -> None:
    with pytest.raises(ValueError, match="Call forward first"):
        calc.Graph(calc.parse("x")).backward()


def test_what_has_no_value_or_slope_is_refused() -> None:
    graph = calc.Graph(calc.parse("sqrt(x)"))
    with pytest.raises(calc.DomainError, match="sqrt has no value at -1"):
        graph.forward({"x": -1.0})
    graph.forward({"x": 0.0})
    with pytest.raises(calc.DomainError, match="vertical tangent"):
        graph.backward()
    with pytest.raises(ValueError, match="Values are needed for x; nothing was given"):
        graph.forward({})


# Misconception 7: code's choice at a kink is not mathematics.
def test_relu_of_x_minus_relu_of_minus_x_is_x_but_the_convention_says_0() -> None:
    f = calc.parse("relu(x) - relu(-x)")
    assert [f(x) for x in (-1.5, 0.0, 2.0)] == [-1.5, 0.0, 2.0]
    assert calc.gradient(f, {"x": 0.0}) == {"x": 0.0}
    assert calc.central_difference(f, 0.0, 0.001) == 1.0


@examples(300)
@given(tame("x", "y"), POINTS, POINTS)
def test_the_gradient_dotted_with_a_direction_is_what_forward_mode_finds(
    expression: calc.Expression, x: float, y: float
) -> None:
    point, v = {"x": x, "y": y}, {"x": 0.6, "y": -0.8}
    try:
        gradient = calc.gradient(expression, point)
        forward = calc.directional_derivative(expression, point, v)
    except calc.DomainError:
        assume(False)
    terms = [gradient[name] * v[name] for name in v]
    assume(all(math.isfinite(t) for t in terms) and max(map(abs, terms)) < 1e8)
    assert forward == pytest.approx(sum(terms), rel=1e-8, abs=1e-8 * (1 + max(map(abs, terms))))


def test_the_gradient_names_every_coordinate_of_the_point() -> None:
    assert calc.gradient(calc.parse("x^2*y"), {"y": 3.0, "x": 2.0, "z": 1.0}) == {"y": 4.0, "x": 12.0, "z": 0.0}
    assert list(calc.gradient(calc.parse("x^2*y"), {"y": 3.0, "x": 2.0})) == ["y", "x"]
