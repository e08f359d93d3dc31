"""What `update` returns: the new text, path or position of each moving part of a widget.

A patch is flat, so that it travels as JSON and its columns compress well: `"part.property"` → text.
The parts are the elements that carry `data-part` in the widget's view and the `gid`s of its figure.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

Patch = dict[str, str]

# What a patch may set, and where: the one list that the build, the browser and the tests go by.
PROPERTIES = {
    "text": "an element's text",
    "latex": "a formula, typeset by KaTeX",
    "d": "an SVG path, in the figure's units",
    "x": "a marker's position, in the figure's units",
    "y": "a marker's position, in the figure's units",
    "angle": "a marker's rotation, in degrees, clockwise",
    "var": "a number for the widget's own style.css, as var(--var): a count, a row, a share",
    "set": "what a click on the part gives to controls, as in data-set; nothing where it is empty",
    "points": "what the keys . and , go to on a slider that names the part: numbers in order, with spaces between",
    "look": "what a part that scrolls should have in its middle, as two shares of what is in it: “0.5 1”",
    "hidden": "“yes” hides the part, anything else shows it",
}

_NUMBER = r"[\s,]*+[-+]?(?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][-+]?\d++)?"
_PATH = re.compile(
    rf"M(?:{_NUMBER}){{2}}(?:\s*+(?:[MmLl](?:(?:{_NUMBER}){{2}})++|[HhVv](?:{_NUMBER})++|[Qq](?:(?:{_NUMBER}){{4}})++"
    rf"|[Cc](?:(?:{_NUMBER}){{6}})++|[Zz])|(?:{_NUMBER}){{2}})*+"
)
# By property, what a page can show; any text will do for the others.
_SHOWABLE = {
    "d": _PATH,
    **dict.fromkeys(("x", "y", "angle", "var"), re.compile(_NUMBER)),
    "look": re.compile(_NUMBER * 2),
}


class PatchError(ValueError):
    """A patch that no page can show: the entry, what was found, what is allowed, and the smallest right example."""

    def __init__(self, key: str, found: str, allowed: str, example: str) -> None:
        super().__init__(f"the patch sets “{key}” to {found}; allowed: {allowed}, for example {example}")
        self.key, self.found, self.allowed, self.example = key, found, allowed, example


def move(part: str, x: float, y: float, angle: float | None = None) -> Patch:
    """Puts a marker at (x, y), in the figure's units, turned by `angle` degrees."""
    patch = {f"{part}.x": f"{x:.1f}", f"{part}.y": f"{y:.1f}"}
    return patch if angle is None else {**patch, f"{part}.angle": f"{angle:.1f}"}


def show(part: str, visible: bool) -> Patch:
    """Shows or hides a part; its place on the page stays."""
    return {f"{part}.hidden": "" if visible else "yes"}


def check_patch(patch: Mapping[str, object]) -> None:
    """Raises `PatchError` unless a page can show the patch: nothing but texts, no NaN or infinity where it draws."""
    for key, value in patch.items():
        setting = key.rpartition(".")[2]
        if not isinstance(value, str):
            raise PatchError(key, f"{value!r}, which is no text", "text, as the reader sees it", f'{{"{key}": "0.25"}}')
        if not _showable(setting, value):
            allowed, example = "a finite number", "12.5"
            if setting == "d":
                allowed, example = "an SVG path, which the functions of widgets.kit.marks write", "M0 0l10 5"
            elif setting == "look":
                allowed, example = "two shares, across and down", "0.5 1"
            raise PatchError(key, f"“{value[:60]}”", allowed, f'{{"{key}": "{example}"}}')


@lru_cache(maxsize=512)
def _showable(setting: str, value: str) -> bool:
    return setting not in _SHOWABLE or bool(_SHOWABLE[setting].fullmatch(value))
