"""Stepping through backpropagation as a reader does, before Python and after."""

import io
from typing import Any

from matplotlib.image import imread
from playwright.sync_api import expect

from tests.browser.visit import NO_WASM, Open, Visit

NETWORK = "((w_3*relu(w_1*x) + w_4*relu(w_2*x)) - t)^2"
PAGE = "backpropagation/?backprop.step=0#backprop"
NAME = "backprop"
TRACK = "#backprop [data-control=step] [type=range]"
CORNERS = """
elements => elements.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])
"""


def press(visit: Visit, key: str, times: int = 1) -> None:
    visit.page.locator(TRACK).focus()
    for _ in range(times):
        visit.page.keyboard.press(key)


def test_arrow_keys_step_forward_and_then_back_through_the_neuron(stage: Visit) -> None:
    stage.until("phase", "Start", "backprop")
    assert stage.text("out-value", "backprop") == ""
    press(stage, "ArrowRight", 5)
    stage.until("says", "L =\u00a0d² =\u00a0(−0.50)² =\u00a00.25", "backprop")
    assert (stage.text("out-value", "backprop"), stage.text("out-adjoint", "backprop")) == ("0.25", "")
    press(stage, "ArrowRight", 9)
    stage.until("says", "−0.25\u00a0·\u00a0w =\u00a0−0.25\u00a0·\u00a00.50 =\u00a0−0.125", "backprop")
    assert stage.text("out-adjoint", "backprop") == "1.00"
    assert stage.text("in0-adjoint", "backprop") == "−0.50"
    press(stage, "ArrowLeft", 14)
    stage.until("phase", "Start", "backprop")
    assert stage.text("out-value", "backprop") == ""


def test_the_track_is_as_long_as_the_walk_of_the_graph(stage: Visit) -> None:
    track = stage.page.locator(TRACK)
    for key, last in {"x*sigmoid(x)": "6", NETWORK: "25", "(sigmoid(w*x + b) - t)^2": "14"}.items():
        stage.page.locator("#backprop-graph").select_option(key)
        stage.until("last", last, "backprop")
        expect(track).to_have_attribute("max", last)
        press(stage, "PageUp", 4)
        stage.until("step", last, "backprop")
        press(stage, "ArrowLeft")
        stage.until("step", str(int(last) - 1), "backprop")


def test_every_box_stays_inside_the_drawing_and_apart_from_the_others(stage: Visit) -> None:
    for key, last in {"(sigmoid(w*x + b) - t)^2": "14", "x*sigmoid(x)": "6", NETWORK: "25"}.items():
        stage.page.locator("#backprop-graph").select_option(key)
        stage.until("last", last, "backprop")
        boxes = stage.page.locator("#backprop .circuit .box:not([data-hidden=yes]) rect").evaluate_all(CORNERS)
        (frame,) = stage.page.locator("#backprop .circuit").evaluate_all(CORNERS)
        assert len(boxes) == {"14": 9, "6": 3, "25": 15}[last]
        for i, (left, top, right, bottom) in enumerate(boxes):
            assert frame[0] - 1 <= left
            assert frame[1] - 1 <= top
            assert right <= frame[2] + 1
            assert bottom <= frame[3] + 1
            for other in boxes[:i]:
                assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1], key


def test_a_click_on_a_box_or_an_edge_leads_to_the_moment_it_is_filled(stage: Visit) -> None:
    circuit = stage.page.locator("#backprop .circuit")
    circuit.locator("[data-part=in0-box]").click()
    stage.until("phase", "Backward, 7 of 8: p to w", "backprop")
    circuit.locator("[data-part=out-box]").click()
    stage.until("phase", "The turn", "backprop")
    left, top, right, bottom = circuit.locator("[data-part=edge3] circle").evaluate_all(CORNERS)[0]
    stage.page.mouse.click((left + right) / 2, (top + bottom) / 2)
    stage.until("phase", "Backward, 4 of 8: a to z", "backprop")


def test_a_step_of_the_weights_is_taken_and_the_loss_is_smaller(live: Visit) -> None:
    press(live, "PageUp", 3)
    live.until("fall", "L: 0.2500 → 0.2469", "backprop")
    live.page.get_by_role("button", name="Take it").first.click()
    live.until("in0-value", "0.505", "backprop")
    assert live.text("fall", "backprop").startswith("L: 0.2469 → ")


def test_a_formula_of_one_s_own_is_drawn_and_a_leaf_of_it_moved(live: Visit) -> None:
    live.page.locator("#backprop-graph").select_option("")
    live.page.locator("#backprop .typed input").fill("tanh(w_1*x) + x")
    press(live, "PageUp", 2)
    live.until("phase", "Backward, 5 of 5: u₁ to x", "backprop")
    live.page.locator("#backprop [data-control=w_1] input.number").fill("0")
    live.until("in0-value", "0.00", "backprop")
    live.until("out-value", "2.00", "backprop")


def test_a_wide_graph_follows_the_step_and_no_word_of_the_step_is_cut_off(live: Visit) -> None:
    live.page.locator("#backprop-graph").select_option("")
    live.page.locator("#backprop .typed input").fill("w_1*x + w_2*x + w_3*x + w_4*x + w*x + b*x + t*x")
    live.until("last", "30", "backprop")
    press(live, "PageUp", 3)
    live.until("phase", "Backward, 21 of 21: u₁ to x", "backprop")
    said = live.page.locator("#backprop .step").bounding_box()
    sum_ = live.page.locator("#backprop .step [data-part=result]").bounding_box()
    assert said
    assert sum_
    assert sum_["x"] + sum_["width"] <= said["x"] + said["width"] + 1
    window = live.page.locator("#backprop .window").bounding_box()
    assert window
    for step in (0, 1, 3, 7, 8, 9, 20, 29):
        live.page.locator("#backprop [data-control=step] .number").fill(str(step))
        live.until("step", str(step), "backprop")
        here = live.page.locator("#backprop path.here").bounding_box()
        if step and here:
            assert here["x"] >= window["x"] - 8, step
            assert here["x"] + here["width"] <= window["x"] + window["width"] + 8, step


def shade(visit: Visit, right: bool) -> float:
    """How much darker an edge of the drawing's window is, between its first two rows, than the card beside it."""
    circuit = visit.page.locator("#backprop .circuit")
    window: Any = visit.page.locator("#backprop .window").bounding_box()
    first: Any = circuit.locator("[data-part=in0-box]").bounding_box()
    second: Any = circuit.locator("[data-part=mid0-box]").bounding_box()
    top, bottom = first["y"] + first["height"] + 3, second["y"] - 3

    def light(x: float) -> float:
        clip = {"x": x, "y": top, "width": 2, "height": bottom - top}
        strip = imread(io.BytesIO(visit.page.screenshot(clip=clip)))  # type: ignore[arg-type]
        rows = sorted(strip[:, :, :3].mean(axis=(1, 2)))
        return float(rows[len(rows) // 2])  # an edge of the graph may pass

    return light(window["x"] - 6) - light(window["x"] + window["width"] - 3 if right else window["x"] + 1)


def test_an_edge_behind_which_the_graph_goes_on_is_shaded_and_no_other(live: Visit) -> None:
    live.page.emulate_media(color_scheme="light")
    assert abs(shade(live, right=True)) < 0.005
    live.page.locator("#backprop-graph").select_option("")
    live.page.locator("#backprop .typed input").fill("w_1*x + w_2*x + w_3*x + w_4*x + w*x + b*x + t*x")
    live.until("last", "30", "backprop")
    window = live.page.locator("#backprop .window")
    expect(window).to_have_attribute("tabindex", "0")  # the keyboard scrolls it
    for left, shaded in ((0, (False, True)), (9999, (True, False))):
        window.evaluate("(e, left) => e.scrollTo({ left, behavior: 'instant' })", left)
        live.page.wait_for_timeout(200)
        assert (shade(live, right=False) > 0.03, shade(live, right=True) > 0.03) == shaded


def test_a_walk_at_its_end_stays_there_when_it_becomes_longer(visit: Open) -> None:
    opened = visit("backpropagation/")
    opened.wait_for("live", "backprop")
    step = opened.page.locator("#backprop [data-control=step] .number")
    expect(step).to_have_value("14")
    opened.page.locator("#backprop-graph").select_option("((w_3*relu(w_1*x) + w_4*relu(w_2*x)) - t)^2")
    opened.until("phase", "Backward, 15 of 15: z₁ to x", "backprop")
    expect(step).to_have_value("25")


def test_the_neuron_s_graph_stays_beside_the_text_that_takes_it_apart(visit: Open) -> None:
    opened = visit("backpropagation/", width=1440, script=NO_WASM)
    for part in ("graph", "walk"):
        opened.page.evaluate("id => document.getElementById(id).scrollIntoView()", f"backpropagation-{part}")
        opened.page.wait_for_timeout(300)
        expect(opened.page.locator("#backprop .circuit")).to_be_in_viewport(ratio=1)


def test_where_a_text_steps_through_a_graph_that_graph_is_beside_it(visit: Open) -> None:
    opened = visit("backpropagation/", width=1440, script=NO_WASM)
    for widget, steps in {"fanout": 4, "network": 8}.items():
        links = opened.page.locator(f".passage:has(#{widget}) .passage-text a[href*='{widget}.step']")
        assert links.count() == steps
        for link in (links.first, links.last):
            link.scroll_into_view_if_needed()
            expect(opened.page.locator(f"#{widget} .circuit")).to_be_in_viewport(ratio=1)


def test_the_keyboard_stops_at_a_drawing_only_where_it_may_scroll(visit: Open) -> None:
    opened = visit("backpropagation/", width=360, script=NO_WASM)
    opened.settle()
    for widget in ("backprop", "fanout", "network"):
        opened.page.locator(f"#{widget}").scroll_into_view_if_needed()
        window = opened.page.locator(f"#{widget} .window")
        room = window.evaluate("e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]")
        assert (window.get_attribute("tabindex") == "0") == (widget != "fanout")
        assert widget != "fanout" or max(room) <= 1
