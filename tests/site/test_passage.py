"""A passage: one box for its text, one for its figure, and a mistake told where it was made."""

import pytest
from lxml import html
from markdown import Markdown

from widgets.build.site import EXTENSIONS, FENCES
from widgets.build.source import current_page, read_page

WIDGET = "``` widget\nname: chain-rule\n```"


def convert(markdown: str) -> tuple[html.HtmlElement, list[str]]:
    """The page, and what its author is told."""
    page = read_page("docs/index.md", markdown)
    token = current_page.set(page)
    settings = {"pymdownx.superfences": {"custom_fences": FENCES}}
    try:
        text = Markdown(extensions=["pymdownx.superfences", "def_list", *EXTENSIONS], extension_configs=settings).convert(markdown)
    finally:
        current_page.reset(token)
    return html.fromstring(f"<article>{text}</article>"), [str(fault) for fault in page.report.faults]


@pytest.mark.parametrize("figure_first", [True, False])
def test_text_and_figure_stand_in_the_order_in_which_they_are_written(figure_first: bool) -> None:
    words = "Pull *it*.\n\n- one\n- two"
    inside = f"{WIDGET}\n\n{words}" if figure_first else f"{words}\n\n{WIDGET}"
    page, told = convert(f"# A page\n\n/// passage\n{inside}\n///\n\nAfter it.\n")
    assert told == []
    (passage,) = page.find_class("passage")
    kinds = ["widget", "passage-text"] if figure_first else ["passage-text", "widget"]
    assert [child.get("class") for child in passage] == kinds
    (text,) = passage.find_class("passage-text")
    assert text.text_content().split() == ["Pull", "it.", "one", "two"]
    assert passage.getnext().text_content() == "After it."


@pytest.mark.parametrize(("inside", "found"), [("Words.", "no widget"), (f"{WIDGET}\n\n{WIDGET}", "2 widgets")])
def test_a_passage_without_exactly_one_figure_is_told_at_its_line(inside: str, found: str) -> None:
    _, told = convert(f"# A page\n\n/// passage\n{WIDGET}\n///\n\n/// passage\n{inside}\n///\n")
    assert told == [
        f"docs/index.md, line 9: this passage holds {found}\n"
        "  allowed: one widget, with the text that is about it\n"
        "  for example:\n    /// passage\n    Pull the point.\n\n    ``` widget\n    name: chain-rule\n    ```\n    ///"
    ]


def letters(inside: str) -> int:
    """How long a text is counted for."""
    page, _ = convert(f"# A page\n\n/// passage\n{WIDGET}\n\n{inside}\n///\n")
    (passage,) = page.find_class("pins")
    return int(passage.get("style").removeprefix("--letters: "))


def test_a_picture_stays_for_as_long_as_its_text_is_to_be_seen() -> None:
    words = "Pull the point, and watch the line. " * 10
    assert len(words) <= letters(words) <= len(words) + 40
    assert letters(words + words) >= 2 * len(words)
    assert letters(f"[{words}](?chain-rule.x=-2&chain-rule.dx=0.25#chain-rule)") == letters(words)
    assert letters(words + r" **2**{.iy shows=chain-rule.y}") <= letters(words) + 5
    page, _ = convert(f"# A page\n\n/// passage\n{words}\n\n{WIDGET}\n///\n")
    assert page.find_class("pins") == []  # below its text there is nothing that it could stay for
