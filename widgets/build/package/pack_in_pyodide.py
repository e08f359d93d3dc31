"""Runs inside Pyodide at build time, as a script: packs the standard library and our modules as bytecode.

Most of a stock start is spent compiling the standard library's sources. Here every module that the widgets
really use is found by using them, compiled by the very Python that will load it, and packed as unchecked-hash
`.pyc` files, so that nothing is compiled or checked in the reader's browser.
"""

import json
import sys

# First use everything, before this script's own needs are imported: what is loaded now is what readers need.
with open("/sources.json", encoding="utf-8") as file:
    sources: dict[str, str] = json.load(file)
with open("/requests.json", encoding="utf-8") as file:
    requests: list[str] = json.load(file)
sys.path.insert(0, "/sources.zip")
from widgets.browser.answer import answer

for request in requests:
    reply = json.loads(answer(request))
    if reply["type"] != "patch":
        raise RuntimeError(f"a widget fails inside Pyodide: {request} → {reply}")
try:
    json.loads("")
except ValueError as error:  # errors must be printable too
    import traceback

    traceback.format_exception(error)

origins = [str(getattr(getattr(module, "__spec__", None), "origin", None)) for module in sys.modules.values()]

import os  # noqa: E402
import shutil  # noqa: E402
import zipfile  # noqa: E402
from _imp import source_hash  # noqa: E402
from importlib import _bootstrap_external as bytecode  # noqa: E402

STAMP = (1980, 1, 1, 0, 0, 0)  # the same input gives the same bytes


def pyc(source: bytes, name: str, optimize: int) -> bytes:
    code = compile(source, name, "exec", dont_inherit=True, optimize=optimize)
    magic = int.from_bytes(bytecode.MAGIC_NUMBER, "little")
    return bytes(bytecode._code_to_hash_pyc(code, source_hash(magic, source), False))  # type: ignore[attr-defined]


def pack(path: str, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED, 9)


# What the last build packed need not be compiled again, where it is still wanted.
known: dict[str, bytes] = {}
if os.path.exists("/known.zip"):
    with zipfile.ZipFile("/known.zip") as archive:
        known = {name: archive.read(name) for name in archive.namelist()}

standard: dict[str, bytes] = {}
for origin in origins:
    folder, _, inside = origin.partition(".zip/")
    if inside.endswith(".py") and folder != "/sources":
        if f"{inside}c" in known:
            standard[f"{inside}c"] = known[f"{inside}c"]
            continue
        with zipfile.ZipFile(f"{folder}.zip") as stdlib:
            # Level 2 leaves out the docstrings, a third of the weight; Pyodide's own modules read theirs.
            level = 0 if "pyodide/" in inside else 2
            standard[f"{inside}c"] = pyc(stdlib.read(inside), inside, level)
if standard.keys() == known.keys():
    shutil.copyfile("/known.zip", "/out/stdlib.zip")
else:
    pack("/out/stdlib.zip", standard)
pack("/out/chapter.zip", {f"{name}c": pyc(text.encode(), name, 0) for name, text in sources.items()})
