"""What every widget keeps to, whatever its options, its sliders and a reader's own formula: a new one is held to it."""

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from tests.widgets.paths import points
from widgets import find_widget, widget_names
from widgets.browser.answer import answer
from widgets.build.html.figure import draw
from widgets.kit.controls import Select, Value
from widgets.kit.patch import PROPERTIES, Patch
from widgets.kit.widget import Widget

State = dict[str, Value]

# For each, `x` stands for one of the control's own variables.
HOSTILE = (
    "1/x",
    "ln(x)",
    "sqrt(x)",
    "sqrt(-x)",
    "e^(x^9)",
    "abs(x)",
    "x^x",
    "5",
    "x/x",
    "tan(x)",
    "10^300*x",
    "(10^300*|cosh(10/3*x)|)",
    "softplus(x^(0-10^300))",
    "*".join(f"(x+{i})" for i in range(60)),
    "*".join(f"(x+{i})" for i in range(61)),
)
# Where two variables meet: y = x makes the quotient 1, which a huge power leaves at 1 with a huge slope.
HOSTILE_PAIRS = ("1/(x*y)", "x^y", "sqrt(x^2 + y^2)", "softplus((x/y)^(0-10^300))", "e^(e^(x*y))", "abs(x) + abs(y)")

UNWRITTEN = re.compile(r"\bnan\b|\binf\b|\bNone\b|-\d|\de[+-]?\d")  # a number as Python writes it, not as a page does


@pytest.fixture(params=widget_names())
def widget(request: pytest.FixtureRequest) -> Widget:
    return find_widget(request.param)


def typed_formulas(select: Select) -> Iterator[str]:
    for name in select.typed:
        yield from (formula if name == "x" else formula.replace("x", name) for formula in HOSTILE)
    if len(select.typed) > 1:
        yield from HOSTILE_PAIRS


def prepared_states(widget: Widget) -> Iterator[State]:
    """Every option with every other, every slider at its ends, and the presets."""
    yield widget.defaults()
    for preset in widget.presets:
        yield {**widget.defaults(), **preset.state}
    for options in product(*(select.options for select in widget.selects)):
        chosen = {**widget.defaults(), **dict(zip((s.name for s in widget.selects), options, strict=True))}
        for slider in widget.sliders:
            yield {**chosen, slider.name: slider.start}
            yield {**chosen, slider.name: slider.stop}


def typed_states(widget: Widget) -> Iterator[State]:
    """Every hostile formula, at both ends and in the middle of every slider, and where all are equal."""
    for select in widget.selects:
        for formula in typed_formulas(select):
            state = {**widget.defaults(), select.name: formula}
            yield {**state, **{slider.name: slider.stop for slider in widget.sliders}}
            for slider in widget.sliders:
                for value in (slider.start, slider.stops[len(slider.stops) // 2]):
                    yield {**state, slider.name: value}


@cache
def replies(name: str) -> list[tuple[State, dict[str, object]]]:
    """What the browser would be answered, state by state."""
    widget = find_widget(name)
    return [(state, ask(name, state)) for state in (*prepared_states(widget), *typed_states(widget))]


def ask(name: str, state: State) -> dict[str, object]:
    reply: dict[str, object] = json.loads(
        answer(json.dumps({"type": "update", "id": 1, "widget": name, "state": state}))
    )
    return reply


def patches(name: str) -> list[tuple[State, Patch]]:
    return [(state, reply["patch"]) for state, reply in replies(name) if reply["type"] == "patch"]  # type: ignore[misc]


def test_every_state_is_answered_with_a_patch_or_says_what_is_wrong_with_a_typed_formula(widget: Widget) -> None:
    for state, reply in replies(widget.name):
        if reply["type"] != "patch":
            assert reply["type"] == "invalid", (state, reply)
            wrong = widget.control(str(reply["control"]))
            assert isinstance(wrong, Select)
            assert state[wrong.name] not in wrong.options, (state, reply)
            assert "Error" not in str(reply["message"])


def test_every_patch_sets_the_same_parts(widget: Widget) -> None:
    (_, first), *others = patches(widget.name)
    for state, patch in others:
        assert patch.keys() == first.keys(), state


def test_every_patch_can_be_shown(widget: Widget) -> None:
    for state, patch in patches(widget.name):
        for key, text in patch.items():
            setting = key.rpartition(".")[2]
            assert setting in PROPERTIES, key
            if setting == "d":
                assert all(abs(number) <= 20_000 for point in points(text) for number in point), (state, key, text)
                assert len(text) < 15_000, (state, key)
            elif setting in ("x", "y", "angle", "var"):
                assert abs(float(text)) < 3000, (state, key, text)
            elif setting == "hidden":
                assert text in ("", "yes"), (state, key, text)
            elif setting == "text":
                assert not UNWRITTEN.search(text), (state, key, text)


def test_the_same_state_gives_the_same_patch_with_nothing_remembered_and_in_any_order(widget: Widget) -> None:
    known = [(state, patch) for state, patch in patches(widget.name)]
    sample = known[:: max(1, len(known) // 40)]
    forget()
    for state, patch in reversed(sample):
        assert ask(widget.name, state)["patch"] == patch, state


def forget() -> None:
    """Empties every cache that our modules keep."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("widgets", "calc"):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def test_every_figure_can_be_drawn(widget: Widget) -> None:
    for name, figure in widget.figures.items():
        drawn = draw(figure, name)
        assert drawn.get("aria-label") == figure.title
        assert all(drawn.xpath(".//*[@data-part=$gid]", gid=gid) for gid in figure.shows)


def test_every_control_moves_something(widget: Widget) -> None:
    """A slider, with some choice of the options: not every graph reads every input."""
    choices = [*product(*(select.options for select in widget.selects))]
    rest = [{**widget.defaults(), **dict(zip((s.name for s in widget.selects), c, strict=True))} for c in choices]
    for control in widget.controls:
        if isinstance(control, Select):
            moved = [widget.update({**widget.defaults(), control.name: other}) for other in control.options]
            assert any(patch != moved[0] for patch in moved), control.name
        else:
            ends = (control.start, control.stop)
            assert any(
                widget.update({**state, control.name: end}) != widget.update(state) for state in rest for end in ends
            ), control.name


def test_every_preset_shows_another_picture(widget: Widget) -> None:
    shown = [json.dumps(widget.update({**widget.defaults(), **preset.state})) for preset in widget.presets]
    assert len({*shown}) == len(shown)
