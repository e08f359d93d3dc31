"""The backprop widget against JAX, and against numbers worked out by hand."""

import random
from collections.abc import Callable
from typing import Any

import pytest

import calc
from tests.widgets.walks import boxes, patch
from widgets.backprop import WIDGET
from widgets.backprop.graphs import FAN_OUT, KINK, LESSONS, NETWORK, NEURON, VARIABLES
from widgets.build.html.frames import frames, gzipped_size
from widgets.kit.circuit.circuit import EDGES, Circuit

jax = pytest.importorskip("jax", reason="JAX has no build for Pyodide")
jax.config.update("jax_enable_x64", True)
nn = jax.nn

# The graphs once more, written in JAX, with the inputs that they read.
JAX: dict[str, tuple[tuple[str, ...], Callable[..., Any]]] = {
    NEURON: (("w", "x", "b", "t"), lambda w, x, b, t: (nn.sigmoid(w * x + b) - t) ** 2),
    FAN_OUT: (("x",), lambda x: x * nn.sigmoid(x)),
    NETWORK: (
        ("w_1", "x", "w_2", "w_3", "w_4", "t"),
        lambda w, x, v, c, d, t: (c * nn.relu(w * x) + d * nn.relu(v * x) - t) ** 2,
    ),
    KINK: (("x",), lambda x: nn.relu(x) - nn.relu(-x)),
}
# Operations, the turn, edges: 5+1+8, 2+1+3, 9+1+15, 4+1+5.
LAST = {NEURON: 14, FAN_OUT: 6, NETWORK: 25, KINK: 10}


def read(text: str) -> float:
    return float(text.translate(str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")).replace("×10", "e"))


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
    assert patch(step=13)["phase.text"] == "Backward, 7 of 8: p to w"


def moved(name: str) -> tuple[float, ...]:
    """Every stop of an input's slider."""
    return next(slider.stops for slider in WIDGET.sliders if slider.name == name)


@pytest.mark.parametrize("graph", LESSONS)
def test_the_walk_ends_with_the_gradient_that_jax_finds_whichever_input_moves(graph: str) -> None:
    names, function = JAX[graph]
    for moving in names:
        for at in moved(moving):
            point = {name: VARIABLES[name] for name in names} | {moving: at}
            gradient = jax.grad(function, argnums=tuple(range(len(names))))(*point.values())
            seen = boxes(patch(graph, LAST[graph], **point))
            assert read(list(seen.values())[-1][0]) == pytest.approx(
                float(function(*point.values())), rel=1e-3, abs=6e-5
            )
            for name, slope in zip(names, gradient, strict=True):
                shown = read(seen[name.replace("_", "").translate(str.maketrans("1234", "₁₂₃₄"))][1])
                assert shown == pytest.approx(float(slope), rel=1e-3, abs=6e-5), (moving, at, name)


@pytest.mark.parametrize("graph", LESSONS)
def test_every_step_fills_in_one_thing_and_nothing_early(graph: str) -> None:
    operations = len(LESSONS[graph].names)
    inputs = len(JAX[graph][0])
    for step in range(LAST[graph] + 1):
        now = patch(graph, step)
        seen = boxes(now).values()
        assert sum(bool(value) for value, _ in seen) == inputs + min(step, operations)
        assert any(adjoint for _, adjoint in seen) == (step > operations)
        edges = sum(bool(now[f"slope{i}.text"]) for i in range(EDGES))
        assert edges == max(0, step - operations - 1)
        assert (now["step.text"], now["last.text"]) == (str(step), str(LAST[graph]))
    assert all(adjoint for _, adjoint in boxes(patch(graph, LAST[graph])).values())


def test_where_two_routes_meet_the_second_adds_to_the_first() -> None:
    # y = x·s with s = σ(2) = 0.8808 and σ′(2) = 0.1050: straight to x comes 0.8808, by way of s comes 2 · 0.1050.
    first, second = patch(FAN_OUT, 4), patch(FAN_OUT, 6)
    assert first["in0-adjoint.text"] == "0.8808…"
    assert first["notice.text"] + first["result.text"] == (
        "Another route to x is still on its way. So far, x holds0.8808"
    )
    assert second["in0-adjoint.text"] == "1.0908"
    assert second["notice.text"] == "Where routes meet, add: ∂y/∂x ="
    assert second["result.text"] == "0.8808 + 0.2100 = 1.0908"


@pytest.mark.parametrize(
    ("graph", "inputs", "step", "told"),
    [
        # Both ReLUs of y = relu(x) − relu(−x) stand on their kinks; y = x has the slope 1.
        (KINK, {"x": 0.0}, 7, "Adjoint times local slope, so ∂y/∂s ="),
        (KINK, {"x": 0.0}, 8, "ReLU has no slope at 0, and code takes 0.00. So code says ∂y/∂n ="),
        (KINK, {"x": 0.0}, 10, "Where routes meet, add: code says ∂y/∂x ="),
        (KINK, {"x": 0.5}, 10, "Where routes meet, add: ∂y/∂x ="),
        # With w₁ = 0 the first neuron stands on its kink: no slope in w₁. In x there is one, as w₁·x stays 0.
        (NETWORK, {"w_1": 0.0}, 24, "Adjoint times local slope, so code says ∂L/∂w₁ ="),
        (NETWORK, {"w_1": 0.0}, 25, "Where routes meet, add: ∂L/∂x ="),
    ],
)
def test_what_code_chose_at_a_kink_is_told_as_what_code_says(
    graph: str, inputs: dict[str, float], step: int, told: str
) -> None:
    assert patch(graph, step, **inputs)["notice.text"] == told


def test_a_weight_stays_with_what_it_becomes() -> None:
    moves = WIDGET.update({**WIDGET.defaults(), "graph": NETWORK})["moves.text"]
    assert [part.count("→") for part in moves.split(" ")] == [1, 1, 1, 1]


def test_no_line_ends_with_an_equals_sign_and_no_derivative_is_torn() -> None:
    for step in range(1, LAST[NETWORK] + 1):
        now = WIDGET.update({**WIDGET.defaults(), "graph": NETWORK, "step": step})
        for part in ("says", "notice", "result"):
            assert "= " not in now[f"{part}.text"]
        assert "/∂" not in now["notice.text"]


def test_the_small_network_shows_the_numbers_of_the_chapter() -> None:
    seen = boxes(patch(NETWORK, 25))
    assert seen == {
        "w₁": ("0.50", "−16.00"),
        "x": ("2.00", "2.00"),
        "w₂": ("1.50", "8.00"),
        "w₃": ("2.00", "−4.00"),
        "w₄": ("−1.00", "−12.00"),
        "t": ("1.00", "4.00"),
        "z₁": ("1.00", "−8.00"),
        "h₁": ("1.00", "−8.00"),
        "m₁": ("2.00", "−4.00"),
        "z₂": ("3.00", "4.00"),
        "h₂": ("3.00", "4.00"),
        "m₂": ("−3.00", "−4.00"),
        "y": ("−1.00", "−4.00"),
        "d": ("−2.00", "−4.00"),
        "L": ("4.00", "1.00"),
    }
    assert patch(NETWORK, 25)["result.text"] == "6.00 + (−4.00) = 2.00"


def test_one_step_against_the_slopes_makes_the_loss_of_the_chapter_smaller_and_can_be_taken() -> None:
    # w − 0.01·w̄ with w̄ = −16, 8, −4, −12; then y = 2.04·0.66·2 − 0.88·1.42·2 = 0.1936 and L = (y − 1)² = 0.6503.
    last = patch(NETWORK, 25, rate=0.01)
    assert last["moves.text"] == "w₃ 2 → 2.04, w₁ 0.5 → 0.66, w₄ −1 → −0.88, w₂ 1.5 → 1.42"
    assert last["fall.text"] == "L: 4.0000 → 0.6503"
    assert last["take.set"] == "w_3=2.04; w_1=0.66; w_4=-0.88; w_2=1.42"
    assert patch(NETWORK, 24)["take.set"] == "", "before the walk is done there are no slopes to step against"
    assert patch(FAN_OUT, 6)["learn.hidden"] == "yes", "x is data: nothing is learnt"


def test_a_neuron_that_is_off_lets_nothing_through() -> None:
    # z₁ = −1, so h₁ = 0 and d = −3 − 1 = −4: 2d · (−1) · w₂ = 12 reaches x through h₂, and nothing through h₁.
    off = patch(NETWORK, 25, w_1=-0.5)
    assert boxes(off)["w₁"] == ("−0.50", "0.00")
    assert off["result.text"] == "12.00 + 0.00 = 12.00"


def test_at_the_kink_the_widget_reports_what_code_says_and_what_is_true() -> None:
    kink, beside = patch(KINK, 10, x=0), patch(KINK, 10, x=0.5)
    assert (kink["in0-adjoint.text"], kink["slope.text"]) == ("0.00", "1.00")
    assert "1.0000 in x" in kink["check.text"]
    assert "stands at a kink" in kink["check.text"]
    assert (beside["in0-adjoint.text"], beside["slope.text"]) == ("1.00", "1.00")
    assert beside["check.text"].endswith("The way back found the same.")


def test_where_a_step_has_no_slope_the_walk_says_so_and_shows_no_number() -> None:
    # √x at 0 has the value 0 and an upright tangent.
    last = patch("sqrt(x)", 80, x=0)
    assert boxes(last) == {"x": ("0.00", "none"), "y": ("0.00", "none")}
    assert "vertical tangent" in last["check.text"]


def test_the_slopes_of_random_formulas_are_those_of_small_nudges() -> None:
    made, chance = 0, random.Random(6)
    while made < 20:
        parts = [
            chance.choice(("x*w", "tanh(b)", "sin(x)", "w_1*w_2", "e^-b", "t*x*w_3", "sigmoid(w_4)")) for _ in range(4)
        ]
        expression = calc.parse(f"({parts[0]} + {parts[1]})*({parts[2]} - {parts[3]})")
        wired, point = Circuit(expression), {name: chance.uniform(-2, 2) for name in VARIABLES}
        run = wired.run({name: point[name] for name in expression.variables})
        for index in wired.inputs:
            name = wired.variables[index]
            nudged = [expression.evaluate({**point, name: point[name] + h}) for h in (1e-6, -1e-6)]
            assert run.adjoints[index] == pytest.approx((nudged[0] - nudged[1]) / 2e-6, rel=1e-5, abs=1e-6)
        made += 1


@pytest.mark.parametrize("graph", LESSONS)
def test_later_steps_repeat_the_last(graph: str) -> None:
    assert patch(graph, 80) == patch(graph, LAST[graph])


@pytest.mark.parametrize("graph", LESSONS)
def test_the_slider_ends_where_the_walk_ends(graph: str) -> None:
    step = next(slider for slider in WIDGET.sliders if slider.name == "step")
    assert patch(graph)[f"{step.until}.text"] == str(LAST[graph])
    assert LAST[graph] in step.prepared


def test_the_start_gives_no_answer_away() -> None:
    start = patch(NEURON, 0)
    assert not any(adjoint for _, adjoint in boxes(start).values())
    assert (start["outcome.hidden"], start["update.hidden"]) == ("yes", "yes")


def test_the_frames_are_light() -> None:
    # What comes with the page; the other graphs come when a reader chooses one.
    assert gzipped_size(frames(WIDGET, WIDGET.defaults(), choices=False)) < 6_000
    assert gzipped_size(frames(WIDGET, WIDGET.defaults())) < 14_000
