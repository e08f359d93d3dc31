"""The frames as files of their own: computed once for the sources they come from, and named by what they hold.

A page's first screen should not wait for the tables of widgets further down, and the section and the one-page
chapter share them. The file's name changes exactly when its content does, so that a browser may keep it.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from widgets.build.html.frames import BUDGET, SEPARATOR, frames, gzipped_size
from widgets.build.html.mathematics import typeset
from widgets.build.package.imports import ROOT, reached
from widgets.kit.controls import Value
from widgets.kit.widget import Widget

CACHE = ROOT / ".cache" / "frames"
FOLDER = "live/frames"  # in the site


def frames_file(widget: Widget, state: Mapping[str, Value]) -> str:
    """The name of the file that holds the widget's frames around this state; it stands in the cache from here on.

    Raises `ValueError` where the frames exceed their budget.
    """
    folder = CACHE / f"{widget.name}-{_key(widget, state)}"
    if not folder.is_dir():
        text = _frames_json(widget, state)
        name = f"{widget.name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
            made = Path(temporary) / "made"
            made.mkdir()
            (made / name).write_text(text, encoding="utf-8")
            made.replace(folder)
    (file,) = folder.iterdir()
    return file.name


def copy_frames(names: Iterable[str], site: Path) -> None:
    """Puts the named files where the pages look for them."""
    target = site / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(names):
        file = next(CACHE.glob(f"*/{name}"))
        (target / name).write_bytes(file.read_bytes())


def _key(widget: Widget, state: Mapping[str, Value]) -> str:
    """Changes with everything that the frames are made from: sources, typesetting, state."""
    parts = [_sources(widget.name), json.dumps(sorted(state.items()), ensure_ascii=False)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def _sources(name: str) -> str:
    makers = (f"widgets.{name.replace('-', '_')}", "widgets.build.html.prepared")
    scripts = [ROOT / "node_modules/katex/package.json", ROOT / "widgets/browser/formula.js"]
    files = [*reached(*makers).values(), Path(__file__).with_name("katex.mjs"), *scripts]
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


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
        raise ValueError(f"widget {widget.name!r}: its frames take {size} bytes gzipped; {BUDGET} are allowed")
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
