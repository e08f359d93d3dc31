"""The frames as files of their own, named by what they hold.

A page's first screen should not wait for the tables of widgets further down, and the section and the one-page
chapter share them. The file's name changes exactly when its content does, so that a browser may keep it.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from widgets.build.cache import FOLDER, digest, put
from widgets.build.html.frames import BUDGET, SEPARATOR, frames, gzipped_size
from widgets.build.html.mathematics import typeset
from widgets.kit.controls import Value
from widgets.kit.widget import Widget

CACHE = FOLDER / "frames"
SITE_FOLDER = "live/frames"


def frames_file(widget: Widget, state: Mapping[str, Value]) -> str:
    """The name of the file that holds the widget's frames around this state; it stands in the cache from here on.

    Raises `ValueError` where the frames exceed their budget.
    """
    text = _frames_json(widget, state)
    name = f"{widget.name}-{digest(text)}.json"
    put(CACHE / name, text.encode())
    return name


def copy_frames(names: Iterable[str], site: Path) -> None:
    """Puts the named files where the pages look for them."""
    target = site / SITE_FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(names):
        os.utime(CACHE / name)
        (target / name).write_bytes((CACHE / name).read_bytes())


def prepared_formulas(names: Iterable[str]) -> list[str]:
    """Every formula that the named files hold, as HTML."""
    found = [json.loads((CACHE / name).read_text(encoding="utf-8")) for name in sorted(names)]
    return [html for data in found for html in data["formulas"].values()]


def _frames_json(widget: Widget, state: Mapping[str, Value]) -> str:
    tables = frames(widget, state)
    formulas = {
        latex: typeset(latex)
        for table in tables
        for key, column in table["columns"].items()
        if key.endswith(".latex") and not isinstance(column, str)
        for latex in column[1].split(SEPARATOR)
    }
    data = {"tables": tables, "formulas": formulas}
    size = gzipped_size(data)
    if size > BUDGET:
        raise ValueError(f"its frames take {size} bytes gzipped; {BUDGET} are allowed: fewer stops, or shorter texts")
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
