"""Numbers in the text that are pulled where they stand: by mouse, finger and key; what follows from them follows."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.faults import Faults, held
from tests.browser.finger import Finger, middle
from tests.browser.server import serve
from tests.browser.visit import NO_WASM, Open, Visit, amount


class Line:
    """The line of section 1 whose step can be pulled: with h the slope of the line through 3 and 3 + h is 6 + h."""

    def __init__(self, visit: Visit, status: str = "unavailable") -> None:
        self.visit, self.page = visit, visit.page
        self.step = visit.page.locator("strong[data-moves='secant.h']")
        self.slope = visit.page.locator("strong[data-shows='secant.secant']")
        self.show()
        visit.wait_for(status, "secant")
        expect(self.step).to_have_role("slider")

    def show(self) -> None:
        self.step.evaluate("(number) => number.scrollIntoView({ block: 'center', behavior: 'instant' })")
        self.page.wait_for_timeout(150)

    def says(self, step: str, slope: str) -> None:
        expect(self.step).to_have_text(step)
        expect(self.slope).to_have_text(slope)
        expect(self.slope).not_to_have_attribute("data-pending", "")

    def field(self) -> Locator:
        return self.page.locator("#secant [data-control=h] input.number")

    def pull(self, across: float, down: float = 0) -> None:
        x, y = middle(self.step)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + across, y + down, steps=10)
        self.page.mouse.up()

    def entries(self) -> int:
        """How many steps the browser could go back, once what the hand did is over."""
        self.page.wait_for_timeout(400)
        return int(self.page.evaluate("history.length"))


@pytest.fixture(params=["unavailable", "live"])
def line(visit: Open, request: pytest.FixtureRequest) -> Line:
    """Before Python, for ever, and with it."""
    return Line(visit("derivative/", script=NO_WASM if request.param == "unavailable" else ""), request.param)


def test_a_number_is_pulled_and_what_follows_from_it_stays_true(line: Line) -> None:
    line.says("1.0", "7")
    line.pull(-80)
    line.entries()  # what the hand did is over
    step = float((line.step.text_content() or "").replace("−", "-"))
    assert -0.5 < step < 0.5
    line.says(f"{step:.1f}".replace("-", "−"), f"{round(6 + step, 1):g}")
    expect(line.field()).to_have_value(f"{step:.2f}".replace("-", "−"))


def test_back_undoes_a_pull_as_one_step_and_forward_does_it_again(line: Line) -> None:
    before = line.entries()
    line.pull(-80)
    assert line.entries() == before + 1
    pulled = line.step.text_content() or ""
    top = middle(line.step)[1]
    line.page.go_back()
    line.says("1.0", "7")
    assert middle(line.step)[1] == pytest.approx(top, abs=1)
    line.page.go_forward()
    expect(line.step).to_have_text(pulled)
    line.pull(1, 0)  # a click is no pull
    assert line.entries() == before + 1


def test_keys_move_it_as_they_move_a_slider_and_are_one_step_back(line: Line) -> None:
    before = line.entries()
    line.step.focus()
    moves = {"ArrowLeft": "0.9", "ArrowUp": "1.0", "Shift+ArrowLeft": "0.0", "PageUp": "1.0", "PageDown": "0.0"}
    for key, shown in moves.items():
        line.page.keyboard.press(key)
        expect(line.step).to_have_text(shown)
    line.page.keyboard.press("Home")
    line.says("−2.0", "4")
    line.page.keyboard.press("End")
    line.says("2.0", "8")
    line.page.keyboard.press("ArrowLeft")
    line.says("1.9", "7.9")
    assert line.entries() == before + 1
    line.page.wait_for_timeout(400)
    assert line.page.url.endswith("?secant.h=1.9#secant")
    line.page.go_back()
    line.says("1.0", "7")


def test_it_is_a_slider_to_who_listens(line: Line) -> None:
    expect(line.step).to_have_accessible_name("step h")
    for name, value in {"valuemin": "-2", "valuemax": "2", "valuenow": "1", "valuetext": "1.0"}.items():
        expect(line.step).to_have_attribute(f"aria-{name}", value)
    line.step.focus()
    line.page.keyboard.press("ArrowRight")
    line.says("1.1", "7.1")
    expect(line.step).to_have_attribute("aria-valuenow", "1.1")
    told = "The line is off by 1.1. Nearer points bring it to 6."
    expect(line.step).to_have_attribute(
        "aria-valuetext", f"x = 3, h = 1.1, slope of the line 7.1, slope of the curve 6. {told}"
    )
    outline = line.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_it_follows_whatever_else_moves_the_widget(line: Line) -> None:
    line.page.get_by_role("link", name="a tenth of a step away").click()
    line.says("0.1", "6.1")
    line.page.locator("#secant [data-control=h] [type=range]").focus()
    line.page.keyboard.press("End")
    line.says("2.0", "8")
    line.page.go_back()
    line.says("1.0", "7")
    line.field().fill("-0.5")
    line.says("−0.5", "5.5")
    line.page.locator("#secant .widget-reset").click()
    line.says("1.0", "7")
    line.page.locator("#secant .player-play").click()
    line.page.wait_for_timeout(1500)
    line.page.locator("#secant .player-play").click()
    expect(line.field()).not_to_have_value("1.00")
    shown = line.page.locator("#secant [data-part=secant]").first.inner_text()
    expect(line.slope).to_have_text(shown)


def test_what_is_only_near_is_pale_and_no_wrong_number_stands_beside_it(visit: Open) -> None:
    line = Line(visit("derivative/", script=NO_WASM))
    line.field().fill("0.13")
    expect(line.step).to_have_text("0.13")
    expect(line.slope).to_have_attribute("data-pending", "")
    line.field().fill("0.5")
    line.says("0.5", "6.5")


def test_at_rest_no_number_is_pale_though_nothing_is_prepared_yet(visit: Open, site: Path) -> None:
    with serve(site, faults=Faults({"live/frames/*": held})) as root:
        line = Line(visit("derivative/", root=root, script=NO_WASM))
        line.says("1.0", "7")
        line.step.press("ArrowRight")  # of which nobody knows the consequence
        expect(line.step).to_have_text("1.1")
        expect(line.slope).to_have_attribute("data-pending", "")


def test_the_address_and_a_return_are_in_the_text_as_well(visit: Open) -> None:
    line = Line(visit("derivative/?secant.h=0.5#secant", script=NO_WASM))
    line.says("0.5", "6.5")
    line.page.reload()
    line.show()
    line.says("0.5", "6.5")


def touched(visit: Open, path: str = "derivative/") -> tuple[Line, Finger]:
    line = Line(visit(path, width=360, has_touch=True, script=NO_WASM))
    return line, Finger(line.page)


def test_a_finger_that_goes_sideways_pulls_and_the_page_stays(visit: Open) -> None:
    line, finger = touched(visit)
    x, y = middle(line.step)
    finger.down((x, y))
    finger.move(-6, 1)
    line.says("1.0", "7")  # nothing yet
    finger.move(-60, 30)
    finger.up()
    line.page.wait_for_timeout(400)
    assert middle(line.step)[1] == pytest.approx(y, abs=1)  # though the card above may have become a line higher
    assert (line.step.text_content() or "") < "0.9"


def test_a_finger_that_goes_up_scrolls_and_changes_nothing(visit: Open) -> None:
    line, finger = touched(visit)
    top = line.page.evaluate("scrollY")
    entries = line.entries()
    finger.swipe(middle(line.step), 8, -150)
    line.page.wait_for_timeout(400)
    assert line.page.evaluate("scrollY") > top + 80
    line.says("1.0", "7")
    assert line.entries() == entries


def test_a_pull_that_is_taken_away_keeps_what_it_reached(visit: Open) -> None:
    line, finger = touched(visit)
    finger.down(middle(line.step))
    finger.move(-60, 3)
    reached = line.step.text_content() or ""
    finger.lost()
    line.page.wait_for_timeout(300)
    expect(line.step).to_have_text(reached)
    assert f"secant.h={reached.replace('−', '-')}" in line.page.url


def test_a_fingertip_finds_it(visit: Open) -> None:
    line = Line(visit("derivative/", width=360, has_touch=True, is_mobile=True, script=NO_WASM))
    box = line.step.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


EVERY = ("Home", "End", "ArrowLeft")
PREPARED = ("Home", "End")  # of these sliders not every stop is prepared


NUMBERS: dict[str, dict[str, tuple[str, ...]]] = {
    "": {"hero.w": EVERY},
    "rules/": {"activation.x": EVERY, "base.b": PREPARED, "rectangle.h": PREPARED},
    "partial-derivatives/": {"gradient.x": EVERY, "gradient.y": EVERY, "direction.angle": EVERY},
    "chain-rule/": {"chain-rule.x": EVERY, "stretch.h": PREPARED},
    "vector-chain-rule/": {
        "jacobian.h": EVERY,
        "softmax-loss.step": EVERY,
        "layer.x": PREPARED,
        "layer.delta": PREPARED,
    },
    "backpropagation/": {
        "race.n": EVERY,
        "race.m": EVERY,
        "train.step": PREPARED,
        "doubling.n": PREPARED,
        "fanout.x": PREPARED,
        "network.w_1": EVERY,
        "slope-check.h": EVERY,
    },
}


@pytest.mark.parametrize("page", NUMBERS)
def test_every_number_that_can_be_pulled_moves_its_widget(visit: Open, page: str) -> None:
    opened = visit(page, script=NO_WASM)
    for moves, keys in NUMBERS[page].items():
        widget, control = moves.split(".")
        number = opened.page.locator(f"strong[data-moves='{moves}']")
        number.scroll_into_view_if_needed()
        expect(number).to_have_role("slider")
        field = opened.page.locator(f"#{widget} [data-control={control}] input.number")
        for key in keys:
            number.press(key)
            opened.drawn()
            assert amount((number.text_content() or "").replace(",", "")) == amount(field.input_value())
            for follower in opened.page.locator(f"strong[data-shows^='{widget}.']").all():
                part = str(follower.get_attribute("data-shows")).split(".")[1]
                shown = opened.page.locator(f"#{widget} [data-part={part}]").first.text_content() or ""
                expect(follower).to_have_text(shown)
                expect(follower).not_to_have_attribute("data-pending", "")


def test_a_large_number_keeps_its_groups_of_three(visit: Open) -> None:
    opened = visit("backpropagation/", script=NO_WASM)
    number = opened.page.locator("strong[data-moves='race.n']")
    number.scroll_into_view_if_needed()
    expect(number).to_have_role("slider")
    for key, shown in {"ArrowLeft": "100,000", "Home": "1", "End": "1,000,000"}.items():
        number.press(key)
        expect(number).to_have_text(shown)


def test_on_the_one_page_chapter_too(visit: Open) -> None:
    line = Line(visit("chapter/", script=NO_WASM))
    line.step.press("Home")
    line.says("−2.0", "4")


def test_without_scripts_it_is_a_plain_number(visit: Open) -> None:
    page = visit("derivative/", java_script_enabled=False).page
    number = page.locator("strong[data-moves='secant.h']")
    expect(number).to_have_text("1.0")
    look: Any = number.evaluate("(n) => [getComputedStyle(n).paddingLeft, getComputedStyle(n, '::before').content]")
    assert look == ["0px", "none"]
