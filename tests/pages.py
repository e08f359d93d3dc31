"""The pages of the site, as mkdocs.yml's nav names them: a new page is in every test by itself."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' own tags (`!ENV`, `!!python/name:`) as nothing; none of them names a page."""


_Loader.add_multi_constructor("", lambda *_: None)


def _files(nav: Any) -> Iterator[str]:
    """The Markdown files of a nav, in its order, however deep they stand."""
    for entry in nav.values() if isinstance(nav, dict) else nav:
        if isinstance(entry, str):
            yield entry
        else:
            yield from _files(entry)


def address(file: str) -> str:
    """Where a file of docs/ is published, below the site's root: `rules.md` at `rules/`, `index.md` at the root."""
    return re.sub(r"(^|/)index/$", r"\1", file.removesuffix(".md") + "/")


def text(file: str) -> str:
    return (ROOT / "docs" / file).read_text(encoding="utf-8")


def _joined(file: str) -> list[str]:
    """The files that this page shows as one, as its front matter lists them."""
    front = re.match(r"---\n(.*?)\n---\n", text(file), re.DOTALL)
    joined: list[str] = (yaml.safe_load(front[1]) if front else {}).get("sections", [])
    return joined


FILES = list(_files(yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)["nav"]))
PAGES = [address(file) for file in FILES]
SECTIONS = [address(part) for file in FILES for part in _joined(file)]
"""The pages of the chapter, in order: those that the page of the whole chapter joins."""
WITH_WIDGETS = [
    address(file)
    for file in FILES
    if any(re.search("^``` *widget$", text(part), re.M) for part in (file, *_joined(file)))
]
