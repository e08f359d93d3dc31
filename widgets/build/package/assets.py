"""The fonts and KaTeX's style, taken from pinned npm packages so that no other host is ever asked."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from widgets.build.package.fonts import COMMON, pinned, split_face
from widgets.build.package.imports import ROOT
from widgets.build.package.lettering import lettering
from widgets.build.package.prune import pruned

MODULES = ROOT / "node_modules"


@dataclass(frozen=True)
class Assets:
    files: dict[str, bytes]
    stylesheets: tuple[str, ...]
    faces: tuple[
        tuple[str, str], ...
    ]  # those that the styles hold themselves, as CSS names them, each with a character

    def copy_to(self, site: Path) -> None:
        for name, content in self.files.items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


# From each of KaTeX's eleven sizes of type to each other; without \large and its like, there are three in a formula.
_SIZES = re.compile(
    r"\.katex \.fontsize-ensurer\.reset-size(\d+)\.size(\d+),\.katex \.katex-sizing\.reset-size\1\.size\2\{[^}]*\}"
)
_FACE = re.compile(r"@font-face{[^}]*}")
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_WORD = re.compile(r"[\w-]+")


def page_assets(formulas: Sequence[str], text: str, italics: str) -> Assets:
    """KaTeX's style and fonts, and the text font, in a folder whose name changes exactly when they do.

    `formulas` is the HTML with all of the chapter's formulas. What characters they set in which of KaTeX's faces, what
    `text` sets in the text font, besides the common ones, and `italics` in its italics, comes with the styles
    themselves, so that no line is set twice.
    """
    letters = lettering(formulas)
    files = {**_katex(letters, formulas), **_text_font("".join(sorted({*COMMON, *text})), italics)}
    digest = hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).hexdigest()[:12]
    folder = f"live/type-{digest}"
    return Assets(
        files={f"{folder}/{name}": content for name, content in files.items()},
        stylesheets=(f"{folder}/text.css", f"{folder}/katex.css"),
        faces=(
            ('1em "Source Sans 3"', "a"),
            ('italic 1em "Source Sans 3"', "a"),
            *((_shorthand(face), characters[-1]) for face, characters in letters.items()),
        ),
    )


def _shorthand(face: str) -> str:
    """KaTeX's face as CSS writes it: `Main-Bold` is `bold 1em KaTeX_Main`."""
    family, style = face.split("-")
    return " ".join([*re.findall("bold|italic", style.lower()), f"1em KaTeX_{family}"])


def _katex(letters: Mapping[str, str], formulas: Sequence[str]) -> dict[str, bytes]:
    """Its fonts, `katex.css` with what the chapter's formulas need, and the whole, which comes with a reader's own."""
    dist = MODULES / "katex" / "dist"
    css = (dist / "katex.min.css").read_text(encoding="utf-8")
    # Every browser that runs the widgets reads woff2; the other formats would only be dead weight.
    css = re.sub(r",url\([^)]+\.(?:woff|ttf)\) format\(\"[a-z]+\"\)", "", css)
    css = _SIZES.sub(lambda rule: rule[0] if {rule[1], rule[2]} <= {"1", "3", "6"} else "", css)
    files = {f"fonts/{font.name}": font.read_bytes() for font in sorted((dist / "fonts").glob("*.woff2"))}
    common = ""
    for face, characters in letters.items():
        font = f"fonts/KaTeX_{face}.woff2"
        rule = re.search(rf"@font-face{{[^}}]*{re.escape(font)}[^}}]*}}", css)
        assert rule, f"KaTeX's style has no face for {font}"
        # With the space: the face that has it says how high a line is.
        others, here = split_face(rule[0], files[font], font, f" {characters}")
        css = css.replace(rule[0], others)
        common += here
    words = {word for tag in {*_TAG.findall("".join(formulas))} for word in _WORD.findall(tag)}
    rules = pruned({"katex": _FACE.sub("", css)}, words)["katex"]
    whose = "/* KaTeX's fonts, © Khan Academy and Design Science, SIL Open Font License */"
    return {**files, "katex.css": (rules + whose + common).encode(), "formulas.css": css.encode()}


def _text_font(upright: str, italics: str) -> dict[str, bytes]:
    folder = MODULES / "@fontsource-variable" / "source-sans-3"
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    files: dict[str, bytes] = {}
    css = [f"/* Source Sans 3, {version}, © Adobe, SIL Open Font License */"]
    # The weights that the theme uses; and words in italics are few: one weight of them is half the bytes of all.
    for style, lightest, boldest, characters in (("normal", 300, 700, upright), ("italic", 400, 400, italics)):
        name = f"fonts/source-sans-3-latin-wght-{style}.woff2"
        font = (MODULES / "@fontsource-variable" / "source-sans-3" / name.replace("fonts", "files")).read_bytes()
        files[name] = pinned(font, lightest, boldest)
        rule = (
            f'@font-face{{font-family:"Source Sans 3";font-style:{style};font-weight:{lightest} {boldest};'
            f'font-display:block;src:url({name}) format("woff2")}}'
        )
        css += split_face(rule, files[name], name, characters)
    return {**files, "text.css": "\n".join(css).encode()}
