"""No dead link: every address in the built pages leads to a file, and every fragment to an element of it."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from tests.browser.server import PUBLISHED
from tests.conftest import ROOT
from tests.prose.page import PAGES, Page

ADDRESSES = "//@href | //@src | //@poster | //@data | //@action | //*[local-name()='use']/@*[local-name()='href']"


def dead_links(site: Path, root: str) -> list[str]:
    """What leads nowhere, for a site that is published at `root`. Other hosts are not asked."""
    trees = {path: lxml_html.parse(str(path)) for path in sorted(site.rglob("*.html"))}
    names = {path: {*tree.xpath("//@id | //a/@name")} for path, tree in trees.items()}
    dead = []
    for path, tree in trees.items():
        folder = path.relative_to(site).as_posix().removesuffix("index.html")
        sets = [part.split()[0] for value in tree.xpath("//@srcset") for part in value.split(",")]
        for address in [*tree.xpath(ADDRESSES), *sets]:
            target, fragment = whole(urljoin(root + folder, address))
            if not target.startswith(root):
                if target.startswith(origin(root)):
                    dead.append(f"{folder}: {address} leaves the site")
                continue
            file = site / target.removeprefix(root)
            file = file / "index.html" if target.endswith("/") else file
            if not file.is_file():
                dead.append(f"{folder}: {address} has no file")
            elif fragment and fragment not in names.get(file, {fragment}):
                dead.append(f"{folder}: {address} has no such element")
    return dead


def whole(address: str) -> tuple[str, str]:
    """An address without its query, and its fragment."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{unquote(parts.path)}", unquote(parts.fragment)


def origin(address: str) -> str:
    return "{0.scheme}://{0.netloc}/".format(urlsplit(address))


def test_no_link_is_dead(site: Path) -> None:
    assert dead_links(site, PUBLISHED) == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "index.html").write_text('<p id="here"><a href="../#top">up</a> <a href="#gone">gone</a>')
    (tmp_path / "index.html").write_text(
        '<p id="top"><a href="b/?b.x=1#here">fine</a> <a href="b/#there">b</a> <img src="c.png"> <a href="../d/">d</a>'
        '<a href="https://example.org/nowhere#x">elsewhere</a> <a href="mailto:a@example.org">a</a>'
    )
    assert dead_links(tmp_path, "http://127.0.0.1/site/") == [
        "b/: #gone has no such element",
        ": b/#there has no such element",
        ": c.png has no file",
        ": ../d/ leaves the site",
    ]


def test_no_link_between_the_files_of_the_repository_is_dead() -> None:
    for file in sorted(ROOT.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:?\s]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{file.name}: {target}"


# “Try x = −0.5”, and lists of such states: whoever reads that wants to click it.
STATE = re.compile(
    r"(?i:\b(?:try|choose|slide|drag|go back|set)\b)[^.:;|]*?\b[a-z] = [−-]?\d[\d.]*|^[ ]*- [a-z] = [−-]?\d.*", re.M
)


def unlinked_states(page: Page) -> list[str]:
    """States of widgets that the prose only names, on pages that have a widget. Formulas do not count."""
    if "``` widget" not in page.text:
        return []
    text = re.sub(r"(\${1,2})(?!\s)(.+?)\1|\[[^\]]*\]\([^)\s]*\)", "…", page.text, flags=re.DOTALL)
    return [f"docs/{page.name}.md: “{found[0].strip()}” is no link" for found in STATE.finditer(text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_state_in_the_prose_is_a_link(page: Page) -> None:
    assert unlinked_states(page) == []


def test_a_state_without_a_link_is_found() -> None:
    fence = "\n``` widget\nname: chain-rule\n```\n"
    text = (
        "Try x = −0.5.\n- [x = 1.0](?chain-rule.x=1#chain-rule): flat\n- x = 2.0: steep\n\nTry $x = 2$. At x = 3, too."
    )
    assert unlinked_states(Page("page", text)) == []
    assert unlinked_states(Page("page", text + fence)) == [
        "docs/page.md: “Try x = −0.5.” is no link",
        "docs/page.md: “- x = 2.0: steep” is no link",
    ]
