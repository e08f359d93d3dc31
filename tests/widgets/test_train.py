"""The training widget against JAX, against `calc.Graph`, and against what a reader should see happen."""

import itertools
import math
import re
from pathlib import Path

import pytest

import calc
from tests.widgets.paths import pieces
from widgets.build.html.frames import frames, gzipped_size
from widgets.kit.patch import Patch
from widgets.train import WIDGET, graph, nearest_target
from widgets.train.data import SHAPES, points
from widgets.train.network import INPUTS, UNITS, answering, loss, loss_with_slopes, names, start, training
from widgets.train.pictures import CURVE
from widgets.train.surface import above_zero
from widgets.train.tape import with_slopes

PAGE = Path(__file__).parents[2] / "docs/backpropagation.md"


def patch(**state: float | str) -> Patch:
    return WIDGET.update({**WIDGET.defaults(), **state})


def test_learning_goes_step_by_step_as_it_does_in_jax() -> None:
    jax = pytest.importorskip("jax", reason="JAX has no build for Pyodide")
    jax.config.update("jax_enable_x64", True)
    jnp, units, rate = jax.numpy, 4, 1.0
    batch = points("moons")
    x = jnp.array([(p.x, p.y) for p in batch])
    t = jnp.array([p.target for p in batch])

    def mean_loss(w: object) -> object:
        a, b, c, v = (jnp.array(w)[: 4 * units].reshape(units, 4).T[i] for i in range(4))
        p = jax.nn.sigmoid(jnp.tanh(x @ jnp.stack([a, b]) + c) @ v + jnp.array(w)[-1])
        return -jnp.mean(t * jnp.log(p) + (1 - t) * jnp.log(1 - p))

    step = jax.jit(jax.value_and_grad(mean_loss))
    weights, losses = jnp.array(start(units)), []
    for _ in range(201):
        value, gradient = step(weights)
        losses.append(float(value))
        weights = weights - rate * gradient
    mine = training("moons", units, rate).losses_until(200)
    assert mine == pytest.approx(losses, rel=1e-8)


@pytest.mark.parametrize("units", [1, 3, UNITS])
def test_the_slopes_of_the_tape_are_those_of_the_graph(units: int) -> None:
    point = {**dict(zip(INPUTS, (0.3, -1.2, 1.0), strict=True)), **dict(zip(names(units), start(units), strict=True))}
    value, *slopes = loss_with_slopes(units)(*point.values())
    assert value == pytest.approx(loss(units).evaluate(point), rel=1e-14)
    assert slopes == pytest.approx([calc.gradient(loss(units), point)[name] for name in names(units)], rel=1e-12)


def test_a_tape_holds_a_value_that_is_used_twice_and_one_that_is_not_used() -> None:
    # f = x·x·y + tanh(x) at (2, 3): 12 + 0.9640; f′ = 2xy + 1 − tanh² = 12.0707 in x, x² = 4 in y, 0 in z.
    f = with_slopes(calc.parse("x*x*y + tanh(x)"), ("x", "y", "z"), ("x", "y", "z"))
    assert f(2.0, 3.0, 9.0) == pytest.approx((12.9640, 12.0707, 4.0, 0.0), abs=5e-5)
    with pytest.raises(calc.ShapeError, match="none of these"):
        with_slopes(calc.parse("x^2"), ("x",), ("x",))


@pytest.mark.parametrize("data", SHAPES)
def test_four_units_learn_every_shape_and_the_loss_falls(data: str) -> None:
    before, after = patch(data=data, step=0), patch(data=data, step=400)
    assert int(after["right.text"]) >= 98
    assert float(after["loss.text"]) < 0.1 < float(before["loss.text"])


def test_one_unit_draws_one_line_and_cannot_tell_the_corners_apart() -> None:
    # However one line is laid through XOR, a quarter of the points or more is on the wrong side.
    assert int(patch(data="xor", units=1, step=400)["right.text"]) <= 80


@pytest.mark.parametrize("data", SHAPES)
def test_half_of_the_points_are_of_each_kind_and_all_lie_in_the_picture(data: str) -> None:
    batch = points(data)
    assert sum(point.target for point in batch) == len(batch) / 2 == 50
    assert all(max(abs(point.x), abs(point.y)) < 2.6 for point in batch)


def test_the_colour_covers_the_points_that_the_network_counts_to_the_dots() -> None:
    def inside(outline: list[tuple[float, float]], x: float, y: float) -> bool:
        odd = False
        for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                odd = not odd
        return odd

    f, weights = answering(4), training("moons", 4, 1.0).at(400)
    at = [-2.6 + 5.2 * i / 13 for i in range(14)]
    outlines = list(above_zero(at, at, [[f(x, y, 0.0, *weights)[0] for x in at] for y in at]))
    for point in points("moons"):
        z = f(point.x, point.y, 0.0, *weights)[0]
        if abs(z) > 0.5:  # not so near the border that a straight piece may pass on the other side
            assert (sum(inside(outline, point.x, point.y) for outline in outlines) % 2 == 1) == (z > 0)
    assert pieces(patch(step=400)["region.d"])


def test_the_colour_has_one_outline_and_a_hole_another() -> None:
    # A circle of radius 2: what is sent is its rim, not the cells within. A ring is that with a hole.
    at = [-3 + i / 2 for i in range(13)]
    disc, *more = above_zero(at, at, [[4 - x * x - y * y for x in at] for y in at])
    assert not more
    assert all(1.85 < math.hypot(x, y) < 2.05 for x, y in disc)
    area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in itertools.pairwise([*disc, disc[0]])) / 2
    assert area == pytest.approx(math.pi * 4, rel=0.04)
    ring = list(above_zero(at, at, [[(4 - x * x - y * y) * (x * x + y * y - 1) for x in at] for y in at]))
    assert len(ring) == 2
    whole = list(above_zero(at, at, [[1.0] * 13] * 13))
    assert [sorted(outline) for outline in whole] == [[(-3, -3), (-3, 3), (3, -3), (3, 3)]]


def test_every_adjoint_is_what_a_nudge_of_its_weight_gives() -> None:
    shown = patch(step=30, units=3)
    assert int(shown["weights.text"]) == 3 * 4 + 1
    assert int(shown["agreed.text"]) >= 6
    assert shown["steepest-adjoint.text"] == shown["steepest-nudged.text"] != "0.000000"
    # Forward mode, one weight at a time, finds none that is steeper.
    point = {**dict(zip(INPUTS, (0.6, 0.4, nearest_target("moons", (0.6, 0.4))), strict=True))}
    point |= dict(zip(names(3), training("moons", 3, 1.0).at(30), strict=True))
    forward = [abs(calc.jvp(loss(3), point, {name: 1.0}).tangent) for name in names(3)]
    assert abs(float(shown["steepest-adjoint.text"].replace("−", "-"))) == pytest.approx(max(forward), abs=1e-6)


@pytest.mark.parametrize("data", SHAPES)
@pytest.mark.parametrize("rate", [1.0, 10.0])
def test_nothing_reads_zero_that_is_not(data: str, rate: float) -> None:
    """Late in training most slopes are tiny, and none of them is 0."""
    for step in (80, 240, 400):
        shown = patch(data=data, rate=rate, step=step)
        zeros = {part for part, text in shown.items() if part.endswith(".text") and re.fullmatch("[−0.]*0[.0]*", text)}
        assert zeros <= {"target.text"}, {part: shown[part] for part in zeros}
        # And a tiny one is its own size: the digits of a slope by forward mode.
        point = dict(zip(INPUTS, (0.6, 0.4, nearest_target(data, (0.6, 0.4))), strict=True))
        point |= dict(zip(names(4), training(data, 4, rate).at(step), strict=True))
        for name in names(4):
            slope = calc.jvp(loss(4), point, {name: 1.0}).tangent
            told = (
                shown[f"{name}-adjoint.text"].replace("−", "-").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
            )
            assert float(told.replace("×10", "e")) == pytest.approx(
                slope, rel=0.06, abs=0.0005 if "e" not in told else 0
            )


def test_the_slope_of_the_loss_in_z_is_the_answer_minus_the_target() -> None:
    # p = σ(z) and p − t, from the printed z alone.
    for x, y in ((0.6, 0.4), (-1.4, 1.0), (1.4, -0.8)):
        shown = patch(step=10, x_1=x, x_2=y)
        z, slope = (float(shown[f"z-{part}.text"].replace("−", "-")) for part in ("value", "adjoint"))
        target = nearest_target("moons", (x, y))
        assert slope == pytest.approx(1 / (1 + math.exp(-z)) - target, abs=2e-3)
        assert shown["target.text"] == f"{target:.0f}"


def test_the_four_lines_of_the_page_run_and_the_loss_falls() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    weights = dict(zip(names(2), start(2), strict=True))
    example = dict(zip(INPUTS, (0.5, -0.5, 1.0), strict=True))
    before = graph(2).forward(weights | example)
    scope = {"graph": graph(2), "w": weights, "example": example, "rate": 1.0}
    exec(code, scope)
    assert graph(2).forward(weights | example) < 0.1 * before


def test_a_step_is_worked_out_once() -> None:
    first = training("xor", 2, 1.0)
    weights = first.at(50)
    assert training("xor", 2, 1.0) is first
    assert first.at(50) is weights
    assert first.at(20) is not weights


def test_one_step_is_not_told_as_several() -> None:
    assert [patch(step=step)["steps-of.text"] for step in (0, 1, 2)] == ["steps", "step", "steps"]


@pytest.mark.parametrize("step", [0, 1, 7, 80, 400])
def test_the_loss_curve_is_as_steep_at_first_as_the_loss(step: int) -> None:
    """It goes through the loss of each of the first steps: no corner is cut."""
    drawn = [place for piece in pieces(patch(step=step)["losses.d"]) for place in piece]
    losses = training("moons", 4, 1.0).losses_until(step)
    places = [(CURVE.x(i), CURVE.y(value)) for i, value in enumerate(losses[:10])]
    for x, y in places:
        assert min(math.dist((x, y), place) for place in drawn) < 0.11  # to a tenth, as paths are written
    assert drawn[-1] == pytest.approx((CURVE.x(step), CURVE.y(losses[-1])), abs=0.11)


def test_few_units_use_the_sheet_and_many_stay_on_it() -> None:
    for units, (least, most) in {1: (0, 1), 2: (40, 60), 4: (130, 160), UNITS: (190, 216)}.items():
        shown = patch(units=units)
        heights = [float(shown[f"unit{i}.y"]) for i in range(1, units + 1)]
        assert least <= max(heights) - min(heights) <= most
        assert 12 <= min(heights) <= max(heights) <= 228  # a circle of 11 on a sheet 240 high


@pytest.mark.parametrize(("name", "end"), [("x_1", "start"), ("x_1", "stop"), ("x_2", "start"), ("x_2", "stop")])
def test_the_ring_stays_whole_at_the_ends(name: str, end: str) -> None:
    # The ring is about 24 across.
    at = getattr(WIDGET.control(name), end)
    shown = patch(**{name: at})
    x, y = float(shown["held-point.x"]), float(shown["held-point.y"])
    assert 12 <= min(x, y) <= max(x, y) <= 360 - 12


def test_the_frames_are_light() -> None:
    # What comes with the page; the other shapes, and the states that the text leads to, come when a reader chooses one.
    assert gzipped_size(frames(WIDGET, WIDGET.defaults(), choices=False)) < 6_000
    assert gzipped_size(frames(WIDGET, WIDGET.defaults())) < 13_000


@pytest.mark.parametrize("units", [1, 4, UNITS])
def test_no_edge_runs_through_a_units_numbers_where_it_could_be_read_as_a_minus(units: int) -> None:
    shown = patch(units=str(units))
    # A number such as −0.930 stands from 13 to 52 beside its unit's middle, and both of them within 11 up and down.
    numbers = [
        (float(shown[f"unit{i}.x"]), float(shown[f"unit{i}.y"]))
        for i in range(1, UNITS + 1)
        if shown[f"unit{i}.hidden"] != "yes"
    ]
    assert len(numbers) == units
    for edge in pieces(shown["plus.d"]) + pieces(shown["minus.d"]):
        for (x, y), (to_x, to_y) in itertools.pairwise(edge):
            for share in range(101):
                at, height = x + (to_x - x) * share / 100, y + (to_y - y) * share / 100
                assert not any(left + 13 < at < left + 52 and abs(height - middle) < 11 for left, middle in numbers)
