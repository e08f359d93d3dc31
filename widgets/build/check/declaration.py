"""Checks what a widget declares: its view against its controls and figures, its sweeps and its presets."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

import calc
from widgets.build.check import places
from widgets.build.faults import Fault
from widgets.kit.controls import Value
from widgets.kit.widget import Widget


def declaration(widget: Widget) -> list[Fault]:
    """Every fault of the declarations, each at its line."""
    return [*sweeps(widget), *presets(widget), *handles(widget), *picks(widget), *story(widget), *view(widget)]


def names(words: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return ", ".join(words) or "none: the widget has none"


def controls(widget: Widget) -> list[str]:
    return [control.name for control in widget.controls]


def sliders(widget: Widget) -> list[str]:
    return [slider.name for slider in widget.sliders]


def sweeps(widget: Widget) -> Iterator[Fault]:
    for sweep in widget.sweeps:
        for name in sweep:
            if name not in sliders(widget):
                where = places.find(widget.name, "sweeps=")
                found = f"a sweep names “{name}”, which is no slider"
                yield Fault(where, found, names(sliders(widget)), f'sweeps=(("{(sliders(widget) or ["x"])[0]}",),)')


def presets(widget: Widget) -> Iterator[Fault]:
    for preset in widget.presets:
        where = places.find(widget.name, f'Preset("{preset.label}"', preset.label)
        yield from _set(widget, where, f"the preset “{preset.label}”", preset.state)


def picks(widget: Widget) -> Iterator[Fault]:
    """What clicks on marks give to controls."""
    for figure in widget.figures.values():
        for gid, state in figure.picks.items():
            where = places.find(widget.name, f'"{gid}": {{', f'"{gid}"', "picks=")
            yield from _set(widget, where, f"a click on “{gid}”", state)


def _set(widget: Widget, where: str, who: str, state: Mapping[str, Value]) -> Iterator[Fault]:
    """Values that controls do not take."""
    for name, value in state.items():
        if name not in controls(widget):
            yield Fault(where, f"{who} sets “{name}”, which is no control", names(controls(widget)))
            continue
        try:
            widget.control(name).read(str(value))
        except calc.ParseError as error:
            yield Fault(where, f"{who} sets “{name}” to “{value}”. {error}", widget.control(name).allowed)
        except ValueError as error:
            example = f"{{{name!r}: {widget.control(name).value!r}}}"
            yield Fault(where, f"{who} sets “{name}” to “{value}”", str(error), example)


def handles(widget: Widget) -> Iterator[Fault]:
    """The sliders that a figure's handles move."""
    for figure in widget.figures.values():
        for gid, handle in figure.handles.items():
            for name in handle.sliders:
                if name not in sliders(widget):
                    where = places.find(widget.name, f'"{gid}": Handle', f'"{name}"', "handles=")
                    found = f"the handle “{gid}” names “{name}”, which is no slider"
                    example = f'handles={{"{gid}": Handle(across="{(sliders(widget) or ["x"])[0]}")}}'
                    yield Fault(where, found, names(sliders(widget)), example)


def story(widget: Widget) -> Iterator[Fault]:
    """The sliders that a story moves: they are there, they reach its values, and a sweep prepares them together."""
    if not widget.story:
        return
    moved = list(widget.story.moves)
    where = places.find(widget.name, *(f'"{name}": (' for name in moved), "Story(")
    for name in moved:
        if name not in sliders(widget):
            example = f'Story(about="…", moves={{"{(sliders(widget) or ["x"])[0]}": (0, 1)}})'
            yield Fault(where, f"the story moves “{name}”, which is no slider", names(sliders(widget)), example)
            return
        for value in widget.story.moves[name]:
            yield from _set(widget, where, "the story", {name: value})
    if not any(set(moved) <= set(sweep) for sweep in widget.sweeps) and not [*sweeps(widget)]:
        sweep = ", ".join(f'"{name}"' for name in moved)
        found = f"the story moves {' and '.join(f'“{name}”' for name in moved)}, which no sweep prepares together"
        allowed = "what one of the sweeps holds, so that Play works before Python has come"
        yield Fault(where, found, allowed, f"sweeps=(({sweep},),)")


def view(widget: Widget) -> Iterator[Fault]:
    """The view's places for controls and figures, and its summary."""
    try:
        body = etree.fromstring(f"<div>{widget.view}</div>")
    except etree.XMLSyntaxError as error:
        lines = widget.view.splitlines() or [""]
        near = lines[min(error.lineno or 1, len(lines)) - 1].strip()
        where = places.find(widget.name, *([near] if near else []), "view=")
        said = re.sub(r",? line \d+(, column \d+)?", "", error.msg)
        yield Fault(where, f"the view is not well-formed: {said}", "XHTML, where every tag is closed", "<br/>")
        return
    yield from _placed(widget, body, "control", controls(widget), "div")
    yield from _placed(widget, body, "figure", list(widget.figures), "figure")
    for element in body.xpath("//*[@data-set]"):
        yield from _clicked(widget, element)
    summaries = len(body.xpath("//*[@data-summary]"))
    if summaries != 1:
        found = f"the view has {summaries or 'no'} element{'s' * (summaries > 1)} with data-summary"
        allowed = "one: the sentence that a screen reader hears when a control has moved"
        yield Fault(places.find(widget.name, "data-summary", "view="), found, allowed, '<p data-summary="">…</p>')


def _clicked(widget: Widget, element: etree._Element) -> Iterator[Fault]:
    """What a click inside an element of the view gives to controls."""
    text = str(element.get("data-set"))
    where = places.find(widget.name, f'data-set="{text}"', "data-set=")
    state = {each.partition("=")[0].strip(): each.partition("=")[2].strip() for each in text.split(";")}
    yield from _set(widget, where, f'data-set="{text}"', state)
    if element.tag != "button" and not element.xpath(".//button"):
        example = f'<tr data-set="{text}"><th><button type="button">…</button></th></tr>'
        yield Fault(where, f'data-set="{text}" stands where no key comes', "on a button, or around one", example)


def _placed(widget: Widget, body: etree._Element, kind: str, declared: list[str], tag: str) -> Iterator[Fault]:
    placed = Counter(str(element.get(f"data-{kind}")) for element in body.xpath(f"//*[@data-{kind}]"))
    for name, count in placed.items():
        written = f'data-{kind}="{name}"'
        if name not in declared:
            example = f'<{tag} data-{kind}="{(declared or ["x"])[0]}"/>'
            found = f"the view has a place for a {kind} “{name}”, which the widget does not declare"
            yield Fault(places.find(widget.name, written), found, names(declared), example)
        elif count > 1:
            found = f"the view has {count} places for the {kind} “{name}”"
            yield Fault(places.find(widget.name, written), found, "one", f"<{tag} {written}/>")
    for name in declared:
        if name not in placed:
            found = f"the view has no place for the {kind} “{name}”"
            where = places.find(widget.name, f'name="{name}"', f'"{name}": Figure', "view=")
            yield Fault(where, found, f"one place for each {kind}", f'<{tag} data-{kind}="{name}"/>')
