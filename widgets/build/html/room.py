"""Room for the longest thing that a text with live numbers says while a slider moves.

A sentence that takes a line more or less at another value moves the page under the hand. So a text that can become
longer carries, in `data-room`, the longest that it becomes in the prepared states of the widget's own sliders, and
style/card.css lays an invisible copy of that under it: whatever is said, it is as high as the highest.

A sentence that is far longer than the others, at a kink or at the end of a walk, is left out: one jump there is better
than empty lines everywhere else. Within a fold only the list of points that keys go to has its room: that of the curve,
among those to choose from in that fold, which has most.
"""

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree
from lxml.builder import E

from widgets.build.html.frames import SEPARATOR
from widgets.kit.patch import Patch

# How wide a text is, in letters of a middling width: what fits into one line on any phone needs no room, ...
SHORT = {"p": 32, "figcaption": 16}  # as two figures may stand side by side
SHRINKS = 16  # by so much shorter, it may take a line less
LINE = 32  # ... and by so much, a line on a phone, may it become longer than it is at first, and has its room.
# Texts in a line, not rows of boxes.
_TEXTS = (
    "(.//p[@class='sentence' or not(@class) or text()[normalize-space()] or count(*) = 1] | .//figcaption)"
    "[.//@data-part][not(@data-part or @hidden or ancestor::details)]"
)
_KEYS = ".//details[.//select]//p[contains(@class, 'slider-keys')]"
_NARROW = re.compile(r"[iljftrI.,:;’'()|\[\] \u00a0]")
_MARKUP = re.compile(r"\\[A-Za-z]+|[{}^_\\&]|\s+")


def keep_room(
    body: etree._Element, tables: Sequence[Mapping[str, Any]], patch: Patch, choices: Sequence[Mapping[str, Any]]
) -> None:
    """Gives every text its room; `tables` are the frames, `choices` those of all choices, and `patch` is what the page
    says itself."""
    for element in body.xpath(_TEXTS):
        now = _text(element, patch)
        _give(element, now, [now, *_texts(element, tables, patch, _width(now) + LINE)])
    for element in body.xpath(_KEYS):
        now = _text(element, patch)
        _give(element, now, [now, *_texts(element, choices, patch, math.inf)])


def _give(element: etree._Element, now: str, texts: Sequence[str]) -> None:
    """Room for the longest of these texts, where it matters; `now` is what the page says."""
    longest, shortest = max(texts, key=_width), min(texts, key=_width)
    # Of two lines or less, hardly any wraps otherwise for a digit; each byte here is on every page.
    least = _width(now) + (1.5 if _width(now) < 100 else 0)
    grows, shrinks = (
        _width(longest) > least,
        longest == now and _width(now) > _width(shortest) + SHORT["figcaption"],
    )
    if (grows or shrinks) and _width(longest) > SHORT[element.tag]:
        _wrap(element)
        element.set("data-room", longest)


def _texts(element: etree._Element, tables: Sequence[Mapping[str, Any]], patch: Patch, most: float) -> Iterator[str]:
    """What the element says in every prepared state, but for what is longer than `most`."""
    keys = [
        f"{part.get('data-part')}.{kind}" for part in element.xpath(".//*[@data-part]") for kind in ("text", "latex")
    ]
    for table in tables:
        columns = {key: column for key in keys if (column := _column(key, table, tables[0]))}
        axes = sorted({axis for by, _ in columns.values() for axis in by})
        sizes = [len(table["axes"][axis][1]) for axis in axes]
        texts = {key: (by, values.split(SEPARATOR)) for key, (by, values) in columns.items()}
        for index in itertools.product(*map(range, sizes)):
            at = dict(zip(axes, index, strict=True))
            here = dict(patch)
            for key, (by, values) in texts.items():
                row = 0
                for axis in by:
                    row = row * len(table["axes"][axis][1]) + at[axis]
                here[key] = values[row]
            text = _text(element, here)
            if _width(text) <= most:
                yield text


def _column(key: str, table: Mapping[str, Any], first: Mapping[str, Any]) -> Any:
    """A column as browser/frames.js finds it: under its own name, under another's, or in the first table."""
    column: Any = key
    while isinstance(column, str):
        column = table["columns"].get(column) or first["columns"].get(column)
    return column


def _text(element: etree._Element, patch: Patch) -> str:
    return re.sub(" +", " ", _written(element, patch)).strip(" ")


def _written(element: etree._Element, patch: Patch) -> str:
    """What the element reads, its groups with spaces that do not break: elements with a class of their own."""
    part = element.get("data-part")
    if part and f"{part}.text" in patch:
        text = patch[f"{part}.text"]
    elif part and f"{part}.latex" in patch:
        text = _MARKUP.sub("", patch[f"{part}.latex"])
    elif element.get("class") == "katex" or element.xpath("self::*[.//annotation]"):
        text = "".join(element.xpath(".//mi/text() | .//mn/text() | .//mo/text()"))
    else:
        text = (element.text or "") + "".join(_written(each, patch) + (each.tail or "") for each in element)
    text = re.sub(r"[ \n]+", " ", text)
    return text.replace(" ", "\u00a0") if element.get("class") and element.tag not in ("p", "figcaption") else text


def _width(text: str) -> float:
    """How wide, in letters of a middling width."""
    return len(text) - 0.4 * len(_NARROW.findall(text))


def _wrap(element: etree._Element) -> None:
    inner = E.span()
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
