"""Of KaTeX's faces a page loads the characters that the chapter's formulas use, and a formula's own classes say which."""

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


def test_what_the_pages_set_is_in_the_files_that_they_preload(site: Path) -> None:
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    for face, characters in lettering(pages).items():
        (cut,) = site.glob(f"live/type-*/fonts/common-{face}.woff2")
        (whole,) = site.glob(f"live/type-*/fonts/KaTeX_{face}.woff2")
        there = TTFont(whole).getBestCmap().keys()
        assert {ord(c) for c in characters} & there <= TTFont(cut).getBestCmap().keys()
        assert cut.stat().st_size < 0.5 * whole.stat().st_size
