"""Checks every page: its fences, and its links to other pages and to states of widgets, each at its own line."""

import difflib
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import calc
from widgets.build.check.numbers import Shown, numbers
from widgets.build.faults import Fault
from widgets.build.fence import read_fence
from widgets.build.source import Fence, Line, Page
from widgets.kit.controls import Control
from widgets.kit.widget import Widget


def check_pages(pages: Mapping[str, Page], files: Iterable[str], usable: Mapping[str, Widget]) -> None:
    """Tells each page's report what is wrong with it. `pages` are found by their paths below docs/, like `files`."""
    shown = {name: widgets_of(page, usable) for name, page in pages.items()}
    known = set(files)
    for name, page in pages.items():
        for fence in page.fences():
            if fence.language == "widget":
                errors = read_fence(fence.text, usable).errors
                page.report.add(*(error.fault(fence.where(error.line)) for error in errors))
        for line, link in page.links():
            page.report.add(*_link(name, line, link, known, shown))
        shows = begins(page, usable)
        for number in page.bound_numbers():
            page.report.add(*numbers(number, shows))


def widgets_of(page: Page, usable: Mapping[str, Widget]) -> dict[str, Widget | None]:
    """The widgets that a page shows, by their ids; None for one that cannot be used."""
    return {identifier: usable.get(name) for identifier, name, _ in _placed(page)}


def begins(page: Page, usable: Mapping[str, Widget]) -> Shown:
    """The widgets that a page shows and that can be used, by their ids, each with the state that its fence gives."""
    readings = {identifier: read_fence(fence.text, usable) for identifier, _, fence in _placed(page)}
    return {
        identifier: (reading.widget, {**reading.widget.defaults(), **reading.state})
        for identifier, reading in readings.items()
        if reading.widget and not reading.errors
    }


def _placed(page: Page) -> Iterator[tuple[str, str, Fence]]:
    """Each widget's fence with the id that it gets and the name that it gives."""
    count: Counter[str] = Counter()
    for fence in page.fences():
        name = next((line.text[5:].strip() for line in fence.lines if line.text.startswith("name:")), "")
        if fence.language == "widget" and name:
            count[name] += 1
            yield name if count[name] == 1 else f"{name}-{count[name]}", name, fence


def target(page: str, link: str) -> str | None:
    """The path below docs/ that a page's link leads to; None for other sites."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("//"):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page


def _link(
    page: str, line: Line, link: str, files: set[str], shown: Mapping[str, Mapping[str, Widget | None]]
) -> Iterator[Fault]:
    file = target(page, link)
    if file is None:
        return
    if file not in files:
        pages = sorted(files & shown.keys())
        near = difflib.get_close_matches(file, sorted(files), 1) or pages[:1]
        yield Fault(line.where, f"the link “{link}” leads to no file in docs/", ", ".join(pages), f"[…]({near[0]})")
    elif urlsplit(link).query:
        yield from _state(line, link, shown.get(file, {}))


def _state(line: Line, link: str, widgets: Mapping[str, Widget | None]) -> Iterator[Fault]:
    """A link to a state names a widget of the page it leads to, and values that its controls can take."""
    parts = urlsplit(link)
    path = PurePosixPath(parts.path).name
    for key, text in parse_qsl(parts.query, keep_blank_values=True):
        identifier, _, name = key.rpartition(".")
        widget = widgets.get(identifier)
        if identifier not in widgets:
            allowed = (
                ", ".join(f"{each}.…" for each, known in widgets.items() if known)
                or "no state: the page shows no widget"
            )
            yield Fault(line.where, f"the link “{link}” sets “{key}”, but there is no widget “{identifier}”", allowed)
        if widget is None:
            continue
        names = [control.name for control in widget.controls]
        first = widget.controls[0]
        example = _example(path, identifier, first)
        if parts.fragment not in widgets:
            yield Fault(line.where, f"the link “{link}” does not lead to its widget", f"#{identifier}", example)
        if name not in names:
            found = f"the link “{link}” sets “{name}”, which is no control of “{widget.name}”"
            yield Fault(line.where, found, ", ".join(names), example)
            continue
        example = _example(path, identifier, widget.control(name))
        try:
            widget.control(name).read(text)
        except calc.ParseError as error:
            found = f"the link “{link}” sets “{name}” to “{text}”. {error}"
            yield Fault(line.where, found, widget.control(name).allowed, example)
        except ValueError as error:
            yield Fault(line.where, f"the link “{link}” sets “{name}” to “{text}”", str(error), example)


def _example(path: str, identifier: str, control: Control) -> str:
    value = control.value if isinstance(control.value, str) else f"{control.value:g}"
    return f"[…]({path}?{identifier}.{control.name}={quote(value)}#{identifier})"


def check_anchors(pages: Mapping[str, Page], html: Mapping[str, str]) -> None:
    """Tells each page's report of links to places that the converted pages do not have."""
    places = {name: set(re.findall(r"\bid=\"([^\"]+)\"", text)) for name, text in html.items()}
    for name, page in pages.items():
        for line, link in page.links():
            file, fragment = target(name, link) or "", unquote(urlsplit(link).fragment)
            if fragment and file in places and fragment not in places[file]:
                named = re.findall(r"<(?:h\d|section)\b[^>]* id=\"([^\"]+)\"", html[file])
                near = difflib.get_close_matches(fragment, named, 1) or named[:1]
                found = f"the link “{link}” leads to no heading and no widget of docs/{file}"
                example = f"[…]({urlsplit(link).path}#{near[0]})" if near else ""
                page.report.add(Fault(line.where, found, ", ".join(f"#{each}" for each in named), example))
