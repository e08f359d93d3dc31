"""The bent plane as a reader meets it, before Python and after."""

import math

from tests.browser.visit import Visit

PAGE = "vector-chain-rule/"
NAME = "jacobian"
SECOND = "jacobian-2"  # with the page's example
CELLS = ("11", "12", "21", "22")


def drag_to(visit: Visit, x1: float, x2: float) -> None:
    """Drags the handle to a point of the input plane, by the frame that the figure declares."""
    svg = visit.page.locator(f"#{NAME} [data-figure=input] svg")
    # A link that was followed before holds its line for a moment, or until the reader scrolls.
    visit.page.evaluate("dispatchEvent(new WheelEvent('wheel'))")
    svg.scroll_into_view_if_needed()
    box = None
    while box != (box := svg.bounding_box()):
        visit.page.wait_for_timeout(150)
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


def test_a_link_leads_to_the_worked_example(stage: Visit) -> None:
    stage.page.get_by_role("link", name="side 0.2").click()
    stage.until("miss", "0.04", SECOND)  # the square of the side
    stage.page.get_by_role("link", name="our example, side 1").click()
    stage.until("miss", "1.00", SECOND)
    for cell, text in (("11", "3.00"), ("12", "2.00"), ("21", "−1.00"), ("22", "1.00")):
        stage.until(f"g-{cell}", text, SECOND)


def test_the_point_is_dragged_in_the_plane_and_the_output_follows(stage: Visit) -> None:
    before = stage.page.locator(f"#{NAME} [data-part=u-point]").bounding_box()
    drag_to(stage, 1.0, 2.0)
    stage.until("x", "(1.00, 2.00)", NAME)
    stage.until("u", "(−0.42, 0.91)", NAME)  # the distance 1 at the angle 2: cos 2 and sin 2
    stage.until("g-11", "−0.42", NAME)  # cos 2
    stage.until("g-12", "−0.91", NAME)  # −1 · sin 2
    assert stage.page.locator(f"#{NAME} [data-part=u-point]").bounding_box() != before


def test_a_drag_beyond_the_last_stop_stays_there(stage: Visit) -> None:
    drag_to(stage, 3.9, 3.9)
    stage.until("x", "(3.00, 3.00)", NAME)


def test_a_smaller_square_has_a_better_stand_in(stage: Visit) -> None:
    stage.page.locator(f"#{NAME}").get_by_label("h, typed").fill("0.2")
    x, turn = 2.2, 1.2
    corner = f"({x * math.cos(turn):.2f}, {x * math.sin(turn):.2f})"
    stand_in = f"({1.2 * 2 * math.cos(1) / 2 - 0.4 * math.sin(1) + math.cos(1):.2f}"
    for _ in range(100):
        told = stage.text("verdict", NAME)
        if corner in told:
            break
        stage.page.wait_for_timeout(50)
    assert corner in told
    assert stand_in in told


def test_the_fold_holds_the_table_of_a_second_function_and_the_product_at_any_point(stage: Visit) -> None:
    stage.reads(
        {f"fg-{cell}": text for cell, text in zip(CELLS, ("36.00", "24.00", "−3.00", "8.00"), strict=True)}, SECOND
    )
    stage.unfold(SECOND)
    assert stage.page.locator(f"#{SECOND} .matrices").is_visible()
    stage.page.get_by_role("link", name="at (0, 0)").click()
    # u = (0, 0), so that no table of f = (u₁², u₁u₂) has a slope left
    stage.reads({f"fg-{cell}": "0.00" for cell in CELLS}, SECOND)
    stage.reads({"y": "(0.00, 0.00)"}, SECOND)
