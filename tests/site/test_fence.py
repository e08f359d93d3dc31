"""A wrong fence stops the build and tells its author where, what, what is allowed, and a correct example."""

import re
from pathlib import Path

import pytest
from markdown import Markdown
from pymdownx.superfences import SuperFencesException

from tests.conftest import ROOT, build
from widgets import widget_names
from widgets.build.fence import Page, current_page, format_fence

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
EXAMPLE = "  for example: \n    ``` widget\n    name: chain-rule\n"


def convert(fence: str) -> str:
    source = f"# A page\n\ntext\n``` widget\n{fence}\n```\n"
    current_page.set(Page("docs/index.md", tuple(source.splitlines())))
    fences = [{"name": "widget", "class": "widget", "format": format_fence}]
    settings = {"pymdownx.superfences": {"custom_fences": fences}}
    return Markdown(extensions=["pymdownx.superfences"], extension_configs=settings).convert(source)


@pytest.mark.parametrize(("fence", "complaint"), WRONG)
def test_a_wrong_fence_is_explained(fence: str, complaint: str) -> None:
    with pytest.raises(SuperFencesException) as caught:
        convert(fence)
    assert str(caught.value).startswith(f"docs/index.md, {complaint}{EXAMPLE}")


def test_a_right_fence_becomes_the_widget_in_the_state_it_gives() -> None:
    html = convert("name: chain-rule\nx: -0.5\ninner: x^2")
    assert re.search(r'<section[^>]* id="chain-rule"[^>]* data-widget="chain-rule"', html)
    assert re.search(r'<output[^>]*data-part="u"[^>]*>0.25</output>', html)


def test_two_fences_of_one_widget_get_two_ids() -> None:
    html = convert("name: chain-rule\n```\n\n``` widget\nname: chain-rule\nx: 2")
    assert 'id="chain-rule"' in html
    assert 'id="chain-rule-2"' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_whole_build_stops_without_a_traceback(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    fence, complaint = WRONG[1]
    (docs / "index.md").write_text(f"# A page\n\ntext\n``` widget\n{fence}\n```\n", encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"nav:\n(?:  - .*\n)+", "", config).replace("docs_dir: docs", f"docs_dir: '{docs}'")
    config = config.replace("hooks:\n  - widgets", f"hooks:\n  - {ROOT}/widgets").replace(
        "watch: [calc, widgets]\n", ""
    )
    (tmp_path / "mkdocs.yml").write_text(config.replace("assets/logo.svg", "logo.svg"), encoding="utf-8")
    made = build(tmp_path / "site", "--config-file", str(tmp_path / "mkdocs.yml"))
    assert made.returncode != 0
    assert f"docs/index.md, {complaint}" in made.stdout + made.stderr
    assert "Traceback" not in made.stderr
