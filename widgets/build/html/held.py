"""A formula written as text: what stands on either side of an operator stays in its line, by no-break spaces.

So do the numbers of a point: (12, 7).
"""

import re

_OPERATOR = re.compile(r"\s+([=≈·×÷+−→⋅])\s+")
_POINT = re.compile(r"\((?:−?[\d.]+, )+−?[\d.]+\)")
# Code is left as it is, and so is what a patch writes: the text of an element with a part's name.
_PIECE = re.compile(
    r"<(pre|code|script|style|svg|math)\b.*?</\1>|<[^>]*\sdata-part=[^>]*>[^<]*|<[^>]*>|([^<]+)", re.DOTALL
)

# Numbers that a reader pulls or a figure moves are boxes of their own (style/scrub.css), and next to a box any space
# breaks: two of them with an equals sign between them stay together, and one with the stop behind it.
_BOX = r"<strong\b[^>]*>[^<]*</strong>"
_MOVED = r"<strong\b[^>]*(?:shows|moves)=[^>]*>[^<]*</strong>"
_BOXES = re.compile(rf"(?:{_BOX}\u00a0[=≈]\u00a0)+{_BOX}[.,;:!?)]*|{_MOVED}[.,;:!?)]+")


def held(html: str) -> str:
    """The HTML with its running text so."""
    html = _PIECE.sub(lambda piece: _joined(piece[2]) if piece[2] else piece[0], html)
    return _BOXES.sub(r'<span class="unbroken">\g<0></span>', html)


def _joined(text: str) -> str:
    text = _OPERATOR.sub("\u00a0\\1\u00a0", text)
    return _POINT.sub(lambda point: point[0].replace(" ", "\u00a0"), text)
