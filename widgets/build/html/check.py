"""A check: a question that takes a number, and knows the slips that lead to other numbers; or choices, as a guess has.

    /// check
    What is the slope of $y = (3x - 1)^4$ at $x = 1$?

    **96**
    :   The outer slope is 32, the inner one 3.

    32
    :   The inner slope is missing.
    ///

The right number is bold. Where a term is no number, all of them are choices. Without a script the answer is there to
open, and on paper it is open.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension

from widgets.build.html.guess import Guess, bold

_NUMBER = re.compile(r"[−-]?\d+(\.\d+)?")


class Check(Guess):
    """The question, a field for the number, what is said to each slip, and the answer, folded."""

    NAME = "check"
    KIND = ""  # the heading above all of them says what they are
    LEAST, ALLOWED = 1, "the right answer in bold type, and other answers with what is wrong with them"
    EXAMPLE = "/// check\nWhat is 3 · 2?\n\n**6**\n:   Three twos.\n\n5\n:   That is 3 + 2.\n///"

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "fieldset", {"class": "guess quick-check"})

    def on_end(self, block: ElementTree.Element) -> None:
        terms = [entry for child in block if child.tag == "dl" for entry in child if entry.tag == "dt"]
        if not all(_NUMBER.fullmatch(bold(term) or (term.text or "").strip()) for term in terms):
            return super().on_end(block)
        (*_, answers) = self._divided(block) or [ElementTree.Element("dl")]
        form = ElementTree.SubElement(block, "form", {"class": "check-number"})
        label = ElementTree.SubElement(form, "label")
        label.text = "Your answer "
        settings = {"name": "answer", "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ElementTree.SubElement(label, "input", {"size": "8", "required": "required", **settings})
        ElementTree.SubElement(form, "button").text = "Check"
        ElementTree.SubElement(block, "div", {"class": "check-told", "role": "status"})
        solution = ElementTree.SubElement(block, "details", {"class": "check-answer"})
        ElementTree.SubElement(solution, "summary").text = "Show the answer"
        reply = solution
        for entry in answers:
            if entry.tag == "dt":
                right = bold(entry)
                number = (right or (entry.text or "").strip()).replace("−", "-")
                if right:
                    solution.set("data-answer", number)
                    line = ElementTree.SubElement(solution, "p")
                    ElementTree.SubElement(line, "strong").text = right
                    reply = solution
                else:
                    reply = ElementTree.SubElement(block, "div", {"data-answer": number, "hidden": "hidden"})
            else:
                entry.tag = "div"
                reply.append(entry)
        return None


class CheckExtension(BlocksExtension):  # type: ignore[misc]
    """A Python-Markdown extension: `/// check`."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: object) -> None:  # noqa: ARG002
        block_mgr.register(Check, self.getConfigs())  # type: ignore[attr-defined]


def makeExtension(**settings: object) -> CheckExtension:
    return CheckExtension(**settings)
