"""Softmax and its loss: shares and slopes against JAX and a nudge, and words that are true at the ends."""

import itertools
import math

import jax
import jax.numpy as jnp
import pytest

from tests.widgets.paths import pieces
from widgets.kit.patch import Patch
from widgets.softmax_loss import WIDGET
from widgets.softmax_loss.view import CLASSES, SCORE

STATES = list(itertools.product((-2.0, 0.0, 1.5), repeat=3))


def at(scores: tuple[float, ...], right: str = "dog", step: int = 0) -> Patch:
    return WIDGET.update({"right": right, "step": step, **{f"z{i}": z for i, z in enumerate(scores, start=1)}})


def numbers(patch: Patch, name: str) -> list[float]:
    return [float(patch[f"{name}{i}.text"].replace("−", "-")) for i in (1, 2, 3)]


@pytest.mark.parametrize("right", CLASSES)
def test_shares_loss_and_slopes_are_those_of_jax(right: str) -> None:
    t = CLASSES.index(right)
    with jax.enable_x64(True):
        for scores in STATES:
            loss, slopes = jax.value_and_grad(lambda z: -jax.nn.log_softmax(z)[t])(jnp.array(scores))
            patch = at(scores, right)
            assert numbers(patch, "p") == pytest.approx(jax.nn.softmax(jnp.array(scores)).tolist(), abs=0.00501)
            assert numbers(patch, "slope") == pytest.approx(slopes.tolist(), abs=0.00501)
            assert float(patch["loss.text"]) == pytest.approx(float(loss), abs=0.00501)


def test_a_nudge_of_a_score_changes_the_loss_by_its_slope() -> None:
    def loss(scores: list[float], t: int) -> float:
        return math.log(sum(map(math.exp, scores))) - scores[t]

    for scores in STATES:
        patch = at(scores)
        for i in range(3):
            up, down = list(scores), list(scores)
            up[i], down[i] = up[i] + 1e-5, down[i] - 1e-5
            assert numbers(patch, "slope")[i] == pytest.approx((loss(up, 1) - loss(down, 1)) / 2e-5, abs=0.00501)


def test_shares_add_up_to_1_and_slopes_to_0() -> None:
    for scores in STATES:
        assert sum(numbers(at(scores), "p")) == pytest.approx(1, abs=0.015)
        assert sum(numbers(at(scores), "slope")) == pytest.approx(0, abs=0.015)


def test_the_bars_are_as_long_as_the_numbers() -> None:
    patch = at((2, 0, -1))
    for i, score in enumerate((2, 0, -1), start=1):
        (bar,) = pieces(patch[f"bar{i}.d"])
        assert bar[-1][0] == pytest.approx(SCORE.x(score), abs=0.1)
        assert float(patch[f"tip{i}.x"]) == pytest.approx(SCORE.x(score), abs=0.1)
        assert float(patch[f"share{i}.var"]) == numbers(patch, "p")[i - 1]
        assert float(patch[f"slope-bar{i}.var"]) == numbers(patch, "slope")[i - 1]


def test_steps_go_against_the_slopes_as_they_do_in_jax_and_the_loss_falls() -> None:
    with jax.enable_x64(True):
        for scores in STATES:
            z, before = jnp.array(scores), math.inf
            for step in range(9):
                loss, slopes = jax.value_and_grad(lambda z: -jax.nn.log_softmax(z)[1])(z)
                patch = at(scores, step=step)
                assert float(patch["loss.text"]) == pytest.approx(float(loss), abs=0.00501)
                assert numbers(patch, "score") == pytest.approx(z.tolist(), abs=0.0501)
                assert float(loss) < before
                z, before = z - slopes, float(loss)


def test_after_steps_the_point_stays_where_it_was_set_and_an_arrow_says_where_the_score_has_gone() -> None:
    patch = at((1, 0, -1), step=3)
    assert patch["after.text"] == "After 3 steps the"
    assert at((1, 0, -1), step=1)["after.text"] == "After 1 step the"
    for i, score in enumerate((1, 0, -1), start=1):
        assert float(patch[f"tip{i}.x"]) == pytest.approx(SCORE.x(score), abs=0.1)
        (bar,), shaft = pieces(patch[f"bar{i}.d"]), pieces(patch[f"way{i}.d"])[0]
        assert shaft[0][0] == pytest.approx(SCORE.x(score), abs=0.1)
        assert shaft[-1][0] == pytest.approx(bar[-1][0]) != shaft[0][0]
    ends = itertools.product((-2, 2), repeat=3)
    assert all(abs(score) < SCORE.xlim[1] for scores in ends for score in numbers(at(scores, step=8), "score"))


def test_the_words_know_who_is_sure_and_who_is_right() -> None:
    assert at((-2, 2, -2))["remark.text"].startswith("Sure, and right")
    assert at((2, -2, -2))["remark.text"].startswith("Sure, and wrong")
    halves = at((0, -2, 0))["remark.text"]  # two shares of 0.47: of nothing is the network sure
    assert halves == "A small share: the loss is large, and so is the slope that pushes dog up."
    assert at((0, 0, 0), "bird")["remark.text"] == "A step against the slopes pushes bird up and the others down."
    assert at((0, 0, 0))["loss.text"] == "1.10"  # ln 3
