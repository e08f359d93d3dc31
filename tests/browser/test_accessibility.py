"""Every page against axe-core's rules for WCAG 2.2 AA, light and dark, framed and live."""

import pytest

from tests.browser.visit import Open
from tests.conftest import ROOT
from tests.pages import PAGES

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await axe.run("main, header", { runOnly: tags });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html.slice(0, 160), any[0]?.message])]);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_of_wcag(visit: Open, path: str, scheme: str) -> None:
    opened = visit(path, color_scheme=scheme, width=360 if scheme == "dark" else 1280)
    widget = opened.page.locator("[data-widget]").first
    if widget.count():
        widget.scroll_into_view_if_needed()
        opened.wait_for("live", str(widget.get_attribute("id")))
    opened.page.evaluate("for (const details of document.querySelectorAll('article details')) details.open = true")
    opened.page.evaluate(AXE)
    assert opened.page.evaluate(RUN) == []


def test_the_demo_can_be_driven_by_keyboard_alone(visit: Open) -> None:
    opened = visit()
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    opened.wait_for("live")
    opened.page.locator("#chain-rule select").first.focus()
    reached = []
    for _ in range(6):
        reached.append(opened.page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.type"))
        opened.page.keyboard.press("Tab")
    assert reached == ["select-one", "select-one", "x down by 0.25", "range", "x up by 0.25", "x, typed"]


def test_what_has_focus_can_be_seen(visit: Open) -> None:
    opened = visit()
    for selector in ("[type=range]", "[type=number]", "select", "[data-step='1']"):
        opened.page.locator(f"#chain-rule {selector}").first.focus()
        opened.page.keyboard.press("Shift")
        outline = opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", selector
