"""The fonts and KaTeX's style, taken from pinned npm packages so that no other host is ever asked."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from widgets.build.package.fonts import COMMON, LETTERS, common_part, split_face
from widgets.build.package.imports import ROOT
from widgets.build.package.standin import stand_in

MODULES = ROOT / "node_modules"
# Faces on nearly every page; the other fifteen of KaTeX's load when a page uses them, as always.
HEAVY = {
    **dict.fromkeys(("Main-Regular", "Math-Italic", "Size1-Regular", "Size2-Regular", "Size3-Regular"), COMMON),
    **dict.fromkeys(("Main-Bold", "Main-Italic"), LETTERS),
}
WHOLE = "source-sans-3-latin-wght-{}.woff2"


@dataclass(frozen=True)
class Assets:
    files: dict[str, bytes]
    stylesheets: tuple[str, ...]
    text_fonts: tuple[str, ...]  # what the first lines of a page are set in
    formula_fonts: tuple[str, ...]

    def copy_to(self, site: Path) -> None:
        for name, content in self.files.items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


@cache
def page_assets() -> Assets:
    """KaTeX's style and fonts, and the text font, in a folder whose name changes exactly when they do."""
    files = {**_katex(), **_text_font()}
    digest = hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).hexdigest()[:12]
    folder = f"live/type-{digest}"
    return Assets(
        files={f"{folder}/{name}": content for name, content in files.items()},
        stylesheets=(f"{folder}/text.css", f"{folder}/katex.css"),
        text_fonts=(f"{folder}/fonts/common-source-sans-3-latin-wght-normal.woff2",),
        formula_fonts=tuple(f"{folder}/fonts/common-{face}.woff2" for face in ("Main-Regular", "Math-Italic")),
    )


def _katex() -> dict[str, bytes]:
    dist = MODULES / "katex" / "dist"
    css = (dist / "katex.min.css").read_text(encoding="utf-8")
    # Every browser that runs the widgets reads woff2; the other formats would only be dead weight.
    css = re.sub(r",url\([^)]+\.(?:woff|ttf)\) format\(\"[a-z]+\"\)", "", css)
    files = {f"fonts/{font.name}": font.read_bytes() for font in sorted((dist / "fonts").glob("*.woff2"))}
    for face, characters in HEAVY.items():
        font = f"fonts/KaTeX_{face}.woff2"
        files[f"fonts/common-{face}.woff2"] = common_part(dist / font, characters)
        rule = re.search(rf"@font-face{{[^}}]*{re.escape(font)}[^}}]*}}", css)
        assert rule, f"KaTeX's style has no face for {font}"
        css = css.replace(rule[0], split_face(rule[0], dist / font, font, f"fonts/common-{face}.woff2", characters))
    return {**files, "katex.css": css.encode()}


def _text_font() -> dict[str, bytes]:
    folder = MODULES / "@fontsource-variable" / "source-sans-3"
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    files: dict[str, bytes] = {}
    css = [
        f"/* Source Sans 3, {version}, SIL Open Font License */",
        stand_in(folder / "files" / WHOLE.format("normal")),
    ]
    for style in ("normal", "italic"):
        whole = WHOLE.format(style)
        files[f"fonts/{whole}"] = (folder / "files" / whole).read_bytes()
        files[f"fonts/common-{whole}"] = common_part(folder / "files" / whole, COMMON)
        rule = (
            f'@font-face{{font-family:"Source Sans 3";font-style:{style};font-weight:200 900;font-display:optional;'
            f'src:url(fonts/{whole}) format("woff2")}}'
        )
        css.append(split_face(rule, folder / "files" / whole, f"fonts/{whole}", f"fonts/common-{whole}", COMMON))
    return {**files, "text.css": "\n".join(css).encode()}
