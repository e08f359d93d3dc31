"""What Markdown and the theme leave out for readers who do not see, or do not point: added to each finished page."""

import re

# A table as Markdown makes it; the widgets' own carry a class, and never scroll.
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_EMPTY_HEADER = re.compile(r"<th(?: style=[^>]*)?></th>")
_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'


def accessible(page: str) -> str:
    """The page with what tells and what scrolls within reach of a screen reader and of the keyboard.

    A wide table scrolls, so it stands in a box that the keyboard reaches. A corner with nothing in it heads nothing.
    The theme's search is a dialog, and has a name.
    """
    page = _TABLE.sub(lambda table: f'<div class="table-scroll" tabindex="0">{_headed(table[0])}</div>', page)
    return page.replace(_SEARCH, f'{_SEARCH} aria-label="Search"')


def _headed(table: str) -> str:
    return _EMPTY_HEADER.sub("<td></td>", table)
