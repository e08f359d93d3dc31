"""One build of the site, whatever tool turns its Markdown into pages: what is checked, and what its pages link to.

First everything is checked that can be checked at once, and all mistakes are told together. Then the browser's
files are made while the pages are converted. What converting them shows is collected, and told together as well.
"""

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

from widgets.build.ahead import Ahead
from widgets.build.cache import folder, prune
from widgets.build.check.pages import check_anchors, check_pages
from widgets.build.check.widgets import check_all, load_all
from widgets.build.faults import Fault, Faults, Report
from widgets.build.fence import format_fence
from widgets.build.html import check, guess, mathematics, numbers, passage
from widgets.build.html.accessible import accessible
from widgets.build.html.aside import Aside
from widgets.build.html.far import with_far
from widgets.build.html.gaps import without_gaps
from widgets.build.html.head import with_head
from widgets.build.html.prepared import copy_frames, prepared_formulas
from widgets.build.html.prerender import FRAMES
from widgets.build.html.terms import GLOSSARY, terms_of, with_terms
from widgets.build.html.theme import prune_theme, shorten_theme
from widgets.build.onepage import one_page
from widgets.build.package.assets import page_assets
from widgets.build.package.lettering import italics
from widgets.build.package.policy import policy, with_policy
from widgets.build.package.runtime import Runtime, browser_sources, build_runtime
from widgets.build.source import Page, current_page, read_page
from widgets.build.tables import format_functions, format_rules

# What Python-Markdown needs besides the extensions that mkdocs.yml names.
EXTENSIONS = [mathematics.__name__, passage.__name__, guess.__name__, check.__name__, numbers.__name__]
FENCES: list[dict[str, Any]] = [
    {"name": "widget", "class": "widget", "format": format_fence},
    {"name": "rules", "class": "rules", "format": format_rules},
    {"name": "functions", "class": "functions", "format": format_functions},
]


class Site:
    """Made when a build begins, of the pages by their paths below docs/ and the names of all files there.

    `hasty` for an author who waits to see what was saved. Raises `Faults`, as `ready` does.
    """

    def __init__(self, texts: Mapping[str, str], files: Iterable[str], hasty: bool = False) -> None:
        gc.disable()  # a build lets go of nothing large before its end, and looking for it took a tenth of its time
        self._report = Report()
        self._pages = {name: read_page(f"docs/{name}", text, self._report) for name, text in texts.items()}
        self._html: dict[str, str] = {}
        self._aside = Aside()
        usable = load_all(self._report)
        check_pages(self._pages, files, usable)
        self._ahead = Ahead([] if self._report.faults else self._pages.values(), usable)
        try:
            check_all(usable, self._report)
            self._report.stop()
        except BaseException:
            self._ahead.stop()
            raise
        # The sources are read here: Python 3.11 loses count of its recursion where two threads parse at once.
        self._made: Future[Runtime] = ThreadPoolExecutor(1).submit(build_runtime, browser_sources(), hasty)

    @property
    def templates(self) -> FileSystemBytecodeCache:
        """Where templates, the theme's and those of the reference, are found compiled by an earlier build."""
        return FileSystemBytecodeCache(str(folder("templates")))

    def open_page(self, name: str, title: str, sections: Sequence[str]) -> str:
        """The Markdown to convert next: a page's own, or where it lists sections, all of them on one page."""
        page = self._pages[name]
        if sections:
            page = one_page(title, page, [self._pages[section] for section in sections if self._is_page(section, page)])
        current_page.set(page)
        return page.markdown

    def _is_page(self, section: str, page: Page) -> bool:
        there = section in self._pages
        if not there:
            found = f"“{section}” is listed as a section, and is no page"
            self._report.add(Fault(page.find(f"- {section}"), found, ", ".join(sorted(self._pages))))
        return there

    def close_page(self, name: str, html: str) -> str:
        """What of the converted page the theme has to see; `finished_page` adds the rest."""
        self._html[name] = html
        return self._aside.taken_from(html)

    def ready(self) -> None:
        """All pages are converted: waits for the browser's files."""
        self._ahead.stop()
        check_anchors(self._pages, self._html)
        pages = self._html.values()
        formulas = prepared_formulas({name for page in pages for name in FRAMES.findall(page)})
        self._terms = terms_of(self._html.get(GLOSSARY, ""))
        self._assets = page_assets([*pages, *formulas], "".join({*"".join(pages)}), italics(pages))
        try:
            self._made.result()
        except Faults as found:
            self._report.add(*found.faults)
        self._report.stop()

    @property
    def _runtime(self) -> Runtime:
        return self._made.result()

    @property
    def stylesheets(self) -> list[str]:
        return [*self._assets.stylesheets, f"{self._runtime.folder}/page.css"]

    @property
    def script(self) -> str:
        return f"{self._runtime.folder}/host.js"

    def finished_page(self, name: str, html: str, address: Callable[[str], str]) -> str:
        """The page as it ships. `address` makes a path from the site's root relative to the page."""
        html = self._aside.put_back(with_terms(html, name, self._terms, address))
        scripts = [f"{self._runtime.folder}/{name}" for name in self._runtime.preloaded]
        return with_head(html, scripts, self._assets.faces, address)

    def write_to(self, site: Path, sealed: bool) -> None:
        """Adds what the pages link to; a `sealed` site gets its content-security policy, and no idle style."""
        self._runtime.copy_to(site)
        self._assets.copy_to(site)
        written = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
        pages = {file: with_far(accessible(without_gaps(text))) for file, text in written.items()}
        if sealed:
            pages = shorten_theme(prune_theme(pages, site), site)
        copy_frames({name for text in pages.values() for name in FRAMES.findall(text)}, site)
        prune()
        content = policy(pages.values()) if sealed else ""
        for file, text in pages.items():
            file.write_text(with_policy(text, content) if sealed else text, encoding="utf-8")


def end_build() -> None:
    """Lets go of what lives as long as a build."""
    gc.enable()
    mathematics.close()
