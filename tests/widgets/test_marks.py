"""The marks, as the author of a widget uses them, and where they then stand in the figure."""

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.widgets.paths import pieces, points
from widgets.build.html.figure import draw
from widgets.kit import ink
from widgets.kit.axes import Axes
from widgets.kit.marks import arrow, baseline, columns, curve, dots, marker, polygon, segment, smooth, steps
from widgets.kit.path import NOTHING
from widgets.kit.widget import Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Matplotlib

# One unit of x is 25 units of the figure, one of y is 10; y = 0 lies 80 units down, in the frame of y = −2 … 8.
AXES = Axes(xlim=(0, 4), ylim=(-2, 8), width=100, height=100, left=0, right=0, top=0, bottom=0, y_intervals=5)
ANY = st.floats(allow_nan=True, allow_infinity=True)


def test_a_curve_breaks_where_there_is_no_value_and_is_cut_off_far_outside() -> None:
    path = curve(AXES, [(0, 0), (1, 1), (2, math.nan), (3, 1e300), (4, 0)], [(0, 8), (1, 8)])
    assert pieces(path) == [[(0, 80), (25, 70)], [(75, -100), (100, 80)], [(0, 0), (25, 0)]]


def test_a_smooth_line_is_exact_where_a_cubic_is_and_passes_every_knot() -> None:
    # y = x² from 0 to 2 to 4: a third of the way along, each bend's control points lie on the tangents of its ends.
    path = smooth(AXES, [(0, 0, 0), (1, 1, 2), (2, 4, 4)])
    assert pieces(path) == [[(0, 80), (25, 70), (50, 40)]]
    (first,) = (step for step in path.replace("M0 80", "").split(" 8.3 -") if step.startswith("c"))
    assert first.startswith("c8.3 0")  # level at 0
    assert smooth(AXES, [(1, 1, 5)]) == "M25 70h0"


def test_dots_segments_and_polygons_stand_where_their_data_say() -> None:
    assert [piece[0] for piece in pieces(dots(AXES, [(1, 0), (2, 8), (3, math.nan)]))] == [(25, 80), (50, 0)]
    assert pieces(segment(AXES, (0, 8), (4, -2))) == [[(0, 0), (100, 100)]]
    assert segment(AXES, (0, 8), (4, math.nan)) == NOTHING
    triangle = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]
    assert pieces(polygon(AXES, triangle, [(0.0, math.nan), *triangle])) == [[(0, 80), (25, 80), (0, 70), (0, 80)]]


def test_an_arrow_ends_in_a_head_of_two_equal_sides_that_open_backwards() -> None:
    shaft, head = pieces(arrow(AXES, (0, 0), (4, 8)))
    assert shaft == [(0, 80), (100, 0)]
    assert head[1] == shaft[1]
    assert [math.dist(end, head[1]) for end in (head[0], head[2])] == pytest.approx([11, 11], abs=0.1)
    middle = (head[0][0] + head[2][0]) / 2, (head[0][1] + head[2][1]) / 2
    back = 11 * math.cos(math.radians(30))
    assert math.dist(shaft[0], middle) == pytest.approx(math.dist(*shaft) - back, abs=0.2)
    assert arrow(AXES, (1, 1), (1, 1)) == arrow(AXES, (1, 1), (math.inf, 1)) == NOTHING


def test_steps_lead_from_each_height_to_the_next() -> None:
    bars = pieces(steps(AXES, [(0, 0), (1, 2), (2, -1)], gap=0.08))
    assert [(bar[0], bar[2]) for bar in bars] == [((2, 80), (23, 60)), ((27, 60), (48, 90))]


@given(ANY, ANY, ANY)
def test_a_marker_is_somewhere_or_hidden(x: float, y: float, slope: float) -> None:
    patch = marker("point", AXES, x, y, slope)
    assert patch.keys() == {"point.x", "point.y", "point.angle", "point.hidden"}
    assert all(math.isfinite(float(patch[f"point.{name}"])) for name in ("x", "y", "angle"))
    if math.isnan(x + y + slope):
        assert patch["point.hidden"] == "yes"


def test_a_marker_lies_along_its_slope_on_the_paper() -> None:
    assert marker("tangent", AXES, 1, 0, 2.5) == {
        "tangent.x": "25.0",
        "tangent.y": "80.0",
        "tangent.angle": "-45.0",  # 25 units along, 25 units up; the SVG turns clockwise
        "tangent.hidden": "",
    }
    assert "point.angle" not in marker("point", AXES, 1, 0)
    assert marker("point", AXES, 1, 1000)["point.hidden"] == "yes"


ANIMALS = Axes(x_labels=("cat", "dog", "emu"), xlim=(-0.5, 2.5), ylim=(-1, 3), width=300, height=150, y_intervals=4)


def draw_animals(plot: "Matplotlib") -> None:
    plot.plot([0, 1], [0, 0], color=ink.MUTED, lw=1, gid="floor")
    plot.fill([0, 1], [0, 1], facecolor=ink.Y, gid="shares")


def test_columns_rise_and_fall_from_the_baseline_over_their_names() -> None:
    """The example of a bar chart: three named columns, one of them negative, one cut off at the frame."""
    up, down, tall = pieces(columns(ANIMALS, enumerate([1.0, -0.6, 7.0]), width=0.5))
    floor = ANIMALS.y(0)  # 80 units to a name, 25 to one of y
    assert up == [(66, floor), (106, floor), (106, ANIMALS.y(1)), (66, ANIMALS.y(1)), (66, floor)]
    assert {y for _, y in down} == {floor, ANIMALS.y(-0.6)}
    assert {y for _, y in tall} == {floor, ANIMALS.y(3)}
    assert points(baseline(ANIMALS)) == [ANIMALS.at(-0.5, 0), ANIMALS.at(2.5, 0)]

    svg = draw(Figure(axes=ANIMALS, draw=draw_animals, title="Three animals."), "animals")
    names = {text.text: text for text in svg.iter("text")}
    assert {"cat", "dog", "emu"} <= names.keys()
    where = float(etree.tostring(names["dog"]).decode().partition('x="')[2].partition('"')[0] or "nan")
    assert where == pytest.approx(ANIMALS.x(1), abs=0.01)


def test_columns_without_a_value_are_left_out_and_a_baseline_outside_the_frame_is_not_drawn() -> None:
    assert len(pieces(columns(ANIMALS, [(0, math.nan), (1, 1.0)]))) == 1
    assert baseline(Axes(xlim=(0, 1), ylim=(2, 3))) == NOTHING


def test_a_sheet_is_measured_from_its_upper_left() -> None:
    sheet = Axes.sheet(200, 100)
    assert [sheet.at(*corner) for corner in ((0, 0), (200, 100), (20, 30))] == [(0, 0), (200, 100), (20, 30)]


def test_a_grid_is_one_path_with_all_of_its_lines() -> None:
    axes = Axes(xlim=(0, 3), ylim=(0, 2), x_intervals=3, y_intervals=2, width=400, height=300)
    svg = draw(Figure(axes=axes, draw=lambda _: None, title="A grid."), "grid")
    (grid,) = [path.get("d") for path in svg.iter("path") if "--ink-grid" in path.get("style", "")]
    upright = [[axes.at(x, 0), axes.at(x, 2)] for x in range(4)]
    level = [[axes.at(0, y), axes.at(3, y)] for y in range(3)]
    ends = [number for line in (*upright, *level) for end in line for number in end]
    assert [number for line in pieces(grid) for end in line for number in end] == pytest.approx(ends, abs=0.051)
