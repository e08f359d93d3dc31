"""Checks that every derivative must pass. Plain functions, so that tests can hold wrong rules against them too."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from mpmath import mp

import calc
from tests.calc.oracles import in_mpmath

LARGEST = 1e5
Point = Mapping[str, float]


class Unfit(Exception):
    """The point is outside the domain, next to a pole, or so steep that floats say little about the formula there."""


def along(expression: calc.Expression, point: Point, variable: str) -> Callable[[Any], Any]:
    """The expression in mpmath as a function of one variable, the others fixed."""
    fixed = {name: mp.mpf(value) for name, value in point.items()}
    return lambda t: in_mpmath(expression, {**fixed, variable: t})


def slope_in_mpmath(expression: calc.Expression, point: Point, variable: str) -> float:
    """∂expression/∂variable from difference quotients with 60 digits. Raises `Unfit`."""
    with mp.workdps(60):
        f, at = along(expression, point, variable), mp.mpf(point[variable])
        slope, other = (mp.diff(f, at, h=mp.mpf(10) ** -k) for k in (20, 22))
        if not mp.isfinite(slope) or abs(slope - other) > mp.mpf(10) ** -12 * (1 + abs(slope)):
            raise Unfit
        return float(slope)


def size_of_numbers(expression: calc.Expression, point: Point, variable: str) -> float:
    """The largest number that the value and its derivative pass through. Raises `Unfit`."""
    graph = calc.Graph(expression)
    try:
        graph.forward(point)
        slope = calc.Graph(calc.differentiate(expression, variable).result)
        slope.forward(point)
    except calc.DomainError:
        raise Unfit from None
    values = [abs(node.value) for node in (*graph.nodes, *slope.nodes)]
    below = [abs(g.nodes[n.inputs[1]].value) for g in (graph, slope) for n in g.nodes if n.operation == "/"]
    if not all(map(math.isfinite, values)) or max(values) > LARGEST or min(below, default=1.0) < 1 / LARGEST:
        raise Unfit
    return max(1.0, *values)


def check_exact_ways(expression: calc.Expression, point: Point, variable: str = "x", relative: float = 1e-10) -> None:
    """Symbolic steps, forward mode and reverse mode give mpmath's slope, to ten digits of the largest number met."""
    want = slope_in_mpmath(expression, point, variable)
    allowed = relative * size_of_numbers(expression, point, variable)
    try:
        got = {
            "symbolic": calc.differentiate(expression, variable).result.evaluate(point),
            "forward": calc.jvp(expression, point, {variable: 1.0}).tangent,
            "reverse": calc.gradient(expression, point)[variable],
        }
    except calc.DomainError as error:
        if "needs a base a > 0" not in str(error):
            raise
        raise Unfit from None  # An exponent such as x/x moves for numbers, but not for symbols.
    for way, slope in got.items():
        assert abs(slope - want) <= allowed, f"{way} gives {slope!r} for {expression} at {dict(point)}, not {want!r}"


def check_quotient(expression: calc.Expression, point: Point, variable: str = "x", h: float = 1e-4) -> None:
    """The central difference is off by what Taylor's theorem says, h²/6·f‴, and by round-off. May raise `Unfit`."""
    want = slope_in_mpmath(expression, point, variable)
    with mp.workdps(40):
        f, at = along(expression, point, variable), mp.mpf(point[variable])
        bend, next_bend = (abs(float(mp.diff(f, at, n))) for n in (3, 5))
    allowed = h**2 / 6 * bend + h**4 * next_bend + 1e-11 / h * size_of_numbers(expression, point, variable)
    if not allowed < 1e-3 * (1 + abs(want)):
        raise Unfit
    try:
        got = calc.central_difference(lambda t: expression.evaluate({**point, variable: t}), point[variable], h)
    except calc.DomainError:
        raise Unfit from None
    assert abs(got - want) <= 2 * allowed, f"the quotient gives {got!r} for {expression} at {dict(point)}, not {want!r}"
