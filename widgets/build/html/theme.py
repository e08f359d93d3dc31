"""The theme's style, without the half of it and more that no page of this chapter and no script has a use for; and its
script, with short names inside."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from widgets.build.cache import digest
from widgets.build.package.prune import pruned
from widgets.build.package.scripts import shortened

_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*?(assets/stylesheets/[\w.-]+\.css)">')
_SCRIPT = re.compile(r'(?<=src=")([^"]*)(assets/javascripts/bundle[\w.-]*\.js)(?=")')
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
# Classes that scripts name, or the words of a page, and that are idle unless a page has them.
_CLASSES = "abstract info tip success question warning failure danger bug example quote footnote-ref grid"
# What a page need not have at all: how it says that it has it, and what the theme's rules call it.
_OPTIONAL = {
    'dir="rtl"': "^rtl$",
    'class="tabbed-set': "^tabbed-",
    r'code\.annotate|class="annotate': "annotation",
    'class="mermaid': "mermaid",
    r'"version": ?\{': "^md-version",
    **{rf'class="(?:[^"]* )?{name}[ "]': f"^{name}$" for name in _CLASSES.split()},
}


def prune_theme(pages: Mapping[Path, str], site: Path) -> dict[Path, str]:
    """The pages, each with a link to one style in place of those of the theme's; the style is written into the site.

    What is kept: every rule whose classes, tags and attributes stand in a page, or as a word in a script or a style
    of ours, but for what no page has. The name changes with the style.
    """
    links = {found[1]: found[0] for page in pages.values() for found in _LINK.finditer(page)}
    styles = {name: (site / name).read_text(encoding="utf-8") for name in sorted(links)}
    if not styles:
        return dict(pages)
    users = [
        file for file in sorted(site.rglob("*")) if file.suffix in (".js", ".css") and file.parent.name != "stylesheets"
    ]
    others = [file.read_text(encoding="utf-8") for file in users]
    text = "".join(pages.values())
    idle = re.compile("|".join(names for sign, names in _OPTIONAL.items() if not re.search(sign, text)) or "(?!)")
    words = [word for word in _words(pages.values(), others) if not idle.search(word)]
    style = "".join(pruned(styles, words).values())
    name = f"assets/stylesheets/theme-{digest(style)}.css"
    (site / name).write_text(style, encoding="utf-8")
    first, *others = sorted(styles)
    return {file: _relinked(page, first, others, name) for file, page in pages.items()}


def shorten_theme(pages: Mapping[Path, str], site: Path) -> dict[Path, str]:
    """The pages, each with a link to a shorter text of the theme's script, which is written into the site."""
    names: dict[str, str] = {}
    for whole in sorted({found[2] for page in pages.values() for found in _SCRIPT.finditer(page)}):
        script = shortened((site / whole).read_text(encoding="utf-8"))
        names[whole] = f"assets/javascripts/theme-{digest(script)}.js"
        (site / names[whole]).write_text(script, encoding="utf-8")
    return {file: _SCRIPT.sub(lambda found: found[1] + names[found[2]], page) for file, page in pages.items()}


def _relinked(page: str, first: str, others: Iterable[str], name: str) -> str:
    for other in others:
        page = re.sub(rf'<link rel="stylesheet" href="[^"]*{re.escape(other)}">', "", page)
    return page.replace(first, name)


def _words(pages: Iterable[str], others: Iterable[str]) -> set[str]:
    """All that a selector could name, and every property that our own styles use: the words in tags and other files."""
    tags = {tag for page in pages for tag in (*_TAG.findall(page), *_STYLE.findall(page))}
    return {word for text in (*tags, *others) for word in _WORD.findall(text)}
