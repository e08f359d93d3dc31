"""Of KaTeX's faces a page loads the characters that the chapter's formulas use, and a formula's own classes say which."""

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from widgets.build.html.mathematics import typeset
from widgets.build.package.lettering import italics, lettering


def test_every_face_is_found_with_its_characters() -> None:
    formula = typeset(r"\mathbf{W}x + \sum_{i} \text{slope} \Bigl( \sigma \Bigr)", display=True)
    assert lettering([f"<p>{formula} and words</p>"]) == {
        "Main-Bold": "W",
        "Main-Regular": "+elops\u200b",
        "Math-Italic": "ixσ",
        "Size2-Regular": "()∑",
    }


def test_italics_are_found_in_text_and_in_figures() -> None:
    page = "<p>X <em>An <a href='Q'>idea</a>&amp;</em> <i>η</i></p><text x='1'>Y</text>"
    figure = '<text style="font-style: italic; fill: red" x="0">L</text>'
    assert set(italics([page, figure])) - set("abcdefghijklmnopqrstuvwxyz") == set("A &ηL")


def test_italics_come_with_their_style_and_no_others(site: Path) -> None:
    (style,) = site.glob("live/type-*/text.css")
    (rule,) = re.findall(r"@font-face{[^}]*style:italic;[^}]*data:[^}]*}", style.read_text(encoding="utf-8"))
    cut = TTFont(BytesIO(b64decode(rule.partition("base64,")[2].partition(")")[0]))).getBestCmap()
    set_so = italics(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    (whole,) = site.glob("live/type-*/fonts/source-sans-3-*-italic.woff2")
    assert cut.keys() == {ord(character) for character in set_so} & TTFont(whole).getBestCmap().keys()
    assert len(cut) < 80


def test_what_the_pages_set_comes_with_their_styles(site: Path) -> None:
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    (style,) = site.glob("live/type-*/katex.css")
    rules = re.findall(r"@font-face{[^}]*}", style.read_text(encoding="utf-8"))
    for face, characters in lettering(pages).items():
        family, shape = face.split("-")
        wanted = (f"font-family:KaTeX_{family};", f"style:{'italic' if 'Italic' in shape else 'normal'};", "data:")
        weight = f"weight:{700 if 'Bold' in shape else 400};"
        (rule,) = [rule for rule in rules if all(part in rule for part in (*wanted, weight))]
        cut = TTFont(BytesIO(b64decode(rule.partition("base64,")[2].partition(")")[0])))
        (whole,) = site.glob(f"live/type-*/fonts/KaTeX_{face}.woff2")
        there = TTFont(whole).getBestCmap().keys()
        assert {ord(c) for c in characters} & there <= cut.getBestCmap().keys()
