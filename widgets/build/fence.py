"""The `widget` fence: reads what an author wrote and says precisely what is wrong with it.

A fence holds `name: …` and then any of the widget's controls, one a line. The formatter plugs into
pymdownx.superfences, so any Markdown tool that speaks Python-Markdown can run it.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from pymdownx.superfences import SuperFencesException

import calc
from widgets import find_widget, widget_names
from widgets.build.html.prerender import prerender
from widgets.kit.controls import Value
from widgets.kit.widget import Widget

EXAMPLE = "\n    ``` widget\n    name: chain-rule\n    x: 1.0\n    ```"


@dataclass(frozen=True)
class Page:
    """The page being built, for error messages: its path, and the lines of its source."""

    path: str
    lines: tuple[str, ...]
    first_line: int = 1

    def line_of(self, source: str, offset: int) -> int:
        """The number of the fence's line `offset` (0 is its opening), found by the fence's own text."""
        wanted = [line.strip() for line in source.splitlines()]
        have = [line.strip() for line in self.lines]
        for start in range(len(have) - len(wanted)):
            if have[start].startswith(("```", "~~~")) and have[start + 1 : start + 1 + len(wanted)] == wanted:
                return self.first_line + start + offset
        return self.first_line + offset


current_page: ContextVar[Page | None] = ContextVar("current_page", default=None)


class FenceError(ValueError):
    """A mistake in a fence, at a line of it (0 is the opening fence)."""

    def __init__(self, line: int, found: str, allowed: str, example: str = EXAMPLE) -> None:
        super().__init__(f"{found}\n  allowed: {allowed}\n  for example: {example}")
        self.line = line


def parse_fence(source: str) -> tuple[Widget, dict[str, Value]]:
    """The widget that a fence names, and the values it gives. Raises `FenceError`."""
    given: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.strip():
            continue
        key, _, text = line.partition(":")
        key, text = key.strip(), text.strip()
        if not text:
            raise FenceError(number, f"“{line.strip()}” is no setting", "lines of the form “control: value”")
        if key in given:
            raise FenceError(number, f"“{key}” is given twice", "each setting once")
        given[key] = (number, text)
    if "name" not in given:
        raise FenceError(0, "the fence has no “name”", f"name: one of {', '.join(widget_names())}")
    where, name = given.pop("name")
    if name not in widget_names():
        raise FenceError(where, f"there is no widget “{name}”", ", ".join(widget_names()))
    widget = find_widget(name)
    return widget, _read_controls(widget, given)


def _read_controls(widget: Widget, given: Mapping[str, tuple[int, str]]) -> dict[str, Value]:
    state: dict[str, Value] = {}
    for key, (line, text) in given.items():
        try:
            declared = widget.control(key)
        except KeyError:
            names = ", ".join(control.name for control in widget.controls)
            raise FenceError(line, f"“{widget.name}” has no control “{key}”", names, _example(widget)) from None
        try:
            state[key] = declared.read(text)
        except calc.ParseError as error:
            where = f"“{key}” cannot be “{text}”. {error}"
            raise FenceError(line, where, declared.allowed, _example(widget)) from None
        except ValueError as error:
            raise FenceError(line, f"“{key}” cannot be “{text}”", str(error), _example(widget)) from None
    return state


def _example(widget: Widget) -> str:
    settings = "".join(f"\n    {control.name}: {control.value}" for control in widget.controls)
    return f"\n    ``` widget\n    name: {widget.name}{settings}\n    ```"


def format_fence(
    source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown, **settings: Any
) -> str:
    """The formatter for pymdownx.superfences: a fence in, a widget's HTML out.

    Every failure is raised as `SuperFencesException`: superfences swallows all others and would quietly show
    the fence as a block of code.
    """
    del language, css_class, options, settings
    try:
        widget, state = parse_fence(source)
        return prerender(widget, state, _unique_id(widget.name, md))
    except FenceError as error:
        raise SuperFencesException(f"{_where(source, error.line)}: {error}") from error
    except Exception as error:
        raise SuperFencesException(f"{_where(source, 0)}: {type(error).__name__}: {error}") from error


def _where(source: str, line: int) -> str:
    page = current_page.get()
    return f"{page.path}, line {page.line_of(source, line)}, widget fence" if page else f"widget fence, line {line}"


def _unique_id(name: str, md: Markdown) -> str:
    """`chain-rule` for a page's first such widget, then `chain-rule-2` and so on."""
    counts: dict[str, int] = md.__dict__.setdefault("widget_counts", {})
    counts[name] = counts.get(name, 0) + 1
    return name if counts[name] == 1 else f"{name}-{counts[name]}"
