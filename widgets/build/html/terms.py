"""Glossary terms explain themselves where a page first uses them: a button in the line, which opens the definition.

The terms are those of `docs/glossary.md`, a definition list. Nothing is marked in the other pages: the first use of a
term in running text becomes the button. It is HTML's own popover, so it needs no script; where a browser has none, the
word is plain text.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

GLOSSARY = "glossary.md"
_PLAIN = {GLOSSARY, "sources.md"}  # where words are explained, and where they stand in titles of books
_ENTRY = re.compile(r"<dt>([^<]+)</dt>\s*<dd>(.*?)</dd>", re.DOTALL)
_LINK = re.compile(r'(<a href=")([^"#:]*)(#[^"]*)?(?=")')
_TAG = re.compile(r"(<[^>]*>)")
_BUTTON = r'(?:<(?:strong|em)>)?<button type="button" class="term"[^>]*>[^<]*</button>(?:</(?:strong|em)>)?'
_STOPPED = re.compile(rf"\(?{_BUTTON}[.,;:!?)’”]+")
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
# What is no running text: titles, code, what already does something at a click, and what a program draws.
_CLOSED = "a|h1|h2|h3|h4|code|pre|button|summary|fieldset|section|script|style|svg|math|table|dl|figure"
_SKIPPED = re.compile(rf'<(?:(?P<name>{_CLOSED})\b|(?P<katex>span) class="katex|(?P<title>p) class="admonition-title")')

Terms = Mapping[str, str]
"""Each term in small letters, and its definition as HTML, with links from the site's root."""


def terms_of(glossary: str) -> Terms:
    """The terms that a page's HTML defines."""
    return {
        term.strip().lower(): _LINK.sub(lambda link: f"{link[1]}/{_absolute(link[2])}{link[3] or ''}", definition)
        for term, definition in _ENTRY.findall(glossary)
    }


def _absolute(path: str) -> str:
    """A path that the glossary's page uses, from the site's root."""
    found = posixpath.normpath(posixpath.join(GLOSSARY.removesuffix(".md"), path)) if path else "glossary"
    return "" if found == "." else f"{found}/"


def with_terms(page: str, name: str, terms: Terms, address: Callable[[str], str]) -> str:
    """The page with a button where its article first uses each term, and the definitions at the article's end.

    `name` is the page's file: what a page itself explains, as the glossary's links say, is no button there.
    """
    article = _ARTICLE.search(page)
    own = f'href="/{name.removesuffix(".md")}/'
    if not terms or not article or name in _PLAIN:
        return page
    used: dict[str, str] = {}
    # Longer terms first: a partial derivative is not read as a derivative.
    longest = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    word = re.compile(rf"(?<![\w-])({longest})(?:s|es)?(?![\w-])", re.IGNORECASE)

    def button(found: re.Match[str]) -> str:
        term = found[1].lower()
        if term in used or own in terms[term]:
            return found[0]
        used[term] = identifier = "term-" + re.sub(r"\W+", "-", term)
        return f'<button type="button" class="term" popovertarget="{identifier}">{found[0]}</button>'

    text = "".join(word.sub(button, part) if running else part for part, running in _parts(article[2]))
    # A button is a box of its own: without this a stop may stand first in the next line.
    text = _STOPPED.sub(r'<span class="unbroken">\g<0></span>', text)
    cards = "".join(
        f'<div popover class="term-card" id="{identifier}">{_relinked(terms[term], address)}</div>'
        for term, identifier in used.items()
    )
    return page[: article.start()] + article[1] + text + cards + article[3] + page[article.end() :]


def _relinked(definition: str, address: Callable[[str], str]) -> str:
    return re.sub(
        r'(<a href=")/([^"#]*)(#[^"]*)?', lambda link: f"{link[1]}{address(link[2])}{link[3] or ''}", definition
    )


def _parts(html: str) -> Iterator[tuple[str, bool]]:
    """The text and the tags, in order, and for each whether it is running text."""
    at = 0
    while skipped := _SKIPPED.search(html, at):
        yield from _texts(html[at : skipped.start()])
        at = _end(html, next(filter(None, skipped.groups())), skipped.end())
        yield html[skipped.start() : at], False
    yield from _texts(html[at:])


def _texts(html: str) -> Iterator[tuple[str, bool]]:
    for part in _TAG.split(html):
        yield part, not part.startswith("<")


def _end(html: str, name: str, at: int) -> int:
    """Where the element ends that has begun before, with those of its kind that it holds."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b").finditer(html, at):
        depth += -1 if tag[1] else 1
        if not depth:
            return html.index(">", tag.end()) + 1
    return len(html)
