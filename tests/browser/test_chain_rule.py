"""The chain-rule demo as a reader meets it, before Python and after."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.faults import Faults, missing
from tests.browser.server import serve
from tests.browser.visit import NO_WASM, Open, Visit

DEFAULTS = {"x": "1.00", "u": "3.00", "y": "9.00", "dudx": "2.00", "dydu": "6.00", "dydx": "12.00"}
# u = 2x + 1, y = u², dy/dx = 4(2x + 1), worked by hand
AT_TWO = {"x": "2.00", "u": "5.00", "y": "25.00", "dudx": "2.00", "dydu": "10.00", "dydx": "20.00"}
PAGE = "chain-rule/"
NAME = "chain-rule"


def assert_reads(visit: Visit, expected: dict[str, str]) -> None:
    for part, text in expected.items():
        visit.until(part, text)


def test_the_default_values_are_those_of_the_chapter(stage: Visit) -> None:
    assert_reads(stage, DEFAULTS)
    assert stage.text("quotient") == "12.00"


def test_arrow_keys_move_from_stop_to_stop(stage: Visit) -> None:
    stage.page.locator("#chain-rule [data-control=x] [type=range]").focus()
    for _ in range(4):
        stage.page.keyboard.press("ArrowRight")
    assert_reads(stage, AT_TWO)


def test_a_typed_number_is_taken(stage: Visit) -> None:
    stage.page.locator("#chain-rule [data-control=x] input.number").fill("2")
    assert_reads(stage, AT_TWO)


def test_the_buttons_move_one_stop(stage: Visit) -> None:
    stage.page.locator("#chain-rule").get_by_role("button", name="x up by 0.25").click()
    assert_reads(stage, {"x": "1.25", "u": "3.50", "y": "12.25", "dydx": "14.00"})
    stage.page.locator("#chain-rule").get_by_role("button", name="x down by 0.25").click()
    assert_reads(stage, DEFAULTS)


def test_the_slider_can_be_dragged(stage: Visit) -> None:
    box = stage.page.locator("#chain-rule [data-control=x] [type=range]").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    stage.page.mouse.move(box["x"] + box["width"] * 4 / 6, y)
    stage.page.mouse.down()
    for i in range(20):
        stage.page.mouse.move(box["x"] + box["width"] * (4 + i / 20) / 6, y)
    stage.page.mouse.move(box["x"] + box["width"], y)
    assert_reads(stage, {"x": "3.00", "u": "7.00", "y": "49.00", "dydx": "28.00"})
    stage.page.mouse.up()


def test_the_curve_itself_can_be_dragged(stage: Visit) -> None:
    figure = stage.page.locator("#chain-rule svg[data-handles]")
    point = stage.page.locator("#chain-rule use[data-part=point]")
    before = point.bounding_box()
    box = figure.bounding_box()
    assert box
    stage.page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2)
    stage.page.mouse.down()
    stage.page.mouse.move(box["x"] + box["width"] * 2, box["y"] + box["height"] / 2)
    assert_reads(stage, {"x": "3.00", "dydx": "28.00"})
    stage.page.mouse.up()
    after = point.bounding_box()
    assert before
    assert after
    assert after["x"] > before["x"] + box["width"] / 4
    assert after["y"] < before["y"] - box["height"] / 4


def test_other_functions_can_be_chosen(stage: Visit) -> None:
    stage.page.get_by_label("inner function").select_option("x^2")
    assert_reads(stage, {"u": "1.00", "y": "1.00", "dudx": "2.00", "dydu": "2.00", "dydx": "4.00"})
    stage.page.get_by_label("outer function").select_option("relu(u)")
    assert_reads(stage, {"u": "1.00", "y": "1.00", "dydu": "1.00", "dydx": "2.00"})


def test_reset_returns_to_the_first_state(stage: Visit) -> None:
    stage.page.locator("#chain-rule [data-control=x] input.number").fill("-2")
    stage.until("u", "−3.00")
    stage.page.get_by_role("button", name="Reset").click()
    assert_reads(stage, DEFAULTS)
    expect(stage.page.locator("#chain-rule [data-control=x] input.number")).to_have_value("1.00")


@pytest.mark.parametrize("typed", ["7", "-3.01", "1e9"])
def test_a_number_out_of_range_is_kept_and_explained(stage: Visit, typed: str) -> None:
    field = stage.page.locator("#chain-rule [data-control=x] input.number")
    field.fill(typed)
    expect(stage.page.locator("#chain-rule [data-control=x] .control-error")).to_have_text("x goes from −3 to 3.")
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    assert_reads(stage, DEFAULTS)
    field.fill("2")
    expect(stage.page.locator("#chain-rule [data-control=x] .control-error")).to_be_hidden()
    assert_reads(stage, AT_TWO)


def test_a_screen_reader_hears_the_numbers_of_the_new_stop(stage: Visit) -> None:
    slider = stage.page.locator("#chain-rule [data-control=x] [type=range]")
    slider.focus()
    stage.page.keyboard.press("ArrowLeft")
    stage.until("u", "2.50")
    expect(slider).to_have_attribute("aria-valuetext", "x = 0.75, u = 2.50, y = 6.25, dy/dx = 10.00.")


def test_live_python_answers_between_the_stops(live: Visit) -> None:
    live.page.locator("#chain-rule [data-control=x] input.number").fill("1.23")
    assert_reads(live, {"x": "1.23", "u": "3.46", "dydx": "13.84"})


def test_before_python_a_value_between_stops_shows_the_nearest_one_and_says_so(visit: Open) -> None:
    opened = visit(script=NO_WASM)
    opened.page.locator("#chain-rule [data-control=x] input.number").fill("1.23")
    assert_reads(opened, {"x": "1.25", "u": "3.50"})
    expect(opened.page.locator("#chain-rule .widget-status")).to_contain_text("nearest prepared value")


def test_a_link_in_the_prose_moves_the_widget_without_loading_the_page_anew(stage: Visit) -> None:
    stage.page.mouse.move(400, 400)  # with the first movement comes what lights up touched numbers
    stage.page.wait_for_timeout(300)
    stage.page.wait_for_load_state("networkidle")
    loaded = len(stage.requests)
    stage.page.locator("article ul:not(.widget-presets) a[href*='chain-rule.x=-0.5']").click()
    assert_reads(stage, {"x": "−0.50", "u": "0.00", "dydx": "0.00"})
    assert stage.page.url.endswith("?chain-rule.x=-0.5#chain-rule")
    # Chromium looks at the icon again whenever the address changes, and the first link brings what glides and follows.
    expected = ("logo.svg", "motion.js", "follow.js")
    assert [url for url in stage.requests[loaded:] if not url.endswith(expected)] == []


def test_an_address_with_a_state_opens_in_that_state(visit: Open) -> None:
    opened = visit("chain-rule/?chain-rule.x=2&chain-rule.inner=x%5E2#chain-rule", script=NO_WASM)
    assert_reads(opened, {"x": "2.00", "u": "4.00", "y": "16.00", "dydx": "32.00"})


def test_an_address_with_nonsense_opens_at_the_default(visit: Open) -> None:
    opened = visit("chain-rule/?chain-rule.x=x&chain-rule.dx=&chain-rule.outer=u&chain-rule.z=1", script=NO_WASM)
    assert_reads(opened, DEFAULTS)


def test_the_nudge_travels_along_the_chain(stage: Visit) -> None:
    assert_reads(stage, {"dx": "+0.10", "du": "+0.20", "dy": "+1.24", "ratio": "12.40"})  # 3.2² − 3² = 1.24
    stage.page.locator("#chain-rule [data-control=dx] input.number").fill("0.01")
    assert_reads(stage, {"dx": "+0.0100", "du": "+0.0200", "dy": "+0.1204", "ratio": "12.04"})


@pytest.fixture
def typed(live: Visit) -> Visit:
    """The demo, live, with the field for an inner function of one's own open."""
    live.page.get_by_label("inner function").select_option("type your own…")
    return live


def test_a_function_of_ones_own_is_computed_and_typeset(typed: Visit) -> None:
    field = typed.page.get_by_label("inner: your own formula in x")
    expect(field).to_have_value("2x + 1")  # something to start from
    field.fill("sin(3x)")
    assert_reads(typed, {"u": "0.14", "dudx": "−2.97", "dydu": "0.28"})  # sin 3, 3 cos 3, 2 sin 3
    expect(typed.page.locator("#chain-rule [data-part=inner] .katex-html")).to_contain_text("sin(3x)")
    typed.page.wait_for_url("**chain-rule.inner=sin%283x%29**", timeout=3000)  # without waiting for Enter
    assert typed.complaints == []


def test_a_mistake_is_shown_at_its_place_and_the_text_is_kept(typed: Visit) -> None:
    field = typed.page.get_by_label("inner: your own formula in x")
    error = typed.page.locator("#chain-rule [data-control=inner] .control-error")
    field.fill("2x + 1")
    assert_reads(typed, DEFAULTS)
    field.fill("2x + $")
    expect(error).to_be_visible()
    first, caret = error.inner_text().split("\n")[:2]
    assert first[caret.index("^")] == "$"
    expect(field).to_have_value("2x + $")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert_reads(typed, DEFAULTS)
    field.fill("2x + 3")
    expect(error).to_be_hidden()
    assert_reads(typed, {"u": "5.00", "y": "25.00"})


def test_where_a_function_has_no_value_the_numbers_say_so(typed: Visit) -> None:
    typed.page.get_by_label("inner: your own formula in x").fill("ln(x - 2)")
    assert_reads(typed, {"u": "undefined", "dydx": "undefined"})
    assert typed.page.locator("#chain-rule use[data-part=point]").is_hidden()


def test_before_python_a_typed_function_waits_and_says_so(visit: Open) -> None:
    opened = visit("chain-rule/?chain-rule.inner=sin(3x)#chain-rule", script=NO_WASM)
    expect(opened.page.get_by_label("inner: your own formula in x")).to_have_value("sin(3x)")
    expect(opened.page.locator("#chain-rule .widget-status")).to_contain_text("This choice is not prepared.")


def test_a_preset_moves_every_control(stage: Visit) -> None:
    stage.page.get_by_role("link", name="a kink").click()
    assert_reads(stage, {"x": "−0.50", "u": "0.00", "dydu": "none"})
    stage.until("verdict", "at a kink, that is no slope")
    stage.page.get_by_role("link", name="the example").click()
    assert_reads(stage, DEFAULTS)


def test_the_link_reopens_exactly_this_state(stage: Visit, visit: Open) -> None:
    stage.page.get_by_label("outer function").select_option("sin(u)")
    stage.page.locator("#chain-rule [data-control=x] input.number").fill("2")
    stage.until("u", "5.00")
    stage.page.locator("#chain-rule .widget-link").hover()  # whoever copies a link points at it first
    address = stage.page.locator("#chain-rule .widget-link").get_attribute("href")
    assert address
    again = visit(address.partition("/calculus/")[2], script=NO_WASM)
    assert_reads(again, {"x": "2.00", "u": "5.00", "y": "−0.96", "dydu": "0.28"})  # sin 5, cos 5


def test_touching_a_number_lights_it_up_wherever_it_stands(stage: Visit) -> None:
    stage.page.locator("#chain-rule .product .value[data-part=dydx]").hover()
    lit = stage.page.locator(".lit")
    expect(stage.page.locator("#chain-rule [data-part=tangent]")).to_have_class(re.compile("lit"))
    assert {mark.get_attribute("data-part") for mark in lit.all()} >= {"dydx", "tangent"}
    assert "12.00" in stage.page.locator("article li .lit").first.inner_text()  # in the prose below
    stage.page.locator("h1").hover()
    expect(lit).to_have_count(0)


@pytest.mark.parametrize("lost", ["worker.js", "pyodide.asm.wasm", "stdlib.zip", "chapter.zip", "pyodide.mjs"])
def test_where_the_runtime_is_missing_the_slider_goes_on_answering(visit: Open, site, lost: str) -> None:  # type: ignore[no-untyped-def]
    with serve(site, faults=Faults({lost: missing})) as root:
        opened = visit(root=root)
        opened.page.locator("#chain-rule").scroll_into_view_if_needed()
        opened.wait_for("unavailable")
        expect(opened.page.locator("#chain-rule .widget-status")).to_contain_text("Python cannot run")
        opened.page.locator("#chain-rule [data-control=x] input.number").fill("2")
        assert_reads(opened, AT_TWO)


def test_the_slider_answers_before_python_has_started(visit: Open) -> None:
    opened = visit(script="globalThis.Worker = class { postMessage() {} terminate() {} }")  # a start that never ends
    opened.page.locator("#chain-rule [data-control=x] [type=range]").focus()
    for _ in range(4):
        opened.page.keyboard.press("ArrowRight")
    assert_reads(opened, AT_TWO)
    assert opened.page.locator("#chain-rule").get_attribute("data-status") == "framed"


def test_what_is_typed_survives_an_answer_that_comes_in_meanwhile(visit: Open) -> None:
    opened = visit()
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    field = opened.page.locator("#chain-rule [data-control=x] input.number")
    field.fill("7")
    opened.wait_for("live")
    opened.page.wait_for_timeout(300)
    expect(field).to_have_value("7")
    expect(field).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("state", ["x=-2.75", "x=-0.5&chain-rule.outer=relu(u)", "x=-2&chain-rule.outer=ln(u)"])
def test_each_number_stays_within_its_box_on_a_phone(visit: Open, state: str) -> None:
    opened = visit(f"chain-rule/?chain-rule.{state}#chain-rule", width=360)
    opened.wait_for("live")
    room = opened.page.evaluate("""() => {
      const [boxes, card] = [document.querySelectorAll("#chain-rule .stage"), document.querySelector("#chain-rule")];
      const within = (box, inner) => {
        const [outside, inside] = [box, inner].map((each) => each.getBoundingClientRect());
        return Math.min(inside.left - outside.left, outside.right - inside.right);
      };
      const written = (box) => [".value", ".katex-html"].map((part) => within(box, box.querySelector(part)));
      const row = [...boxes].slice(1).map((box, i) => box.offsetLeft - boxes[i].offsetLeft - boxes[i].offsetWidth);
      const inCard = [...card.querySelectorAll(".pipeline, .product strong")].map((each) => within(card, each));
      return [...[...boxes].flatMap(written), ...row.map((gap) => gap - 40), ...inCard];
    }""")
    assert min(room) >= 2  # clear of the border, and of the factors between the boxes


def test_the_check_at_a_flat_point_says_nothing_where_nothing_is_left(stage: Visit) -> None:
    stage.page.locator("#chain-rule [data-control=x] input.number").fill("-0.5")
    stage.until("quotient", "0.00")
    stage.until("verdict", "the product is right")


def test_a_number_of_the_first_lines_is_pulled_along_the_chain(stage: Visit) -> None:
    stage.page.locator("strong[data-moves='chain-rule.x']").press("Home")  # u = −5, y = 25, 2 · −10 = −20
    shown = {"u": "−5.00", "y": "25.00", "dudx": "2.00", "dydu": "−10.00", "dydx": "−20.00"}
    for part, text in shown.items():
        expect(stage.page.locator(f"strong[data-shows='chain-rule.{part}']")).to_have_text(text)
