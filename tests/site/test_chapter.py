"""What the chapter promises its readers: the same parts in every section, and a way to every word and sign."""

from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from tests import pages

SECTIONS = [address.strip("/") for address in pages.SECTIONS]


def article(site: Path, page: str) -> etree._Element:
    tree = lxml_html.document_fromstring((site / page / "index.html").read_text(encoding="utf-8"))
    (found,) = tree.iter("article")
    return found


def boxes(tree: etree._Element, kind: str) -> list[etree._Element]:
    return [box for box in tree.iter("div", "details", "fieldset") if kind in str(box.get("class", "")).split()]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_every_part(site: Path, section: str) -> None:
    tree = article(site, section)
    text = "".join(tree.itertext())
    assert len(boxes(tree, "remember")) == 1
    assert len(boxes(tree, "quick-check")) >= 2
    assert len(boxes(tree, "guess")) > 2  # a check is one as well
    assert "In words:" in text
    assert any(box.findall("dl") for box in boxes(tree, "symbols"))
    assert boxes(tree, "example")
    assert boxes(tree, "misconception")
    ids = [str(heading.get("id")) for heading in tree.iter("h2")]
    assert ("backpropagation-next" if section == "backpropagation" else f"{section}-backprop") in ids[-2:]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_check_asks_for_a_number_or_a_choice_and_hides_its_answer(site: Path, section: str) -> None:
    for box in boxes(article(site, section), "quick-check"):
        assert "?" in "".join(box[0].itertext())
        if box.find("form") is None:
            assert_choices(box)
            continue
        (solution,) = box.iter("details")
        assert "open" not in solution.attrib
        slips = box.xpath("./div[@data-answer]")
        assert slips
        assert all("hidden" in slip.attrib and len("".join(slip.itertext()).split()) > 2 for slip in slips)
        answers = [float(str(place.get("data-answer"))) for place in (solution, *slips)]
        assert len(answers) == len(set(answers))


@pytest.mark.parametrize("section", SECTIONS)
def test_every_guess_has_choices_and_each_choice_its_answer(site: Path, section: str) -> None:
    guesses = [box for box in boxes(article(site, section), "guess") if box.get("class") == "guess"]
    assert guesses
    for guess in guesses:
        assert_choices(guess)


def assert_choices(guess: etree._Element) -> None:
    assert "?" in "".join(guess[0].itertext())
    choices = guess.xpath("./div[contains(@class, 'choice')]")
    assert len(choices) >= 2
    assert [choice.get("class") for choice in choices].count("choice right") == 1
    for choice in choices:
        (button,), (label,), (answer,) = choice.findall("input"), choice.findall("label"), choice.findall("div")
        assert (button.get("type"), button.get("id")) == ("radio", label.get("for"))
        assert "checked" not in button.attrib
        # What a button says is read aloud: a formula alone would leave it without a name.
        assert "".join(label.xpath(".//text()[not(ancestor::*[contains(@class, 'katex')])]")).strip()
        assert len("".join(answer.itertext()).split()) > 5


def test_the_opening_page_leads_to_the_sections_in_order(site: Path) -> None:
    (table,) = article(site, "").iter("table")
    rows = list(table.iter("tr"))[1:]
    assert [str(row.xpath(".//a/@href")[0]).strip("./") for row in rows] == SECTIONS
    minutes = [int("".join(row[-1].itertext()).removesuffix("\N{NO-BREAK SPACE}min")) for row in rows]
    assert 85 <= sum(minutes) <= 95  # “about an hour and a half”


def test_the_glossary_is_in_order_and_every_entry_leads_somewhere(site: Path) -> None:
    (entries,) = article(site, "glossary").iter("dl")
    terms = ["".join(term.itertext()) for term in entries.iter("dt")]
    assert len(terms) >= 40
    assert terms == sorted(terms, key=str.lower)
    assert all(
        meaning.xpath(".//a[contains(@href, '#') or starts-with(@href, '../')]") for meaning in entries.iter("dd")
    )


def test_every_sign_leads_to_its_section(site: Path) -> None:
    (table,) = article(site, "glossary").iter("table")
    for row in list(table.iter("tr"))[1:]:
        links = row[-1].xpath(".//a")
        assert links
        for link in links:
            page = str(link.get("href")).split("/")[1]
            assert SECTIONS.index(page) + 1 == int(link.text)
