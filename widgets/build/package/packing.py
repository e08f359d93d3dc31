"""Packs the chapter's Python for the browser, with the bytecode of just the standard library that it uses.

Pyodide itself does it, run by Node: see pack_in_pyodide.py.
"""

import io
import json
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from widgets import find_widget, widget_names
from widgets.build.cache import FOLDER, digest, of_files, put
from widgets.build.faults import Fault, Faults
from widgets.build.package.imports import OURS, ROOT, imported
from widgets.build.package.node import require_node

PYODIDE = ROOT / "node_modules" / "pyodide"
CACHE = FOLDER / "runtime"
STAMP = (1980, 1, 1, 0, 0, 0)  # the same input gives the same bytes
SCRIPTS = [Path(__file__).with_name(name) for name in ("pack.mjs", "pack_in_pyodide.py")]


def packed(sources: Mapping[str, str], hasty: bool = False) -> Path:
    """The folder with both archives, `stdlib.zip` and `chapter.zip`, made unless it stands in the cache already.

    A `hasty` one, for an author who waits, may hold the chapter's modules as sources, where these import just what
    those did that were packed last: the browser compiles them, and is ready a second later.
    """
    requests = _requests()
    makers = of_files([PYODIDE / "package.json", *SCRIPTS])
    folder = CACHE / digest(json.dumps([sources, requests]), makers)
    if folder.is_dir():
        os.utime(folder)
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    last = CACHE / f"stdlib-{makers}.zip"
    needs = CACHE / f"stdlib-{makers}-{digest(*sorted(_imported(sources)))}"  # that the last one is what these import
    if hasty and last.is_file() and needs.is_file():
        unpacked = CACHE / f"{folder.name}-hasty"
        put(unpacked / "stdlib.zip", last.read_bytes())
        put(unpacked / "chapter.zip", _zipped(sources))
        return unpacked
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        work = Path(name)
        (work / "sources.json").write_text(json.dumps(sources), encoding="utf-8")
        (work / "sources.zip").write_bytes(_zipped(sources))
        (work / "requests.json").write_text(json.dumps(requests), encoding="utf-8")
        if last.is_file():
            (work / "known.zip").write_bytes(last.read_bytes())
        out = work / "out"
        out.mkdir()
        made = subprocess.run(
            [require_node(), str(SCRIPTS[0]), str(PYODIDE), str(work), str(out)],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise Faults([Fault("Pyodide, which packs the chapter's Python", f"{made.stdout}{made.stderr}".strip())])
        put(last, (out / "stdlib.zip").read_bytes())
        for other in CACHE.glob(f"stdlib-{makers}-*"):
            other.unlink(missing_ok=True)
        put(needs, b"")
        try:
            out.replace(folder)
        except OSError:  # another build at the same time has made the same
            if not folder.is_dir():
                raise
    return folder


def _requests() -> list[str]:
    """One update for every option of every select: together they use every module there is."""
    requests = []
    for name in widget_names():
        widget = find_widget(name)
        states = [widget.defaults()]
        for select in widget.selects:
            states += [{**widget.defaults(), select.name: key} for key in select.options]
        requests += [json.dumps({"type": "update", "id": 0, "widget": name, "state": state}) for state in states]
    return requests


def _imported(sources: Mapping[str, str]) -> set[str]:
    """What the sources import besides each other."""
    names = {name for text in sources.values() for name in imported(text)}
    return {name for name in names if name.split(".")[0] not in OURS}


def _zipped(sources: Mapping[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in sorted(sources.items()):
            archive.writestr(zipfile.ZipInfo(name, STAMP), text)
    return data.getvalue()
