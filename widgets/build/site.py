"""One build of the site, whatever tool turns its Markdown into pages: what its pages link to, and what they hold."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from widgets.build.fence import Page, current_page, format_fence
from widgets.build.html import mathematics
from widgets.build.onepage import one_page
from widgets.build.package.assets import page_assets
from widgets.build.package.policy import policy, with_policy
from widgets.build.package.runtime import PRELOADED, build_runtime
from widgets.build.tables import format_functions, format_rules

# What Python-Markdown needs besides the extensions that mkdocs.yml names.
MATHEMATICS = mathematics.__name__
FENCES: list[dict[str, Any]] = [
    {"name": "widget", "class": "widget", "format": format_fence},
    {"name": "rules", "class": "rules", "format": format_rules},
    {"name": "functions", "class": "functions", "format": format_functions},
]


class Site:
    """Made when a build begins; ends with `write_to`."""

    def __init__(self) -> None:
        self._runtime = build_runtime()
        self.page = "a page"

    @property
    def stylesheets(self) -> list[str]:
        return [*page_assets().stylesheets, f"{self._runtime.folder}/page.css", f"{self._runtime.folder}/widget.css"]

    @property
    def script(self) -> str:
        return f"{self._runtime.folder}/host.js"

    def open_page(self, path: str, source: str, markdown: str, title: str, sections: Mapping[str, str]) -> str:
        """The Markdown to convert next: a page's own, or where it lists sections, all of them on one page.

        `source` is the file with its front matter; `markdown` is what remains without it.
        """
        if sections:
            markdown = source = one_page(title, markdown, sections)
        skipped = max(0, len(source.splitlines()) - len(markdown.splitlines()))
        current_page.set(Page(path, tuple(markdown.splitlines()), 1 + skipped))
        self.page = path
        return markdown

    def finished_page(self, html: str, address: Callable[[str], str]) -> str:
        """The page as it ships: it lets the browser fetch the widgets' scripts side by side, not one after the other.

        `address` makes a path from the site's root relative to the page.
        """
        if "data-widget=" not in html:
            return html
        links = "".join(
            f'<link rel="modulepreload" href="{address(f"{self._runtime.folder}/{name}")}">' for name in PRELOADED
        )
        return html.replace("</head>", f"{links}</head>", 1)

    def write_to(self, folder: Path, sealed: bool) -> None:
        """Adds what the pages link to; a `sealed` site gets its content-security policy."""
        self._runtime.copy_to(folder)
        page_assets().copy_to(folder)
        mathematics.close()
        if not sealed:
            return
        pages = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.html")}
        content = policy(pages.values())
        for file, text in pages.items():
            file.write_text(with_policy(text, content), encoding="utf-8")
