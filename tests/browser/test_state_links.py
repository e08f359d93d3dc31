"""Every state of a widget that the prose links to: opened, and held against what the prose says of it."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.visit import NO_WASM, Open, Visit
from tests.pages import address
from tests.prose.page import PAGES
from widgets import find_widget

LINKED = [address(f"{page.name}.md") for page in PAGES if re.search(r"\]\(\?", page.text)]

# What the prose says of each state: the controls in the link, and the numbers from there to the next link or the end of
# the paragraph: those with a mark (x, u, y, a derivative), and every other with two decimals or more.
LINKS = r"""() => {
  const isState = (a) => !a.closest("[data-widget]") && a.pathname === location.pathname && a.search && a.hash;
  const links = [...document.querySelectorAll("article a[href*='?']")].filter(isState);
  return links.map((link, index) => {
    const block = link.closest("li, p, td, dd, summary, div");
    const next = links[index + 1];
    const range = document.createRange();
    range.setStartAfter(link);
    if (next && block.contains(next)) range.setEndBefore(next);
    else range.setEndAfter(block.lastChild);
    const said = range.cloneContents();
    // The index of u₁ is no number that is told.
    for (const twin of said.querySelectorAll(".katex-mathml, .msupsub")) twin.remove();
    const marked = [...said.querySelectorAll(".ix, .iu, .iy, .id")].flatMap((element) =>
      (element.textContent.match(/[-−]?\d+(\.\d+)?/g) ?? []).map((number) => [element.className, number]));
    const { searchParams, hash } = new URL(link.href);
    link.dataset.index = index;
    return {
      index, href: link.href, id: hash.slice(1), controls: [...searchParams], marked,
      plain: said.textContent.match(/[-−]?\d+\.\d\d+/g) ?? [],
    };
  });
}"""
# What of it the widget does not show.
MISSING = r"""({ id, controls, marked, plain }) => {
  const widget = document.getElementById(id);
  if (!widget?.matches("[data-widget]")) return [`there is no widget ${id}`];
  const typed = (element) => [...element.querySelectorAll("input")].map((input) => input.value);
  const read = (element) => [element.textContent, ...typed(element)].join(" ").replaceAll("-", "−");
  const numbers = (element) => read(element).split(/[^\d.−]+/).map((number) => number.replace(/\.$/, ""));
  const shows = (element, number) => numbers(element).includes(number.replace("-", "−"));
  const missing = [];
  for (const [key, wanted] of controls) {
    const fields = `[data-control="${key.slice(id.length + 1)}"] :is(select, input:not([type=range]))`;
    const values = [...widget.querySelectorAll(fields)].map((field) => field.value);
    const raised = (text) => text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).replace("⁻", "-");
    const plain = (text) => raised(text.replace(/^10(?=⁻)/, "1e").replace("×10", "e").replace("−", "-"));
    const right = (value) => value === wanted || (value !== "" && Number(plain(value)) === Number(wanted));
    if (!key.startsWith(`${id}.`) || !values.some(right)) missing.push(`${key} is ${values}, not ${wanted}`);
  }
  // A formula that only Python can work out, or a value between two stops; the widget says so.
  if (widget.matches("[data-pending]") || widget.textContent.includes("nearest prepared value")) return missing;
  for (const [mark, number] of marked) {
    const seen = [...widget.querySelectorAll(`.${mark}`)].some((element) => shows(element, number));
    if (!seen) missing.push(`${number} is nowhere with the mark ${mark}`);
  }
  for (const number of plain) if (!shows(widget, number)) missing.push(`${number} is nowhere`);
  return missing;
}"""


def links_of(opened: Visit) -> list[dict[str, Any]]:
    links: list[dict[str, Any]] = opened.page.evaluate(LINKS)
    return links


def assert_shows(opened: Visit, link: dict[str, Any]) -> None:
    for _ in range(200):
        missing = opened.page.evaluate(MISSING, link)
        if not missing:
            return
        opened.page.wait_for_timeout(25)
    assert not missing, (opened.page.url, link["href"])


def follow(opened: Visit, link: dict[str, Any]) -> None:
    """Follows a link where it stands; its box may be closed, or the answer of a choice not chosen yet."""
    found = opened.page.locator(f"article a[data-index='{link['index']}']")
    found.evaluate("(a) => { for (let d = a; (d = d.parentElement?.closest('details')); ) d.open = true; }")
    found.evaluate("(a) => a.closest('.choice')?.querySelector('input').click()")
    found.press("Enter")  # a link may break over two lines, and its middle be empty


def test_some_page_links_to_states() -> None:
    assert {"chain-rule/", "rules/"} <= set(LINKED)


def test_a_state_that_the_prose_describes_wrongly_is_noticed(visit: Open) -> None:
    told = {"id": "chain-rule", "controls": [["chain-rule.x", "2"]], "marked": [["iu", "9.00"]], "plain": ["12.01"]}
    opened = visit(script=NO_WASM)
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    opened.wait_for("unavailable")
    assert opened.page.evaluate(MISSING, told) == [
        "chain-rule.x is 1.00, not 2",
        "9.00 is nowhere with the mark iu",  # it is there, as y
        "12.01 is nowhere",
    ]


@pytest.fixture
def read(visit: Open) -> Open:
    """Opens a page for a reader who wants no motion: what glides is shown elsewhere, and would be waited for here."""

    def opened(path: str, **options: Any) -> Visit:
        return visit(path, reduced_motion="reduce", **options)

    return opened


@pytest.mark.parametrize("path", LINKED)
def test_each_link_opens_the_state_that_the_prose_describes_whatever_was_shown_before(read: Open, path: str) -> None:
    opened = read(path, script=NO_WASM)
    links = links_of(opened)
    assert links
    for link in [*links, *reversed(links)]:
        follow(opened, link)
        assert_shows(opened, link)


def one_for_each_widget(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the links to each, the one that says most of its state."""
    return list({link["id"]: link for link in sorted(links, key=lambda link: len(link["controls"]))}.values())


@pytest.mark.parametrize("path", LINKED)
def test_with_python_a_link_opens_the_same_state(read: Open, path: str) -> None:
    opened = read(path)
    for link in one_for_each_widget(links_of(opened)):
        opened.page.mouse.wheel(0, 1)  # the reader scrolls: the line of the last link is not held any more
        opened.page.locator(f"#{link['id']}").scroll_into_view_if_needed()
        opened.wait_for("live", link["id"])
        follow(opened, link)
        assert_shows(opened, link)
    assert opened.complaints == []


@pytest.mark.parametrize("path", LINKED)
def test_an_address_opens_the_states_of_its_widgets(read: Open, path: str) -> None:
    links = one_for_each_widget(links_of(read(path, script=NO_WASM)))
    query = "&".join(urlsplit(link["href"]).query for link in links)
    opened = read(f"{path}?{query}#{links[0]['id']}", script=NO_WASM)
    for link in links:
        opened.page.locator(f"#{link['id']}").scroll_into_view_if_needed()
        assert_shows(opened, link)


def test_on_the_one_page_chapter_a_link_moves_the_same_figure_there(read: Open) -> None:
    opened = read("chapter/", script=NO_WASM)
    links = one_for_each_widget(links_of(opened))
    assert len(links) > 10
    for link in links:
        follow(opened, link)
        assert_shows(opened, link)


@pytest.mark.parametrize(
    ("link", "state"),
    [("two units", {"units": 2.0, "step": 400.0}), ("at a rate of 10", {"rate": 10.0, "step": 80.0})],
)
def test_a_state_beside_all_sweeps_is_shown_where_no_python_runs(visit: Open, link: str, state: dict[str, Any]) -> None:
    widget = find_widget("train")
    opened = visit("backpropagation/", script=NO_WASM)
    opened.page.locator("#train").scroll_into_view_if_needed()
    opened.wait_for("unavailable", "train")
    opened.page.get_by_role("link", name=link).click()
    opened.until("loss", widget.update({**widget.defaults(), **state})["loss.text"], "train")
