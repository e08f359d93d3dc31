"""A glossary term is a button where a page first uses it in running text, and nowhere else."""

import re
from pathlib import Path

import pytest

from widgets.build.html.terms import Terms, terms_of, with_terms

GLOSSARY = """<dl>
<dt>Derivative</dt>
<dd>The slope at a point. <a href="../derivative/#formula">Section 1</a></dd>
<dt>Partial derivative</dt>
<dd>All others held still. <a href="../partials/">Section 3</a>, <a href="#signs">below</a></dd>
<dt>Tangent</dt>
<dd>A straight line.</dd>
<dt>Hyperbolic tangent</dt>
<dd>An S-shaped function.</dd>
</dl>"""


@pytest.fixture
def terms() -> Terms:
    return terms_of(GLOSSARY)


def marked(body: str, terms: Terms, name: str = "rules.md") -> str:
    page = with_terms(f"<nav>a derivative</nav><article>{body}</article>", name, terms, lambda path: f"../{path}")
    return page.partition("<article>")[2].partition("</article>")[0]


def buttons(body: str, terms: Terms, name: str = "rules.md") -> list[str]:
    return re.findall(r"<button[^>]*>([^<]*)</button>", marked(body, terms, name))


def test_the_first_use_of_a_term_opens_its_definition(terms: Terms) -> None:
    html = marked("<p>Two derivatives, one derivative.</p>", terms)
    assert html.startswith(
        '<p>Two <span class="unbroken"><button type="button" class="term" popovertarget="term-derivative">derivatives'
        "</button>,</span> one derivative.</p>"
    )
    assert html.endswith(
        '<div popover class="term-card" id="term-derivative">The slope at a point. '
        '<a href="../derivative/#formula">Section 1</a></div>'
    )


def test_a_link_in_a_definition_leads_where_it_led_from_the_glossary(terms: Terms) -> None:
    html = marked("<p>partial derivative</p>", terms)
    assert '<a href="../partials/">Section 3</a>, <a href="../glossary/#signs">below</a>' in html


def test_the_longer_term_is_the_one_that_is_meant(terms: Terms) -> None:
    assert buttons("<p>A partial derivative and a derivative</p>", terms) == ["partial derivative", "derivative"]
    assert buttons("<p>The hyperbolic tangent</p>", terms) == ["hyperbolic tangent"]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Derivative</h2>",
        '<p>See <a href="x">the <em>derivative</em></a></p>',
        "<p><code>derivative</code></p>",
        '<section data-widget="x"><div><p>derivative</p><section></section>derivative</div></section>',
        '<p><span class="katex"><span>derivative</span><span></span>derivative</span></p>',
        '<div><p class="admonition-title">The derivative</p></div>',
        "<p>derivatively, a non-derivative</p>",
    ],
)
def test_titles_links_code_widgets_formulas_and_parts_of_words_are_left_alone(terms: Terms, body: str) -> None:
    assert marked(body, terms) == body
    assert buttons(f"{body}<p>the derivative</p>", terms) == ["derivative"]


def test_a_page_that_explains_a_term_and_the_glossary_itself_have_no_button_for_it(terms: Terms) -> None:
    assert buttons("<p>derivative, tangent</p>", terms, "derivative.md") == ["tangent"]
    assert buttons("<p>derivative, tangent</p>", terms, "glossary.md") == []


def test_a_chapter_without_a_glossary_has_no_terms() -> None:
    assert marked("<p>derivative</p>", terms_of("")) == "<p>derivative</p>"


def test_each_page_of_the_chapter_explains_what_it_takes_from_others(site: Path) -> None:
    page = (site / "chain-rule" / "index.html").read_text(encoding="utf-8")
    opens = re.findall(r'popovertarget="([^"]+)"', page)
    assert {"term-derivative", "term-sigmoid"} <= set(opens)
    assert "term-chain-rule" not in opens  # this page explains it
    assert len(opens) == len(set(opens)) == len(re.findall(r'<div popover [^>]*id="term-', page))


def test_a_word_that_section_5_uses_in_a_sense_of_its_own_does_not_open_the_other_one(site: Path) -> None:
    """There a tangent is a step that the Jacobian carries forwards, not the line at a curve."""
    page = (site / "vector-chain-rule" / "index.html").read_text(encoding="utf-8")
    assert "is called a tangent" in page
    assert 'popovertarget="term-tangent"' not in page
