"""From secant to tangent, as a reader meets it on the page: before Python, and where Python cannot run."""

from playwright.sync_api import expect

from tests.browser.visit import Open, Visit

PAGE = "derivative/"
NAME = "tangent"


def assert_reads(visit: Visit, expected: dict[str, str]) -> None:
    for part, text in expected.items():
        visit.until(part, text, "tangent")


def test_without_any_script_the_chapters_example_stands_there(visit: Open) -> None:
    opened = visit("derivative/", java_script_enabled=False)
    numbers = {"right": "7.00000000", "left": "5.00000000", "slope": "6.00000000", "right2": "6.01000000"}
    opened.reads(numbers, "tangent")


def test_shrinking_h_brings_the_secant_to_the_tangent(stage: Visit) -> None:
    band = stage.page.locator("#tangent .band")
    before = band.bounding_box()
    stage.page.locator("#tangent [data-control=h] [type=range]").focus()
    for _ in range(4):  # two stops to a decade
        stage.page.keyboard.press("ArrowLeft")
    assert_reads(stage, {"h": "0.01", "rise": "0.0601", "right-brief": "6.01", "left-brief": "5.99"})
    row = stage.page.locator("#tangent tbody tr").nth(2).bounding_box()
    after = band.bounding_box()
    assert before
    assert after
    assert row
    assert after["y"] > before["y"]
    assert abs(after["y"] - row["y"]) < 2, "the band lies over the row of this h"


def test_dragging_on_the_curve_moves_x(stage: Visit) -> None:
    box = stage.page.locator("#tangent [data-figure=curve] svg").bounding_box()
    assert box
    point = stage.page.locator("#tangent use[data-part=point]")
    before = point.bounding_box()
    stage.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    stage.page.mouse.down()
    at_minus_two = (40 + 460 * 2 / 9) / 540  # the frame reaches from 40 to 500 of 540 and from x = −4 to 5
    stage.page.mouse.move(box["x"] + box["width"] * at_minus_two, box["y"] + box["height"] / 2)
    assert_reads(stage, {"x": "−2", "right-brief": "−3", "left-brief": "−5", "slope-brief": "−4"})
    stage.page.mouse.up()
    after = point.bounding_box()
    assert before
    assert after
    assert after["x"] < before["x"] - box["width"] / 3


def test_a_kink_is_one_click_away(stage: Visit) -> None:
    stage.page.locator("#tangent").get_by_text("a kink").click()
    assert_reads(stage, {"right-brief": "1", "left-brief": "−1", "slope": "undefined"})
    assert "never agree" in stage.text("remark", "tangent")
    expect(stage.page.locator("#tangent [data-part=tangent]")).to_be_hidden()


def test_links_in_the_prose_show_rounding_at_work(stage: Visit) -> None:
    stage.page.locator("article .misconception a[href*='tangent.h=1e-15']").click()
    assert_reads(stage, {"right-brief": "5.32907052", "right-error": "0.67"})
    assert "staircase" in stage.text("remark", "tangent")


def test_a_formula_of_ones_own_is_taken_live(visit: Open) -> None:
    opened = visit("derivative/?tangent.function=ln%28x%29&tangent.x=2#tangent")
    opened.wait_for("live", "tangent")
    assert_reads(opened, {"slope": "0.50000000", "right-brief": "0.40546511"})  # 1/2 and ln(3/2)
