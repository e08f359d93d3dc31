"""Turns a widget and a state into the HTML that ships in the page: figure, formulas and numbers."""

import json
import re
from collections.abc import Callable, Mapping

from lxml import etree

from widgets.build.html.apply import apply, parse_formula
from widgets.build.html.card import card, control, player, written
from widgets.build.html.figure import draw
from widgets.build.html.prepared import frames_file, tables
from widgets.build.html.room import keep_room
from widgets.kit.controls import Select, Slider, Value
from widgets.kit.numbers import MINUS, raised
from widgets.kit.patch import Patch
from widgets.kit.story import Story
from widgets.kit.widget import Widget

FRAMES = re.compile(r'data-frames="([^"]+)"')  # where a widget's HTML names the file of its frames


def prerender(
    widget: Widget,
    state: Mapping[str, Value],
    identifier: str,
    framed: Callable[[Widget, Mapping[str, Value]], str] = frames_file,
) -> str:
    """The widget's HTML in this state. `identifier` is its id, unique on the page; `framed` names its frames' file.

    Raises `ValueError` where view and patch disagree or the frames exceed their budget.
    """
    state = {**widget.defaults(), **state}
    body = etree.fromstring(f'<div class="widget-body widget-{widget.name}">{widget.view}</div>')
    for place in body.xpath("//*[@data-control]"):
        place.getparent().replace(place, control(widget.control(place.get("data-control")), identifier))
    if widget.story:
        _place_player(body, widget.story)
    for figure in body.xpath("//figure[@data-figure]"):
        name = figure.get("data-figure")
        figure.insert(0, draw(widget.figures[name], f"{identifier}-{name}"))
        for gid, part in widget.figures[name].shows.items():
            for mark in figure.xpath(".//*[@data-part=$gid]", gid=gid):  # and the grip that lies over it
                mark.set("data-shows", part)
        for gid, values in widget.figures[name].picks.items():
            picked = "; ".join(f"{control}={written(value)}" for control, value in values.items())
            figure.xpath(".//*[@data-part=$gid]", gid=gid)[0].set("data-set", picked)
    for formula in body.iter("m"):
        formula.tag = "span"
        if "data-part" not in formula.attrib:
            typeset_formula = parse_formula(formula.text or "")
            formula.text = None
            formula.append(typeset_formula)
    patch = widget.update(state)
    _set_controls(body, widget, state, patch)
    apply(patch, body)
    _describe_sliders(body)
    root = card(widget, body, identifier)
    root.set("data-state", json.dumps(state, ensure_ascii=False))
    prepared = framed(widget, state)
    root.set("data-frames", prepared)
    keep_room(body, tables(prepared), patch, tables(prepared, choices=True))
    return str(etree.tostring(root, method="html", encoding="unicode"))


def _place_player(body: etree._Element, story: Story) -> None:
    """In the row of the slider that shows how far the story is; else in a row of its own, above those it moves."""
    (first,) = body.xpath("//*[@data-control=$name]", name=next(iter(story.moves)))
    if story.scrubs:
        first.insert(1, player(story))
    else:
        first.addprevious(player(story))


def _set_controls(body: etree._Element, widget: Widget, state: Mapping[str, Value], patch: Patch) -> None:
    for place in body.xpath("//*[@data-control]"):
        declared = widget.control(place.get("data-control"))
        value = state[declared.name]
        if isinstance(declared, Select):
            own = declared.typed and value not in declared.options
            for option in place.xpath(".//option[@value=$value]", value="" if own else value):
                option.set("selected", "selected")
                _say(place.xpath(".//select")[0], option.text)
            if own:
                place.xpath(".//input")[0].set("value", str(value))
                _say(place.xpath(".//input")[0], str(value))
                place.xpath(".//*[@class='typed']")[0].attrib.pop("hidden")
        else:
            last = float(patch[f"{declared.until}.text"]) if declared.until else declared.stop
            _set_slider(place, declared, float(value), last)


def _set_slider(place: etree._Element, declared: Slider, value: float, last: float) -> None:
    """Thumb, fill and number where browser/controls.js would put them, on a track that ends at `last`."""
    value = min(value, last)
    position, start, stop = (declared.position(v) for v in (value, declared.start, last))
    (track,) = place.xpath(".//input[@type='range']")
    track.set("max", f"{stop:.10g}")
    track.set("value", f"{position:.10g}")
    track.set("style", f"--at: {(position - start) / (stop - start):.4f};")
    hundredths = not declared.log and not declared.whole and (value * 100).is_integer()
    (typed,) = place.xpath(".//input[@class='number']")
    typed.set("value", f"{value:.2f}".replace("-", MINUS) if hundredths else _typed(value))
    _say(typed, typed.get("value"))


def _typed(value: float) -> str:
    """The number as browser/number.js writes it."""
    factor, _, exponent = f"{value:.10g}".replace("-", MINUS, int(value < 0)).partition("e")
    return f"{'' if factor == '1' else f'{factor}×'}10{raised(int(exponent))}" if exponent else factor


def _say(element: etree._Element, value: str) -> None:
    """Writes what stands in a field's place until there is a field."""
    (place,) = element.xpath("ancestor::*[@class='field']")
    place.text = value


def _describe_sliders(body: etree._Element) -> None:
    """A screen reader hears the widget's summary as the slider's value; the browser side keeps it so."""
    (summary,) = body.xpath("//*[@data-summary]")
    for slider in body.xpath("//input[@type='range']"):
        slider.set("aria-valuetext", " ".join("".join(summary.itertext()).split()))
