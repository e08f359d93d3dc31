"""What a page shows, with what its frames change, is what `update` gives: at every stop, whatever was left out."""

import itertools
from typing import Any

import pytest

from widgets import find_widget, widget_names
from widgets.build.html.frames import SEPARATOR, frames


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
