"""Joins the chapter's sections into one page, for scrolling and printing; every line still knows its own file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from widgets.build.source import Line, Page

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,5}) (.*)$")
_LINK = re.compile(r"\]\(([\w-]+\.md)?(#[\w-]+)?\)")


def one_page(title: str, introduction: Page, sections: Sequence[Page]) -> Page:
    """The sections as one page: headings one level down, links turned into anchors."""
    anchors = {PurePosixPath(page.path).name: f"#section-{PurePosixPath(page.path).stem}" for page in sections}
    lines = [Line(f"# {title}", introduction.path, 1), Line("", introduction.path, 1), *introduction.lines]
    for page in sections:
        lines += [Line("", page.path, 1), *_as_part(page, anchors)]
    return replace(introduction, lines=tuple(lines))


def _as_part(page: Page, anchors: Mapping[str, str]) -> Iterator[Line]:
    own = anchors[PurePosixPath(page.path).name]
    closing = ""
    for line in page.lines:
        text = line.text
        fence = _FENCE.match(text)
        if fence and not closing:
            closing = fence[1]
        elif fence and text.strip() == closing:
            closing = ""
        elif not closing:
            heading = _HEADING.match(text)
            if heading:
                name = f" {{{own}}}" if heading[1] == "#" and "{#" not in heading[2] else ""
                text = f"#{heading[1]} {heading[2]}{name}"
            text = _LINK.sub(lambda m: f"]({m[2] or anchors.get(m[1] or '', '') or m[1] or ''})", text)
        yield replace(line, text=text)
