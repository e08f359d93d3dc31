"""Of KaTeX's faces a page loads the characters that the chapter's formulas use, and a formula's own classes say which."""

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from widgets.build.html.mathematics import typeset
from widgets.build.package.lettering import lettering


def test_every_face_is_found_with_its_characters() -> None:
    formula = typeset(r"\mathbf{W}x + \sum_{i} \text{slope} \Bigl( \sigma \Bigr)", display=True)
    assert lettering([f"<p>{formula} and words</p>"]) == {
        "Main-Bold": "W",
        "Main-Regular": "+elops\u200b",
        "Math-Italic": "ixσ",
        "Size2-Regular": "()∑",
    }


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
