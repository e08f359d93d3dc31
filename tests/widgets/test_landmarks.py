"""Points of a curve worth going to, against what school algebra says of them."""

import math

import pytest

import calc
from widgets import find_widget
from widgets.kit.landmarks import landmarks

ROOT_3 = math.sqrt(3)


@pytest.mark.parametrize(
    ("formula", "places"),
    [
        ("x^2", {0: "a zero, a flat lowest point"}),
        (
            "x^3/3 - x",
            {-ROOT_3: "a zero", -1: "a flat highest point", 0: "a zero", 1: "a flat lowest point", ROOT_3: "a zero"},
        ),
        ("x^3", {0: "a zero, a flat point"}),
        ("abs(x)", {0: "a zero, a kink"}),
        ("relu(x)", {0: "a kink"}),
        ("1/x", {0: "no value"}),
        # A cube root stands upright at 0, and is no corner.
        ("cbrt(x)", {0: "a zero, an upright tangent"}),
        ("sqrt(abs(x))", {0: "a zero, an upright point"}),
        ("e^x", {}),
    ],
)
def test_what_is_found_on_a_curve(formula: str, places: dict[float, str]) -> None:
    found = landmarks(calc.parse(formula), -3, 4)
    assert [at for at, _ in found.places] == pytest.approx(list(places), abs=1e-9)
    assert [what for _, what in found.places] == list(places.values())
    listed = [float(text) for text in found.patch(0.5)["landmarks.points"].split()]
    assert listed == pytest.approx(list(places), abs=1e-9)


def test_where_a_curve_touches_0_there_is_one_place() -> None:
    """Of ln sin 3x, whose zeros are where sin 3x = 1, a search finds each a little beside the flat point."""
    touches = [(at, what) for at, what in landmarks(calc.parse("ln(sin(3x))"), -3, 4).places if what != "no value"]
    assert [at for at, _ in touches] == pytest.approx([-math.pi / 2, math.pi / 6, 5 * math.pi / 6], abs=1e-12)
    assert {what for _, what in touches} == {"a zero, a flat highest point"}


def test_of_a_kink_the_widget_says_more_itself_and_of_the_zero_there_the_landmark() -> None:
    assert landmarks(calc.parse("abs(x)"), -3, 4).patch(0.0)["here.text"] == "x = 0: a zero."
    assert landmarks(calc.parse("relu(x)"), -3, 4).patch(0.0)["here.text"] == ""


def test_beyond_the_slider_nothing_is_found() -> None:
    assert landmarks(calc.parse("(x - 5)(x + 1)"), -3, 1).places == ((-1.0, "a zero"),)


@pytest.mark.parametrize("at", [math.pi / 2, round(math.pi / 2, 10)])
def test_at_a_flat_point_the_slope_is_nothing_and_is_said_to_be(at: float) -> None:
    tracer = find_widget("tracer")
    patch = tracer.update({"function": "sin(x)", "x": at})
    assert (patch["slope.text"], patch["here.text"]) == ("0.00", "x = 1.57: a flat highest point.")
    assert tracer.update({"function": "sin(x)", "x": 1.5})["here.text"] == ""


def test_of_many_only_some_are_written_out() -> None:
    patch = landmarks(calc.parse("sin(9x)"), -3, 3).patch(0.5)
    assert len(patch["landmarks.points"].split()) > 30
    assert patch["landmarks.text"].endswith("; …")
