"""Which characters the chapter sets in which face: of KaTeX's in its formulas, and in italics in its text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import unescape

# A run of text in a formula, by the classes that KaTeX gives it.
_RUN = re.compile(
    r'<span class="((?:mord|mbin|mrel|mop|mopen|mclose|mpunct|minner|mtight|mspace|vlist-s|delimsizing\w*)\b[^"]*'
    r'|delim-size\d)"[^>]*>(?:<span>)?([^<]+)<'
)
# As KaTeX's style maps them, first match first; all else is set in Main-Regular.
_FACES = (
    ("boldsymbol", "Math-BoldItalic"),
    ("mathnormal", "Math-Italic"),
    ("mathbf", "Main-Bold"),
    ("textbf", "Main-Bold"),
    ("mathit", "Main-Italic"),
    ("textit", "Main-Italic"),
    ("size1", "Size1-Regular"),
    ("small-op", "Size1-Regular"),
    ("size2", "Size2-Regular"),
    ("large-op", "Size2-Regular"),
    ("size3", "Size3-Regular"),
    ("delim-size1", "Size1-Regular"),
    ("size4", "Size4-Regular"),
    ("delim-size4", "Size4-Regular"),
)

# Text in italics, by its element or by what a figure says of it.
_ITALIC = re.compile(r"<(em|i|dfn|cite|var)\b[^>]*>(.*?)</\1>|<text [^>]*italic[^>]*>([^<]+)<", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
# A variable's name, which a widget may change, or its own style may set in italics.
_NAMES = "abcdefghijklmnopqrstuvwxyz"


def lettering(pages: Iterable[str]) -> Mapping[str, str]:
    """Face → the characters that the formulas in this HTML set in it, sorted."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for classes, text in set(_RUN.findall(page)):
            names = set(classes.split())
            face = next((face for name, face in _FACES if name in names), "Main-Regular")
            found[face].update(unescape(text))
    return {face: "".join(sorted(characters)) for face, characters in sorted(found.items())}


def italics(pages: Iterable[str]) -> str:
    """The characters that this HTML sets in italics, sorted, and those of variables' names."""
    found = set(_NAMES)
    for page in pages:
        for _, inside, label in _ITALIC.findall(page):
            found.update(unescape(_MARKUP.sub("", inside or label)))
    return "".join(sorted(found))
