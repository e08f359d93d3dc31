"""What a page has and fetches from its first moment, shared styles apart: scripts, the first widget's frames, and the
styles of the widgets that it shows."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from widgets.build.html.prepared import SITE_FOLDER
from widgets.build.html.prerender import FRAMES
from widgets.build.package.scripts import shortened
from widgets.build.package.styles import extra_style, own_style

Address = Callable[[str], str]
_INLINE = "".join(
    Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8") for name in ("search", "arrival", "typeset")
)
# The theme adds such a tag from its script, and changes it at once; the first on a page is the one that counts.
_SCHEMES = '<meta name="color-scheme" content="light dark">'
# A style, and the sign in a page that it is needed.
_EXTRA = {
    "player": re.compile('class="player"'),
    "scrub": re.compile("<strong [^>]*data-(moves|shows)="),
    "circuit": re.compile('class="circuit"'),
}
_WIDGET = re.compile(r'data-widget="([^"]+)"')
_THEME_SCRIPT = re.compile(r'<script (?=src="[^"]*assets/javascripts/bundle)')


def with_head(html: str, scripts: Sequence[str], faces: Sequence[tuple[str, str]], address: Address) -> str:
    """The page with its head complete. `address` makes a path from the site's root relative to the page.

    `scripts` are those that every page with a widget loads; `faces` are the fonts that the page waits for, each with a
    character of it.
    """
    head = _SCHEMES
    if "data-widget=" in html:
        shown = "".join(own_style(name) for name in sorted(set(_WIDGET.findall(html))))
        extra = "".join(extra_style(name) for name, sign in _EXTRA.items() if sign.search(html))
        head += f"<style>{extra}{shown}</style>"
        head += "".join(f'<link rel="modulepreload" href="{address(script)}">' for script in scripts)
        first = FRAMES.search(html)
        if first:  # the widget that a reader meets first answers first
            href = address(f"{SITE_FOLDER}/{first[1]}")
            head += f'<link rel="preload" as="fetch" crossorigin href="{href}" fetchpriority="low">'
    html = _THEME_SCRIPT.sub("<script defer ", html)  # the page is read first
    head += f"<script>{shortened(_INLINE.replace('FACES', json.dumps(faces), 1))}</script>"
    return html.replace("</head>", f"{head}</head>", 1)
