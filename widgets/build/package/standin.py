"""The system's font that stands in where ours is late, scaled until a line of it is as long and as tall as one of ours.

A text font that comes late is not put in any more (`font-display: optional`), so that no line moves under a reader's
eyes; what stands there instead should look as nearly the same as it can.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

# How often each letter stands in a thousand characters of English text, spaces included.
FREQUENCY = {
    " ": 183, "e": 102, "t": 75, "a": 65, "o": 62, "n": 57, "i": 57, "s": 53, "r": 50, "h": 50, "l": 33, "d": 33,
    "u": 23, "c": 22, "m": 20, "f": 20, "w": 17, "g": 16, "p": 15, "y": 14, "b": 13, "v": 8, "k": 6,
}  # fmt: skip
# Widths of Arial, and of Helvetica and Liberation Sans, which share them, in thousandths of the font's size.
ARIAL = {
    " ": 278, "e": 556, "t": 278, "a": 556, "o": 556, "n": 556, "i": 222, "s": 500, "r": 333, "h": 556, "l": 222,
    "d": 556, "u": 556, "c": 500, "m": 833, "f": 278, "w": 722, "g": 556, "p": 556, "y": 500, "b": 556, "v": 500,
    "k": 500,
}  # fmt: skip
LOCAL = ("Arial", "ArialMT", "Helvetica", "Liberation Sans", "Arimo")
NAME = "Source Sans 3 stand-in"


def stand_in(font: Path) -> str:
    """The `@font-face` rule of the stand-in for `font`."""
    ours = TTFont(font)
    units, names, widths = ours["head"].unitsPerEm, ours.getBestCmap(), ours["hmtx"]
    length = sum(often * widths[names[ord(letter)]][0] / units for letter, often in FREQUENCY.items())
    scale = length / sum(often * ARIAL[letter] / 1000 for letter, often in FREQUENCY.items())
    lines = {"ascent": ours["hhea"].ascent, "descent": -ours["hhea"].descent, "line-gap": ours["hhea"].lineGap}
    overrides = "".join(f"{name}-override:{value / units / scale:.2%};" for name, value in lines.items())
    sources = ",".join(f'local("{name}")' for name in LOCAL)
    return f'@font-face{{font-family:"{NAME}";src:{sources};size-adjust:{scale:.2%};{overrides}}}'
