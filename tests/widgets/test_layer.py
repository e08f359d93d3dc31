"""The layer's table, against a loss that was nudged in each weight and bias."""

from collections.abc import Sequence

import pytest

from widgets.kit.controls import State
from widgets.kit.numbers import short
from widgets.layer import WIDGET

FIRST, SECOND = ((1.0, 2.0, -1.0), (0.25, 0.5)), ((0.0, 1.0, 1.0), (1.0, -1.0))


def loss(weights: list[list[float]], examples: Sequence[tuple[tuple[float, ...], tuple[float, ...]]]) -> float:
    """One whose slope in each z is δ: δ·z, summed over the batch. The last weight of a row is the bias."""
    return sum(
        d * sum(w * x for w, x in zip(row, (*xs, 1.0), strict=True))
        for xs, deltas in examples
        for row, d in zip(weights, deltas, strict=True)
    )


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def given(x: float = 2, delta: float = 0.25, batch: int = 1) -> State:
    return {"x": x, "delta": delta, "batch": batch}


@pytest.mark.parametrize("x", [-2, 0, 1.5, 2])
@pytest.mark.parametrize("delta", [-1, 0, 0.25])
@pytest.mark.parametrize("batch", [1, 2])
def test_each_entry_is_what_a_nudge_of_its_weight_does_to_the_loss_of_the_batch(
    x: float, delta: float, batch: int
) -> None:
    examples = [((FIRST[0][0], x, FIRST[0][2]), (delta, FIRST[1][1])), SECOND][:batch]
    patch = WIDGET.update(given(x, delta, batch))
    for i in range(2):
        for j in range(4):
            weights = [[0.3, -0.2, 0.5, 0.1], [1.0, 0.4, -0.7, 0.2]]
            before = loss(weights, examples)
            weights[i][j] += 0.5
            assert patch[f"w{i}{j}.text"] == short(round((loss(weights, examples) - before) / 0.5, 9))


def test_a_batch_shows_both_examples_and_adds_their_tables() -> None:
    patch = WIDGET.update(given(batch=2))
    assert [patch[f"x{j}.text"] for j in range(3)] == ["1, 0", "2, 1", "−1, 1"]
    assert [patch[f"d{i}.text"] for i in range(2)] == ["0.25, 1", "0.5, −1"]
    assert spaced(patch["sum.text"]) == "0.25 · 2 + 1 · 1 = 1.5"
    assert "adds" in patch["remark.text"]


def test_a_slope_of_0_is_told_as_0_and_not_as_missing() -> None:
    assert WIDGET.update(given(x=0))["remark.text"].endswith("are 0.")
    assert WIDGET.update(given(delta=0))["remark.text"].endswith("its row is 0.")
    assert spaced(WIDGET.update(given(x=-2, delta=-1))["sum.text"]) == "−1 · (−2) = 2"
