"""The hero as a reader meets it: on the first screen of the first page, before Python and after."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.finger import Finger, middle
from tests.browser.visit import NO_WASM, Open, Visit

PAGE = ""
NAME = "hero"
SCREENS = [(1440, 900, 420), (360, 740, 560)]  # width, height, and how much of it the hero may take


def bottom(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"] + box["height"]


@pytest.mark.parametrize(("width", "height", "_most"), SCREENS)
def test_picture_and_slider_are_on_the_first_screen_of_the_first_page(
    visit: Open, width: int, height: int, _most: int
) -> None:
    page = visit(PAGE, width=width, script=NO_WASM).page
    page.set_viewport_size({"width": width, "height": height})
    for part in (".hero-picture", ".hero-valley", "[type=range]"):
        assert bottom(page.locator(f"#hero {part}")) <= height, part
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(("width", "height", "most"), SCREENS)
def test_the_hero_is_no_higher_than_a_part_of_the_screen_and_keeps_its_height(
    visit: Open, width: int, height: int, most: int
) -> None:
    opened = visit(PAGE, width=width)
    opened.page.set_viewport_size({"width": width, "height": height})
    opened.wait_for("live", NAME)
    heights = set()
    for w in ("1", "-0.5", "-2.2", "1.2", "0.37"):
        opened.page.get_by_label("w, typed").fill(w)
        opened.until("w", f"{float(w):.2f}".replace("-", "−"), NAME)
        box = opened.page.locator("#hero").bounding_box()
        assert box
        heights.add(round(box["height"]))
    assert len(heights) == 1
    assert max(heights) <= most


@pytest.mark.parametrize("text", ["100%", "200%"])
def test_nothing_in_the_picture_leaves_the_card_or_meets_another_word(visit: Open, text: str) -> None:
    page = visit(PAGE, width=360, script=NO_WASM).page
    page.evaluate("(text) => (document.documentElement.style.fontSize = `calc(125% * ${parseInt(text)} / 100)`)", text)
    for w in ("1", "-0.5", "-2.2", "0.1"):
        page.get_by_label("w, typed").fill(w)
        page.wait_for_timeout(100)
        boxes = [box for part in page.locator("#hero .hero-chain p").all() if (box := part.bounding_box())]
        card = page.locator("#hero").bounding_box()
        assert card
        for box in boxes:
            assert card["x"] <= box["x"]
            assert box["x"] + box["width"] <= card["x"] + card["width"]
        for i, one in enumerate(boxes):
            for other in boxes[i + 1 :]:
                beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
                below = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
                assert beside or below, (w, one, other)


def test_the_ball_is_pulled_to_the_bottom_and_the_loss_falls(stage: Visit) -> None:
    stage.until("loss", "9.00", NAME)
    valley = stage.page.locator("#hero .hero-valley svg")
    ball = valley.locator("use[data-part=ball-point]").bounding_box()
    low, high, first, last = map(float, (valley.get_attribute("data-x") or "").split())
    box = valley.bounding_box()
    assert ball
    assert box
    scale = box["width"] / 380  # the drawing's own units
    bottom_of_it = box["x"] + scale * (low + (-0.5 - first) / (last - first) * (high - low))
    y = ball["y"] + ball["height"] / 2
    stage.page.mouse.move(ball["x"] + ball["width"] / 2, y)
    stage.page.mouse.down()
    stage.page.mouse.move(bottom_of_it, y, steps=5)
    stage.until("loss", "0.00", NAME)
    stage.page.mouse.up()
    stage.until("product", "0", NAME)
    stage.until("advice", "Flat, at the bottom: a small nudge hardly moves the loss.", NAME)
    assert stage.complaints == []


def test_a_finger_or_a_mouse_that_comes_near_the_bottom_is_at_the_bottom(visit: Open) -> None:
    opened = visit(PAGE, width=360, has_touch=True)
    opened.wait_for("live", NAME)
    page, finger = opened.page, Finger(opened.page)
    ball, track = page.locator("#hero .hero-valley use[data-part=ball-point]"), page.locator("#hero [type=range]")
    valley = page.locator("#hero .hero-valley svg")
    wide = valley.evaluate("(svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
    low, high, first, last = map(float, (valley.get_attribute("data-x") or "").split())
    unit = wide * (high - low) / (last - first)  # pixels to one of w
    finger.down(middle(ball))
    finger.move(-1.5 * unit + 3, 0)  # from 1 to a little short of −0.5
    opened.until("product", "0", NAME)
    assert page.get_by_label("w, typed").input_value() == "−0.50"
    finger.move(9, 0)  # and off again
    finger.up()
    opened.until("advice", "Pull left, and the loss falls.", NAME)
    box = track.bounding_box()
    assert box
    x, y = box["x"] + 11 + (box["width"] - 22) / 2, box["y"] + box["height"] / 2  # the middle of the track is −0.5
    page.mouse.move(x + 30, y)
    page.mouse.down()
    page.mouse.move(x + 3, y, steps=4)
    opened.until("product", "0", NAME)
    page.mouse.up()
    # Keys and typing go between.
    track.press("ArrowRight")
    opened.until("w", "−0.40", NAME)
    page.get_by_label("w, typed").fill("-0.48")
    opened.until("w", "−0.48", NAME)


def test_a_key_pulls_the_weight_and_the_slider_says_what_became_of_it(stage: Visit) -> None:
    slider = stage.page.locator("#hero [type=range]")
    slider.press("ArrowLeft")
    stage.until("w", "0.90", NAME)
    stage.until("product", "11.2", NAME)  # u = 2.8, slopes 2 and 5.6
    said = slider.get_attribute("aria-valuetext") or ""
    assert said.startswith("w = 0.90, loss 7.84: a nudge reaches the loss multiplied by 2 · 5.6 = 11.2.")


def test_touching_the_last_bar_lights_up_what_it_measures(stage: Visit) -> None:
    bar = stage.page.locator("#hero [data-part=loss-bar]")
    x, y = bar.evaluate(
        "(bar) => { const { x, y, height } = bar.getBoundingClientRect(); return [x, y + height / 3]; }"
    )
    stage.page.mouse.move(x + 1, y)
    lit = stage.page.locator("#hero .value.lit")
    expect(lit.first).to_have_text("12")
    assert lit.all_text_contents() == ["12", "12", "12"]  # over the chain, beside the bar, in the sentence


def test_without_javascript_the_picture_stands_and_says_what_it_shows(visit: Open) -> None:
    page = visit(PAGE, java_script_enabled=False).page
    assert page.locator("#hero [data-part=loss-bar]").get_attribute("d") not in (None, "", "M0 0")
    assert "multiplied by 2 · 6" in " ".join(page.locator("#hero .sentence").inner_text().split())
