"""The pen that writes every path: whatever it is given, a page can draw it, and points are where they should be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.paths import Point, pieces
from widgets.kit.path import FAR, NOTHING, Pen

ANY = st.floats(allow_nan=True, allow_infinity=True)
POINTS = st.lists(st.tuples(ANY, ANY), max_size=12)
NEAR = st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=2, max_size=60)


@given(POINTS, POINTS, st.booleans())
def test_any_points_at_all_give_a_path(first: list[Point], second: list[Point], closed: bool) -> None:
    pen = Pen().line(*first)
    for point in second:
        pen.to(point)
    path = (pen.close() if closed else pen).path()
    assert all(abs(number) <= FAR + 1e-6 for piece in pieces(path) for point in piece for number in point)


@given(NEAR)
def test_every_point_is_where_it_should_be_to_half_a_tenth_however_long_the_line(points: list[Point]) -> None:
    (drawn,) = pieces(Pen().line(*points).path())
    assert [math.dist(*pair) for pair in zip(drawn, points, strict=True)] == pytest.approx([0] * len(points), abs=0.08)


def test_a_point_alone_between_gaps_is_a_dot_and_what_follows_is_drawn() -> None:
    gap = (2.0, math.nan)
    path = Pen().line((0, 0), (1, 1), gap, (3, 5), gap, (4, 5), (5, math.inf), (6, 6), (7, 8)).path()
    assert pieces(path) == [[(0, 0), (1, 1)], [(3, 5), (3, 5)], [(4, 5), (4, 5)], [(6, 6), (7, 8)]]


def test_nothing_drawn_is_a_path_too() -> None:
    assert Pen().path() == Pen().line((math.nan, 1)).path() == NOTHING
    assert pieces(NOTHING) == [[(0, 0)]]


def test_bent_steps_end_where_they_should_and_closing_leads_back() -> None:
    pen = Pen().to((10, 10)).to((20, 0), (30, 10)).to((30, 20), (10, 20), (10, 30)).close().to((5, 5)).to((5, 9))
    assert pieces(pen.path()) == [[(10, 10), (30, 10), (10, 30), (10, 10)], [(5, 5), (5, 9)]]
    assert pen.path().startswith("M10 10q10 -10 20 0c0 10 -20 10 -20 20z")


@pytest.mark.parametrize("path", ["M78 284lM158 284l2 2", "Lnan nan", "M1 2l", "M1", "l1 2", "M1 2h", "M1 2x3", "none"])
def test_the_reader_of_these_tests_refuses_what_is_no_path(path: str) -> None:
    with pytest.raises(ValueError, match=r"path|numbers"):
        pieces(path)
