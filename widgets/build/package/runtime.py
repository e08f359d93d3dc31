"""Builds what the browser needs to run Python: Pyodide, its standard library as bytecode, our modules, our scripts.

Everything lands under two folders whose names change exactly when their contents do, so that caches never mix
two builds: `live/<hash>/` (our scripts, style and modules) and `live/pyodide-<hash>/`.
"""

import hashlib
import io
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from widgets import find_widget, widget_names
from widgets.build.faults import Fault, Faults
from widgets.build.package.imports import ROOT, reached
from widgets.build.package.node import require_node

PYODIDE = ROOT / "node_modules" / "pyodide"
KATEX = ROOT / "node_modules" / "katex" / "dist"
BROWSER = ROOT / "widgets" / "browser"
CACHE = ROOT / ".cache" / "runtime"
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
PRELOADED = (
    "host.js",
    "card.js",
    "controls.js",
    "choice.js",
    "apply.js",
    "frames.js",
    "drag.js",
    "runtime.js",
    "url.js",
    "protocol.js",
)


@dataclass(frozen=True)
class Runtime:
    """What the pages link to, relative to the site's root, and the files behind it."""

    files: dict[str, bytes | Path]
    folder: str

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


def build_runtime() -> Runtime:
    """Compiles what has changed since the last build and lays out every file."""
    sources = browser_sources()
    packed = _compiled(sources)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["packages"] = {}  # the page loads none: everything it needs is in our own two archives
    stdlib = (packed / "stdlib.zip").read_bytes()
    pyodide: dict[str, bytes | Path] = {name: PYODIDE / name for name in PYODIDE_FILES}
    pyodide["stdlib.zip"] = stdlib
    pyodide_folder = f"pyodide-{_digest(stdlib, *((PYODIDE / name).read_bytes() for name in PYODIDE_FILES))}"

    ours: dict[str, bytes | Path] = {"chapter.zip": (packed / "chapter.zip").read_bytes()}
    ours |= _scripts()
    ours["katex.js"] = (KATEX / "katex.min.js").read_bytes()  # fetched when a reader's own formula needs it
    ours |= _styles()
    ours["build.js"] = "".join(
        f"export const {name} = {json.dumps(value)};\n"
        for name, value in {
            "PYODIDE": f"../{pyodide_folder}/",
            "STDLIB": f"../{pyodide_folder}/stdlib.zip",
            "ARCHIVE": "chapter.zip",
            "LOCK": json.dumps(lock, separators=(",", ":")),
        }.items()
    ).encode()
    folder = f"live/{_digest(*(content for content in ours.values() if isinstance(content, bytes)))}"
    files = {f"{folder}/{name}": content for name, content in ours.items()}
    files |= {f"live/{pyodide_folder}/{name}": content for name, content in pyodide.items()}
    return Runtime(files=files, folder=folder)


def _styles() -> dict[str, bytes]:
    """Two sheets for every page: its own, and the cards', where what one widget needs follows what all share."""
    style = {file.stem: file.read_bytes() for file in (BROWSER / "style").glob("*.css")}
    own = [file.read_bytes() for file in sorted(BROWSER.parent.glob("*/style.css"))]
    page, shared = ("palette", "page"), ("card", "controls", "figure", "readout")
    return {
        "page.css": b"\n".join(style[name] for name in page),
        "widget.css": b"\n".join([*(style[name] for name in shared), *own]),
    }


def _scripts() -> dict[str, bytes]:
    """Our scripts as they ship: type-checked, and without the comments that would be a third of their weight."""
    with tempfile.TemporaryDirectory() as out:
        compiler = [require_node(), str(ROOT / "node_modules" / "typescript" / "bin" / "tsc")]
        made = subprocess.run(
            [*compiler, "--project", str(BROWSER), "--noEmit", "false", "--removeComments", "--outDir", out],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        if made.returncode:
            raise Faults(_type_errors(made.stdout) or [Fault("tsc", made.stdout + made.stderr)])
        return {file.name: file.read_bytes() for file in sorted(Path(out).glob("*.js"))}


def _type_errors(output: str) -> list[Fault]:
    """What tsc found: `file(line,column): error TS2322: …`, and what follows it, indented."""
    found = re.findall(r"^(\S+)\((\d+),\d+\): error (.*(?:\n .*)*)", output, re.MULTILINE)
    return [Fault(f"{file}, line {line}", message) for file, line, message in found]


def _compiled(sources: dict[str, str]) -> Path:
    """The folder with both archives, made by Pyodide under Node unless it stands in the cache already."""
    scripts = [Path(__file__).with_name(name) for name in ("pack.mjs", "pack_in_pyodide.py")]
    requests = _requests()
    key = _digest(
        json.dumps([sources, requests]).encode(),
        (PYODIDE / "package.json").read_bytes(),
        *(script.read_bytes() for script in scripts),
    )
    folder = CACHE / key
    if folder.is_dir():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        work = Path(name)
        (work / "sources.json").write_text(json.dumps(sources), encoding="utf-8")
        (work / "sources.zip").write_bytes(_zipped(sources))
        (work / "requests.json").write_text(json.dumps(requests), encoding="utf-8")
        out = work / "out"
        out.mkdir()
        made = subprocess.run(
            [require_node(), str(scripts[0]), str(PYODIDE), str(work), str(out)],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise Faults([Fault("Pyodide, which packs the chapter's Python", f"{made.stdout}{made.stderr}".strip())])
        out.replace(folder)
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


def _zipped(sources: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in sources.items():
            archive.writestr(name, text)
    return data.getvalue()


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:12]
