"""No widget's sentence claims a slope, a level curve or a limit where calc says there is none."""

import contextlib
import re
from collections.abc import Iterator

import pytest

import calc
from widgets import find_widget
from widgets.activation.curves import AXES
from widgets.kit.controls import Value
from widgets.kit.patch import Patch

CLAIM = re.compile(
    r"\blevel\b|\brising\b|\bfalling\b|nearly flat|the tangent has|close in|sweet spot|every h gives|"
    r"product is right|steepest way|ascent",
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
]
WITH = [("x^2", 1.0), ("sin(x)", 0.0), ("x*abs(x)", 0.0), ("relu(x) - relu(-x)", 0.0), ("sigmoid(x)", 2.0)]


def said(patch: Patch) -> str:
    """All the words a reader sees, each part once; numbers, formulas and drawings left out."""
    hidden = {key.rpartition(".")[0] for key, value in patch.items() if key.endswith(".hidden") and value}
    words = [v for k, v in patch.items() if k.endswith(".text") and " " in v and k.rpartition(".")[0] not in hidden]
    if "story" in patch and "story" not in hidden:
        words.append(patch["direction.text"])
    return " | ".join(words)


def states(formula: str, x: float) -> Iterator[tuple[str, dict[str, Value]]]:
    yield "activation", {"function": formula, "x": x}
    for h in (1.0, 0.1, 1e-5, 1e-8, 1e-15):
        yield "tangent", {"function": formula, "x": x, "h": h}
    yield "gradient", {"function": f"{formula} + y^2", "x": x, "y": 0.0}
    yield "chain-rule", {"inner": formula, "outer": "3u", "x": x}
    yield "chain-rule", {"inner": "x", "outer": formula.replace("x", "u").replace("mau", "max"), "x": x}


def patch_of(name: str, state: dict[str, Value]) -> Patch:
    widget = find_widget(name)
    return widget.update({**widget.defaults(), **state})


@pytest.mark.parametrize(("formula", "x"), WITHOUT)
def test_no_sentence_claims_what_is_not_there(formula: str, x: float) -> None:
    with contextlib.suppress(calc.DomainError):
        assert calc.slope_at(calc.parse(formula), x).value is None
    for name, state in states(formula, x):
        patch = patch_of(name, state)
        assert not CLAIM.search(said(patch).replace("no direction of steepest ascent", "")), (name, state, said(patch))
        if name == "chain-rule":
            assert patch["dydx.text"] == "undefined"
            assert (patch["story.hidden"], patch["closer.hidden"]) == ("yes", "yes")


@pytest.mark.parametrize(("formula", "x"), WITH)
def test_where_there_is_a_slope_it_is_said(formula: str, x: float) -> None:
    for name, state in states(formula, x):
        if name != "gradient":
            patch = patch_of(name, state)
            assert "undefined" not in (patch.get("dydx.text"), patch.get("slope.text")), (name, state)
            assert "no slope" not in said(patch), (name, state)


# relu(2x + 1) at −1/2: slopes 0 and 2, worked out by hand.
def test_the_chain_rule_tells_a_kink_from_a_level_curve() -> None:
    patch = patch_of("chain-rule", {"outer": "relu(u)", "x": -0.5})
    assert patch["trouble.text"] == (
        "A kink: the slope of y is 0 on the left and 2 on the right, so dy/dx does not exist. "
        "Code uses 0, by convention."
    )
    assert patch["apart.text"] == ": with the nudge shrinking it settles on 2.00, the slope on the right."
    assert (patch["u.text"], patch["y.text"], patch["dydx.text"]) == ("0.00", "0.00", "undefined")


def test_the_chain_rule_shows_the_values_where_only_the_slope_is_missing() -> None:
    patch = patch_of("chain-rule", {"inner": "x^2", "outer": "sqrt(u)", "x": 0.0})
    assert (patch["u.text"], patch["y.text"], patch["dydu.text"]) == ("0.00", "0.00", "undefined")
    assert patch["trouble.text"].startswith("A kink: the slope of y is −1 on the left and 1 on the right")
    patch = patch_of("chain-rule", {"inner": "ln(x)", "outer": "u^2", "x": -1.0})
    assert patch["trouble.text"] == "Without u there is no y either: the curve is not there."


def test_a_function_has_no_slope_where_it_has_no_value() -> None:
    patch = patch_of("activation", {"function": "ln(x)", "x": -1.0})
    assert (patch["y.text"], patch["slope.text"]) == ("undefined", "undefined")
    assert patch["remark.text"] == "The function has no value here, and so no derivative either."
    drawn = re.findall(r"M(-?[\d.]+)", patch["derivative.d"])
    assert min(map(float, drawn)) > AXES.x(0.0), "no dashed curve for x < 0"


def test_dead_is_exactly_level_and_a_small_slope_is_not() -> None:
    assert patch_of("activation", {"function": "relu", "x": -2.0})["remark.text"].startswith("Level: no gradient")
    assert patch_of("activation", {"function": "sigmoid", "x": 6.0})["remark.text"].startswith("Nearly flat")


def test_code_s_choice_at_a_kink_is_not_told_as_the_slope() -> None:
    patch = patch_of("activation", {"function": "relu(x) - relu(-x)", "x": 0.0})
    assert patch["slope.text"] == "1.0000"
    assert "says 0.00, and is wrong here" in patch["remark.text"]


def test_a_step_that_is_far_too_large_is_not_called_too_small() -> None:
    patch = patch_of("tangent", {"function": "x*abs(x)", "x": 0.0, "h": 0.1})
    assert "Make h smaller" in said(patch)
    patch = patch_of("tangent", {"function": "e^x", "x": 3.0, "h": 1e-5})
    assert "The central quotient is already right" in said(patch)
