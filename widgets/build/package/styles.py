"""Our styles as they ship, without comments and spare spaces; what one widget alone needs comes with its pages."""

import re
from pathlib import Path

from rcssmin import cssmin

from widgets.build.package.imports import ROOT

_SHEETS = {
    "page.css": ("palette", "page", "passage", "guess", "check", "term"),
    "widget.css": ("card", "controls", "figure", "readout", "forced"),
}
_HOLDING, _NAMED = re.compile(r"@(container|supports)\b"), re.compile(r"@media _(container|supports)_")
_FOLDER = ROOT / "widgets" / "browser" / "style"


def styles() -> dict[str, bytes]:
    """Two sheets for every page: its own, and the cards'."""
    return {
        sheet: "".join(_shipped(_FOLDER / f"{name}.css") for name in names).encode() for sheet, names in _SHEETS.items()
    }


def extra_style(name: str) -> str:
    """What only some pages need: `player`, where a widget tells a story, and `scrub`, where numbers can be pulled."""
    return _shipped(_FOLDER / f"{name}.css")


def own_style(widget: str) -> str:
    """The style in the widget's own folder, or nothing."""
    sheet = ROOT / "widgets" / widget.replace("-", "_") / "style.css"
    return _shipped(sheet) if sheet.is_file() else ""


def _shipped(sheet: Path) -> str:
    return shortened(sheet.read_text(encoding="utf-8"))


def shortened(style: str) -> str:
    """The same style in fewer characters.

    Of all rules that hold others, rcssmin knows @media alone. In the rest it takes selectors for declarations, and
    makes `a :is(b)`, a b within an a, into `a:is(b)`. So they go through it as @media of their names.
    """
    return _NAMED.sub(r"@\1", str(cssmin(_HOLDING.sub(r"@media _\1_", style))))
