"""Numbers of the text that a widget stands behind, in bold type with a setting:

    With a step of **0.1**{moves=secant.h} the slope of the line is **6.1**{shows=secant.secant}.

The first is pulled where it stands, and moves the slider `h` of the page's widget `secant`. The second follows: it is
the part `secant` of what that widget shows. Without a script both are bold numbers; check/numbers.py sees to it that
they say what the widget begins with, and browser/scrub.js that they go on saying what it shows.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from widgets import find_widget, widget_names

SETTINGS = ("moves", "shows")
_MARKED = ("ix", "iu", "iy", "id")  # the quantities with a colour and a mark in the text (style/page.css)


class _Numbers(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for strong in root.iter("strong"):
            for setting in SETTINGS:
                if setting in strong.attrib:
                    strong.set(f"data-{setting}", strong.attrib.pop(setting))
            if "data-moves" in strong.attrib:
                classes = [strong.get("class", ""), "scrub", _ink(strong.get("data-moves", ""))]
                strong.set("class", " ".join(filter(None, classes)))


def _ink(moved: str) -> str:
    """The colour of the slider's quantity; none where there is no such slider, which the check of the page tells."""
    identifier, _, name = moved.rpartition(".")
    widget = re.sub(r"-\d+$", "", identifier)
    sliders = find_widget(widget).sliders if widget in widget_names() else ()
    return next((slider.ink for slider in sliders if slider.name == name and slider.ink in _MARKED), "")


class NumbersExtension(Extension):
    """A Python-Markdown extension, for what attr_list has read."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Numbers(md), "numbers", 5)  # after attr_list


def makeExtension(**settings: object) -> NumbersExtension:
    return NumbersExtension(**settings)
