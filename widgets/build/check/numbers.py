"""Checks the numbers of a page that move a widget or follow it (html/numbers.py): they say what it begins with."""

import re
from collections.abc import Iterator, Mapping

from widgets.build.faults import Fault
from widgets.build.source import BoundNumber
from widgets.kit.controls import Value
from widgets.kit.numbers import short
from widgets.kit.widget import Widget

_LINE = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
Shown = Mapping[str, tuple[Widget, Mapping[str, Value]]]
"""The widgets of a page that can be used, by their ids, each with the state in which the page shows it."""


def numbers(number: BoundNumber, shown: Shown) -> Iterator[Fault]:
    """What is wrong with one number."""
    for setting, wanted in number.settings.items():
        yield from _bound(number, setting, wanted, shown)


def _bound(number: BoundNumber, setting: str, wanted: str, shown: Shown) -> Iterator[Fault]:
    written = f"{setting}={wanted}"
    identifier, _, name = wanted.rpartition(".")
    if identifier not in shown:
        found = f"“{written}” names no widget of this page"
        allowed = ", ".join(f"{each}.…" for each in shown) or "none: the page shows no widget"
        yield Fault(number.line.where, found, allowed, _example(setting, *_first(setting, shown)))
        return
    widget, state = shown[identifier]
    begins = _beginnings(setting, widget, state)
    if name not in begins:
        what = "slider" if setting == "moves" else "part with a text"
        found = f"“{written}”: “{widget.name}” has no {what} “{name}”"
        yield Fault(number.line.where, found, ", ".join(begins), _example(setting, *_first(setting, shown, identifier)))
        return
    example = _example(setting, wanted, begins[name])
    if not number.text:
        found = f"“{written}” stands behind nothing in bold type"
        yield Fault(number.line.where, found, "a number in bold type before it", example)
    elif not _same(setting, widget, name, number.text, state, begins[name]):
        found = f"the text says “{number.text}” where “{widget.name}” begins with “{begins[name]}”"
        yield Fault(number.line.where, found, f"{begins[name]}, or another state in the widget's fence", example)


def _beginnings(setting: str, widget: Widget, state: Mapping[str, Value]) -> dict[str, str]:
    """What may be named, and what it says as the page opens."""
    if setting == "moves":
        return {slider.name: short(float(state[slider.name])) for slider in widget.sliders}
    texts = {key.removesuffix(".text"): text for key, text in widget.update(state).items() if key.endswith(".text")}
    return {name: texts[name] for name in sorted(texts) if f'data-part="{name}"' in widget.view}


def _same(setting: str, widget: Widget, name: str, text: str, state: Mapping[str, Value], begins: str) -> bool:
    if setting == "shows":
        return text == begins
    try:
        return widget.control(name).read(_plain(text)) == state[name]
    except ValueError:
        return False


def _plain(text: str) -> str:
    """A number as the text writes it, in Python's way: 1,000 is a thousand, and 10⁻⁵ is 1e-5."""
    power = re.fullmatch(r"(?:([\d.]+)×)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", text)
    return f"{power[1] or 1}e{power[2].translate(_LINE)}" if power else text.replace(",", "")


def _first(setting: str, shown: Shown, identifier: str = "") -> tuple[str, str]:
    """Something that could be named, and what it says; the demo where the page shows nothing."""
    for each, (widget, state) in shown.items():
        begins = _beginnings(setting, widget, state)
        told = [name for name in begins if begins[name]]
        if told and identifier in ("", each):
            name = min(told, key=lambda name: len(begins[name]))
            return f"{each}.{name}", begins[name]
    return "chain-rule.x", "1"


def _example(setting: str, wanted: str, text: str) -> str:
    return f"**{text}**{{{setting}={wanted}}}"
