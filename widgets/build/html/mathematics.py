"""Typesets LaTeX at build time: KaTeX, run by Node, gives HTML with MathML, and the page needs no script."""

import atexit
import html
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from widgets.build.cache import digest, kept, of_files
from widgets.build.faults import Fault
from widgets.build.html.held import held
from widgets.build.package.imports import ROOT
from widgets.build.package.node import require_node
from widgets.build.source import current_page

# What pymdownx.arithmatex leaves behind in its generic mode.
_FORMULA = re.compile(
    r'([(\u201c]?)<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\2>'
    r"((?:\s[=≈]\s<strong[^>]*>[^<]*</strong>)?[.,;:!?)\u2019\u201d]*)",
    re.DOTALL,
)


class FormulaError(ValueError):
    """A formula that KaTeX rejects. The message holds the formula and what KaTeX says is wrong with it."""


@cache
def _katex() -> "subprocess.Popen[str]":
    script = Path(__file__).with_name("katex.mjs")
    process = subprocess.Popen(
        [require_node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    atexit.register(process.kill)
    return process


def close() -> None:
    """Ends KaTeX's process; the next formula starts another."""
    if _katex.cache_info().currsize:
        process = _katex()
        process.kill()
        process.wait()
        atexit.unregister(process.kill)
        _katex.cache_clear()


@cache
def _setting() -> str:
    """Changes with whatever sets a formula."""
    files = ["node_modules/katex/package.json", "widgets/browser/formula.js", "widgets/build/html/katex.mjs"]
    return of_files([*(ROOT / file for file in files), Path(__file__)])


@cache
def typeset(latex: str, display: bool = False) -> str:
    """The formula as HTML with MathML. Raises `FormulaError` where KaTeX rejects it."""
    return kept("formulas", digest(_setting(), latex, str(display)), lambda: _typeset(latex, display))


def _typeset(latex: str, display: bool) -> str:
    process = _katex()
    assert process.stdin and process.stdout
    process.stdin.write(json.dumps({"latex": latex, "display": display}) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("KaTeX stopped: is node_modules complete? `make clean site` installs it anew.")
    answer = json.loads(line)
    if "error" in answer:
        raise FormulaError(f"KaTeX rejects the formula {latex!r}: {answer['error']}")
    # HTML needs no namespace, and the formula must read the same wherever it is parsed.
    # The search index takes the MathML alone: in it, a formula should stand once.
    page = str(answer["html"]).replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")
    page = re.sub(r"<annotation encoding=\"application/x-tex\">.*?</annotation>", "", page, flags=re.DOTALL)
    # What the index leaves out ends for it at the next end of a like element, so this one is like none of those in it.
    start, _, drawn = page.partition('<span class="katex-html"')
    around = "</span>" * (1 + display)
    inner = drawn.removesuffix(f"</span>{around}")
    return f'{start}<bdi class="katex-html" data-search-exclude=""{inner}</bdi>{around}'


class _Typesetter(Postprocessor):
    def run(self, text: str) -> str:
        return held(_FORMULA.sub(self._set, text))

    def _set(self, found: re.Match[str]) -> str:
        before, _, kind, source, after = found.groups()
        formula = before + self._typeset(html.unescape(source).strip(), kind == "[") + after
        # style/page.css keeps a formula in one line; a bracket before it and a stop behind it stay with it.
        return f'<span class="unbroken">{formula}</span>' if kind == "(" and (before or after) else formula

    def _typeset(self, latex: str, display: bool) -> str:
        page = current_page.get()
        try:
            return typeset(latex, display)
        except FormulaError as error:
            if page is None:
                raise
            where = page.find(f"${latex}$", latex, *latex.splitlines())
            page.report.add(Fault(where, str(error), "", "$\\frac{1}{2}$"))
            return ""


class MathematicsExtension(Extension):
    """A Python-Markdown extension: replaces what arithmatex marked as mathematics by typeset formulas."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.postprocessors.register(_Typesetter(md), "mathematics", 1)  # after raw HTML is put back


def makeExtension(**settings: Any) -> MathematicsExtension:
    return MathematicsExtension(**settings)
