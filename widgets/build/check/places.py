"""Finds the line that an author has to look at: of an error, or of a word in a widget's own files."""

import traceback
from pathlib import Path

from widgets import ROOMS
from widgets.build.package.imports import ROOT


def widget_files(name: str) -> list[Path]:
    """The Python files of one widget: its single file, or all in its folder, `__init__.py` first."""
    path = ROOT / "widgets" / name.replace("-", "_")
    if path.is_dir():
        return sorted(path.rglob("*.py"), key=lambda file: (file.name != "__init__.py", file))
    return [path.with_suffix(".py")]


def told(file: Path, line: int) -> str:
    """A place as messages name it: `widgets/parabola.py, line 3`."""
    return f"{file.relative_to(ROOT).as_posix()}, line {line}"


def find(name: str, *words: str) -> str:
    """Where in the widget's files the first of the words stands that stands there at all, else its `WIDGET`."""
    for word in (*words, "WIDGET = ", ""):
        for file in widget_files(name):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                if word in line:
                    return told(file, number)
    return told(widget_files(name)[0], 1)


def of_error(error: BaseException) -> str | None:
    """The place an error comes from: the last line of a widget's own that ran, else the last of the project's."""
    if isinstance(error, SyntaxError) and error.filename and _is_ours(Path(error.filename)):
        return told(Path(error.filename), error.lineno or 1)
    ours = [frame for frame in _frames(error) if _is_ours(frame[0])]
    return in_widget(error) or (told(*ours[-1]) if ours else None)


def in_widget(error: BaseException) -> str | None:
    """The last line that ran of a widget's own files; None for an error that none of them is part of."""
    own = [frame for frame in _frames(error) if _is_ours(frame[0]) and _is_widget(frame[0])]
    return told(*own[-1]) if own else None


def _frames(error: BaseException) -> list[tuple[Path, int]]:
    return [(Path(frame.filename), frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in ("calc", "widgets")


def _is_widget(file: Path) -> bool:
    folder, *rest = file.relative_to(ROOT).parts
    return folder == "widgets" and rest[0] not in (*ROOMS, "__init__.py")
