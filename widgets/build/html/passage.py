"""A passage: a few sentences and the one figure they are about.

    /// passage
    Pull the open point towards the other one.

    ``` widget
    name: secant
    ```
    ///

Beside each other where there is room, one under the other on a phone, in the order in which they are written;
passage.css says how. A passage without exactly one widget is its author's mistake.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from widgets.build.faults import Fault
from widgets.build.html.blocks import place_of
from widgets.build.source import current_page

_STASHED = re.compile(r"^\s*\x02wzxhzdk:(\d+)\x03\s*$")  # where Python-Markdown keeps finished HTML
_UNSEEN = re.compile(
    r"\]\(.*?\)|\{(?:\.|[^{}]*=)[^{}]*\}|<[^>]*>|\\[A-Za-z]+|[\\${}\[*]"
)  # addresses, attributes, tags, TeX's signs
_BLOCK = 20  # a paragraph, an item and a row are so many letters higher than their own
_EXAMPLE = "/// passage\nPull the point.\n\n``` widget\nname: chain-rule\n```\n///"


class Passage(Block):  # type: ignore[misc]
    """The figure goes beside a box of its own for all the text, so that it may stay in view while that passes."""

    NAME = "passage"

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "div", {"class": "passage"})

    def on_end(self, block: ElementTree.Element) -> None:
        children = list(block)
        figures = [child for child in children if self._is_widget(child)]
        page = current_page.get()
        where = place_of(self.md, self.NAME)
        if len(figures) != 1 and page:
            found = f"this passage holds {len(figures) or 'no'} widget{'s' * (len(figures) > 1)}"
            page.report.add(Fault(where, found, "one widget, with the text that is about it", _EXAMPLE))
        text = ElementTree.Element("div", {"class": "passage-text"})
        for child in children:
            block.remove(child)
            if child not in figures:
                text.append(child)
        first = children[:1] == figures[:1]
        block.extend([*figures, text] if first else [text, *figures])
        if first and any('class="pinned"' in self._html(figure) for figure in figures):
            block.set("class", "passage pins")
            block.set("style", f"--letters: {self._letters(text)}")

    def _is_widget(self, element: ElementTree.Element) -> bool:
        return "data-widget=" in self._html(element)

    def _html(self, element: ElementTree.Element) -> str:
        """The finished HTML that a paragraph stands for, if it does."""
        stashed = _STASHED.match(element.text or "") if element.tag == "p" and not len(element) else None
        return str(self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]) if stashed else ""

    def _letters(self, text: ElementTree.Element) -> int:
        """About how long a text is, rather too short: from it, style/pinned.css works out how far a picture stays."""
        words = " ".join(text.itertext())
        words += "".join(self._html(element) for element in text.iter("p"))  # code
        blocks = sum(element.tag in ("p", "li", "tr") for element in text.iter())
        return len(_UNSEEN.sub("", words)) + _BLOCK * blocks


class PassageExtension(BlocksExtension):  # type: ignore[misc]
    """A Python-Markdown extension: `/// passage`."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: ARG002
        block_mgr.register(Passage, self.getConfigs())  # type: ignore[attr-defined]


def makeExtension(**settings: object) -> PassageExtension:
    return PassageExtension(**settings)
