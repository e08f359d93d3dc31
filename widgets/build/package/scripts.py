"""Our scripts as they ship: type-checked, without comments, and with short names inside."""

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from widgets.build.cache import digest, kept, of_files
from widgets.build.faults import Fault, Faults
from widgets.build.package.imports import ROOT
from widgets.build.package.node import require_node

BROWSER = ROOT / "widgets" / "browser"
SHORTEN = Path(__file__).with_name("shorten.mjs")
_IMPORT = re.compile(r'\b(?:import|export)\s*(?:[\w$*{}\s,]+from\s*)?"\./([\w.]+)"')
PACKAGES = ("typescript", "pyodide", "katex", "terser")  # what tsc reads, and what makes names short


def scripts() -> dict[str, bytes]:
    """File name → script. Raises `Faults` for all that tsc finds."""
    sources = [*BROWSER.glob("*.js"), *BROWSER.glob("*.ts"), BROWSER / "tsconfig.json"]
    packages = [ROOT / "node_modules" / name / "package.json" for name in PACKAGES]
    made = json.loads(kept("scripts", of_files([*sources, *packages, SHORTEN, Path(__file__)]), _checked))
    return {name: text.encode() for name, text in made.items()}


def _checked() -> str:
    """What tsc makes of the scripts, shortened, as JSON."""
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
        files = {file.name: file.read_text(encoding="utf-8") for file in sorted(Path(out).glob("*.js"))}
    return _shortened(modules=files)


def shortened(script: str) -> str:
    """A script that is no module, with short names inside."""
    key = digest(script, of_files([*(ROOT / "node_modules" / name / "package.json" for name in PACKAGES), SHORTEN]))
    return kept("scripts", key, lambda: str(json.loads(_shortened(scripts={"script": script}))["script"]))


def _shortened(modules: Mapping[str, str] | None = None, scripts: Mapping[str, str] | None = None) -> str:
    short = subprocess.run(
        [require_node(), str(SHORTEN)],
        input=json.dumps({"modules": modules or {}, "scripts": scripts or {}}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    if short.returncode:
        raise Faults([Fault(SHORTEN.name, short.stderr)])
    return short.stdout


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
        found += [other for other in dict.fromkeys(_IMPORT.findall(text.decode())) if other not in found]
    return found
