"""Play: a widget's story, by key, mouse and finger. Without Python, time is the tests' own and stands between steps."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.finger import Finger, middle
from tests.browser.visit import NO_WASM, Open, amount

SECONDS = 5  # the secant's story: h from 1 to 0.01
NAME = "the second point runs into the first"


class Playing:
    """The secant on its page, before Python for ever, with a clock that stands."""

    def __init__(self, visit: Open, **options: Any) -> None:
        self.visit = visit("derivative/", script=NO_WASM, **options)
        self.page = self.visit.page
        self.page.locator("#secant").scroll_into_view_if_needed()
        self.visit.wait_for("unavailable", "secant")
        self.button.hover()  # its script comes with the first hand on it
        self.page.locator("#secant .player[data-ready]").wait_for()
        self.page.wait_for_timeout(300)  # the address has been written
        self.visit.put_clock(time=0)
        self.page.clock.pause_at(1000)

    def wait(self, seconds: float) -> None:
        self.page.clock.run_for(round(1000 * seconds))

    @property
    def button(self) -> Locator:
        return self.page.locator("#secant .player-play")

    def slider(self, name: str = "h") -> Locator:
        return self.page.locator(f"#secant [data-control={name}] [type=range]")

    def h(self) -> float:
        """What the readout says, which is what the slider says."""
        shown = float(self.visit.text("run", "secant"))
        assert shown == amount(self.page.locator("#secant [data-control=h] input.number").input_value())
        return shown


def test_play_runs_to_the_end_and_says_once_what_is_there(visit: Open) -> None:
    there = Playing(visit)
    page, spoken = there.page, there.page.locator("#secant .widget-spoken")
    entries = page.evaluate("history.length")
    page.locator("#secant").get_by_role("button", name=f"Play: {NAME}").focus()
    page.keyboard.press("Space")
    expect(page.locator("#secant").get_by_role("button", name=f"Pause: {NAME}")).to_be_focused()
    there.wait(SECONDS / 2)
    assert there.h() == 0.5
    there.wait(SECONDS / 2 - 0.2)
    expect(spoken).to_have_text("")
    there.wait(0.3)
    assert there.h() == 0.01
    expect(there.button).to_have_accessible_name(f"Play: {NAME}")
    expect(spoken).to_have_text("")
    there.wait(1)
    expect(spoken).to_contain_text("The line is off by 0.01.")
    assert page.evaluate("history.length") == entries
    assert "?secant.h=0.01" in page.url
    assert there.visit.complaints == []


def test_every_state_on_the_way_is_a_prepared_one(visit: Open) -> None:
    there = Playing(visit)
    there.button.click()
    seen = []
    for _ in range(25):
        there.wait(SECONDS / 24)
        seen.append(there.h())
        expect(there.page.locator("#secant .widget-status")).not_to_contain_text("nearest")
    assert sorted(set(seen), reverse=True) == [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.01]


def test_pause_keeps_the_place_and_play_goes_on_from_there(visit: Open) -> None:
    there = Playing(visit)
    there.button.click()
    there.wait(SECONDS / 2)
    there.page.keyboard.press("Escape")
    at = there.h()
    there.wait(3)
    assert there.h() == at == 0.5
    assert f"secant.h={at:g}" in there.page.url
    there.button.click()
    there.wait(SECONDS / 4)
    assert 0.2 <= there.h() <= 0.3
    there.button.click()
    there.wait(3)
    assert 0.2 <= there.h() <= 0.3


def test_its_slider_scrubs_and_from_the_end_it_begins_anew(visit: Open) -> None:
    there = Playing(visit)
    there.page.locator("#secant [data-control=h] input.number").fill("0.4")
    there.button.click()
    there.wait(0.5)
    assert 0.2 <= there.h() < 0.4
    there.wait(SECONDS)
    assert there.h() == 0.01
    there.button.click()
    there.wait(0.1)
    assert there.h() == 1


def test_twice_and_half_the_speed(visit: Open) -> None:
    there = Playing(visit)
    rate = there.page.locator("#secant").get_by_role("button", name="Speed")
    rate.click()
    expect(rate).to_have_accessible_name("Speed 2×")
    there.button.click()
    there.wait(SECONDS / 4)
    assert there.h() == 0.5
    rate.click()
    expect(rate).to_have_accessible_name("Speed 0.5×")
    there.wait(SECONDS / 2)
    assert there.h() in (0.2, 0.3)  # a quarter of the way more, and still on it
    expect(there.button).to_have_accessible_name(f"Pause: {NAME}")


def test_a_key_on_another_control_and_a_hand_on_the_figure_pause(visit: Open) -> None:
    there = Playing(visit)
    for touch in (
        lambda: there.slider("x").press("ArrowRight"),
        lambda: there.page.locator("#secant figure svg").click(position={"x": 20, "y": 20}),
        lambda: there.page.locator("#secant").get_by_role("button", name="h up by 0.1").click(),
    ):
        there.button.click()
        there.wait(1)
        expect(there.button).to_have_text("Pause")
        touch()
        expect(there.button).to_have_text("Play")
    h = there.slider().input_value()
    there.wait(2)
    assert there.slider().input_value() == h not in ("1", "0.01")


def test_a_finger_plays_and_a_finger_on_the_figure_pauses(visit: Open) -> None:
    there = Playing(visit, width=360, has_touch=True)
    finger = Finger(there.page)
    there.button.evaluate("(button) => button.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = there.button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 40
    finger.tap(middle(there.button))
    there.wait(SECONDS / 2)
    assert there.h() == 0.5
    finger.tap(middle(there.page.locator("#secant figure svg")))
    there.wait(1)
    assert there.h() == 0.5


def test_a_tab_that_is_left_pauses_and_so_does_a_card_that_leaves_the_screen(visit: Open) -> None:
    there = Playing(visit)
    there.button.click()
    there.wait(1)
    there.page.evaluate("""() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      delete document.hidden;
    }""")
    expect(there.button).to_have_text("Play")
    assert f"secant.h={there.h():g}" in there.page.url  # at once: the tab may not come back
    there.button.click()
    there.wait(0.5)
    expect(there.button).to_have_text("Pause")
    there.page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    expect(there.button).to_have_text("Play")


def test_who_leaves_while_it_plays_finds_it_where_it_was(visit: Open) -> None:
    there = Playing(visit)
    there.button.click()
    there.wait(SECONDS / 2)
    there.page.locator(".md-footer__link--next").evaluate("(link) => link.click()")
    there.wait(1)
    expect(there.page.locator("article h1")).to_contain_text("rules")
    there.page.locator(".md-footer__link--prev").evaluate("(link) => link.click()")
    there.wait(1)
    expect(there.page.locator("article h1")).to_contain_text("derivative")
    there.page.locator("#secant").scroll_into_view_if_needed()
    there.visit.until("run", "0.5", "secant")
    expect(there.button).to_have_text("Play")
    assert there.visit.complaints == []


def test_who_wants_no_motion_steps(visit: Open) -> None:
    there = Playing(visit, reduced_motion="reduce")
    step = there.page.locator("#secant").get_by_role("button", name=f"Step: {NAME}")
    expect(there.page.locator("#secant").get_by_role("button", name="Speed")).to_be_hidden()
    seen = []
    for _ in range(6):
        step.click()
        seen.append(there.h())
        there.wait(2)
        assert there.h() == seen[-1]
    assert seen == sorted(set(seen), reverse=True)
    assert seen[-1] == 0.01
    step.click()
    assert there.h() == 1


def test_four_hundred_steps_of_training_are_not_four_hundred_presses(visit: Open) -> None:
    opened = visit("backpropagation/", reduced_motion="reduce", script=NO_WASM)
    opened.page.locator("#train").scroll_into_view_if_needed()
    opened.wait_for("unavailable", "train")
    step = opened.page.locator("#train .player-play")
    field = opened.page.locator("#train [data-control=step] input.number")
    field.fill("0")
    for reached in (50, 100, 150, 200, 250, 300, 350, 400):
        step.click()
        expect(field).to_have_value(str(reached))


def test_without_javascript_there_is_no_dead_button(visit: Open) -> None:
    page = visit("derivative/", java_script_enabled=False).page
    expect(page.locator("#secant .player")).to_be_hidden()


def test_its_script_comes_with_the_first_press_which_plays(visit: Open) -> None:
    opened = visit("derivative/", script=NO_WASM, has_touch=True)
    opened.page.locator("#secant").scroll_into_view_if_needed()
    opened.wait_for("unavailable", "secant")
    opened.page.wait_for_load_state("networkidle")
    asked = " ".join(opened.requests)
    assert "drag.js" in asked
    assert "player.js" not in asked
    assert "motion.js" not in asked
    opened.page.locator("#secant .player-play").tap()
    expect(opened.page.locator("#secant").get_by_role("button", name=f"Pause: {NAME}")).to_be_visible()
    opened.until("run", "0.9", "secant")


def test_live_it_goes_by_finer_steps_than_the_prepared_ones(visit: Open) -> None:
    opened = visit("derivative/")
    page = opened.page
    page.locator("#secant").scroll_into_view_if_needed()
    opened.wait_for("live", "secant")
    page.locator("#secant .player-play").click()
    between = set()
    for _ in range(200):
        between.add(opened.text("run", "secant"))
        if opened.text("run", "secant") == "0.01":
            break
        page.wait_for_timeout(30)
    opened.until("run", "0.01", "secant")
    opened.until("secant", "6.01", "secant")
    assert len(between) > 20
    assert all(0.01 <= float(value) <= 1 for value in between)
    assert opened.complaints == []
