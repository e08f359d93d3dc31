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
        block.extend([*figures, text] if children[:1] == figures[:1] else [text, *figures])

    def _is_widget(self, element: ElementTree.Element) -> bool:
        stashed = _STASHED.match(element.text or "") if element.tag == "p" and not len(element) else None
        return stashed is not None and "data-widget=" in self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]


class PassageExtension(BlocksExtension):  # type: ignore[misc]
    """A Python-Markdown extension: `/// passage`."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: ARG002
        block_mgr.register(Passage, self.getConfigs())  # type: ignore[attr-defined]


def makeExtension(**settings: object) -> PassageExtension:
    return PassageExtension(**settings)
