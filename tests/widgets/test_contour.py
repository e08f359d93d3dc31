"""Contour lines, against a circle and against the generator that matplotlib uses."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from contourpy import LineType, contour_generator
from hypothesis import given
from hypothesis import strategies as st

from widgets.kit.contour import contour, simplified
from widgets.kit.path import Point

XS = [-4 + 8 * i / 32 for i in range(33)]


def values(f) -> list[list[float]]:  # type: ignore[no-untyped-def]
    return [[f(x, y) for x in XS] for y in XS]


def length(lines: list[list[Point]]) -> float:
    return sum(math.dist(a, b) for line in lines for a, b in pairwise(line))


def theirs(z: list[Any], xs: list[float], level: float) -> Any:
    """The lines that matplotlib would draw."""
    return contour_generator(xs, xs, np.array(z, dtype=float), line_type=LineType.Separate).lines(level)


@pytest.mark.parametrize("radius", [0.5, 1.0, 2.0, 3.5])
def test_a_circle_is_one_closed_line_around_the_middle(radius: float) -> None:
    (line,) = contour(XS, XS, values(lambda x, y: x * x + y * y), radius**2)
    assert line[0] == line[-1]
    assert all(math.hypot(x, y) == pytest.approx(radius, abs=0.02) for x, y in line)
    assert length([line]) == pytest.approx(2 * math.pi * radius, rel=0.03)


def test_a_plane_has_straight_contours_from_edge_to_edge() -> None:
    (line,) = contour(XS, XS, values(lambda x, y: 5 * x - 2 * y + 7), 8.0)
    assert all(5 * x - 2 * y + 7 == pytest.approx(8) for x, y in line)
    assert {abs(line[0][1]), abs(line[-1][1])} == {4.0}
    assert len(simplified(line, 1e-9)) == 2


@pytest.mark.parametrize(
    "f",
    [
        lambda x, y: x * x + x * y,
        lambda x, y: x * x - y * y,
        lambda x, y: np.sin(x) * np.cos(y),
        lambda x, y: np.exp(-x * x) + y / 3,
    ],
)
@pytest.mark.parametrize("level", [-1.7, -0.31, 0.13, 0.77, 2.9])
def test_the_lines_are_those_of_matplotlibs_generator(f, level: float) -> None:  # type: ignore[no-untyped-def]
    z = values(f)
    expected = theirs(z, XS, level)
    ours = contour(XS, XS, z, level)
    assert sorted(map(len, ours)) == sorted(map(len, expected))
    points = {(round(x, 9) + 0.0, round(y, 9) + 0.0) for line in ours for x, y in line}
    assert points == {(round(float(x), 9) + 0.0, round(float(y), 9) + 0.0) for line in expected for x, y in line}


@given(st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), min_size=4, max_size=4))
def test_any_grid_gives_lines_that_end_at_its_border_or_close(z: list[list[int]]) -> None:
    xs = [0.0, 1.0, 2.0, 3.0]
    for line in contour(xs, xs, z, 0.5):
        on_border = [any(c in (0, 3) for c in end) for end in (line[0], line[-1])]
        assert line[0] == line[-1] or all(on_border)
    total = sum(float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in theirs(z, xs, 0.5))
    assert length(contour(xs, xs, z, 0.5)) == pytest.approx(total)


def test_cells_without_a_value_hold_no_line() -> None:
    z = values(lambda x, y: math.log(x) + y if x > 0 else math.nan)
    lines = contour(XS, XS, z, 0.0)
    assert lines
    assert all(x > 0 for line in lines for x, _ in line)
    nowhere, level_ground = [[math.nan] * 33] * 33, [[5.0] * 33] * 33
    assert contour(XS, XS, nowhere, 0.0) == []
    assert contour(XS, XS, level_ground, 5.0) == []


def test_simplifying_stays_within_the_tolerance_and_keeps_the_ends() -> None:
    circle = [(math.cos(t / 50 * math.pi), math.sin(t / 50 * math.pi)) for t in range(101)]
    fewer = simplified(circle, 0.01)
    assert len(fewer) < 40
    assert (fewer[0], fewer[-1]) == (circle[0], circle[-1])
    assert length([fewer]) == pytest.approx(2 * math.pi, rel=0.01)
