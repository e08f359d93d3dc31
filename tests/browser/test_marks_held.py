"""The thing itself is touched: second points, arrows, corners, rows and cells, with a finger as with a mouse."""

import math
from typing import Any

import pytest

from tests.browser.finger import Finger, Point, middle
from tests.browser.test_touch import Held
from tests.browser.visit import NO_WASM, Open

HANDS = ["finger", "mouse"]


@pytest.fixture(params=HANDS)
def hold(visit: Open, request: pytest.FixtureRequest) -> Any:
    """A widget before a hand that pulls things: `pull(start, across, down)` with a finger or with a mouse."""

    def held(path: str, widget: str) -> tuple[Held, Any]:
        finger = request.param == "finger"
        found = Held(visit(path, width=360 if finger else 1280, has_touch=finger, script=NO_WASM), widget)
        return found, (lambda *way: Finger.swipe(found.finger, *way)) if finger else (
            lambda *way: by_mouse(found, *way)
        )

    return held


def by_mouse(held: Held, start: Point, across: float, down: float) -> None:
    held.page.mouse.move(*start)
    held.page.mouse.down()
    held.page.mouse.move(start[0] + across, start[1] + down, steps=6)
    held.page.mouse.up()


def unit(held: Held, figure: str) -> float:
    """How many pixels one is, across a figure."""
    found: float = held.find(f"[data-figure={figure}] svg").evaluate("""(svg) => {
      const [start, end, low, high] = svg.dataset.x.split(" ").map(Number);
      return ((end - start) / (high - low)) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    }""")
    return found


def test_the_nudged_point_pulls_the_nudge(hold: Any) -> None:
    held, pull = hold("chain-rule/?chain-rule.dx=1#chain-rule", "chain-rule")
    wide = unit(held, "composed")
    pull(middle(held.find(".grip[data-part=nudged]")), -0.5 * wide, 4)
    assert held.number("dx") == pytest.approx(0.5, abs=0.06)
    assert held.number("x") == 1


def test_the_left_point_pulls_h_as_well(hold: Any) -> None:
    held, pull = hold("derivative/", "tangent")
    wide = unit(held, "curve")
    pull(middle(held.find(".grip[data-part=left-point]")), wide / 2, 2)
    assert held.number("h") == pytest.approx(0.5, abs=0.06)
    assert held.number("x") == 3


def test_the_point_of_the_error_curve_pulls_h_over_powers_of_ten(hold: Any) -> None:
    held, pull = hold("derivative/?rounding.h=1#rounding", "rounding")
    decade = unit(held, "errors")
    pull(middle(held.find(".grip[data-part=right-error-point]")), -4 * decade, 3)
    assert math.log10(held.number("h")) == pytest.approx(-4, abs=0.15)


def test_the_arrow_is_turned_at_its_tip(hold: Any) -> None:
    held, pull = hold("partial-derivatives/", "direction")
    tip, point = middle(held.find(".grip[data-part=facing-tip]")), middle(held.card.locator("use[data-part=handle]"))
    length = math.dist(tip, point)
    pull(tip, point[0] - length - tip[0], point[1] - tip[1])  # half around, to the west
    assert held.number("angle") == pytest.approx(180, abs=3)
    assert (held.number("x"), held.number("y")) == (2, 3)


def test_the_square_is_pulled_at_its_corner(hold: Any) -> None:
    held, pull = hold("vector-chain-rule/", "jacobian")
    wide = unit(held, "input")
    pull(middle(held.find(".grip[data-part=corner]")), -0.5 * wide, 0.5 * wide)
    assert held.number("h") == pytest.approx(0.5, abs=0.06)
    assert (held.number("x1"), held.number("x2")) == (2, 1)


def test_the_outer_corner_of_the_rectangle_pulls_the_nudge_and_the_inner_one_the_point(hold: Any) -> None:
    held, pull = hold("rules/", "rectangle")
    wide = unit(held, "area")
    pull(middle(held.find(".grip[data-part=far]")), -0.25 * wide, 2)
    assert held.number("h") == pytest.approx(0.25, abs=0.03)
    assert held.number("x") == 1
    pull(middle(held.find(".grip[data-part=point]")), -0.25 * wide, 2)
    assert held.number("x") == pytest.approx(0.75, abs=0.03)


def test_the_curve_is_pulled_up_to_its_base(hold: Any) -> None:
    held, pull = hold("rules/", "base")
    tall = held.find("[data-figure=curves] svg").evaluate("""(svg) => {
      const [start, end, low, high] = svg.dataset.y.split(" ").map(Number);
      return ((start - end) / (high - low)) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    }""")
    pull(middle(held.find(".grip[data-part=height-point]")), 2, -tall)
    assert held.number("b") == pytest.approx(3, abs=0.1)
    assert held.number("x") == 0


def test_the_start_of_both_routes_is_pulled_along_its_ruler(hold: Any) -> None:
    held, pull = hold("chain-rule/", "routes")
    wide = unit(held, "streams")
    pull(middle(held.find(".grip[data-part=node]")), -wide, 3)
    assert held.number("x") == pytest.approx(1, abs=0.1)
    assert held.number("way") == 2


@pytest.mark.parametrize("touch", [False, True])
def test_a_cell_of_the_product_is_chosen_by_touching_it(visit: Open, touch: bool) -> None:
    opened = visit("vector-chain-rule/", script=NO_WASM, width=360, has_touch=touch)
    held = Held(opened, "shapes")
    opened.page.get_by_role("link", name="3 to 2 to 4").click()
    opened.until("result", "4 × 3", "shapes")
    for cell, row, column in (("product32", 4, 3), ("product00", 1, 1), ("left20", 3, 1), ("above01", 3, 2)):
        # A row of the left table, a column of the one above: fewer rows or columns stand towards the cross.
        part = held.find(f"[data-part={cell}]") if cell.startswith("product") else filled(held, cell)
        at = middle(part)
        held.finger.tap((at[0] + 5, at[1] + 4)) if touch else held.page.mouse.click(at[0] + 5, at[1] + 4)
        held.page.wait_for_timeout(400)
        assert (held.number("i"), held.number("j")) == (row, column), cell


@pytest.mark.parametrize("width", [360, 1440])
def test_a_small_table_is_seen_from_nearer_and_all_of_a_cell_can_be_touched(visit: Open, width: int) -> None:
    opened = visit("vector-chain-rule/", script=NO_WASM, width=width, has_touch=True)
    held = Held(opened, "shapes")

    def middles() -> tuple[tuple[float, float], float]:
        corner, beside = (middle(held.find(f"[data-part=product{cell}]")) for cell in ("00", "01"))
        return corner, beside[0] - corner[0]

    (x, y), side = middles()
    assert side >= 44  # a fingertip
    for across, up in ((-0.4, -0.4), (0.3, 0.3)):
        for row, column in ((1, 2), (2, 1)):
            held.finger.tap((x + (column - 1 + across) * side, y + (row - 1 + up) * side))
            held.page.wait_for_timeout(400)
            assert (held.number("i"), held.number("j")) == (row, column)
    opened.page.get_by_role("link", name="3 to 2 to 4").click()
    opened.until("result", "4 × 3", "shapes")
    assert middles()[1] < side  # all of it is seen


def filled(held: Held, cell: str) -> Any:
    """The nearest cell in the same row of the left table, or the same column of the one above, that has a number."""
    table, row, column = cell[:-2], cell[-2], cell[-1]
    for k in range(4):
        name = f"{table}{row}{k}" if table == "left" else f"{table}{k}{column}"
        if held.card.locator(f"[data-part={name}]").first.text_content():
            return held.find(f"[data-part={name}]")
    raise AssertionError(f"{cell}: nothing is there")


def test_a_row_of_the_table_is_chosen_by_touching_it_or_by_key(visit: Open) -> None:
    held = Held(visit("derivative/", script=NO_WASM, width=360, has_touch=True), "rounding")
    held.find("summary").click()
    steps = held.page.evaluate("history.length")
    x, y = middle(held.find("tr[data-set='h=0.01'] td"))
    held.finger.tap((x, y))
    held.page.wait_for_timeout(400)
    assert held.number("h") == 0.01
    held.find("tr[data-set='h=1e-08'] button").focus()
    held.page.keyboard.press("Enter")
    assert held.number("h") == 1e-8
    assert held.page.evaluate("history.length") == steps  # these are no links: nothing is a step of its own


@pytest.mark.parametrize("keys", ["Home", "End", "Shift+ArrowLeft"])
def test_a_handle_has_its_slider_for_the_keyboard(visit: Open, keys: str) -> None:
    held = Held(visit("vector-chain-rule/", script=NO_WASM), "jacobian")
    held.find("[data-control=h] [type=range]").focus()
    held.page.keyboard.press(keys)
    assert held.number("h") == {"Home": 0.2, "End": 1, "Shift+ArrowLeft": 0.2}[keys]
