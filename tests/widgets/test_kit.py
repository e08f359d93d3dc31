"""The light half of the kit: numbers, controls, axes."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calc
from tests.conftest import ROOT
from widgets.kit.axes import Axes, round_limits
from widgets.kit.controls import Select, Slider
from widgets.kit.cross_check import cross_check
from widgets.kit.defined import defined
from widgets.kit.ink import QUANTITIES
from widgets.kit.numbers import bracketed, decimal, lowered, power_of_ten, tick

SLIDER = Slider(name="x", label="x", start=-3, stop=3, step=0.1, value=1)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (3, 2, "3.00"),
        (-0.5, 2, "−0.50"),
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (0.004, 2, "4.00×10⁻³"),
        (0.005, 2, "0.01"),
        (-1e-9, 2, "−1.00×10⁻⁹"),
        (999999.0, 2, "999999.00"),
        (2.5e7, 1, "2.5×10⁷"),
        (math.inf, 2, "∞"),
        (-math.inf, 2, "−∞"),
        (math.nan, 2, "undefined"),
        (5e-324, 2, "4.94×10⁻³²⁴"),
    ],
)
def test_numbers_are_written_as_the_page_writes_them(value: float, places: int, text: str) -> None:
    assert decimal(value, places) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_number_is_never_zero_without_being_zero(value: float) -> None:
    text = decimal(value)
    assert (text in ("0.00", "−0.00")) == (value == 0)
    assert "-" not in text


def test_stops_carry_no_accumulated_rounding() -> None:
    assert len(SLIDER.stops) == 61
    assert SLIDER.stops[0] == -3
    assert SLIDER.stops[-1] == 3
    assert 0.3 in SLIDER.stops
    assert 1.0 in SLIDER.stops


@pytest.mark.parametrize("text", ["3.1", "-3.0001", "nan", "inf", "", "one", "1,5"])
def test_a_slider_refuses_what_is_not_in_its_range_and_says_what_is(text: str) -> None:
    with pytest.raises(ValueError, match=r"^a number from -3 to 3$"):
        SLIDER.read(text)


def test_a_slider_reads_a_true_minus_sign() -> None:
    assert SLIDER.read("−2.5") == -2.5


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"start": 3}, "start 3 must be below stop 3"),
        ({"step": 0}, "step 0 must be positive"),
        ({"step": 7}, "must be positive and fit the range"),
        ({"step": 0.7}, "step 0.7 must divide -3 … 3"),
        ({"value": 4}, "a number from -3 to 3"),
        ({"whole": True}, "a whole slider has whole ends and step 1"),
        ({"log": True}, "start -3 must be positive on a log slider"),
        ({"ink": "iz"}, 'slider .x.: ink .iz. is none of ix, iu, iy, id, ia, param; .* for a parameter ink="param"'),
    ],
)
def test_a_wrong_slider_cannot_be_built(change: dict[str, float | str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        replace(SLIDER, **change)  # type: ignore[arg-type]


def test_a_select_with_an_unknown_default_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="default 'c' is not among one of “a”, “b”"):
        Select(name="s", label="s", options={"a": "A", "b": "B"}, value="c")


def test_a_whole_slider_counts() -> None:
    slider = Slider(name="n", label="n", start=1, stop=20, step=1, value=3, whole=True)
    assert slider.read("7") == 7
    with pytest.raises(ValueError, match=r"^a whole number from 1 to 20$"):
        slider.read("7.5")


def test_a_log_slider_stops_at_equal_ratios() -> None:
    slider = Slider(name="h", label="h", start=1e-3, stop=1, step=0.5, value=0.1, log=True)
    assert slider.stops == (0.001, 0.00316, 0.01, 0.0316, 0.1, 0.316, 1.0)
    assert slider.position(0.01) == pytest.approx(-2)


def test_a_select_that_may_be_typed_takes_formulas_in_its_variables_alone() -> None:
    select = Select(name="s", label="s", options={"x^2": "x²"}, value="x^2", typed=("x",))
    assert select.read("sin(x) + 1") == "sin(x) + 1"
    with pytest.raises(ValueError, match=r"Character 5: y is not known here\. Write the formula in x\."):
        select.read("x + y")
    with pytest.raises(ValueError, match=r"Character 1: a is not known here"):
        select.read("ax")


@given(
    st.floats(-1e5, 1e5),
    st.floats(1e-6, 1e5),
    st.integers(2, 8),
)
def test_round_limits_hold_the_values_and_waste_little(low: float, spread: float, intervals: int) -> None:
    first, last = round_limits(low, low + spread, intervals)
    step = (last - first) / intervals
    slack = 1e-6 * max(1, abs(low), spread)
    assert first <= low + slack
    assert last >= low + spread - slack
    digits = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(digits - factor) for factor in (1, 2, 2.5, 5, 10)) < 1e-6
    assert last - first <= max(6 * spread, 1e-6 * max(1, abs(low)) + 6 * spread + 2) or spread < 1e-9 * abs(low)


@pytest.mark.parametrize(
    ("exponent", "text"), [(0, "1"), (1, "10"), (3, "1000"), (4, "10⁴"), (-1, "0.1"), (-3, "0.001"), (-12, "10⁻¹²")]
)
def test_powers_of_ten_are_written_out_where_that_is_short(exponent: int, text: str) -> None:
    assert power_of_ten(exponent) == text


def test_names_and_signs_are_written_as_on_paper() -> None:
    assert lowered("w_12") == "w₁₂"
    assert [bracketed(decimal(value)) for value in (-2, 3)] == ["(−2.00)", "3.00"]


def test_a_value_that_does_not_exist_is_not_a_number() -> None:
    f = calc.parse("ln(x)")
    assert math.isnan(defined(f.evaluate, {"x": -1.0}))
    assert defined(f.evaluate, {"x": 1.0}) == 0
    with pytest.raises(calc.SizeError):
        defined(too_large)


def too_large() -> float:
    raise calc.SizeError("This formula has too many parts.")


def test_a_slope_is_held_against_a_difference_and_contradicted_at_a_kink() -> None:
    assert cross_check(lambda x: x * x, 3.0, 6.0).quotient == pytest.approx(6, rel=1e-9)
    assert not cross_check(lambda x: x * x, 3.0, 6.0).kink
    assert cross_check(abs, 0.0, 1.0).kink
    assert cross_check(lambda x: x * x, 3.0, 6.01).kink, "a wrong slope is contradicted too"
    nowhere = cross_check(lambda _: math.nan, 3.0, 6.0)
    assert math.isnan(nowhere.quotient)
    assert not nowhere.kink


def test_ticks_carry_only_the_decimals_they_need() -> None:
    assert [tick(v, 0.25) for v in (0, 0.25, 0.5)] == ["0", "0.25", "0.50"]
    assert [tick(v, 10) for v in (-10, 0, 50)] == ["−10", "0", "50"]
    assert tick(2.5, 2.5) == "2.5"
    assert tick(-0.2, 0.2) == "−0.2"
    assert [tick(v, 5e5) for v in (-5e5, 5e5, 1e6, 1.5e6)] == ["−500000", "500000", "1.0×10⁶", "1.5×10⁶"]
    assert [tick(v, 2.5e6) for v in (2.5e6, 1e7, 1.25e7)] == ["2.5×10⁶", "1.00×10⁷", "1.25×10⁷"]
    assert [tick(v, 1e9) for v in (-1e9, 3e9)] == ["−1×10⁹", "3×10⁹"]


@pytest.mark.parametrize("step", [1e-3, 0.25, 1, 2.5, 10, 250, 1e4, 2.5e5, 5e5, 1e6, 2e6, 2.5e7, 1e12])
def test_no_two_ticks_of_an_axis_read_alike_and_each_reads_as_what_it_is(step: float) -> None:
    ticks = [k * step for k in range(-3, 5)]
    read = [
        tick(value, step).translate(str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")).replace("×10", "e")
        for value in ticks
    ]
    assert [float(text) for text in read] == pytest.approx(ticks, rel=1e-12)


def test_a_fitted_frame_holds_a_curve_of_large_numbers_and_not_the_spike_of_a_pole() -> None:
    frame = Axes(xlim=(-4, 5), ylim=(0, 1))
    low, high = frame.fitted(1e6 * x**5 for x in (-4.0, -2.0, 0.0, 2.0, 3.0, 5.0)).ylim
    assert low <= -1.024e9
    assert high >= 3.125e9
    assert frame.fitted([-1.0, 0.5, 2.0, 3.0, 1e12]).ylim[1] < 10


def test_positions_are_affine_and_the_svg_points_down() -> None:
    axes = Axes(xlim=(-3, 3), ylim=(0, 50), width=520, height=320, left=40, right=20, top=10, bottom=30)
    assert axes.x(-3) == 40
    assert axes.x(3) == 500
    assert axes.y(0) == 290
    assert axes.y(50) == 10
    assert axes.y(25) == 150


@given(st.floats(-1e6, 1e6))
def test_a_tangent_is_drawn_at_the_slope_of_the_picture(slope: float) -> None:
    axes = Axes(xlim=(0, 4), ylim=(0, 10), width=100, height=100, left=0, right=0, top=0, bottom=0)
    # One unit of x is 25 units of the SVG, one unit of y is 10, and the SVG's y points down.
    assert math.tan(math.radians(-axes.angle(slope))) == pytest.approx(slope * 10 / 25, rel=1e-6, abs=1e-9)


def test_every_ink_has_a_track_of_its_colour_and_no_widget_paints_its_own() -> None:
    """The colours themselves are palette.css's business; here each class must have one, and in one sheet alone."""
    rule = re.compile(r"^\.control-slider(?:\.(\w+))? \{ --track: var\(--ink-\w+\); \}$", re.MULTILINE)
    style = ROOT / "widgets" / "browser" / "style" / "controls.css"
    assert {found or "param" for found in rule.findall(style.read_text(encoding="utf-8"))} == QUANTITIES.keys()
    for sheet in ROOT.glob("widgets/*/style.css"):
        assert "--track:" not in sheet.read_text(encoding="utf-8"), sheet
