"""Every page, the theme's part of it and the one for lost readers included, against all of axe-core's rules."""

from typing import Literal

import pytest

from tests.browser.visit import Open
from tests.conftest import ROOT
from tests.pages import PAGES, SECTIONS

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
async (rules) => {
  const asked = rules.length ? { runOnly: rules } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...asked });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html.slice(0, 160), any[0]?.message])]);
}
"""
# What depends on the width and on the colours at once is asked of the sections; the one-page chapter holds the same.
COLOURS = ["color-contrast", "link-in-text-block"]
Look = tuple[int, Literal["light", "dark"], list[str]]
LOOKS: list[Look] = [(320, "light", []), (320, "dark", COLOURS), (1280, "light", COLOURS), (1280, "dark", [])]
LONG = [LOOKS[0], LOOKS[3]]


@pytest.mark.parametrize("path", [*PAGES, "nowhere/"])
def test_a_page_breaks_no_rule_of_wcag_narrow_or_wide_light_or_dark(visit: Open, path: str) -> None:
    opened = visit(path, reduced_motion="reduce")  # no colour is on its way to another
    widget = opened.page.locator("[data-widget]").first
    if widget.count():
        widget.scroll_into_view_if_needed()
        opened.wait_for("live", str(widget.get_attribute("id")))
    opened.page.evaluate("for (const details of document.querySelectorAll('article details')) details.open = true")
    # What is far above the screen is laid out as well, so that it is judged in its right colours.
    opened.settle()
    opened.page.evaluate(AXE)
    broken = []
    for width, scheme, rules in LOOKS if path in SECTIONS else LONG:
        opened.page.emulate_media(color_scheme=scheme)
        opened.resize(width)
        broken += [[width, scheme, *rule] for rule in opened.page.evaluate(RUN, rules)]
    assert broken == []


def test_the_demo_can_be_driven_by_keyboard_alone(visit: Open) -> None:
    opened = visit()
    opened.page.locator("#chain-rule").scroll_into_view_if_needed()
    opened.wait_for("live")
    said = "(({ activeElement: a }) => a.ariaLabel ?? a.type ?? a.localName)(document)"
    opened.page.locator("#chain-rule [data-step='-1']").first.focus()
    reached = []
    for _ in range(5):
        reached.append(opened.page.evaluate(said))
        opened.page.keyboard.press("Tab")
    assert reached == ["x down by 0.25", "range", "x up by 0.25", "x, typed", "summary"]
    opened.page.keyboard.press("Shift+Tab")
    opened.page.keyboard.press("Enter")
    opened.page.locator("#chain-rule .widget-presets a").last.focus()
    reached = []
    for _ in range(7):
        opened.page.keyboard.press("Tab")
        reached.append(opened.page.evaluate(said))
    play = ["Play: the nudge shrinks", "Speed 1×"]
    assert reached == [
        "select-one",
        "select-one",
        *play,
        "dx down by a factor of 1.78",
        "range",
        "dx up by a factor of 1.78",
    ]


def test_what_has_focus_can_be_seen(visit: Open) -> None:
    opened = visit()
    opened.unfold("chain-rule")
    for selector in ("[type=range]", "input.number", "select", "[data-step='1']"):
        opened.page.locator(f"#chain-rule {selector}").first.focus()
        opened.page.keyboard.press("Shift")
        outline = opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", selector
