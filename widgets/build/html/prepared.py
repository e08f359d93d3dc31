"""The frames as files of their own, named by what they hold.

A page's first screen should not wait for the tables of widgets further down, and the section and the one-page
chapter share them. What other choices of a widget's selects need is a file more, which whoever only reads and
drags never fetches. A file's name changes exactly when its content does, so that a browser may keep it.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any

from widgets.build.cache import FOLDER, digest, put
from widgets.build.html.frames import BUDGET, SEPARATOR, frames, gzipped_size
from widgets.build.html.mathematics import typeset
from widgets.kit.controls import State, Value
from widgets.kit.patch import Patch
from widgets.kit.widget import Widget

CACHE = FOLDER / "frames"
SITE_FOLDER = "live/frames"


def frames_file(widget: Widget, state: Mapping[str, Value]) -> str:
    """The name of the file that holds the widget's frames around this state; it stands in the cache from here on.

    Its `page` says which formulas the page shows already, so that they are not typeset anew when Python answers.
    Its `more` names a file with every choice of the selects, which takes its place once one is touched.
    Raises `ValueError` where the frames exceed their budget.
    """
    widget = _remembering(widget)
    tables = frames(widget, state, choices=False)
    left_out = {
        key: text
        for key, text in widget.update(state).items()
        if key.endswith(".latex") and key not in tables[0]["columns"]
    }
    rest: dict[str, Any] = {"page": left_out} if left_out else {}
    if widget.selects:
        rest["more"] = _file(widget, frames(widget, state))
    return _file(widget, tables, rest)


def _remembering(widget: Widget) -> Widget:
    """The widget, computing each state once: the page's own choices are among all choices."""
    known: dict[tuple[tuple[str, Value], ...], Patch] = {}

    def update(state: State) -> Patch:
        key = tuple(sorted(state.items()))
        if key not in known:
            known[key] = widget.update(state)
        return known[key]

    remembering = copy(widget)
    object.__setattr__(remembering, "update", update)  # what it gives is checked, and need not be at each call
    return remembering


def are_there(name: str) -> bool:
    """Whether the named file, and the one that it names, have not had to make room in the cache."""
    return (CACHE / name).is_file() and (CACHE / _held(name).get("more", name)).is_file()


def copy_frames(names: Iterable[str], site: Path) -> None:
    """Puts the named files, and those that they name, where the pages look for them."""
    target = site / SITE_FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(names):
        for each in filter(None, (name, _held(name).get("more"))):
            os.utime(CACHE / each)
            (target / each).write_bytes((CACHE / each).read_bytes())


def prepared_formulas(names: Iterable[str]) -> list[str]:
    """Every formula that the named files hold, and those that they name, as HTML."""
    found = [_held(_held(name).get("more", name)) for name in sorted(names)]
    return [html for data in found for html in data["formulas"].values()]


def tables(name: str, choices: bool = False) -> list[dict[str, Any]]:
    """The tables in the named file, or with `choices` those that hold every choice of the selects."""
    return list(_held(_held(name).get("more", name) if choices else name)["tables"])


def _held(name: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((CACHE / name).read_text(encoding="utf-8"))
    return held


def _file(widget: Widget, tables: Sequence[Mapping[str, Any]], rest: Mapping[str, Any] | None = None) -> str:
    formulas = {
        latex: typeset(latex)
        for table in tables
        for key, column in table["columns"].items()
        if key.endswith(".latex") and not isinstance(column, str)
        for latex in column[1].split(SEPARATOR)
    }
    data = {"tables": tables, "formulas": formulas, **(rest or {})}
    size = gzipped_size(data)
    if size > BUDGET:
        raise ValueError(f"its frames take {size} bytes gzipped; {BUDGET} are allowed: fewer stops, or shorter texts")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    name = f"{widget.name}-{digest(text)}.json"
    put(CACHE / name, text.encode())
    return name
