"""The built HTML, before any script runs."""

import gzip
import re
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

import calc
from tests.conftest import ROOT, build
from tests.pages import SECTIONS


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def text_of(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def tree_of(site: Path, page: str) -> etree._Element:
    return lxml_html.document_fromstring(text_of(site, page))


def test_the_chapter_is_complete(site: Path) -> None:
    whole = tree_of(site, "chapter/index.html")
    titles = ["".join(h.itertext()) for h in whole.iter("h2")]
    assert len(SECTIONS) >= 6
    for section in SECTIONS:
        (title,) = tree_of(site, f"{section}index.html").iter("h1")
        assert "".join(title.itertext()) in titles


def test_no_page_names_another_host(site: Path) -> None:
    loaded = re.compile(r"""(?:src|href|srcset|poster|data|action)=["']?(?:https?:)?//([^/"'\s>]+)""")
    linked = re.compile(r"<a [^>]*>|<link rel=\"canonical\"[^>]*>")
    for page in pages(site):
        hosts = set(loaded.findall(linked.sub("", page.read_text(encoding="utf-8"))))
        assert hosts <= {"127.0.0.1"}, page
    for style in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//", style.read_text(encoding="utf-8")), style


def test_a_page_holds_the_style_of_each_widget_it_shows_and_of_no_other(site: Path) -> None:
    marks = {"rounding": ".widget-rounding", "shapes": ".widget-shapes", "hero": ".widget-hero"}
    shown = {"index.html": {"hero"}, "derivative/index.html": {"rounding"}, "vector-chain-rule/index.html": {"shapes"}}
    for page, widgets in shown.items():
        style = "".join(tree_of(site, page).xpath("//head/style/text()"))
        assert {name for name, mark in marks.items() if mark in style} == widgets, page


def test_every_formula_is_typeset(site: Path) -> None:
    for page in pages(site):
        article = page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        assert "katex-error" not in article, page
        assert 'class="arithmatex"' not in article, page
        for element in re.findall(r"<script.*?</script>|<annotation.*?</annotation>", article, re.DOTALL):
            article = article.replace(element, "")
        assert not re.search(r"\\\(|\\\[|\$[^ ]", re.sub(r"<[^>]+>", "", article)), page


def test_every_formula_has_a_mathml_twin(site: Path) -> None:
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        assert text.count('class="katex-html"') == text.count('class="katex-mathml"')


def test_a_page_starts_without_widgets_fields_that_a_browser_would_lay_out_to_fill_in(site: Path) -> None:
    for page in pages(site):
        for widget in lxml_html.document_fromstring(page.read_text(encoding="utf-8")).xpath("//*[@data-widget]"):
            fields = widget.xpath(".//input[not(@type='range')] | .//select")
            assert all(field.getparent().tag == "template" for field in fields), (page, widget.get("id"))


def test_what_a_field_will_hold_is_there_to_read_without_a_script(site: Path) -> None:
    seen = 0
    for widget in tree_of(site, "chapter/index.html").xpath("//*[@data-widget]"):
        for field in widget.xpath(".//*[@class='field']"):
            shown = "".join(field.xpath("./text()"))
            held = field.xpath(".//option[@selected]/text()") or field.xpath(".//input/@value")
            if held:  # where a formula may be typed, none is before one is
                assert shown == held[0], widget.get("id")
                seen += 1
    assert seen > 30


def test_blocks_below_the_first_screen_and_no_others_are_left_alone_until_they_are_near(site: Path) -> None:
    article = tree_of(site, "chain-rule/index.html").xpath("//article")[0]
    far = [("far" in (block.get("class") or "").split(), block.tag) for block in article if block.get("popover") is None]
    assert not any(marked for marked, _ in far[:8])
    assert all(marked or tag in ("h2", "h3", "hr", "form") for marked, tag in far[8:])
    assert sum(marked for marked, _ in far) > 20
    assert sum("far" in (block.get("class") or "").split() for block in article.iter()) == sum(is_far for is_far, _ in far)


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for page in pages(site):
        ids = re.findall(
            r"<[a-zA-Z][^<>]*? id=[\"']?([\w.-]+)",
            re.sub(r"<script.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL),
        )
        assert sorted(ids) == sorted(set(ids)), page


def test_every_label_and_reference_finds_its_element(site: Path) -> None:
    for name in ("chain-rule/index.html", "rules/index.html", "chapter/index.html"):
        tree = tree_of(site, name)
        ids = set(tree.xpath("//@id"))
        for reference in tree.xpath("//@aria-labelledby | //@aria-describedby | //label/@for"):
            assert reference in ids, (name, reference)


@pytest.mark.parametrize(
    ("part", "text"),
    [("x", "1.00"), ("u", "3.00"), ("y", "9.00"), ("dudx", "2.00"), ("dydu", "6.00"), ("dydx", "12.00")],
)
def test_the_prerendered_chain_rule_reads_as_the_chapter_says(site: Path, part: str, text: str) -> None:
    shown = tree_of(site, "chain-rule/index.html").xpath(f"//*[@id='chain-rule']//*[@data-part='{part}']/text()")
    assert shown
    assert set(shown) == {text}


def test_every_page_carries_the_same_policy_before_anything_it_governs(site: Path) -> None:
    policies = set()
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
        assert found, page
        assert not re.search(r"<(script|link|style)\b", text[: found.start()]), page
        policies.add(found[1])
    (policy,) = policies
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in policy


def test_the_javascript_that_every_page_loads_stays_small(site: Path) -> None:
    (folder,) = [path.parent for path in site.rglob("host.js")]
    weights = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in folder.glob("*.js")}
    assert weights["host.js"] <= 1_500  # all that a page without a widget loads
    (page,) = site.glob("derivative/index.html")
    first = re.findall(r'modulepreload" href="[^"]*/([^"/]+)"', page.read_text(encoding="utf-8"))
    assert {"card.js", "frames.js", "runtime.js"} < set(first)
    assert weights["host.js"] + sum(weights[name] for name in first) <= 11_000  # all else comes when it is asked for


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    assert build(tmp_path).returncode == 0
    for file in sorted(site.rglob("*")):
        if file.is_file() and file.name not in ("sitemap.xml", "sitemap.xml.gz"):
            assert file.read_bytes() == (tmp_path / file.relative_to(site)).read_bytes(), file


def test_the_reference_names_every_rule_and_every_function(site: Path) -> None:
    page = lxml_html.parse(site / "reference" / "index.html")
    cells = [cell.text_content().strip() for cell in page.xpath("//table//td[1]")]
    assert [rule.title for rule in calc.RULES.values()] == cells[: len(calc.RULES)]
    assert list(calc.FUNCTIONS) == cells[len(calc.RULES) : len(calc.RULES) + len(calc.FUNCTIONS)]
