"""Marks the blocks of a page that lie below any first screen: style/page.css leaves them alone until they are near.

The build counts the blocks: a selector that did (`:nth-child`, `:has`) would be asked anew at every block that arrives.
"""

import re

_NEAR = 8  # blocks that a first screen may show
_BLOCKS = re.compile(r"p|ul|ol|dl|details|div|figure|section|fieldset|span")
_ARTICLE = re.compile(r'(<article class="md-content__inner[^>]*>)(.*)(</article>)', re.DOTALL)
_TAG = re.compile(r'<(/?)([A-Za-z][\w-]*)((?:"[^"]*"|[^<>"])*?)(/?)>|<!--.*?-->', re.DOTALL)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_CLASS = re.compile(r'(?<=\sclass=")')


def with_far(page: str) -> str:
    """The page with the class `far` on every block of its article but the first ones and the headings."""
    article = _ARTICLE.search(page)
    if not article:
        return page
    body, parts, written, depth, blocks = article[2], [], 0, 0, 0
    for tag in _TAG.finditer(body):
        name = tag[2]
        if not name or tag[4] or name in _VOID:
            continue
        if tag[1]:
            depth -= 1
            continue
        depth += 1
        if depth != 1:
            continue
        blocks += 1
        if blocks > _NEAR and _BLOCKS.fullmatch(name) and " popover" not in tag[3]:
            parts += [body[written : tag.start()], _marked(tag[0], name)]
            written = tag.end()
    text = "".join((*parts, body[written:]))
    return f"{page[: article.start(2)]}{text}{page[article.end(2) :]}"


def _marked(tag: str, name: str) -> str:
    return _CLASS.sub("far ", tag, count=1) if _CLASS.search(tag) else tag.replace(name, f'{name} class="far"', 1)
