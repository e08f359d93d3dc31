"""Doublings: the number of routes, counted by walking every one; the walk back against calc's own."""

from itertools import product

import pytest

from tests.widgets.paths import pieces
from widgets.doubling import WIDGET
from widgets.kit.patch import Patch


def at(n: int, stop: int = 30) -> Patch:
    return WIDGET.update({"n": n, "stop": stop})


def doubled(x: float, times: int) -> float:
    for _ in range(times):
        x = x + x
    return x


@pytest.mark.parametrize("n", [1, 2, 5, 10])
def test_there_are_as_many_routes_as_choices_of_an_arrow_at_each_step(n: int) -> None:
    assert at(n)["routes.text"] == f"{len(list(product('ab', repeat=n))):,}"


@pytest.mark.parametrize("n", [1, 3, 10, 30])
def test_the_walk_back_carries_what_a_nudge_becomes_from_there_on_and_stops_once_at_each_value(n: int) -> None:
    for stop in range(n + 1):
        nudged = doubled(4, stop) - doubled(3, stop)
        assert at(n, stop)["sum.text"].split("\u00a0")[-1] == f"{nudged:,.0f}"
    assert at(n)["last.text"] == str(n)


def test_it_is_told_where_the_walk_stands() -> None:
    assert at(10, 0)["told.text"] == "The walk starts at u₁₀, with"
    assert at(10, 3)["told.text"] == "Stop 3 of 10: u₇ receives"
    assert at(10, 3)["remark.text"] == "As many routes lead from u₇ to the end."
    assert at(10)["told.text"] == "Stop 10 of 10: x receives"
    assert (at(1)["stops.text"], at(2)["stops.text"]) == ("1 stop", "2 stops")


@pytest.mark.parametrize(("n", "stop"), [(10, 0), (10, 4), (10, 10), (30, 30), (1, 1)])
def test_two_arrows_join_each_value_to_the_next_and_those_walked_are_marked(n: int, stop: int) -> None:
    patch = at(n, stop)
    assert len(pieces(patch["walked.d"])) == (2 * stop or 1)  # a path of nothing is one point
    assert len(pieces(patch["ahead.d"])) == (2 * (n - stop) or 1)
    assert len(pieces(patch["values.d"])) == n + 1
