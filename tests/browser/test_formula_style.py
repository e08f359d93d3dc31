"""Of KaTeX's style a page gets what its own formulas need; they look as with the whole, which comes with a reader's."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import ON_ITS_WAY, Open
from tests.pages import SECTIONS

# What of each formula on the page changes its style, once the whole of KaTeX's own style is there as well.
CHANGED = """
async () => {
  const parts = [...document.querySelectorAll(".katex, .katex *")];
  const seen = () => parts.map((element) => getComputedStyle(element).cssText);
  const some = document.querySelector("link[href$='/katex.css']");
  const before = seen();
  await new Promise((loaded) => {
    const href = some.href.replace("katex.css", "formulas.css");
    some.before(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: loaded }));
  });
  return [parts.length, seen().flatMap((style, i) => (style === before[i] ? [] : [parts[i].className]))];
}
"""


@pytest.mark.parametrize("path", [*SECTIONS, "glossary/", "reference/"])
def test_the_chapters_formulas_look_as_with_the_whole_style(visit: Open, path: str) -> None:
    opened = visit(path, script=ON_ITS_WAY)
    opened.page.evaluate("for (const details of document.querySelectorAll('article details')) details.open = true")
    count, changed = opened.page.evaluate(CHANGED)
    assert count > 100
    assert changed == []


def test_the_whole_style_comes_with_a_readers_own_formula(visit: Open) -> None:
    opened = visit("chain-rule/")
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    opened.wait_for("live")
    assert not [url for url in opened.requests if "formulas.css" in url]
    opened.unfold("chain-rule")
    opened.page.get_by_label("inner function").select_option("type your own…")
    opened.page.get_by_label("inner: your own formula in x").fill("sqrt(x^7 + 4) / 13")
    root = opened.page.locator("#chain-rule .katex-html .sqrt svg").first
    expect(root).to_be_visible()
    assert len([url for url in opened.requests if "formulas.css" in url]) == 1
    # A root's sign is a drawing behind what it stands over, as KaTeX's style has it.
    assert root.evaluate("(svg) => getComputedStyle(svg).position") == "absolute"
