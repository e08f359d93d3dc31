"""Cuts the page's fonts down to the characters that a chapter uses; what else a page needs still loads in full.

A browser loads a face only for characters in its `unicode-range`. Each face becomes two: a small one with the common
characters, which stands in the style itself, so that the first line that is painted has its font and nothing moves
later; and the whole font for all the others. Nothing is lost, and most pages never load it.
"""

import base64
import io
import logging
import os
from collections.abc import Callable, Iterable

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from widgets.build.cache import FOLDER, digest, put

CACHE = FOLDER / "fonts"
COMMON = "".join(map(chr, range(0x20, 0x7F))) + ("\u00a0°²³·½×–—‘’“”…′−⁻⁰¹⁴⁵⁶⁷⁸⁹∂∇√∞≈≠≤≥")
NAMES = [1, 2, 6]  # family, style and their PostScript name: some systems take no font without
FEATURES = ["kern", "liga", "mark", "mkmk", "tnum", "ccmp"]


def unicode_range(points: Iterable[int]) -> str:
    """The code points as CSS lists them: `U+20-7E,U+A0`."""
    runs: list[list[int]] = []
    for point in sorted(set(points)):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def split_face(rule: str, font: bytes, name: str, characters: str) -> tuple[str, str]:
    """A `@font-face` rule as two: the file `name` for the rarer characters, and in the rule itself the common part.

    In this order: Chromium loads the file for no character of its own where it stands behind the other rule.
    """
    everyday = set(map(ord, characters))
    rare = set(TTFont(io.BytesIO(font)).getBestCmap()) - everyday
    others = rule.replace("}", f";unicode-range:{unicode_range(rare)}}}") if rare else ""
    common = base64.b64encode(common_part(font, characters)).decode()
    here = rule.replace(name, f"data:font/woff2;base64,{common}")
    return others, here.replace("}", f";unicode-range:{unicode_range(everyday)}}}")


def common_part(font: bytes, characters: str) -> bytes:
    """The font, as woff2, with the common characters alone. The same input gives the same bytes."""
    return _kept(digest(font, f"{fontTools.version} {characters} {FEATURES} {NAMES}"), lambda: _cut(font, characters))


def pinned(font: bytes, lightest: int, boldest: int) -> bytes:
    """A variable font from one weight to another, or at one alone, as woff2."""
    weights = f"{fontTools.version} wght={lightest}..{boldest}"
    return _kept(digest(font, weights), lambda: _pinned(font, lightest, boldest))


def _kept(name: str, make: Callable[[], bytes]) -> bytes:
    cached = CACHE / f"{name}.woff2"
    if cached.is_file():
        os.utime(cached)
    else:
        put(cached, make())
    return cached.read_bytes()


def _pinned(font: bytes, lightest: int, boldest: int) -> bytes:
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    limits = {"wght": (lightest, boldest) if lightest < boldest else lightest}
    return _woff2(instantiateVariableFont(TTFont(io.BytesIO(font), recalcTimestamp=False), limits))


def _cut(data: bytes, characters: str) -> bytes:
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    # Of its names a browser asks for none; whose font it is, the whole one says, and the style.
    options = subset.Options(
        layout_features=FEATURES, hinting=False, flavor="woff2", recalc_timestamp=False, name_IDs=NAMES
    )
    small = TTFont(io.BytesIO(data), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(small)
    return _woff2(small)


def _woff2(font: TTFont) -> bytes:
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
