"""Spelling and grammar of Markdown, checked by Harper in British English."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import ROOT
from tests.prose.page import Page
from widgets.build.package.node import require_node

WORDS = Path(__file__).with_name("words.txt")
_TITLE = re.compile(r'^[ ]*(?:!!!|\?\?\?\+?) [\w ]+ "(.*)"$', re.MULTILINE)
_DIRECTIVE = re.compile(r"^:::.*(?:\n[ ]+.*)*", re.MULTILINE)
# Authors, title and year of a source; what is said of it follows. Addresses too are no words.
_REFERENCE = re.compile(
    r"""(?<=^-[ ])\*\*.*?\b(?:19|20)\d\d\b[^.\[]*\.?
    | (?<=\|[ ])[^|\n]*\b(?:19|20)\d\d\b[^|\n]*(?=[ ]\|$)
    | \bdoi:\S+ | \[[\w.-]+\.\w+(?:/\S*)?\](?=\()""",
    re.MULTILINE | re.VERBOSE,
)
_CODE = re.compile(r"`[^`\n]+`")


def sentences(markdown: str) -> str:
    """The text alone, line for line: formulas and code have become a mark that Harper passes over."""
    text = _blank(_DIRECTIVE, markdown)
    text = _CODE.sub("\0", _REFERENCE.sub("\0", text))  # a mark, for they are words of their sentences
    text = Page("", text).unread(lambda gap: "\n" * gap.count("\n"))
    text = re.sub(r"\[([^\[\]\n]+)\]", r"\1", text)  # a link is read as part of its sentence
    text = re.sub(r"(\${1,2})(?!\s)(.+?)\1", lambda m: "\0" + "\n" * m[0].count("\n"), text, flags=re.DOTALL)
    text = re.sub(r"\*\w\*(?!\*)", "\0", text)  # a name of mathematics
    text = _TITLE.sub(r"\1", text).replace("\0", "`x`")
    return re.sub(r"^[ \t]+|[ \t]+$", "", text, flags=re.MULTILINE)


def slips(texts: Mapping[str, str]) -> list[str]:
    """What is wrong with the texts, given by name: file, line, what was found and what may be meant."""
    asked = {
        "words": WORDS.read_text(encoding="utf-8").split(),
        "texts": {name: sentences(text) for name, text in texts.items()},
    }
    made = subprocess.run(
        [require_node(), str(Path(__file__).with_suffix(".mjs"))],
        input=json.dumps(asked),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stderr
    found = sorted(json.loads(made.stdout), key=lambda slip: (slip["name"], slip["at"]))
    return [
        f"{slip['name']}:{slip['line']}: “{slip['problem']}”: {slip['message']} ({slip['rule']}"
        + (f"; perhaps {', '.join(slip['better'][:3])})" if slip["better"] else ")")
        for slip in found
    ]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda m: "\n" * m[0].count("\n"), text)
