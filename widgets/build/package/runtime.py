"""Builds what the browser needs to run Python: Pyodide, its standard library as bytecode, our modules, our scripts.

Everything lands under two folders whose names change exactly when their contents do, so that caches never mix
two builds: `live/<hash>/` (our scripts, style and modules) and `live/pyodide-<hash>/`.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from widgets import widget_names
from widgets.build.cache import digest
from widgets.build.faults import Faults, Report
from widgets.build.package.imports import ROOT, reached
from widgets.build.package.packing import PYODIDE, packed
from widgets.build.package.scripts import imported_by, scripts
from widgets.build.package.styles import styles

KATEX = ROOT / "node_modules" / "katex" / "dist"
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")


@dataclass(frozen=True)
class Runtime:
    """What the pages link to, relative to the site's root, and the files behind it."""

    files: dict[str, bytes | Path]
    folder: str
    preloaded: tuple[str, ...]  # the scripts that every page with a widget loads, in `folder`

    def copy_to(self, site: Path) -> None:
        for name, content in self.files.items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, target)
            else:
                target.write_bytes(content)


def browser_sources() -> dict[str, str]:
    """Every module that answering an update can reach: path → source. Exactly this goes to the browser."""
    starts = ["widgets.browser.answer", *(f"widgets.{name.replace('-', '_')}" for name in widget_names())]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in reached(*starts).values()}


def build_runtime(sources: Mapping[str, str], hasty: bool = False) -> Runtime:
    """Compiles what has changed since the last build and lays out every file; `hasty` as in `packed`."""
    archives = packed(sources, hasty)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["packages"] = {}  # the page loads none: everything it needs is in our own two archives
    stdlib = (archives / "stdlib.zip").read_bytes()
    pyodide: dict[str, bytes | Path] = {name: PYODIDE / name for name in PYODIDE_FILES}
    pyodide["stdlib.zip"] = stdlib
    pyodide_folder = f"pyodide-{digest(stdlib, *((PYODIDE / name).read_bytes() for name in PYODIDE_FILES))}"

    chapter = (archives / "chapter.zip").read_bytes()
    ours: dict[str, bytes | Path] = {"chapter.zip": chapter}
    report = Report()
    for make in (scripts, styles):
        try:
            ours |= make()
        except Faults as found:
            report.add(*found.faults)
    report.stop()
    ours["katex.js"] = (KATEX / "katex.min.js").read_bytes()  # fetched when a reader's own formula needs it
    where = {
        "pyodide": f"../{pyodide_folder}/",
        "stdlib": f"../{pyodide_folder}/stdlib.zip",
        "archive": "chapter.zip",
        "lock": json.dumps(lock, separators=(",", ":")),
        "digests": {"stdlib": hashlib.sha256(stdlib).hexdigest(), "archive": hashlib.sha256(chapter).hexdigest()},
    }
    worker = ours["worker.js"]
    assert isinstance(worker, bytes)
    ours["worker.js"] = f"const BUILD={json.dumps(where)};".encode() + worker
    folder = f"live/{digest(*(content for content in ours.values() if isinstance(content, bytes)))}"
    files = {f"{folder}/{name}": content for name, content in ours.items()}
    files |= {f"live/{pyodide_folder}/{name}": content for name, content in pyodide.items()}
    return Runtime(files=files, folder=folder, preloaded=tuple(imported_by("card.js", ours)))
