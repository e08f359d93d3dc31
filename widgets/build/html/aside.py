"""What the theme only hands on, cards and drawn formulas: it stands aside while the theme, and the search index, work.

It is most of a page. The index leaves it out in any case, after it has read every tag.
"""

import re

# Neither holds another of its kind: no card has a section in it, and KaTeX writes no <bdi>.
_PARTS = re.compile(r'<section class="widget".*?</section>|<bdi class="katex-html".*?</bdi>', re.DOTALL)
_PLACE = re.compile(r'<bdi data-aside="(\d+)"></bdi>')


class Aside:
    """The parts of all pages of one build."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def taken_from(self, html: str) -> str:
        """The HTML with a place for each of its parts."""
        return _PARTS.sub(self._take, html)

    def put_back(self, html: str) -> str:
        return _PLACE.sub(lambda place: self._parts[int(place[1])], html)

    def _take(self, part: re.Match[str]) -> str:
        self._parts.append(part[0])
        return f'<bdi data-aside="{len(self._parts) - 1}"></bdi>'
