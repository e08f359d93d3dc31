"""A formula written as text: what stands on either side of an operator stays in its line, by no-break spaces."""

import re

_OPERATOR = re.compile(r"\s+([=≈·×÷+−→⋅])\s+")
# Code is left as it is, and so is what a patch writes: the text of an element with a part's name.
_PIECE = re.compile(
    r"<(pre|code|script|style|svg|math)\b.*?</\1>|<[^>]*\sdata-part=[^>]*>[^<]*|<[^>]*>|([^<]+)", re.DOTALL
)


def held(html: str) -> str:
    """The HTML with its running text so."""
    return _PIECE.sub(
        lambda piece: _OPERATOR.sub("\u00a0\\1\u00a0", piece[2]) if piece[2] else piece[0],
        html,
    )
