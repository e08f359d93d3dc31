"""The frames: `update`, tabulated along the sweeps, so that a widget answers before Python arrives.

For every combination of the selects and every stop of a sweep's sliders, `update` is called once. Most parts
depend on few controls (a curve on the functions alone, an inner value not on the outer function), so each
column of the table is stored over just the controls that it depends on. That factoring is what lets full
products fit the budget.
"""

import gzip
import itertools
import json
from collections.abc import Mapping, Sequence
from typing import Any

from widgets.build.faults import said
from widgets.kit.controls import Control, Slider, Value
from widgets.kit.story import Story
from widgets.kit.widget import Widget

BUDGET = 30_000  # bytes, gzipped, for one widget's frames with their typeset formulas
SEPARATOR = "\t"

Index = tuple[int, ...]


def positions(control: Control, story: Story | None = None) -> Sequence[Value]:
    """The values that the frames hold for a control: every option, or the stops and every value of the story."""
    if not isinstance(control, Slider):
        return tuple(control.options)
    told = story.moves.get(control.name, ()) if story else ()
    return tuple(sorted({*map(float, control.prepared or control.stops), *map(float, told)}))


def frames(widget: Widget, state: Mapping[str, Value], choices: bool = True) -> list[dict[str, Any]]:
    """The widget's tables, one for each sweep, with every other slider where `state` puts it; without `choices`,
    every select too, and what no slider moves is left out: the page shows it.

    A column that reads the same in the first table, since it depends on the selects alone, stands only there.
    Raises `ValueError` where a patch names other parts in one state than in another.
    """
    still = () if choices else tuple(control.name for control in widget.selects)
    first, *others = [_table(widget, state, names, still) for names in widget.sweeps]
    if choices:
        others += [_table(widget, {**state, **far}, _free(widget, far), tuple(far)) for far in widget.also]
    for table in others:
        for key, column in list(table["columns"].items()):
            swept = not isinstance(column, str) and any(axis >= len(widget.selects) for axis in column[0])
            if column == first["columns"][key] and not swept:
                del table["columns"][key]
    if not choices:
        needed = {
            name for table in others for item in table["columns"].items() for name in item if isinstance(name, str)
        }
        _leave_out(first["columns"], _still(widget, state) - needed)
    return [first, *others]


def _free(widget: Widget, far: Mapping[str, Value]) -> list[str]:
    """The sliders of the first sweep that a state from elsewhere leaves free."""
    return [name for name in widget.sweeps[0] if name not in far]


def _still(widget: Widget, state: Mapping[str, Value]) -> set[str]:
    """What reads the same at both ends of every slider as it does on the page, swept or not."""
    page = widget.update(state)
    ends = [widget.update({**state, each.name: end}) for each in widget.sliders for end in (each.start, each.stop)]
    return {key for key, text in page.items() if all(patch[key] == text for patch in ends)}


def _leave_out(columns: dict[str, Any], keys: set[str]) -> None:
    """Takes out those of these columns that depend on nothing; whoever named one of them gets its text."""
    for key, column in list(columns.items()):
        if isinstance(column, str):
            columns[key] = columns[column]
    for key in keys:
        if not columns[key][0]:
            del columns[key]
    seen: dict[str, str] = {}
    for key, column in list(columns.items()):
        if (twin := seen.setdefault(json.dumps(column), key)) != key:
            columns[key] = twin


def _table(widget: Widget, state: Mapping[str, Value], names: Sequence[str], still: Sequence[str]) -> dict[str, Any]:
    """One table, as it travels in the page, the selects among `still` as `state` has them:

    `{"fixed": {control: value}, "axes": [[control, positions]], "columns": {part: [by, values]}}`. `by` lists the
    axes a column depends on; `values` joins its texts in row-major order over them. A column that equals an
    earlier one is that one's name.
    """
    axes: list[Control] = [*widget.selects, *(widget.control(name) for name in names)]
    grid = [(state[c.name],) if c.name in still else positions(c, widget.story) for c in axes]
    fixed = {key: value for key, value in state.items() if key not in {control.name for control in axes}}
    table: dict[str, dict[Index, str]] = {}
    for index in itertools.product(*(range(len(values)) for values in grid)):
        swept = {control.name: values[i] for control, values, i in zip(axes, grid, index, strict=True)}
        here = {**fixed, **swept}
        try:
            patch = widget.update(here)
        except Exception as error:
            error.add_note(f"at {said(here)}")
            raise
        if table and patch.keys() != table.keys():
            odd = ", ".join(f"“{key}”" for key in sorted(patch.keys() ^ table.keys()))
            raise ValueError(f"every patch must set the same parts; at {said(here)} it is otherwise with {odd}")
        for key, value in patch.items():
            table.setdefault(key, {})[index] = value
    columns: dict[str, Any] = {}
    seen: dict[str, str] = {}
    for key, column in table.items():
        factored = _factored(column, [len(values) for values in grid])
        twin = seen.setdefault(json.dumps(factored), key)
        columns[key] = factored if twin == key else twin
    return {
        "fixed": fixed,
        "axes": [[control.name, list(values)] for control, values in zip(axes, grid, strict=True)],
        "columns": columns,
    }


def _factored(column: Mapping[Index, str], shape: Sequence[int]) -> list[Any]:
    """The column over the fewest axes: an axis is dropped where moving along it changes nothing."""
    by: list[int] = []
    for axis in range(len(shape)):
        if any(value != column[(*index[:axis], 0, *index[axis + 1 :])] for index, value in column.items()):
            by.append(axis)
    kept = itertools.product(*(range(size) if axis in by else (0,) for axis, size in enumerate(shape)))
    return [by, SEPARATOR.join(column[index] for index in kept)]


def gzipped_size(data: object) -> int:
    return len(gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0))
