"""Our styles as they ship, shortened; what one widget alone needs comes with its pages."""

import json
import subprocess
from functools import cache
from pathlib import Path

from widgets.build.cache import kept, of_files
from widgets.build.faults import Fault, Faults
from widgets.build.package.imports import ROOT
from widgets.build.package.node import require_node

_OF_THE_PAGE = ("palette", "page", "passage", "pinned", "guess", "check", "term")
_OF_THE_CARDS = ("card", "controls", "figure", "readout", "forced")
_FOLDER = ROOT / "widgets" / "browser" / "style"
_SHORTEN = Path(__file__).with_name("shorten_styles.mjs")
_PACKAGE = ROOT / "node_modules" / "lightningcss" / "package.json"


def styles() -> dict[str, bytes]:
    """The sheet of every page, with the cards'."""
    return {"page.css": "".join(_shipped(_FOLDER / f"{name}.css") for name in _OF_THE_PAGE + _OF_THE_CARDS).encode()}


def extra_style(name: str) -> str:
    """What only some pages need: `player` where a widget tells a story, `scrub` where numbers can be pulled, `circuit`
    where a graph is drawn."""
    return _shipped(_FOLDER / f"{name}.css")


def own_style(widget: str) -> str:
    """The style in the widget's own folder, or nothing."""
    sheet = ROOT / "widgets" / widget.replace("-", "_") / "style.css"
    return _shipped(sheet) if sheet.is_file() else ""


def _shipped(sheet: Path) -> str:
    return _all()[str(sheet.relative_to(ROOT))]


@cache
def _all() -> dict[str, str]:
    """Every sheet of ours by its path, shortened. Raises `Faults` for what is no style."""
    sheets = sorted((ROOT / "widgets").rglob("*.css"))
    made = json.loads(kept("styles", of_files([*sheets, _SHORTEN, _PACKAGE]), lambda: _shortened(sheets)))
    if made["faults"]:
        raise Faults(Fault(f"{file}, line {line}", f"this is no CSS: {said}") for file, line, said in made["faults"])
    short: dict[str, str] = made["styles"]
    return short


def _shortened(sheets: list[Path]) -> str:
    files = {str(sheet.relative_to(ROOT)): sheet.read_text(encoding="utf-8") for sheet in sheets}
    command = [require_node(), str(_SHORTEN)]
    done = subprocess.run(command, input=json.dumps(files), capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
    return done.stdout
