"""What builds keep in `.cache`, each thing under a key that changes with everything it was made from.

A key is a digest of contents: of the sources that were read, of the programs that read them, of what was asked. So a
kept result is never out of date, and what no build has asked for in a while may go.
"""

import hashlib
import importlib.metadata
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from widgets.build.package.imports import ROOT, reached

FOLDER = ROOT / ".cache"
# Megabytes that each kind may take. A kind is a folder whose entries, files or folders, are touched when used.
LIMITS: dict[str, float] = {
    "frames": 40,
    "framed": 1,
    "html": 40,
    "runtime": 60,
    "scripts": 5,
    "styles": 1,
    "pruned": 5,
    "checks": 1,
    "formulas": 20,
    "fonts": 10,
    "templates": 10,
}
_TOOLS = ("lxml", "matplotlib", "numpy", "markdown", "pymdown-extensions", "fonttools", "brotli")
_PACKAGES = ("katex", "typescript", "pyodide", "@fontsource-variable/source-sans-3")


def digest(*parts: bytes | str) -> str:
    """A name for the parts: other parts, or the same ones divided otherwise, have another."""
    each = (hashlib.sha256(part.encode() if isinstance(part, str) else part).digest() for part in parts)
    return hashlib.sha256(b"".join(each)).hexdigest()[:16]


def of_files(files: Iterable[Path]) -> str:
    """A digest of the files' names and contents."""
    return digest(*map(_of_file, sorted(files)))


@cache
def _of_file(file: Path) -> str:
    return f"{file.relative_to(ROOT).as_posix()}\n{digest(file.read_bytes())}"


@cache
def of_program(module: str) -> str:
    """A digest of a program of the build: the modules that it reaches, its scripts, and the versions of others'."""
    ours = [file for kind in ("mjs", "json") for file in (ROOT / "widgets" / "build").rglob(f"*.{kind}")]
    ours += reached(module).values()
    ours.append(ROOT / "widgets" / "browser" / "formula.js")  # how formulas are set, here and in the browser
    packages = [(ROOT / "node_modules" / name / "package.json").read_bytes() for name in _PACKAGES]
    tools = [importlib.metadata.version(name) for name in _TOOLS]
    return digest(of_files(ours), *packages, *tools, sys.version)


@cache
def of_widget(name: str, program: str) -> str:
    """A digest of all that a program makes something of a widget from: the modules it reaches, and the program."""
    return digest(of_program(program), of_files(reached(f"widgets.{name.replace('-', '_')}").values()))


def folder(kind: str) -> Path:
    """Where a kind of things is kept, for those who keep them themselves."""
    (FOLDER / kind).mkdir(parents=True, exist_ok=True)
    return FOLDER / kind


def kept(kind: str, key: str, make: Callable[[], str]) -> str:
    """The text that `make` returned when this key was first asked for."""
    file = FOLDER / kind / key
    try:
        text = file.read_text(encoding="utf-8")
        os.utime(file)
    except FileNotFoundError:
        text = make()
        put(file, text.encode())
    return text


def put(file: Path, content: bytes) -> None:
    """Writes the file in one step, so that another build never reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".")
    with os.fdopen(handle, "wb") as temporary:
        temporary.write(content)
    os.replace(name, file)


def prune() -> None:
    """Drops what was used longest ago where a kind takes more than its share."""
    for kind, megabytes in LIMITS.items():
        folder = FOLDER / kind
        entries = [(entry.stat().st_mtime, entry) for entry in folder.iterdir()] if folder.is_dir() else []
        total = 0
        for _, entry in sorted(entries, reverse=True):
            total += sum(file.stat().st_size for file in (entry, *entry.glob("*")) if file.is_file())
            if total > megabytes * 1_000_000:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
