"""A guess: a question with choices, each of which has its own answer, the wrong ones too.

    /// guess
    The curve is 9 high there, and its slope is 6. By about how much does $y$ change when $x$ grows by 0.01?

    by 0.03
    :   That is 3 times the nudge: you multiplied by $x$.

    **by 0.06**
    :   Yes: 6 times the nudge.
    ///

The right choice is written in bold type, which the reader does not see. Radio buttons and a style show the answer of
the one that is chosen: no script is needed. On paper every answer is open.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from widgets.build.faults import Fault
from widgets.build.html.blocks import place_of
from widgets.build.source import current_page

_BOLD = re.compile(r"\*\*(.+)\*\*")


class Guess(Block):  # type: ignore[misc]
    """The question, and below it the choices of a definition list: a term for each, and its answer."""

    NAME = "guess"
    KIND = "Guess first"  # said above the question
    LEAST, ALLOWED = 2, "two or more choices, the right one bold"
    EXAMPLE = "/// guess\nIs 3 · 2 more than 5?\n\n**yes**\n:   It is 6.\n\nno\n:   That is 3 + 2.\n///"

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "fieldset", {"class": "guess"})

    def on_end(self, block: ElementTree.Element) -> None:
        choices = self._divided(block)
        number: int = self.md.__dict__.setdefault("guess_count", 0)
        self.md.__dict__["guess_count"] = number + 1
        for child in choices:
            _add_choices(block, child, f"guess-{number + 1}")

    def _divided(self, block: ElementTree.Element) -> list[ElementTree.Element]:
        """Leaves the question alone in the block, as its legend, and gives the list of choices, if there is one."""
        where = place_of(self.md, self.NAME)
        page = current_page.get()
        lists = [child for child in block if child.tag == "dl"]
        terms = [entry for child in lists for entry in child if entry.tag == "dt"]
        right = [entry for entry in terms if bold(entry)]
        if page and (len(lists) != 1 or len(terms) < self.LEAST or len(right) != 1):
            found = f"this {self.NAME} has {len(terms)} choices, {len(right)} of them in bold type"
            page.report.add(Fault(where, found, self.ALLOWED, self.EXAMPLE))
        legend = ElementTree.Element("legend")
        if self.KIND:
            ElementTree.SubElement(legend, "small").text = self.KIND
        for child in list(block):
            block.remove(child)
            if child.tag != "dl":
                legend.append(child)
        block.append(legend)
        return lists


def bold(term: ElementTree.Element) -> str:
    """What stands in bold type in a term that is all bold; "" where it is not."""
    found = _BOLD.fullmatch((term.text or "").strip())
    return found[1] if found else ""


def _add_choices(block: ElementTree.Element, choices: ElementTree.Element, name: str) -> None:
    """A radio button, its label and its answer, for each term of the list with its meaning."""
    answer = ElementTree.Element("div")
    for i, entry in enumerate(choices):
        if entry.tag != "dt":
            entry.tag = "div"
            entry.set("class", "answer")
            answer.append(entry)
            continue
        right = bold(entry)
        answer = ElementTree.SubElement(block, "div", {"class": f"choice{' right' if right else ''}"})
        identifier = f"{name}-{i}"
        ElementTree.SubElement(
            answer, "input", {"type": "radio", "name": name, "id": identifier, "autocomplete": "off"}
        )
        entry.tag, entry.text = "label", right or entry.text
        entry.set("for", identifier)
        answer.append(entry)


class GuessExtension(BlocksExtension):  # type: ignore[misc]
    """A Python-Markdown extension: `/// guess`."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: ARG002
        block_mgr.register(Guess, self.getConfigs())  # type: ignore[attr-defined]


def makeExtension(**settings: object) -> GuessExtension:
    return GuessExtension(**settings)
