"""Our scripts as they ship: type-checked, and without the comments and the indents, which would be a third of their
weight."""

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from widgets.build.cache import kept, of_files
from widgets.build.faults import Fault, Faults
from widgets.build.package.imports import ROOT
from widgets.build.package.node import require_node

BROWSER = ROOT / "widgets" / "browser"
_IMPORT = re.compile(r'^(?:import|export) .*?"\./([\w.]+)";$', re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)  # no text of ours goes over several lines, as a test sees to
TYPES = ("typescript", "pyodide", "katex")  # the packages that tsc reads


def scripts() -> dict[str, bytes]:
    """File name → script. Raises `Faults` for all that tsc finds."""
    sources = [*BROWSER.glob("*.js"), *BROWSER.glob("*.ts"), BROWSER / "tsconfig.json"]
    packages = [ROOT / "node_modules" / name / "package.json" for name in TYPES]
    made = json.loads(kept("scripts", of_files([*sources, *packages, Path(__file__)]), _checked))
    return {name: text.encode() for name, text in made.items()}


def _checked() -> str:
    """What tsc makes of the scripts, as JSON."""
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
        made_files = sorted(Path(out).glob("*.js"))
        return json.dumps({file.name: _INDENT.sub("", file.read_text(encoding="utf-8")) for file in made_files})


def _type_errors(output: str) -> list[Fault]:
    """What tsc found: `file(line,column): error TS2322: …`, and what follows it, indented."""
    found = re.findall(r"^(\S+)\((\d+),\d+\): error (.*(?:\n .*)*)", output, re.MULTILINE)
    return [Fault(f"{file}, line {line}", message) for file, line, message in found]


def imported_by(name: str, files: Mapping[str, bytes | Path]) -> list[str]:
    """The script itself and every script that it imports when it loads, directly or through others."""
    found = [name]
    for script in found:
        text = files[script]
        assert isinstance(text, bytes)
        found += [other for other in _IMPORT.findall(text.decode()) if other not in found]
    return found
