"""Both ways through one table as a reader meets them, before Python and after."""

import math

from tests.browser.visit import Visit

PAGE = "vector-chain-rule/"
NAME = "ways"


def turn(visit: Visit, arrow: str, figure: str, degrees: float) -> None:
    """Pulls an arrow's ring round the middle of its plane."""
    svg = visit.page.locator(f"#{NAME} [data-figure={figure}] svg")
    svg.scroll_into_view_if_needed()
    plane, ring = svg.bounding_box(), visit.page.locator(f"#{NAME} use[data-part={arrow}-tip]").bounding_box()
    assert plane
    assert ring
    middle, way = (plane["x"] + plane["width"] / 2, plane["y"] + plane["height"] / 2), math.radians(degrees)
    visit.page.mouse.move(ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2)
    visit.page.mouse.down()
    visit.page.mouse.move(middle[0] + 60 * math.cos(way), middle[1] - 60 * math.sin(way), steps=8)
    visit.page.mouse.up()


def test_an_arrow_is_turned_by_its_ring_and_what_the_table_makes_of_it_follows(stage: Visit) -> None:
    turn(stage, "v", "inputs", 0)
    stage.until("jv", "(3.00, −1.00)", NAME)  # the first column
    turn(stage, "w", "outputs", 90)
    stage.until("wj", "(−1.00, 1.00)", NAME)  # the second row
    stage.until("slope", "−1.00", NAME)


def test_the_text_leads_to_a_column_and_to_a_row(stage: Visit) -> None:
    stage.page.get_by_role("link", name="The step (1, 0)").click()
    stage.until("jv", "(3.00, −1.00)", NAME)
    stage.page.get_by_role("link", name="The row (1, 0)").click()
    stage.until("wj", "(3.00, 2.00)", NAME)
