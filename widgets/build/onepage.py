"""Joins the chapter's sections into one page, for scrolling and printing."""

import re
from collections.abc import Mapping

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,5}) (.*)$")
_LINK = re.compile(r"\]\(([\w-]+\.md)?(#[\w-]+)?\)")


def one_page(title: str, introduction: str, sections: Mapping[str, str]) -> str:
    """The sections (file name → Markdown) as one page: headings one level down, links turned into anchors."""
    anchors = {name: f"#section-{name.removesuffix('.md')}" for name in sections}
    parts = [f"# {title}", introduction]
    parts += [_as_part(text, anchors[name], anchors) for name, text in sections.items()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _as_part(text: str, anchor: str, anchors: Mapping[str, str]) -> str:
    lines = []
    closing = ""
    for line in text.splitlines():
        fence = _FENCE.match(line)
        if fence and not closing:
            closing = fence[1]
        elif fence and line.strip() == closing:
            closing = ""
        elif not closing:
            heading = _HEADING.match(line)
            if heading:
                name = f" {{{anchor}}}" if heading[1] == "#" and "{#" not in heading[2] else ""
                line = f"#{heading[1]} {heading[2]}{name}"
            line = _LINK.sub(lambda m: f"]({m[2] or anchors.get(m[1] or '', '') or m[1] or ''})", line)
        lines.append(line)
    return "\n".join(lines)
