"""No widget's sentence claims a slope, a level curve or a limit where calc says there is none."""

import contextlib
import re
from collections.abc import Iterator
from itertools import product

import pytest

import calc
from tests.widgets.paths import pieces
from widgets import find_widget, widget_names
from widgets.activation.curves import AXES
from widgets.backprop import circuit
from widgets.backprop.graphs import LESSONS
from widgets.kit.controls import Value
from widgets.kit.patch import Patch

CLAIM = re.compile(
    r"\blevel\b|\brising\b|\bfalling\b|nearly flat|the tangent has|close in|sweet spot|every h gives|"
    r"product is right|steepest way|ascent|lies on the tangent|slope is what|it comes to",
    re.IGNORECASE,
)
# Formula and a point without a derivative: corners, cusps, ends, jumps, upright tangents, no value at all.
WITHOUT = [
    ("abs(x)", 0.0),
    ("relu(2x)", 0.0),
    ("abs(x^2 - 1)", 1.0),
    ("relu(x - 2) + x", 2.0),
    ("sqrt(x^2)", 0.0),
    ("acos(cos(x))", 0.0),
    ("cbrt(x^2)", 0.0),
    ("cbrt(x)", 0.0),
    ("sqrt(x)", 0.0),
    ("x^1.5", 0.0),
    ("sqrt(x)*sqrt(x)", 0.0),
    ("sign(x)", 0.0),
    ("relu'(x)", 0.0),
    ("ln(x)", -1.0),
    ("x/x", 0.0),
    ("sqrt(x)*sqrt(x)", -1.0),
    ("e^(ln(x))", -2.0),
    ("1/x", 0.0),
    ("max(x, 1)", 1.0),
    ("{x < 0: 0, x >= 0: x}", 0.0),
    ("{x < 1: x, x >= 1: x + 1}", 1.0),
    ("{x > 0: ln(x), x < 0: 1}", 0.0),
]
ABSENT = ("undefined", "none")
SLOPES = {"chain-rule": "dydx.text", "gradient": "steepness.text", "direction": "steepness.text"}
"""Where they write the slope that others write in `slope`."""
WITH = [
    ("x^2", 1.0),
    ("sin(x)", 0.0),
    ("x*abs(x)", 0.0),
    ("relu(x) - relu(-x)", 0.0),
    ("sigmoid(x)", 2.0),
    ("{x < 1: x^2, x >= 1: 2x - 1}", 1.0),
]


def said(patch: Patch) -> str:
    """All the words a reader sees, each part once; numbers, formulas and drawings left out."""
    hidden = {key.rpartition(".")[0] for key, value in patch.items() if key.endswith(".hidden") and value}
    words = [v for k, v in patch.items() if k.endswith(".text") and " " in v and k.rpartition(".")[0] not in hidden]
    if "story" in patch and "story" not in hidden:
        words.append(patch["direction.text"])
    return " | ".join(words)


def states(formula: str, x: float) -> Iterator[tuple[str, dict[str, Value]]]:
    """Every widget that takes a formula, at this point, with its other sliders at their ends and in the middle."""
    for name in widget_names():
        widget = find_widget(name)
        typed = [select for select in widget.selects if select.typed]
        for select in typed:
            variable, *others = select.typed
            own = str(calc.parse(formula).substitute({"x": calc.Variable(variable)}))
            state: dict[str, Value] = {**widget.defaults(), **{other.name: other.typed[0] for other in typed}}
            state |= {select.name: " + ".join([own, *(f"{other}^2" for other in others)]), **dict.fromkeys(others, 0.0)}
            at = variable if variable in state else "x"
            state[at] = x
            yield name, state
            for slider in widget.sliders:
                if slider.name not in (at, *others):
                    for stop in slider.stops[:: max(1, len(slider.stops) // 4)]:
                        yield name, {**state, slider.name: stop}


def patch_of(name: str, state: dict[str, Value]) -> Patch:
    widget = find_widget(name)
    return widget.update({**widget.defaults(), **state})


@pytest.mark.parametrize(("formula", "x"), WITHOUT)
def test_no_sentence_claims_what_is_not_there(formula: str, x: float) -> None:
    with contextlib.suppress(calc.DomainError):
        assert calc.slope_at(calc.parse(formula), x).value is None
    for name, state in states(formula, x):
        patch = patch_of(name, state)
        assert not CLAIM.search(said(patch)), (name, state, said(patch))
        assert patch[SLOPES.get(name, "slope.text")] in ABSENT, (name, state)
        if name == "chain-rule":
            assert (patch["story.hidden"], patch["closer.hidden"]) == ("yes", "yes")


@pytest.mark.parametrize(("formula", "x"), WITH)
def test_where_there_is_a_slope_it_is_said(formula: str, x: float) -> None:
    for name, state in states(formula, x):
        patch = patch_of(name, state)
        assert patch[SLOPES.get(name, "slope.text")] not in ABSENT, (name, state)
        assert not re.search(r"no (slope|derivative|gradient here)\b", said(patch)), (name, state)


# relu(2x + 1) at −1/2: slopes 0 and 2, worked out by hand.
def test_the_chain_rule_tells_a_kink_from_a_level_curve() -> None:
    patch = patch_of("chain-rule", {"outer": "relu(u)", "x": -0.5})
    assert patch["trouble.text"] == (
        "A kink: the slope of y is 0 on the left and 2 on the right, so dy/dx does not exist. "
        "Code uses 0, by convention."
    )
    assert patch["apart.text"] == ": it settles on 2.00, the slope on the right."
    assert (patch["u.text"], patch["y.text"], patch["dydx.text"]) == ("0.00", "0.00", "undefined")


def test_the_chain_rule_shows_the_values_where_only_the_slope_is_missing() -> None:
    patch = patch_of("chain-rule", {"inner": "x^2", "outer": "sqrt(u)", "x": 0.0})
    assert (patch["u.text"], patch["y.text"], patch["dydu.text"]) == ("0.00", "0.00", "none")
    assert patch["trouble.text"].startswith("A kink: the slope of y is −1 on the left and 1 on the right")
    patch = patch_of("chain-rule", {"inner": "ln(x)", "outer": "u^2", "x": -1.0})
    assert patch["trouble.text"] == "Without u there is no y either: the curve is not there."


def test_a_function_has_no_slope_where_it_has_no_value() -> None:
    patch = patch_of("activation", {"function": "ln(x)", "x": -1.0})
    assert (patch["y.text"], patch["slope.text"]) == ("undefined", "undefined")
    assert patch["remark.text"] == "The function has no value here, and so no derivative either."
    drawn = re.findall(r"M(-?[\d.]+)", patch["derivative.d"])
    assert min(map(float, drawn)) > AXES.x(0.0), "no dashed curve for x < 0"


# |x² − 4| has the slopes ∓4 at −2 and 2, by hand.
def test_the_derivative_of_a_typed_formula_is_lifted_off_the_paper_at_each_corner() -> None:
    patch = patch_of("activation", {"function": "abs(x^2 - 4)", "x": 1.0})
    drawn = pieces(patch["derivative.d"])
    corners = [AXES.x(-2.0), AXES.x(2.0)]
    assert [piece[-1][0] for piece in drawn[:2]] == pytest.approx(corners, abs=0.1)
    assert [piece[0][0] for piece in drawn[1:]] == pytest.approx(corners, abs=0.1)
    assert patch["left0.y"] != patch["right0.y"] != patch["closed0.y"]
    assert len(pieces(patch_of("activation", {"function": "x*abs(x)", "x": 1.0})["derivative.d"])) == 1


def test_dead_is_exactly_level_and_a_small_slope_is_not() -> None:
    assert patch_of("activation", {"function": "relu", "x": -2.0})["remark.text"].startswith("Level: no gradient")
    assert patch_of("activation", {"function": "sigmoid", "x": 6.0})["remark.text"].startswith("Nearly flat")


def test_code_s_choice_at_a_kink_is_not_told_as_the_slope() -> None:
    patch = patch_of("activation", {"function": "relu(x) - relu(-x)", "x": 0.0})
    assert patch["slope.text"] == "1.0000"
    assert "says 0.00, and is wrong here" in patch["remark.text"]


def test_a_step_that_is_far_too_large_is_not_called_too_small() -> None:
    patch = patch_of("rounding", {"function": "x*abs(x)", "x": 0.0, "h": 0.1})
    assert "Make h smaller" in said(patch)
    patch = patch_of("rounding", {"function": "e^x", "x": 3.0, "h": 1e-5})
    assert "The central quotient is already right" in said(patch)


def test_where_one_side_has_no_values_no_exact_slope_is_shown() -> None:
    patch = patch_of("tangent", {"function": "x^1.5", "x": 0.0, "h": 0.1})
    assert (patch["slope.text"], patch["left.text"]) == ("undefined",) * 2
    assert patch["remark.text"].startswith("On one side of x, f has no value")


# relu(x) − relu(−x) is x, so its slope is 1 everywhere.
def test_the_exact_slope_is_the_limit_and_not_code_s_choice() -> None:
    patch = patch_of("tangent", {"function": "relu(x) - relu(-x)", "x": 0.0, "h": 0.1})
    assert patch["slope.text"] == "1"
    assert "a choice that code makes at a kink" in patch["remark.text"]


def test_the_sentence_and_the_table_say_the_same_number() -> None:
    patch = patch_of("rounding", {"h": 1e-8})
    assert patch["right-brief.text"] == patch["right8.text"] != "6"
    assert patch_of("rounding", {"h": 0.1})["right-brief.text"] == "6.1"


def test_a_steep_curve_is_in_its_picture_with_the_point_on_it() -> None:
    patch = patch_of("tangent", {"function": "1000000x^5", "x": 3.0, "h": 0.1})
    assert not patch["point.hidden"]
    labels = [patch[f"ytick{i}.text"] for i in range(7)]
    assert len(set(labels)) == 7
    assert labels[-1] == "4×10⁹"


def test_an_error_too_large_for_its_picture_has_no_point_beside_it() -> None:
    for formula, hidden in (("1000000x^5", "yes"), ("x^2", "")):
        patch = patch_of("rounding", {"function": formula, "x": 3.0, "h": 0.1})
        assert (patch["right-error-point.hidden"], patch["central-error-point.hidden"]) == (hidden, hidden)


@pytest.mark.parametrize("act", ["relu", "leaky_relu"])
def test_a_deep_chain_speaks_of_its_gradient_only_where_it_has_a_slope(act: str) -> None:
    widget = find_widget("deep-chain")
    stops = {slider.name: slider.stops for slider in widget.sliders}
    kinks = 0
    for w, b, x, n in product(stops["w"], stops["b"], stops["x"][::10], (1.0, 2.0, 3.0)):
        link = calc.parse(f"{act}({w:g}*u + {b:g})".replace("+ -", "- "))
        whole: calc.Expression = calc.Variable("u")
        for _ in range(int(n)):
            whole = link.substitute({"u": whole})
        told = patch_of("deep-chain", {"act": act, "w": w, "b": b, "x": x, "n": n})["verdict.text"]
        if calc.slope_at(whole, x).value is None:
            kinks += 1
            assert "kink" in told, (w, b, x, n, told)
    assert kinks > 5


def test_backpropagation_tells_a_kink_where_the_graph_has_no_slope() -> None:
    widget = find_widget("backprop")
    told = 0
    for graph, x in product(LESSONS, (-1.0, 0.0, 0.5, 2.0)):
        wired = circuit(graph)
        point = {name: float(widget.defaults()[name]) for name in wired.variables.values()} | {"x": x}
        slopes = [calc.slope_along(wired.expression, point, {name: 1.0}) for name in point]
        patch = patch_of("backprop", {"graph": graph, "x": x, "step": 80.0})
        if any(slope.value is None or slope.convention is not None for slope in slopes):
            told += 1
            assert "stands at a kink" in patch["check.text"]
        else:
            assert patch["check.text"].endswith("The way back found the same.")
    assert told
