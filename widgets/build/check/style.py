"""Checks that every brace of a style sheet is closed: the sheets travel as one, and all after it would be hit."""

import re
from pathlib import Path

from widgets.build.check import places
from widgets.build.faults import Fault

_NO_BRACES = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)


def braces(sheet: Path) -> list[Fault]:
    """A `{` that is never closed, or a `}` that closes nothing."""
    text = _NO_BRACES.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), sheet.read_text(encoding="utf-8"))
    open_lines: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        for brace in re.findall(r"[{}]", line):
            if brace == "{":
                open_lines.append(number)
            elif open_lines:
                open_lines.pop()
            else:
                return [Fault(places.told(sheet, number), "this } closes nothing", "", ".note { color: inherit; }")]
    if open_lines:
        found = "this { is never closed"
        return [Fault(places.told(sheet, open_lines[0]), found, "", ".note { color: inherit; }")]
    return []
