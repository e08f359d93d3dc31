"""Fingers: what scrolls changes nothing, what drags does not scroll, a point in the plane goes where it is pulled."""

import math
import re
from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.browser.finger import Finger, Point, middle
from tests.browser.visit import NO_WASM, Open, Visit, amount

# Every figure that can be dragged, and where it is.
FIGURES = [
    ("derivative/", "tangent", "curve"),
    ("rules/", "activation", "curves"),
    ("partial-derivatives/", "gradient", "map"),
    ("partial-derivatives/", "gradient", "east"),
    ("partial-derivatives/", "gradient", "north"),
    ("partial-derivatives/", "descent", "map"),
    ("chain-rule/", "chain-rule", "composed"),
    ("chain-rule/", "deep-chain", "slopes"),
    ("vector-chain-rule/", "jacobian", "input"),
]
H_MARKS = ("left-point", "right-point")
PLANES = [("partial-derivatives/", "gradient", "x", "y"), ("vector-chain-rule/", "jacobian", "x1", "x2")]
STATE = """(name) => Object.fromEntries([...document.querySelectorAll(`#${name} [data-control]`)].map((control) =>
  [control.dataset.control, control.querySelector("select, input.number").value]))"""

AT_REST = """() => new Promise((resolve) => {
  let [last, same] = [NaN, 0];
  const look = () => {
    same = scrollY === last ? same + 1 : 0;
    last = scrollY;
    if (same < 8) requestAnimationFrame(look);
    else resolve(last);
  };
  look();
})"""


class Held:
    """A widget in a hand: a narrow screen that is touched."""

    def __init__(self, visit: Visit, widget: str) -> None:
        self.page, self.widget = visit.page, widget
        self.card = visit.page.locator(f"#{widget}")
        self.card.scroll_into_view_if_needed()
        visit.wait_for("unavailable", widget)
        visit.settle()
        self.finger = Finger(visit.page)

    def find(self, selector: str) -> Locator:
        """A part of the widget, brought to the middle of the screen."""
        found = self.card.locator(selector).first
        found.evaluate("(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })")
        self.page.wait_for_timeout(150)
        return found

    def state(self) -> dict[str, str]:
        """What the controls say."""
        found: dict[str, str] = self.page.evaluate(STATE, self.widget)
        return found

    def number(self, control: str) -> float:
        return amount(self.state()[control])

    def scrolled(self) -> float:
        """How far the page is scrolled once it has come to rest: one that was thrown glides on."""
        return float(self.page.evaluate(AT_REST))


@pytest.fixture
def hold(visit: Open) -> Any:
    def held(path: str, widget: str, **options: Any) -> Held:
        return Held(visit(path, width=360, has_touch=True, script=NO_WASM, **options), widget)

    return held


@pytest.mark.parametrize(("path", "widget", "figure"), FIGURES)
def test_a_swipe_up_over_a_figure_scrolls_and_changes_nothing(hold: Any, path: str, widget: str, figure: str) -> None:
    held: Held = hold(path, widget)
    plane = held.find(f"[data-figure={figure}] svg").bounding_box()
    grips = [middle(grip) for grip in held.card.locator(f"[data-figure={figure}] .grip").all()]
    assert plane and grips
    free = [
        (plane["x"] + plane["width"] * i / 8, plane["y"] + plane["height"] * j / 8)
        for i in range(1, 8)
        for j in (4, 5, 6)
    ]
    start = max(free, key=lambda at: min(math.dist(at, grip) for grip in grips))  # where no finger takes hold of a mark
    before, top = held.state(), held.scrolled()
    held.finger.swipe(start, 12, -200)
    assert held.scrolled() > top + 100
    assert held.state() == before


def test_a_swipe_up_from_a_point_that_only_goes_sideways_scrolls_as_well(hold: Any) -> None:
    held: Held = hold("rules/", "activation")
    x, y = middle(held.find("[data-part=point]"))
    before, top = held.state(), held.scrolled()
    held.finger.swipe((x + 8, y), 10, -150)
    assert held.scrolled() > top + 50
    assert held.state() == before
    x, y = middle(held.find("[data-part=point]"))
    held.finger.down((x + 8, y))
    held.finger.move(40, 5)
    held.finger.up()
    assert held.number("x") > 1.5


@pytest.mark.parametrize(("path", "widget"), [("derivative/", "tangent"), ("chain-rule/", "deep-chain")])
def test_a_swipe_over_a_slider_scrolls_and_changes_nothing(hold: Any, path: str, widget: str) -> None:
    held: Held = hold(path, widget)
    for control in [name for name, value in held.state().items() if re.fullmatch(r"−?\d+(\.\d+)?", value)]:
        slider = held.find(f"[data-control={control}] [type=range]")
        x, y = middle(slider)
        for at in (x - 30, x, x + 30):
            before, top = held.state(), held.scrolled()
            thumb = slider.input_value()
            held.finger.swipe((at, y), 10, -120)
            assert held.scrolled() > top + 40, control
            assert held.state() == before, control
            assert slider.input_value() == thumb, control
            held.find(f"[data-control={control}] [type=range]")


def test_a_slider_is_dragged_sideways_and_tapped(hold: Any) -> None:
    held: Held = hold("derivative/", "tangent")
    box = held.find("[data-control=x] [type=range]").bounding_box()
    assert box
    y, reach = box["y"] + box["height"] / 2, box["width"] - 22  # the thumb's middle stays half a thumb inside
    at = {value: box["x"] + 11 + reach * (value + 3) / 7 for value in (-3, -1, 0, 2, 4)}  # from −3 to 4
    top = held.scrolled()
    held.finger.down((at[4], y))
    assert held.number("x") == 3  # nothing yet
    held.finger.move(at[2] - at[4], 6)
    assert held.number("x") == 2
    held.finger.move(at[-1] - at[2], 60)  # a drag that has begun goes on
    held.finger.up()
    assert held.number("x") == -1
    held.finger.tap((at[0], y))
    held.page.wait_for_timeout(400)
    assert held.number("x") == 0
    assert held.scrolled() == top


@pytest.mark.parametrize(("path", "widget", "across", "up"), PLANES)
def test_a_point_in_the_plane_is_pulled_up_and_down(hold: Any, path: str, widget: str, across: str, up: str) -> None:
    held: Held = hold(path, widget)
    handle = held.find("[data-part=handle]")
    (x, y), before, top = middle(handle), held.state(), held.scrolled()
    held.finger.down((x + 9, y - 12))  # nobody hits the middle
    held.finger.move(0, 40)
    held.finger.move(0, 40)
    held.finger.up()
    assert held.scrolled() == top
    assert held.number(up) < amount(before[up]) - 0.4
    assert held.state()[across] == before[across]  # it was not pulled sideways, and did not jump under the finger
    held.finger.down(middle(handle))
    held.finger.move(-40, -30)
    held.finger.up()
    assert held.number(across) < amount(before[across]) - 0.3
    assert held.scrolled() == top


def test_a_swipe_sideways_on_a_figure_with_one_axis_drags_the_point(hold: Any) -> None:
    held: Held = hold("derivative/", "tangent")
    figure = held.find("[data-figure=curve] svg")
    box, top = figure.bounding_box(), held.scrolled()
    assert box
    unit = box["width"] * 460 / 540 / 9  # 9 units of x on 460 of 540
    held.finger.down((box["x"] + box["width"] * 40 / 540 + 4 * unit, box["y"] + box["height"] / 4))  # x = 0, far above
    held.finger.move(2 * unit, 3)
    assert held.number("x") == pytest.approx(2, abs=0.1)
    held.finger.move(-unit, 100)
    held.finger.up()
    assert held.number("x") == pytest.approx(1, abs=0.1)
    assert held.scrolled() == top


def curve_at(held: Held, x: float) -> Point:
    """Where the tangent widget's curve x² is on the screen."""
    box = held.card.locator("[data-figure=curve] svg").bounding_box()
    assert box
    scale = box["width"] / 540  # the frame goes from 40 to 500 for −4 to 5, and from 294 to 14 for 0 to 30
    return box["x"] + scale * (40 + 460 * (x + 4) / 9), box["y"] + scale * (294 - 280 * x * x / 30)


def test_a_tap_near_the_curve_moves_the_point_and_one_elsewhere_does_not(hold: Any) -> None:
    held: Held = hold("derivative/", "tangent")
    held.find("[data-figure=curve] svg")
    x, y = curve_at(held, -2)
    held.finger.tap((x, y - 90))
    assert held.number("x") == 3
    held.finger.tap((x, y + 10))
    assert held.number("x") == pytest.approx(-2, abs=0.1)


def test_a_touch_that_is_taken_away_keeps_what_it_reached(hold: Any) -> None:
    held: Held = hold("partial-derivatives/", "gradient")
    held.finger.down(middle(held.find("[data-part=handle]")))
    held.finger.move(-50, 30)
    reached = held.state()
    held.finger.lost()
    assert reached["x"] != "2.00"
    assert held.state() == reached
    held.finger.swipe((30, 400), 0, -60)
    assert held.state() == reached


def test_the_second_point_is_pulled_to_the_first(hold: Any) -> None:
    held: Held = hold("derivative/", "tangent")
    second = held.find("[data-part=right-point]")
    (x, y), top = middle(second), held.scrolled()
    first = curve_at(held, 3)
    held.finger.down((x + 8, y))
    held.finger.move((first[0] - x) / 2, 4)
    assert held.number("h") == pytest.approx(0.5, abs=0.06)
    held.finger.move(first[0] - x, 40)  # beyond it
    held.finger.up()
    assert 0.005 < held.number("h") < 0.05  # as close as a pixel tells; the slider goes on from there
    assert held.number("x") == 3
    assert held.scrolled() == top


@pytest.mark.parametrize("touch", [False, True])
def test_a_handle_is_as_large_as_who_holds_it_needs(visit: Open, touch: bool) -> None:
    opened = visit("derivative/", script=NO_WASM, has_touch=touch, is_mobile=touch)
    grip = opened.page.locator("#tangent .grip").first
    width = grip.evaluate("(grip) => getComputedStyle(grip).strokeWidth")
    assert width == ("44px" if touch else "28px")


def test_a_mouse_drags_from_the_point_and_from_the_curve_and_not_from_afar(visit: Open) -> None:
    held = Held(visit("derivative/", script=NO_WASM), "tangent")
    held.find("[data-figure=curve] svg")
    mouse = held.page.mouse
    x, y = curve_at(held, -2)
    mouse.click(x, y - 90)
    assert held.number("x") == 3
    mouse.click(x, y + 5)
    assert held.number("x") == pytest.approx(-2, abs=0.1)
    mouse.move(x + 4, y + 4)
    mouse.down()
    assert held.number("x") == pytest.approx(-2, abs=0.1)  # it does not jump to the pointer
    mouse.move(curve_at(held, 1)[0] + 4, y + 30)
    mouse.up()
    assert held.number("x") == pytest.approx(1, abs=0.1)


def test_whoever_uses_a_slider_sees_which_mark_it_moves(visit: Open) -> None:
    held = Held(visit("derivative/", script=NO_WASM), "tangent")
    held.find("[data-control=h] [type=range]").focus()
    held.page.keyboard.press("ArrowLeft")
    seen = "() => [...document.querySelectorAll('#tangent .grip[data-used]')].map((grip) => grip.dataset.part)"
    assert set(H_MARKS) == set(held.page.evaluate(seen))
    held.page.locator("#tangent summary").focus()
    assert held.page.evaluate(seen) == []
