"""The backprop widget against JAX, and against numbers worked out by hand."""

from collections.abc import Callable
from typing import Any

import pytest

import calc
from widgets.backprop import WIDGET
from widgets.backprop.circuit import Circuit, shown
from widgets.backprop.diagram import SLOTS
from widgets.backprop.graphs import FAN_OUT, KINK, LESSONS, NETWORK, NEURON
from widgets.build.html.frames import frames, gzipped_size
from widgets.kit.patch import Patch

jax = pytest.importorskip("jax", reason="JAX has no build for Pyodide")
jax.config.update("jax_enable_x64", True)
nn = jax.nn

# The graphs once more, written in JAX, with their inputs in the order the widget shows them.
JAX: dict[str, tuple[tuple[str, ...], Callable[..., Any], tuple[float, ...]]] = {
    NEURON: (("w", "x", "b", "t"), lambda w, x, b, t: (nn.sigmoid(w * x + b) - t) ** 2, (2.0, -1.0, 1.0)),
    FAN_OUT: (("x",), lambda x: x * nn.sigmoid(x), ()),
    NETWORK: (("w₁", "x", "w₂"), lambda w, x, v: (2 * nn.relu(w * x) - nn.relu(v * x) - 1) ** 2, (2.0, 1.5)),
    KINK: (("x",), lambda x: nn.relu(x) - nn.relu(-x), ()),
}
LAST = {NEURON: 14, FAN_OUT: 6, NETWORK: 18, KINK: 10}  # operations, the turn, edges: 5+1+8, 2+1+3, 7+1+10, 4+1+5
GRID = [i / 4 for i in range(-8, 9)]


def patch(graph: str = NEURON, step: float = 0, value: float = 0.5) -> Patch:
    return WIDGET.update({"graph": graph, "step": step, "input": value})


def boxes(patch: Patch) -> dict[str, tuple[str, str]]:
    """What a reader sees: each box's name with its value and its adjoint, empty while hidden."""
    seen = {}
    for slot in SLOTS:
        if not patch[f"{slot}.hidden"]:
            value = "" if patch[f"{slot}-known.hidden"] else patch[f"{slot}-value.text"]
            adjoint = "" if patch[f"{slot}-back.hidden"] else patch[f"{slot}-adjoint.text"]
            seen[patch[f"{slot}-formula.text"].partition(" ")[0]] = value, adjoint
    return seen


def read(text: str) -> float:
    assert "×10" not in text
    return float(text.replace("−", "-"))


def test_the_neuron_shows_the_numbers_of_the_chapter() -> None:
    assert boxes(patch(step=14)) == {
        "w": ("0.50", "−0.50"),
        "x": ("2.00", "−0.125"),
        "b": ("−1.00", "−0.25"),
        "t": ("1.00", "1.00"),
        "p": ("1.00", "−0.25"),
        "z": ("0.00", "−0.25"),
        "a": ("0.50", "−1.00"),
        "d": ("−0.50", "−1.00"),
        "L": ("0.25", "1.00"),
    }


def test_each_step_says_what_it_computes() -> None:
    assert patch(step=3)["says.text"] == "a = σ(z) = σ(0.00) = 0.50"
    assert patch(step=4)["says.text"] == "d = a − t = 0.50 − 1.00 = −0.50"
    assert patch(step=5)["says.text"] == "L = d² = (−0.50)² = 0.25"
    assert patch(step=6)["says.text"] == "∂L/∂L = 1.00"
    assert patch(step=7)["says.text"] == "1.00 · 2d = 1.00 · (−1.00) = −1.00"
    assert patch(step=9)["says.text"] == "−1.00 · (−1.00) = 1.00"  # through the minus sign before t
    assert patch(step=10)["says.text"] == "−1.00 · σ′(z) = −1.00 · 0.25 = −0.25"
    assert patch(step=13)["says.text"] == "−0.25 · x = −0.25 · 2.00 = −0.50"
    assert patch(step=13)["phase.text"] == "Backward, 7 of 8: p hands back to w"


@pytest.mark.parametrize("value", GRID)
@pytest.mark.parametrize("graph", LESSONS)
def test_both_modes_end_with_the_gradient_that_jax_finds(graph: str, value: float) -> None:
    names, function, fixed = JAX[graph]
    point = (value, *fixed)
    gradient = jax.grad(function, argnums=tuple(range(len(names))))(*point)
    last = patch(graph, LAST[graph], value)
    seen = boxes(last)
    assert read(list(seen.values())[-1][0]) == pytest.approx(float(function(*point)), abs=6e-5)
    for i, (name, slope) in enumerate(zip(names, gradient, strict=True)):
        assert read(seen[name][1]) == pytest.approx(float(slope), abs=6e-5)
        assert last[f"pass{i}-name.text"] == name
        assert read(last[f"pass{i}-slope.text"]) == pytest.approx(float(slope), abs=6e-5)


@pytest.mark.parametrize("graph", LESSONS)
def test_every_step_fills_in_one_thing_and_nothing_early(graph: str) -> None:
    operations = len(LESSONS[graph].names)
    inputs = len(JAX[graph][0])
    for step in range(LAST[graph] + 1):
        now = patch(graph, step)
        seen = boxes(now).values()
        assert sum(bool(value) for value, _ in seen) == inputs + min(step, operations)
        assert any(adjoint for _, adjoint in seen) == (step > operations)
        edges = sum(not now[f"edge{i}.hidden"] for i in range(10))
        assert edges == max(0, step - operations - 1)
        assert (now["step.text"], now["last.text"]) == (str(step), str(LAST[graph]))
    assert all(adjoint for _, adjoint in boxes(patch(graph, LAST[graph])).values())


def test_where_two_routes_meet_the_second_adds_to_the_first() -> None:
    # y = x·s with s = σ(2) = 0.8808 and σ′(2) = 0.1050: straight to x comes 0.8808, by way of s comes 2 · 0.1050.
    first, second = patch(FAN_OUT, 4, 2), patch(FAN_OUT, 6, 2)
    assert first["in0-adjoint.text"] == "0.8808…"
    assert first["in0-terms.hidden"] == "yes"
    assert first["notice.text"] + first["result.text"] == (
        "Another route to x is still on its way. So far, x holds0.8808"
    )
    assert (second["in0-terms.text"], second["in0-adjoint.text"]) == ("0.8808 + 0.2100 =", "1.0908")
    assert second["in0-terms.hidden"] == ""
    assert second["notice.text"] == "Where routes meet, add: ∂y/∂x ="
    assert second["result.text"] == "0.8808 + 0.2100 = 1.0908"


def test_the_small_network_shows_the_numbers_of_the_chapter() -> None:
    seen = boxes(patch(NETWORK, 18))
    assert seen == {
        "w₁": ("0.50", "−16.00"),
        "x": ("2.00", "2.00"),
        "w₂": ("1.50", "8.00"),
        "z₁": ("1.00", "−8.00"),
        "h₁": ("1.00", "−8.00"),
        "m": ("2.00", "−4.00"),
        "z₂": ("3.00", "4.00"),
        "h₂": ("3.00", "4.00"),
        "d": ("−2.00", "−4.00"),
        "L": ("4.00", "1.00"),
    }
    assert patch(NETWORK, 18)["in1-terms.text"] == "6.00 + (−4.00) ="


def test_a_neuron_that_is_off_lets_nothing_through() -> None:
    # z₁ = −1, so h₁ = 0 and d = −3 − 1 = −4: 2d · (−1) · w₂ = 12 reaches x through h₂, and nothing through h₁.
    off = patch(NETWORK, 18, -0.5)
    assert boxes(off)["w₁"] == ("−0.50", "0.00")
    assert (off["in1-terms.text"], off["in1-adjoint.text"]) == ("12.00 + 0.00 =", "12.00")


def test_at_the_kink_the_widget_reports_what_code_says_and_what_is_true() -> None:
    kink, beside = patch(KINK, 10, 0), patch(KINK, 10, 0.5)
    assert (kink["in0-adjoint.text"], kink["quotient.text"], kink["nudge.text"]) == ("0.00", "1.0000", "0.01")
    assert "true slope is 1" in kink["verdict.text"]
    assert (beside["in0-adjoint.text"], beside["quotient.text"]) == ("1.00", "1.0000")
    assert beside["verdict.text"] == "The way back found the same."


@pytest.mark.parametrize(
    ("graph", "forward", "reverse"),
    [(NEURON, 4 * 5, 2 * 5), (FAN_OUT, 1 * 2, 2 * 2), (NETWORK, 3 * 7, 2 * 7), (KINK, 1 * 4, 2 * 4)],
)
def test_costs_are_passes_times_operations(graph: str, forward: int, reverse: int) -> None:
    last = patch(graph, LAST[graph])
    assert (last["forward-cost.text"], last["reverse-cost.text"]) == (str(forward), str(reverse))
    assert last["visited.text"] == str(reverse)
    assert sum(not last[f"pass{i}.hidden"] for i in range(4)) == len(JAX[graph][0])
    assert patch(graph)["visited.text"] == "0"


@pytest.mark.parametrize("graph", LESSONS)
def test_later_steps_repeat_the_last(graph: str) -> None:
    assert patch(graph, 18) == patch(graph, LAST[graph])


def test_the_slider_reaches_the_last_step_of_every_graph() -> None:
    assert [slider.stop for slider in WIDGET.sliders] == [max(LAST.values()), 2]


def test_the_frames_are_light() -> None:
    assert gzipped_size(frames(WIDGET, WIDGET.defaults())) < 15_000


def test_a_circuit_writes_constants_and_signs_inside_the_operation() -> None:
    circuit = Circuit(calc.parse("x/(1 + e^-y) - 3"), ("n", "g", "s", "q", "r"))
    written = [circuit.written(i, circuit.names.__getitem__) for i in circuit.operations]
    assert written == ["−y", "e^n", "1 + g", "x / s", "q − 3"]
    assert [circuit.names[i] for pair in circuit.wires() for i in pair] == list("ny" + "gn" + "sg" + "qx" + "qs" + "rq")


def test_a_circuit_wants_a_name_for_each_operation() -> None:
    with pytest.raises(ValueError, match="has 2 operations to name, not 1"):
        Circuit(calc.parse("(x + 1)*x"), ("y",))


@pytest.mark.parametrize(("value", "text"), [(-0.125, "−0.125"), (0.1, "0.10"), (2 / 3, "0.6667"), (-0.0, "0.00")])
def test_numbers_have_more_decimals_only_where_two_hide_something(value: float, text: str) -> None:
    assert shown(value) == text
