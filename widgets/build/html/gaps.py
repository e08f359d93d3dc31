"""Takes the empty lines and the indents out of finished pages: the theme writes hundreds, and they say nothing."""

import re

# What keeps its spaces, or a line's end with what is around it. (A no-break space is none of these.)
_GAP = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|[ \t]*[\r\n][ \t\r\n]*", re.DOTALL)


def without_gaps(page: str) -> str:
    """The page, each gap that holds a line's end being that alone: to a reader they are the same one space."""
    return _GAP.sub(lambda found: found[1] or "\n", page)
