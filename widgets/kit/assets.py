"""The fonts and KaTeX's style, copied from pinned npm packages so that no other host is ever asked."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from widgets.kit.imports import ROOT

MODULES = ROOT / "node_modules"


@dataclass(frozen=True)
class Assets:
    files: dict[str, bytes]
    stylesheets: tuple[str, ...]

    def copy_to(self, site: Path) -> None:
        for name, content in self.files.items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


@cache
def page_assets() -> Assets:
    """KaTeX's style and fonts, and the text font, in folders that carry their versions."""
    files: dict[str, bytes] = {}
    katex = MODULES / "katex"
    folder = f"live/katex-{_version(katex)}"
    css = (katex / "dist" / "katex.min.css").read_text(encoding="utf-8")
    # Every browser that runs the widgets reads woff2; the other formats would only be dead weight.
    css = re.sub(r",url\([^)]+\.(?:woff|ttf)\) format\(\"[a-z]+\"\)", "", css)
    files[f"{folder}/katex.css"] = css.encode()
    for font in sorted((katex / "dist" / "fonts").glob("*.woff2")):
        files[f"{folder}/fonts/{font.name}"] = font.read_bytes()
    sans = MODULES / "@fontsource-variable" / "source-sans-3"
    fonts = f"live/source-sans-{_version(sans)}"
    faces = []
    for style in ("normal", "italic"):
        name = f"source-sans-3-latin-wght-{style}.woff2"
        files[f"{fonts}/{name}"] = (sans / "files" / name).read_bytes()
        faces.append(
            f'@font-face{{font-family:"Source Sans 3";font-style:{style};font-weight:200 900;font-display:swap;'
            f'src:url({name}) format("woff2");unicode-range:U+0000-00FF,U+2010-2027,U+2032-2033,U+2212}}'
        )
    files[f"{fonts}/font.css"] = "\n".join(faces).encode()
    return Assets(files, (f"{folder}/katex.css", f"{fonts}/font.css"))


def _version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])
