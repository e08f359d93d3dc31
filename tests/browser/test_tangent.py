"""From secant to tangent, and how small is too small, as a reader meets them: before Python, and without it."""

from playwright.sync_api import expect

from tests.browser.visit import NO_WASM, Open, Visit

PAGE = "derivative/"
NAME = "tangent"


def assert_reads(visit: Visit, expected: dict[str, str], name: str = NAME) -> None:
    for part, text in expected.items():
        visit.until(part, text, name)


def test_without_any_script_the_chapters_example_stands_there(visit: Open) -> None:
    opened = visit("derivative/", java_script_enabled=False)
    opened.reads({"right": "7", "left": "5", "slope": "6"}, "tangent")
    opened.reads({"right": "6.01000000", "right2": "6.01000000"}, "rounding")


def test_shrinking_h_brings_the_secant_to_the_tangent(stage: Visit) -> None:
    stage.page.locator("#tangent [data-control=h] [type=range]").focus()
    for _ in range(8):  # four stops to a decade
        stage.page.keyboard.press("ArrowLeft")
    assert_reads(stage, {"h": "0.01", "rise": "0.0601", "right": "6.01", "left": "5.99"})


def test_the_band_lies_over_the_row_of_the_h_in_use(visit: Open) -> None:
    opened = visit("derivative/?rounding.h=1#rounding", script=NO_WASM)
    opened.wait_for("unavailable", "rounding")
    opened.page.locator("#rounding summary").click()
    band = opened.page.locator("#rounding .band")
    before = band.bounding_box()
    opened.page.locator("#rounding [data-control=h] [type=range]").focus()
    for _ in range(4):  # two stops to a decade
        opened.page.keyboard.press("ArrowLeft")
    assert_reads(opened, {"h": "0.01", "right": "6.01000000"}, "rounding")
    row = opened.page.locator("#rounding tbody tr").nth(2).bounding_box()
    after = band.bounding_box()
    assert before
    assert after
    assert row
    assert after["y"] > before["y"]
    assert abs(after["y"] - row["y"]) < 2


def test_dragging_on_the_curve_moves_x(stage: Visit) -> None:
    box = stage.page.locator("#tangent [data-figure=curve] svg").bounding_box()
    assert box
    point = stage.page.locator("#tangent use[data-part=point]")
    before = point.bounding_box()
    stage.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    stage.page.mouse.down()
    at_minus_two = (40 + 460 * 2 / 9) / 540  # the frame reaches from 40 to 500 of 540 and from x = −4 to 5
    stage.page.mouse.move(box["x"] + box["width"] * at_minus_two, box["y"] + box["height"] / 2)
    assert_reads(stage, {"x": "−2", "right": "−3", "left": "−5", "slope": "−4"})
    stage.page.mouse.up()
    after = point.bounding_box()
    assert before
    assert after
    assert after["x"] < before["x"] - box["width"] / 3


def test_a_kink_has_a_figure_of_its_own(stage: Visit) -> None:
    card = stage.page.locator("#secant-2")
    card.scroll_into_view_if_needed()
    stage.until("secant", "1", "secant-2")
    before = card.bounding_box()
    stage.page.get_by_role("link", name="to the left", exact=True).click()
    stage.until("secant", "−1", "secant-2")
    assert stage.text("slope", "secant-2") == "none"
    expect(card.locator("[data-part=tangent]")).to_be_hidden()
    after = card.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 200  # the link stands beside it


def test_links_in_the_prose_show_rounding_at_work(stage: Visit) -> None:
    stage.page.locator("article .passage a[href*='rounding.h=1e-15']").click()
    assert_reads(stage, {"right": "5.32907052", "right-error": "0.67"}, "rounding")
    assert "staircase" in stage.text("remark", "rounding")


def test_a_formula_of_ones_own_is_taken_live(visit: Open) -> None:
    opened = visit("derivative/?tangent.function=ln%28x%29&tangent.x=2#tangent")
    opened.wait_for("live", "tangent")
    assert_reads(opened, {"slope": "0.5", "right": "0.4054651"})  # 1/2 and ln(3/2)


def test_the_words_and_the_open_point_of_the_first_figure_can_be_read_on_a_phone(visit: Open) -> None:
    opened = visit("derivative/", script=NO_WASM, width=360, has_touch=True)
    opened.wait_for("unavailable", "secant")
    size = "(mark) => mark.getBoundingClientRect()"
    rise, leg, second = (
        opened.page.locator(f"#secant [data-part={part}]").first.evaluate(size)
        for part in ("rise-label", "rise-leg", "second")
    )
    assert rise["height"] >= 8  # its tallest letter
    assert rise["left"] >= leg["right"]
    assert second["width"] > 9
