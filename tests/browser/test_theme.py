"""The theme's style goes out without what no page uses; nothing that a reader sees may have depended on that."""

import gzip
from pathlib import Path

import pytest

from tests.browser.visit import ON_ITS_WAY, Open
from tests.pages import PAGES

SEEN = """
globalThis.all = [...document.querySelectorAll("body *")]; // what comes later was not there to compare with
globalThis.seen = () => all.flatMap((element) =>
  [null, "::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo).cssText));
globalThis.styles = [];
"""
WHOLE = """
async (whole) => {
  const link = document.querySelector("link[href*='theme-']");
  await Promise.all(whole.map((name) => new Promise((loaded) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", onload: loaded });
    sheet.href = new URL(name, link.href);
    link.before(sheet);
  })));
  link.remove();
}
"""
# The name of every element that looks otherwise than it did at this width.
DIFFERENT = """
(index) => {
  const names = all.flatMap((e) => Array(3).fill(e.outerHTML.slice(0, 80)));
  return [styles[index].length, seen().flatMap((style, i) => (style === styles[index][i] ? [] : [names[i]]))];
}
"""
WIDTHS = [360, 1440]


@pytest.mark.parametrize("path", [page for page in PAGES if page != "chapter/"] + ["404.html"])
def test_the_pruned_style_dresses_every_page_as_the_whole_one_does(visit: Open, site: Path, path: str) -> None:
    whole = sorted(file.name for file in site.glob("assets/stylesheets/*.min.css"))
    opened = visit(path, width=360, color_scheme="dark", reduced_motion="reduce", script=ON_ITS_WAY)
    opened.page.evaluate("for (const details of document.querySelectorAll('article details')) details.open = true")
    opened.page.locator("label[for=__search]:visible").first.click()
    opened.page.keyboard.type("chain")
    opened.page.locator(".md-search-result__item").first.wait_for()
    opened.page.evaluate(SEEN)
    for width in WIDTHS:
        opened.resize(width)
        opened.page.evaluate("void styles.push(seen())")
    opened.page.evaluate(WHOLE, whole)
    for index, width in enumerate(WIDTHS):
        opened.resize(width)
        count, different = opened.page.evaluate(DIFFERENT, index)
        assert count > 500
        assert different == [], width


def test_a_page_loads_one_style_of_the_theme_and_half_as_much(visit: Open, site: Path) -> None:
    opened = visit(script=ON_ITS_WAY)
    sheets = [url for url in opened.requests if "/assets/stylesheets/" in url]
    (pruned,) = site.glob("assets/stylesheets/theme-*.css")
    assert [url.rpartition("/")[2] for url in sheets] == [pruned.name]
    whole = sum(file.stat().st_size for file in site.glob("assets/stylesheets/*.min.css"))
    assert pruned.stat().st_size < 0.5 * whole


def test_a_page_loads_the_themes_script_in_fewer_bytes(visit: Open, site: Path) -> None:
    opened = visit(script=ON_ITS_WAY)
    scripts = [url for url in opened.requests if "/assets/javascripts/" in url and "/workers/" not in url]
    (short,) = site.glob("assets/javascripts/theme-*.js")
    assert [url.rpartition("/")[2] for url in scripts] == [short.name]
    (whole,) = site.glob("assets/javascripts/bundle.*.js")
    assert len(gzip.compress(short.read_bytes())) < 0.95 * len(gzip.compress(whole.read_bytes()))
