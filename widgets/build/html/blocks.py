"""Where an author wrote a block such as `/// passage`: Python-Markdown itself forgets the lines."""

import re

from markdown import Markdown

from widgets.build.source import current_page


def place_of(md: Markdown, name: str) -> str:
    """The line where this block begins, the next of its kind on the page; called once for each. "" outside a page."""
    counts: dict[str, int] = md.__dict__.setdefault("block_counts", {})
    counts[name] = counts.get(name, 0) + 1
    page = current_page.get()
    if page is None:
        return ""
    lines = [line for line in page.lines if re.match(rf"\s*/{{3,}}\s*{name}\b", line.text)]
    return lines[min(counts[name], len(lines)) - 1].where
