"""The hillside and its slopes, as a reader meets them on the page: before Python, and where Python cannot run."""

import io
import re

import matplotlib.image
import pytest
from playwright.sync_api import expect

from tests.browser.visit import Open, Visit

PAGE = "partial-derivatives/"
NAME = "gradient"


def assert_reads(visit: Visit, expected: dict[str, str], widget: str = NAME) -> None:
    for part, text in expected.items():
        visit.until(part, text, widget)


def test_without_any_script_the_hillside_stands_there(visit: Open) -> None:
    opened = visit(PAGE, java_script_enabled=False)
    opened.reads({"f": "1.61", "dx": "1.20", "dy": "−0.80", "steepness": "1.45"}, NAME)
    opened.reads({"along": "6.36", "steepness": "7.28"}, "direction")


def test_the_point_can_be_dragged_over_the_map(stage: Visit) -> None:
    figure = stage.page.locator("#gradient figure[data-figure=map] svg")
    figure.scroll_into_view_if_needed()
    box, handle = figure.bounding_box(), stage.page.locator("#gradient use[data-part=handle]").bounding_box()
    assert box
    assert handle
    stage.page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    stage.page.mouse.down()
    unit = box["width"] * 45 / 408  # one of x, and as much of y
    stage.page.mouse.move(handle["x"] + handle["width"] / 2 - unit, handle["y"] + handle["height"] / 2 + unit)
    # At (0, 1), the hillside 3x e^−(x² + y²)/8 rises to the east by 3 e^−⅛ = 2.65, and not at all to the north.
    for part, reads in {"x": "−?0.0[0-3]", "y": "0.9[7-9]|1.0[0-3]", "dx": "2.6[3-7]", "dy": "−?0.0[0-3]"}.items():
        shown = stage.page.locator(f"#gradient output[data-part={part}]").first
        expect(shown).to_have_text(re.compile(f"^({reads})$"))
    stage.page.mouse.up()


def test_turning_changes_the_slope_and_the_arrow_but_not_the_gradient(stage: Visit) -> None:
    arrow = stage.page.locator("#direction path[data-part=facing]")
    slider = stage.page.locator("#direction [data-control=angle] [type=range]")
    slider.scroll_into_view_if_needed()
    stage.page.locator("#direction[data-status]").wait_for(state="attached")
    before = arrow.get_attribute("d")
    slider.focus()
    for _ in range(3):
        stage.page.keyboard.press("ArrowRight")
    assert_reads(stage, {"along": "2.00", "steepness": "7.28", "angle": "90°"}, "direction")
    assert arrow.get_attribute("d") != before
    stage.page.locator("#direction .widget-reset").click()


def test_the_ball_goes_as_many_steps_as_the_slider_says(stage: Visit) -> None:
    slider = stage.page.locator("#descent [data-control=n] [type=range]")
    slider.scroll_into_view_if_needed()
    slider.focus()
    stage.page.keyboard.press("Home")
    assert_reads(stage, {"n": "0 steps", "place": "(−3.00, 2.00)", "loss": "10.25"}, "descent")
    stage.page.keyboard.press("ArrowRight")
    # η = 0.45: x · (1 − 0.225) and y · (1 − 1.8)
    assert_reads(stage, {"n": "1 step", "place": "(−2.33, −1.60)"}, "descent")
    stage.page.locator("#descent .widget-reset").click()


def test_links_in_the_prose_lead_to_level_ground(stage: Visit) -> None:
    stage.page.locator("article p > a[href*='gradient.x=0&gradient.y=0']").first.click()
    assert_reads(stage, {"f": "0.00", "dx": "0.00", "dy": "0.00", "steepness": "0.00"})
    assert "The gradient is zero" in stage.text("remark", "gradient")
    expect(stage.page.locator("#gradient path[data-part=gradient]")).to_have_attribute("d", "M0 0")


def test_a_formula_of_ones_own_gets_its_relief_live(visit: Open) -> None:
    opened = visit("partial-derivatives/?gradient.function=x*y%5E2&gradient.x=1&gradient.y=3#gradient")
    opened.wait_for("live", "gradient")
    assert_reads(opened, {"f": "9.00", "dx": "9.00", "dy": "6.00"})  # y² and 2xy
    assert len(opened.page.locator("#gradient path[data-part=land4]").first.get_attribute("d") or "") > 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_stronger_the_tint_the_higher_the_ground(visit: Open, scheme: str) -> None:
    opened = visit(PAGE, java_script_enabled=False, color_scheme=scheme)
    figure = opened.page.locator("#gradient figure[data-figure=map] svg")
    pixels = matplotlib.image.imread(io.BytesIO(figure.screenshot()))
    high, wide = pixels.shape[:2]

    def blue(x: float, y: float) -> float:
        """How much bluer than grey the map is: 45 of its 408 by 410 units are one of x or y."""
        red, green, blue = pixels[round(high * (14 + 45 * (4 - y)) / 410), round(wide * (34 + 45 * (x + 4)) / 408)][:3]
        return float(blue - (red + green) / 2)

    # Between two contours each: the hollow, the way up, and the hill.
    assert blue(-2.3, 0.2) < blue(-0.4, 3.0) < blue(0.5, 3.0) < blue(2.4, -0.3)
