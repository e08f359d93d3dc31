"""How a graph is drawn: apart, downwards, readable, and each mark leading to its step."""

from itertools import pairwise

import pytest

import calc
from tests.widgets.walks import boxes, patch
from widgets.backprop.graphs import LESSONS, NEURON, VARIABLES
from widgets.kit.circuit.circuit import Circuit, boxed, shown
from widgets.kit.circuit.diagram import drawn, slots
from widgets.kit.circuit.layout import HEIGHT, WIDTHS, lay_out
from widgets.kit.path import NOTHING

TYPED = (
    "5",
    "x",
    "x*x",
    "1/(1 + e^-(w*x + b))",
    "x^3",
    "tanh(w_1*x + b)*tanh(w_2*x + b) + x*w_3",
    "(w_1*x + b)*(w_2*x + t)*(w_3*x + w)*w_4",
    "tanh(w_4*tanh(w_3*tanh(w_2*tanh(w_1*x + b) + b) + b) + b)",
    "sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(x))))))))))))))))",
)
WIDE = ("sin(x)*cos(x) + e^(x/w) - sqrt(t) + abs(b)*ln(x) + 1/x", "w_1*x + w_2*x + w_3*x + w_4*x + w*x + b*x + t*x")


@pytest.mark.parametrize("graph", (*LESSONS, *TYPED))
def test_each_box_and_each_edge_leads_to_the_step_that_fills_it(graph: str) -> None:
    wired = Circuit(calc.parse(graph), LESSONS[graph].names if graph in LESSONS else ())
    last = patch(graph, 80)
    for index, slot in slots(wired).items():
        step = int(last[f"{slot}-box.set"].removeprefix("step="))
        now, before = patch(graph, step), patch(graph, step - 1)
        assert now["here.d"] != NOTHING
        assert now[f"{slot}-adjoint.text"] == last[f"{slot}-adjoint.text"]
        assert before[f"{slot}-adjoint.text"] != now[f"{slot}-adjoint.text"] or len(wired.wires) > 1
        assert wired.names[index] in now["phase.text"] + now["notice.text"]
    for i in range(len(wired.wires)):
        step = int(last[f"edge{i}.set"].removeprefix("step="))
        assert not patch(graph, step - 1)[f"slope{i}.text"]
        assert bool(patch(graph, step)[f"slope{i}.text"]) == drawn(wired)[1][i].labelled


@pytest.mark.parametrize("graph", (*LESSONS, *TYPED))
def test_no_two_boxes_of_a_graph_meet_and_every_edge_leads_downwards(graph: str) -> None:
    wired = Circuit(calc.parse(graph))
    layout, edges = drawn(wired)
    boxes = list(layout.boxes.items())
    for i, (index, (x, y)) in enumerate(boxes):
        half = WIDTHS["leaf" if index in wired.inputs else "box"] / 2
        assert -1e-6 <= x - half
        assert x + half <= layout.width + 1e-6
        assert y + HEIGHT <= layout.height
        for other, (to_x, to_y) in boxes[:i]:
            apart = half + WIDTHS["leaf" if other in wired.inputs else "box"] / 2
            assert abs(y - to_y) >= HEIGHT or abs(x - to_x) >= apart - 1e-6
    for edge in edges:
        assert all(y < to_y for (_, y), (_, to_y) in zip(edge.points, edge.points[1:], strict=False))


@pytest.mark.parametrize("graph", (*LESSONS, *TYPED, *WIDE, "x*x*x*x*x*x", "x^x"))
def test_no_two_labels_lie_over_each_other_and_every_edge_of_a_lesson_has_one(graph: str) -> None:
    _, edges = drawn(Circuit(calc.parse(graph)))
    assert graph not in LESSONS or all(edge.labelled for edge in edges)
    labels = [edge.label for edge in edges if edge.labelled]
    for i, (x, y) in enumerate(labels):
        assert all(abs(x - to_x) >= 50 or abs(y - to_y) >= 15 for to_x, to_y in labels[:i])


@pytest.mark.parametrize("graph", (*LESSONS, *TYPED, *WIDE))
def test_a_wide_graph_scrolls_rather_than_become_too_small_to_read_and_keeps_the_active_box_in_view(graph: str) -> None:
    wired = Circuit(calc.parse(graph))
    layout = drawn(wired)[0]
    for step in range(len(wired.operations) + 1 + len(wired.wires) + 1):
        now = patch(graph, step)
        size = float(now["sheet.var"]) * float(now["window.var"])
        assert size >= 0.899, "of a width in which a letter has 17 units"
        across, down = map(float, now["scroller.look"].split())
        assert 0 <= across <= 1
        assert 0 <= down <= 1
        if step == len(wired.operations) + 1:  # the turn, at the output, which stands lowest
            assert down == pytest.approx(1 - HEIGHT / 2 / layout.height, abs=1e-3)


@pytest.mark.parametrize("graph", LESSONS)
def test_every_graph_of_the_page_fits_its_frame_from_side_to_side(graph: str) -> None:
    assert float(patch(graph, 80)["window.var"]) == 1


def test_where_nothing_comes_back_no_edge_is_labelled() -> None:
    last = patch("ln(x - 2)/b", 80)
    assert not any(last[f"slope{i}.text"] for i in range(4))


def test_the_neuron_is_drawn_straight_with_its_inputs_beside_it() -> None:
    layout = lay_out(wired := Circuit(calc.parse(NEURON), LESSONS[NEURON].names))
    at = {wired.names[index]: x for index, (x, _) in layout.boxes.items()}
    assert max(at[name] for name in "pzadL") - min(at[name] for name in "pzadL") < 60


def test_a_graph_of_thirty_boxes_is_drawn_and_a_larger_one_is_refused_with_its_size() -> None:
    # 8 inputs, 8 sines of them, 7 products of neighbours, 6 more sines, and their sum: 30 boxes.
    leaves = [f"sin({name})" for name in VARIABLES]
    products = [f"{a}*{b}" for a, b in pairwise(leaves)]
    whole = " + ".join([*(f"sin({product})" for product in products[:6]), products[6]])
    assert len(boxes(patch(whole, 80))) == 30
    with pytest.raises(calc.SizeError, match="23 steps; up to 22"):
        patch("sin(" * 23 + "x" + ")" * 23)


def test_a_circuit_writes_constants_and_signs_inside_the_operation() -> None:
    circuit = Circuit(calc.parse("x/(1 + e^-y) - 3"), ("n", "g", "s", "q", "r"))
    written = [circuit.written(i, circuit.names.__getitem__) for i in circuit.operations]
    assert written == ["−y", "e^n", "1 + g", "x / s", "q − 3"]
    assert [circuit.names[i] for pair in circuit.wires for i in pair] == list("rq" + "qx" + "qs" + "sg" + "gn" + "ny")


def test_a_circuit_without_names_counts_its_operations_and_calls_the_last_y() -> None:
    circuit = Circuit(calc.parse("(x + 1)*x"))
    assert [circuit.names[i] for i in circuit.operations] == ["u₁", "y"]


@pytest.mark.parametrize(("value", "text"), [(-0.125, "−0.125"), (0.1, "0.10"), (2 / 3, "0.6667"), (-0.0, "0.00")])
def test_numbers_have_more_decimals_only_where_two_hide_something(value: float, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("value", [123456.789, -0.00012345, 1e300, -1e-12, 99999.99, 12345.678])
def test_a_number_in_a_box_is_short(value: float) -> None:
    assert len(boxed(value)) <= 7 or "10" in boxed(value)
    assert len(boxed(value)) <= 8
