"""Stepping through backpropagation as a reader does, before Python and after."""

from playwright.sync_api import expect

from tests.browser.visit import Visit

NETWORK = "(2*relu(w_1*x) - relu(w_2*x) - 1)^2"
PAGE = "backpropagation/?backprop.step=0#backprop"
NAME = "backprop"
CORNERS = """
elements => elements.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])
"""


def press(visit: Visit, key: str, times: int) -> None:
    visit.page.locator("#backprop [data-control=step] [type=range]").focus()
    for _ in range(times):
        visit.page.keyboard.press(key)


def test_arrow_keys_step_forward_and_then_back_through_the_neuron(stage: Visit) -> None:
    value, adjoint = (stage.page.locator(f"#backprop tr [data-part=out-{part}]") for part in ("value", "adjoint"))
    stage.until("phase", "Start", "backprop")
    expect(value).to_be_hidden()
    press(stage, "ArrowRight", 5)
    stage.until("says", "L = d² = (−0.50)² = 0.25", "backprop")
    expect(value).to_be_visible()
    expect(adjoint).to_be_hidden()
    press(stage, "ArrowRight", 9)
    stage.until("says", "−0.25 · w = −0.25 · 0.50 = −0.125", "backprop")
    expect(adjoint).to_be_visible()
    assert stage.page.locator("#backprop tr [data-part=in0-adjoint]").inner_text() == "−0.50"
    press(stage, "ArrowLeft", 14)
    stage.until("phase", "Start", "backprop")
    expect(value).to_be_hidden()


def test_another_graph_brings_other_boxes(stage: Visit) -> None:
    stage.page.get_by_label("which graph").select_option("x*sigmoid(x)")
    press(stage, "ArrowRight", 6)
    stage.until("phase", "Backward, 3 of 3: s hands back to x", "backprop")
    expect(stage.page.locator("#backprop .circuit .box:not([data-hidden=yes])")).to_have_count(3)
    expect(stage.page.locator("#backprop tbody tr:visible")).to_have_count(3)


def test_every_box_stays_inside_the_drawing_and_apart_from_the_others(stage: Visit) -> None:
    for key, last in {"(sigmoid(w*x + b) - t)^2": "14", "x*sigmoid(x)": "6", NETWORK: "18"}.items():
        stage.page.get_by_label("which graph").select_option(key)
        stage.until("last", last, "backprop")
        boxes = stage.page.locator("#backprop .circuit .box:not([data-hidden=yes]) > rect.wait").evaluate_all(CORNERS)
        (frame,) = stage.page.locator("#backprop .circuit").evaluate_all(CORNERS)
        for i, (left, top, right, bottom) in enumerate(boxes):
            assert frame[0] - 1 <= left
            assert frame[1] - 1 <= top
            assert right <= frame[2] + 1
            assert bottom <= frame[3] + 1
            for other in boxes[:i]:
                assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1], key
