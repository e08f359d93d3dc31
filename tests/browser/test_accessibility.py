"""Every page, the theme's part of it and the one for lost readers included, against all of axe-core's rules."""

from typing import Any, Literal

import pytest

from tests.browser.visit import Look, Open, Visit
from tests.conftest import ROOT
from tests.pages import PAGES, SECTIONS

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
async (asked) => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...asked });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html.slice(0, 160), any[0]?.message])]);
}
"""
COLOURS = ["color-contrast", "link-in-text-block"]
EVERY: dict[str, Any] = {}
IN_COLOUR = {"runOnly": COLOURS}
# The one-page chapter's colours are those of the sections, which hold the same.
BUT_COLOUR = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
Kind = tuple[int, Literal["light", "dark"], dict[str, Any]]
# What depends on the width and on the colours at once is asked of the sections alone.
LOOKS: list[Kind] = [(320, "light", EVERY), (320, "dark", IN_COLOUR), (1280, "light", IN_COLOUR), (1280, "dark", EVERY)]
LONG: list[Kind] = [(320, "light", EVERY), (1280, "dark", EVERY)]
WHOLE: list[Kind] = [(320, "light", BUT_COLOUR), (1280, "dark", BUT_COLOUR)]


def broken(page: Visit, looks: list[Kind]) -> list[Any]:
    page.page.evaluate(AXE)
    found = []
    for width, scheme, asked in looks:
        page.page.emulate_media(color_scheme=scheme)
        page.resize(width)
        found += [[width, scheme, *rule] for rule in page.page.evaluate(RUN, asked)]
    return found


@pytest.mark.parametrize("path", [*PAGES, "nowhere/"])
def test_a_page_breaks_no_rule_of_wcag_narrow_or_wide_light_or_dark(look: Look, path: str) -> None:
    looks = LOOKS if path in SECTIONS else WHOLE if path == "chapter/" else LONG
    assert broken(look(path, unfolded=True), looks) == []


def test_with_python_it_breaks_none_either(visit: Open) -> None:
    opened = visit(reduced_motion="reduce")  # no colour is on its way to another
    for widget in ("chain-rule", "deep-chain"):
        opened.unfold(widget)
        opened.page.locator(f"#{widget}").scroll_into_view_if_needed()
        opened.wait_for("live", widget)
    # What is far above the screen is laid out as well, so that it is judged in its right colours.
    opened.settle()
    assert broken(opened, LONG) == []


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
