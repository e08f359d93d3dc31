"""The bent plane as a reader meets it, before Python and after."""

from tests.browser.visit import Visit

PAGE = "vector-chain-rule/"
NAME = "jacobian"


def drag_to(visit: Visit, x1: float, x2: float) -> None:
    """Drags the handle to a point of the input plane, by the frame that the figure declares."""
    svg = visit.page.locator(f"#{NAME} svg[data-handles]")
    svg.scroll_into_view_if_needed()
    box = svg.bounding_box()
    handle = visit.page.locator(f"#{NAME} use[data-part=handle]").bounding_box()
    assert box
    assert handle
    scale = box["width"] / 300
    ends = [[float(n) for n in str(svg.get_attribute(name)).split()] for name in ("data-x", "data-y")]
    to = [a + (at - low) / (high - low) * (b - a) for at, (a, b, low, high) in zip((x1, x2), ends, strict=True)]
    visit.page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    visit.page.mouse.down()
    visit.page.mouse.move(box["x"] + to[0] * scale, box["y"] + to[1] * scale, steps=8)
    visit.page.mouse.up()


def test_the_page_opens_with_its_own_example(stage: Visit) -> None:
    for cell, text in (("11", "3.00"), ("12", "2.00"), ("21", "1.00"), ("22", "1.00")):
        stage.until(f"g-{cell}", text, NAME)
    assert not stage.page.locator(f"#{NAME} .composition").is_visible()


def test_the_point_is_dragged_in_the_plane_and_the_output_follows(stage: Visit) -> None:
    before = stage.page.locator(f"#{NAME} [data-part=u-point]").bounding_box()
    drag_to(stage, 1.0, 2.0)
    stage.until("x", "(1.00, 2.00)", NAME)
    stage.until("u", "(2.00, 3.00)", NAME)
    stage.until("g-11", "2.00", NAME)  # x₂
    stage.until("g-12", "1.00", NAME)  # x₁
    assert stage.page.locator(f"#{NAME} [data-part=u-point]").bounding_box() != before


def test_a_drag_beyond_the_last_stop_stays_there(stage: Visit) -> None:
    drag_to(stage, 3.9, 3.9)
    stage.until("x", "(3.00, 3.00)", NAME)


def test_a_smaller_square_has_a_better_stand_in(stage: Visit) -> None:
    stage.page.get_by_label("h, typed").fill("0.2")
    stage.until("corner", "(7.04, 5.40)", NAME)  # 2.2 · 3.2
    stage.until("said", "(7.00, 5.40)", NAME)  # 6 + 3·0.2 + 2·0.2


def test_a_second_function_brings_its_table_and_the_product(stage: Visit) -> None:
    stage.page.get_by_label("behind it").select_option("example")
    for cell, text in (("11", "36.00"), ("12", "24.00"), ("21", "21.00"), ("22", "16.00")):
        stage.until(f"fg-{cell}", text, NAME)
    assert stage.page.locator(f"#{NAME} .composition").is_visible()
    assert stage.complaints == [] or "not available" in stage.complaints[0]
