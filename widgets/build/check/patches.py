"""Checks what a widget computes: its figures are drawn, and `update` is called for every option and every preset."""

import re
from collections.abc import Iterator

from lxml import etree

from widgets.build.check import places
from widgets.build.check.declaration import names
from widgets.build.faults import Fault, said
from widgets.build.html.figure import draw
from widgets.build.html.mathematics import FormulaError, typeset
from widgets.kit.controls import Value
from widgets.kit.patch import PROPERTIES, PatchError
from widgets.kit.widget import Figure, Widget

EXAMPLE = '{"y.text": "0.25"}'


def patches(widget: Widget) -> list[Fault]:
    """Every fault of figures and patches. The declarations must be right."""
    faults: list[Fault] = []
    body = etree.fromstring(f"<div>{widget.view}</div>")
    parts = {str(element.get("data-part")) for element in body.xpath("//*[@data-part]")}
    for name, figure in widget.figures.items():
        try:
            svg = draw(figure, name)
        except Exception as error:
            faults.append(failure(widget, f"the figure “{name}” cannot be drawn", error))
        else:
            # A grip stands for a mark that must be there itself.
            marked = {str(element.get("data-part")) for element in svg.xpath("//*[@data-part][not(@class)]")}
            faults += _shown(widget, figure, marked, parts)
            faults += _held(
                widget, figure, marked, {str(use.get("data-part")) for use in svg.xpath("//use[@data-part]")}
            )
            parts |= marked
    faults += _formulas(widget, [formula.text or "" for formula in body.iter("m") if "data-part" not in formula.attrib])
    return [*faults, *(_computed(widget, parts) if not faults else [])]


def failure(widget: Widget, what: str, error: Exception) -> Fault:
    """An error that the widget's own code raised, at the line of the widget that it came from."""
    named = [form.format(name) for name in re.findall(r"['“]([^'”]+)['”]", str(error)) for form in ('gid="{}"', '"{}"')]
    kind = "" if isinstance(error, ValueError) else f"{type(error).__name__}: "
    where = places.in_widget(error) or places.find(widget.name, *named, f'name="{widget.name}"')
    return Fault(where, f"{' '.join([what, *getattr(error, '__notes__', [])])}: {kind}{error}")


def states(widget: Widget) -> Iterator[dict[str, Value]]:
    """The states that are tried: the first one, every option of every select, every preset."""
    yield widget.defaults()
    for select in widget.selects:
        yield from ({**widget.defaults(), select.name: key} for key in select.options if key != select.value)
    yield from ({**widget.defaults(), **preset.state} for preset in widget.presets)


def _shown(widget: Widget, figure: Figure, marked: set[str], parts: set[str]) -> Iterator[Fault]:
    for gid, part in figure.shows.items():
        where = places.find(widget.name, f'"{gid}": "{part}"', f'"{gid}":', "shows=")
        if gid not in marked:
            yield Fault(where, f"shows names the mark “{gid}”, which the figure does not draw", names(sorted(marked)))
        if part not in parts:
            yield Fault(where, f"shows names the part “{part}”, which the view does not have", names(sorted(parts)))


def _held(widget: Widget, figure: Figure, marked: set[str], markers: set[str]) -> Iterator[Fault]:
    for gid in figure.picks.keys() - marked:
        where = places.find(widget.name, f'"{gid}": {{', f'"{gid}"', "picks=")
        yield Fault(where, f"picks names the mark “{gid}”, which the figure does not draw", names(sorted(marked)))
    for gid, handle in figure.handles.items():
        where = places.find(widget.name, f'"{gid}": Handle', "handles=")
        if gid not in markers:
            found = f"the handle “{gid}” is no marker of the figure"
            example = f'plot.plot([1], [1], "o", gid="{gid}"), which a patch moves with marker("{gid}", AXES, x, y)'
            yield Fault(where, found, names(sorted(markers)), example)
        for name in handle.marks:
            if name not in (markers if name == handle.around else marked):
                found = f"the handle “{gid}” names the mark “{name}”, which the figure does not draw"
                yield Fault(where, found, names(sorted(markers if name == handle.around else marked)))


def _computed(widget: Widget, parts: set[str]) -> list[Fault]:
    faults: dict[str, Fault] = {}
    first: set[str] = set()
    for state in states(widget):
        try:
            patch = widget.update(state)
        except PatchError as error:
            found = f"the patch sets “{error.key}” to {error.found}"
            faults.setdefault(error.key, Fault(_line(widget, error.key), found, error.allowed, error.example))
            continue
        except Exception as error:
            fault = failure(widget, f"update fails at {said(state)}", error)
            faults.setdefault(f"{fault.where} {type(error).__name__}", fault)
            continue
        for key in patch:
            fault_here = _entry(widget, key, parts)
            if fault_here:
                faults.setdefault(key, fault_here)
        if first and patch.keys() != first:
            odd = names(sorted(patch.keys() ^ first))
            where = places.find(widget.name, "def update")
            faults.setdefault("keys", Fault(where, f"at {said(state)} the patch sets other parts: {odd}", SAME))
        first = first or set(patch)
        for fault in _formulas(widget, [str(text) for key, text in patch.items() if key.endswith(".latex")]):
            faults.setdefault(fault.found, fault)
    for slider in widget.sliders:
        if first and slider.points and f"{slider.points}.points" not in first:
            found = f"the slider “{slider.name}” goes to the points of “{slider.points}”, which update never sets"
            allowed = 'the part of landmarks(…).patch(x), which is called "landmarks"'
            where = places.find(widget.name, f'points="{slider.points}"')
            faults["points"] = Fault(where, found, allowed, f'{{"{slider.points}.points": "-1 0 2.5"}}')
    unset = sorted(parts - {key.rpartition(".")[0] for key in first})
    if first and unset and not faults:
        where = places.find(widget.name, *(f'data-part="{name}"' for name in unset), *(f'"{name}"' for name in unset))
        allowed = "every part of the view and every gid of the figures, in every patch"
        found = f"update never sets {', '.join(f'“{name}”' for name in unset)}"
        faults["unset"] = Fault(where, found, allowed, f'{{"{unset[0]}.text": "0.25"}}')
    return list(faults.values())


SAME = "the same parts in every state; a part without a value is hidden, or its text is empty"


def _entry(widget: Widget, key: str, parts: set[str]) -> Fault | None:
    name, _, setting = key.rpartition(".")
    found, allowed = f"the patch sets “{key}”", ""
    if name not in parts:
        found, allowed = f"{found}, but there is no part “{name}”", names(sorted(parts))
    elif setting not in PROPERTIES:
        allowed = f"{name}. followed by one of {', '.join(PROPERTIES)}"
    if not allowed:
        return None
    return Fault(_line(widget, key), found, allowed, EXAMPLE)


def _line(widget: Widget, key: str) -> str:
    """Where the widget writes an entry of its patches, as far as its text tells."""
    return places.find(widget.name, f'"{key}"', f'"{key.rpartition(".")[0]}"', "def update")


def _formulas(widget: Widget, formulas: list[str]) -> Iterator[Fault]:
    for latex in formulas:
        try:
            typeset(latex)
        except FormulaError as error:
            yield Fault(places.find(widget.name, latex, "def update"), str(error))
