"""What a page fetches side by side from its first moment: fonts, scripts, and the first widget's frames."""

from collections.abc import Callable, Sequence
from pathlib import Path

from widgets.build.html.prepared import SITE_FOLDER
from widgets.build.html.prerender import FRAMES

Address = Callable[[str], str]
SEARCH = Path(__file__).with_name("search.js").read_text(encoding="utf-8")


def with_head(
    html: str, fonts: Sequence[str], mathematics: Sequence[str], scripts: Sequence[str], address: Address
) -> str:
    """The page with the links in its head. `mathematics` are the fonts of formulas; only pages with some want them.

    `address` makes a path from the site's root relative to the page.
    """
    head = "".join(_font(address(font)) for font in fonts)
    if 'class="katex"' in html:
        head += "".join(_font(address(font)) for font in mathematics)
    if "data-widget=" in html:
        head += "".join(f'<link rel="modulepreload" href="{address(script)}">' for script in scripts)
        first = FRAMES.search(html)
        if first:  # the widget that a reader meets first answers first
            href = address(f"{SITE_FOLDER}/{first[1]}")
            head += f'<link rel="preload" as="fetch" crossorigin href="{href}" fetchpriority="low">'
    return html.replace("</head>", f"{head}<script>{SEARCH}</script></head>", 1)


def _font(href: str) -> str:
    return f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{href}">'
