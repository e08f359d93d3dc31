"""A page as its author wrote it: lines that know where they came from, with the fences and links among them."""

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from widgets.build.faults import Report

_FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})\s*([\w-]*)")
_UNREAD = re.compile(r"(`+).+?\1|(?<!\\)\$\$?(?!\s).+?\$")  # code and formulas: no link stands in them
# **0.1**{moves=secant.h}: what stands in bold type, if anything does, and the settings behind it.
_BOUND = re.compile(r"(?:\*\*([^*]+)\*\*)?\{([^{}]*\b(?:moves|shows)=[^{}]*)\}")
_SETTING = re.compile(r"\b(moves|shows)=\"?([^\s\"}]+)")
_LINK = re.compile(r"\]\(\s*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)|^\s*\[[^\]^]+\]:\s+(\S+)")


@dataclass(frozen=True)
class Line:
    """A line of Markdown, and the file and line in which its author will find it."""

    text: str
    file: str
    number: int

    @property
    def where(self) -> str:
        return f"{self.file}, line {self.number}"


@dataclass(frozen=True)
class Fence:
    """A fenced block: its opening line, its language, and the lines inside, without what they are indented by."""

    opening: Line
    language: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def where(self, line: int) -> str:
        """The place of a line of the fence: 0 is its opening."""
        return [self.opening, *self.lines][min(line, len(self.lines))].where


@dataclass(frozen=True)
class BoundNumber:
    """A number of the text behind which a widget stands: what it says, and its settings, as `moves` → `secant.h`."""

    line: Line
    text: str
    settings: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """A page's lines, its front matter apart, and the report that its mistakes go to."""

    path: str
    lines: tuple[Line, ...]
    report: Report = field(default_factory=Report)
    front: tuple[Line, ...] = ()

    @property
    def markdown(self) -> str:
        return "\n".join(line.text for line in self.lines) + "\n"

    def fences(self) -> Iterator[Fence]:
        """Every fenced block, however it is indented."""
        for block in self._blocks():
            if isinstance(block, Fence):
                yield block

    def links(self) -> Iterator[tuple[Line, str]]:
        """Every link outside of code: its line, and where it leads."""
        for block in self._blocks():
            if isinstance(block, Line):
                for found in _LINK.finditer(_UNREAD.sub("", block.text)):
                    yield block, found[1] or found[2] or ""

    def bound_numbers(self) -> Iterator[BoundNumber]:
        """Every number outside of code that moves a widget or follows it."""
        for block in self._blocks():
            if isinstance(block, Line):
                for found in _BOUND.finditer(_UNREAD.sub("", block.text)):
                    yield BoundNumber(block, found[1] or "", dict(_SETTING.findall(found[2])))

    def find(self, *texts: str) -> str:
        """The place of the first line that holds the first of the texts that stands anywhere, else of the page."""
        for text in texts:
            for line in (*self.front, *self.lines):
                if text and text in line.text:
                    return line.where
        return f"{self.path}, line 1"

    def where(self, source: str, line: int) -> str:
        """The place of a line of the fence that holds `source`: 0 is its opening."""
        for fence in self.fences():
            if [each.strip() for each in fence.text.splitlines()] == [each.strip() for each in source.splitlines()]:
                return fence.where(line)
        return f"{self.path}, line {line + 1}"

    def _blocks(self) -> Iterator[Line | Fence]:
        """The lines in their order, those of a fence together."""
        opening: Line | None = None
        inside: list[Line] = []
        indent = closing = language = ""
        for line in self.lines:
            mark = _FENCE.match(line.text)
            if opening is None:
                if mark:
                    opening, inside, (indent, closing, language) = line, [], mark.groups()
                else:
                    yield line
            elif mark and line.text.strip() == closing:
                yield Fence(opening, language, tuple(inside))
                opening = None
            else:
                inside.append(Line(line.text.removeprefix(indent), line.file, line.number))
        if opening is not None:
            yield from (opening, *inside)


def read_page(path: str, text: str, report: Report | None = None) -> Page:
    """The page in `text`."""
    lines = tuple(Line(line, path, number) for number, line in enumerate(text.splitlines(), start=1))
    front = 0
    if lines and lines[0].text.rstrip() == "---":
        ends = [i for i, line in enumerate(lines) if i and line.text.rstrip() in ("---", "...")]
        front = ends[0] + 1 if ends else 0
    return Page(path, lines[front:], report or Report(), lines[:front])


current_page: ContextVar[Page | None] = ContextVar("current_page", default=None)
