"""The small network: its adjoints against nudges of the loss written out here, and against the rule by hand."""

from itertools import pairwise

import pytest

from widgets.network import POINT, WIDGET
from widgets.network.view import DRAWING, LAST


def loss(w_1: float, **changed: float) -> float:
    at = {**POINT, "w_1": w_1, **changed}
    h_1, h_2 = max(0.0, at["w_1"] * at["x"]), max(0.0, at["w_2"] * at["x"])
    return (at["w_3"] * h_1 + at["w_4"] * h_2 - at["t"]) ** 2


def shown(w_1: float, step: int = LAST) -> dict[str, str]:
    """Each box's name with its adjoint."""
    patch = WIDGET.update({"w_1": w_1, "step": step})
    return {patch[f"{slot}-formula.text"].partition(" ")[0]: patch[f"{slot}-adjoint.text"] for slot in DRAWING.slots}


@pytest.mark.parametrize("w_1", [-1, -0.5, 0.5, 1])
def test_every_input_s_adjoint_is_what_nudging_it_says(w_1: float) -> None:
    found = shown(w_1)
    for name, value in {**POINT, "w_1": w_1}.items():
        nudged = (loss(**{"w_1": w_1, name: value + 1e-6}) - loss(**{"w_1": w_1, name: value - 1e-6})) / 2e-6
        written = name.translate(str.maketrans("1234", "₁₂₃₄", "_"))
        assert float(found[written].replace("−", "-")) == pytest.approx(nudged, abs=1e-4)


def test_by_hand_two_routes_bring_6_and_minus_4_to_x() -> None:
    # y = 2·1 − 1·3 = −1, so ȳ = 2(−1 − 1) = −4; through z₂: −4 · −1 · 1.5, through z₁: −4 · 2 · 0.5
    assert shown(0.5, 20)["x"] == "6.00…"
    assert shown(0.5)["x"] == "2.00"
    assert shown(-0.5)["w₁"] == shown(-0.5)["w₃"] == "0.00"  # the first ReLU is off


def test_every_step_of_the_slider_shows_another_moment_and_the_drawing_has_no_empty_box() -> None:
    moments = [WIDGET.update({"w_1": 0.5, "step": step}) for step in range(LAST + 1)]
    assert all(before["phase.text"] != after["phase.text"] for before, after in pairwise(moments))
    assert moments[-1]["last.text"] == str(LAST)
    assert not any(moments[-1][f"{slot}.hidden"] for slot in DRAWING.slots)
    assert all(moments[-1][f"edge{i}.set"] for i in range(DRAWING.edges))
