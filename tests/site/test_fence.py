"""A wrong fence stops the build and tells its author where, what, what is allowed, and a correct example."""

import re

import pytest
from markdown import Markdown
from pymdownx.superfences import SuperFencesException

from widgets import widget_names
from widgets.build.fence import format_fence
from widgets.build.source import current_page, read_page

NAMES = ", ".join(widget_names())
WRONG = [
    (
        "name: chain-rul",
        f"line 5, widget fence: there is no widget “chain-rul”\n  allowed: {NAMES}\n",
    ),
    (
        "name: chain-rule\nx: 4",
        "line 6, widget fence: “x” cannot be “4”\n  allowed: a number from -3 to 3\n",
    ),
    (
        "name: chain-rule\nz: 4",
        "line 6, widget fence: “chain-rule” has no control “z”\n  allowed: inner, outer, x, dx\n",
    ),
    (
        "name: chain-rule\n\ninner: x^",
        "line 7, widget fence: “inner” cannot be “x^”. Character 3: Something is missing after ^; for example "
        "(2x + 1)^2.\n  allowed: one of “2x + 1”, “x^2”, “sin(x)”, “e^-x”, or a formula in x\n",
    ),
    ("x: 1", f"line 4, widget fence: the fence has no “name”\n  allowed: name: one of {NAMES}\n"),
    (
        "name: chain-rule\nx",
        "line 6, widget fence: “x” is no setting\n  allowed: lines of the form “control: value”\n",
    ),
    ("name: chain-rule\nx: 1\nx: 2", "line 7, widget fence: “x” is given twice\n  allowed: each setting once\n"),
]
EXAMPLE = "  for example:\n    ``` widget\n    name: chain-rule\n"


def convert(fence: str) -> tuple[str, list[str]]:
    """The page's HTML, and what its author is told."""
    source = f"# A page\n\ntext\n``` widget\n{fence}\n```\n"
    page = read_page("docs/index.md", source)
    token = current_page.set(page)
    try:
        return convert_alone(source), [str(fault) for fault in page.report.faults]
    finally:
        current_page.reset(token)


def convert_alone(source: str) -> str:
    fences = [{"name": "widget", "class": "widget", "format": format_fence}]
    settings = {"pymdownx.superfences": {"custom_fences": fences}}
    return Markdown(extensions=["pymdownx.superfences"], extension_configs=settings).convert(source)


@pytest.mark.parametrize(("fence", "complaint"), WRONG)
def test_a_wrong_fence_is_explained(fence: str, complaint: str) -> None:
    _, (told,) = convert(fence)
    assert told.startswith(f"docs/index.md, {complaint}{EXAMPLE}")


def test_two_mistakes_in_a_fence_are_told_together() -> None:
    _, told = convert("name: chain-rule\nx: 4\nz: 1")
    assert [text.splitlines()[0] for text in told] == [
        "docs/index.md, line 6, widget fence: “x” cannot be “4”",
        "docs/index.md, line 7, widget fence: “chain-rule” has no control “z”",
    ]


def test_without_a_page_that_collects_mistakes_a_wrong_fence_stops_the_conversion() -> None:
    with pytest.raises(SuperFencesException, match=r"^line 1, widget fence: there is no widget “chain-rul”"):
        convert_alone("``` widget\nname: chain-rul\n```")


def test_a_right_fence_becomes_the_widget_in_the_state_it_gives() -> None:
    html, told = convert("name: chain-rule\nx: -0.5\ninner: x^2")
    assert told == []
    assert re.search(r'<section[^>]* id="chain-rule"[^>]* data-widget="chain-rule"', html)
    assert re.search(r'<output[^>]*data-part="u"[^>]*>0.25</output>', html)


def test_two_fences_of_one_widget_get_two_ids() -> None:
    html, _ = convert("name: chain-rule\n```\n\n``` widget\nname: chain-rule\nx: 2")
    assert 'id="chain-rule"' in html
    assert 'id="chain-rule-2"' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
