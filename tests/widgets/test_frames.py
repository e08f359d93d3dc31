"""What a page shows, with what its frames change, is what `update` gives: at every stop, whatever was left out."""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.pages import FILES, text
from widgets import find_widget, widget_names
from widgets.build.html.frames import SEPARATOR, frames
from widgets.kit.controls import Slider
from widgets.kit.widget import Widget


def look(tables: list[dict[str, Any]], table: dict[str, Any], index: tuple[int, ...]) -> dict[str, str]:
    """The patch in a table, read as browser/frames.js reads it."""
    patch = {}
    for key in tables[0]["columns"]:
        column: Any = key
        while isinstance(column, str):
            column = table["columns"].get(column) or tables[0]["columns"][column]
        by, texts = column
        row = 0
        for axis in by:
            row = row * len(table["axes"][axis][1]) + index[axis]
        patch[key] = texts.split(SEPARATOR)[row]
    return patch


@pytest.mark.parametrize("name", widget_names())
def test_the_page_and_the_frames_of_its_own_choices_say_what_update_says(name: str) -> None:
    widget = find_widget(name)
    page = widget.update(widget.defaults())
    tables = frames(widget, widget.defaults(), choices=False)
    for table in tables:
        indices = list(itertools.product(*(range(len(values)) for _, values in table["axes"])))
        for index in indices[:: max(1, len(indices) // 60)]:
            chosen = {control: values[i] for (control, values), i in zip(table["axes"], index, strict=True)}
            state = {**widget.defaults(), **table["fixed"], **chosen}
            assert {**page, **look(tables, table, index)} == widget.update(state), chosen


def test_what_no_slider_moves_is_left_to_the_page() -> None:
    (table,) = frames(find_widget("gradient"), find_widget("gradient").defaults(), choices=False)
    assert not {key for key in table["columns"] if key.startswith("land") or key.endswith(".latex")}
    assert "gradient.d" in table["columns"]


LINK = re.compile(r"\]\(\?([^#)\s]+)#([\w-]+)\)")
STATE = re.compile(r"``` widget\n(.*?)\n```", re.DOTALL)


def states_led_to(file: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every link of a page to a state of one of its widgets: the widget, its state there, and where the page put it."""
    put: dict[str, dict[str, str]] = {}
    for fence in STATE.findall(text(file)):
        settings = dict(re.findall(r"^(\w+): *(.+)$", fence, re.M))
        name = settings.pop("name")
        given = settings.pop("id", name)
        put[given if given not in put else f"{given}-2"] = {"": name, **settings}
    for query, identifier in LINK.findall(text(file)):
        if identifier not in put:
            continue  # of another page
        name, settings = put[identifier][""], {key: value for key, value in put[identifier].items() if key}
        widget = find_widget(name)
        led = {key.rpartition(".")[2]: value for key, value in parse_qsl(query)}

        def typed(state: Mapping[str, str], widget: Widget = widget) -> dict[str, Any]:
            return {k: float(v) if isinstance(widget.control(k), Slider) else v for k, v in state.items()}

        page = {**widget.defaults(), **typed(settings)}
        yield name, {**page, **typed(led)}, page


@pytest.mark.parametrize("file", [file for file in FILES if "?" in text(file)])
def test_every_state_that_a_text_leads_to_is_prepared(file: str) -> None:
    """But for formulas that no list holds: these are the reader's, and Python's."""
    for name, state, page in states_led_to(file):
        widget = find_widget(name)
        if any(state[select.name] not in select.options for select in widget.selects):
            continue
        tables = frames(widget, page)
        assert any(holds(table, state) for table in tables), (name, state)


def holds(table: dict[str, Any], state: dict[str, Any]) -> bool:
    fixed = all(state[key] == value for key, value in table["fixed"].items())
    between = [
        key
        for key, values in table["axes"]
        if state[key] not in values and not (isinstance(state[key], float) and values[0] <= state[key] <= values[-1])
    ]
    return fixed and not between
