"""The `widget` fence: reads what an author wrote and says precisely what is wrong with it.

A fence holds `name: …` and then any of the widget's controls, one a line. The formatter plugs into
pymdownx.superfences, so any Markdown tool that speaks Python-Markdown can run it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from pymdownx.superfences import SuperFencesException

import calc
from widgets import find_widget, widget_names
from widgets.build.check.patches import failure
from widgets.build.faults import Fault
from widgets.build.html.rendered import rendered
from widgets.build.source import current_page
from widgets.kit.controls import Value
from widgets.kit.widget import Widget

EXAMPLE = "``` widget\nname: chain-rule\nx: 1.0\n```"


class FenceError(ValueError):
    """A mistake in a fence, at a line of it (0 is the opening fence)."""

    def __init__(self, line: int, found: str, allowed: str, example: str = EXAMPLE) -> None:
        super().__init__(found)
        self.line, self.found, self.allowed, self.example = line, found, allowed, example

    def fault(self, where: str) -> Fault:
        return Fault(f"{where or f'line {self.line}'}, widget fence", self.found, self.allowed, self.example)


@dataclass(frozen=True)
class Reading:
    """What a fence says: the widget it names, the values it gives, and all that is wrong with it."""

    widget: Widget | None
    state: Mapping[str, Value]
    errors: tuple[FenceError, ...]


def read_fence(source: str, widgets: Mapping[str, Widget] | None = None) -> Reading:
    """Reads a fence. `widgets` are those that can be used; without them, every widget is looked up when named."""
    given: dict[str, tuple[int, str]] = {}
    errors: list[FenceError] = []
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.strip():
            continue
        key, _, text = line.partition(":")
        key, text = key.strip(), text.strip()
        if not text:
            errors.append(FenceError(number, f"“{line.strip()}” is no setting", "lines of the form “control: value”"))
        elif key in given:
            errors.append(FenceError(number, f"“{key}” is given twice", "each setting once"))
        else:
            given[key] = (number, text)
    widget = None
    where, name = given.pop("name", (0, ""))
    if not name:
        errors.append(FenceError(0, "the fence has no “name”", f"name: one of {', '.join(widget_names())}"))
    elif name not in widget_names():
        errors.append(FenceError(where, f"there is no widget “{name}”", ", ".join(widget_names())))
    else:
        widget = find_widget(name) if widgets is None else widgets.get(name)
    state = _read_controls(widget, given, errors) if widget else {}
    return Reading(widget, state, tuple(sorted(errors, key=lambda error: error.line)))


def _read_controls(widget: Widget, given: Mapping[str, tuple[int, str]], errors: list[FenceError]) -> dict[str, Value]:
    state: dict[str, Value] = {}
    for key, (line, text) in given.items():
        try:
            declared = widget.control(key)
        except KeyError:
            names = ", ".join(control.name for control in widget.controls)
            errors.append(FenceError(line, f"“{widget.name}” has no control “{key}”", names, _example(widget)))
            continue
        try:
            state[key] = declared.read(text)
        except calc.ParseError as error:
            found = f"“{key}” cannot be “{text}”. {error}"
            errors.append(FenceError(line, found, declared.allowed, _example(widget)))
        except ValueError as error:
            errors.append(FenceError(line, f"“{key}” cannot be “{text}”", str(error), _example(widget)))
    return state


def _example(widget: Widget) -> str:
    settings = "".join(f"\n{control.name}: {control.value}" for control in widget.controls)
    return f"``` widget\nname: {widget.name}{settings}\n```"


def format_fence(
    source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown, **settings: Any
) -> str:
    """The formatter for pymdownx.superfences: a fence in, a widget's HTML out.

    A mistake goes to the report of the page that is being built. Where there is none, it is raised as
    `SuperFencesException`: superfences swallows all others and would quietly show the fence as a block of code.
    """
    del language, css_class, options, settings
    page = current_page.get()
    reading = read_fence(source)
    faults = [error.fault(page.where(source, error.line) if page else "") for error in reading.errors]
    if reading.widget and not faults:
        widget = reading.widget
        try:
            return rendered(widget, reading.state, _unique_id(widget.name, md))
        except Exception as error:
            where = page.where(source, 0) if page else "a fence"
            faults = [failure(widget, f"the widget cannot be shown as {where} asks", error)]
    if page is None:
        raise SuperFencesException("\n\n".join(map(str, faults)))
    page.report.add(*faults)
    return ""


def _unique_id(name: str, md: Markdown) -> str:
    """`chain-rule` for a page's first such widget, then `chain-rule-2` and so on."""
    counts: dict[str, int] = md.__dict__.setdefault("widget_counts", {})
    counts[name] = counts.get(name, 0) + 1
    return name if counts[name] == 1 else f"{name}-{counts[name]}"
