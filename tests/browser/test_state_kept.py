"""What a widget shows is kept, however it came to that: over a reload, and over leaving the page and returning."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import NO_WASM, Open, Visit, amount

STATE = """() => Object.fromEntries([...document.querySelectorAll("#chain-rule [data-control]")].map((control) =>
  [control.dataset.control, control.querySelector("select, input.number").value]))"""
FIRST = {"inner": "2x + 1", "outer": "u^2", "x": "1.00", "dx": "0.1"}


def slider(page: Page, name: str = "x") -> Any:
    return page.locator(f"#chain-rule [data-control={name}] [type=range]")


def press(page: Page, *keys: str) -> None:
    slider(page).focus()
    for key in keys:
        page.keyboard.press(key)


def pull(page: Page, selector: str, start: float, end: float) -> None:
    """Drags the mouse over a part of the demo, from one share of its width to another."""
    part = page.locator(f"#chain-rule {selector}").first
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box
    page.mouse.move(box["x"] + start * box["width"], box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()


WAYS: dict[str, tuple[Callable[[Page], object], dict[str, str]]] = {
    "an arrow key": (lambda page: press(page, "ArrowRight"), {"x": "1.25"}),
    "ten stops at once": (lambda page: press(page, "Shift+ArrowLeft"), {"x": "−1.50"}),
    "home": (lambda page: press(page, "Home"), {"x": "−3.00"}),
    "end": (lambda page: press(page, "End"), {"x": "3.00"}),
    "the plus button": (
        lambda page: page.locator("#chain-rule").get_by_role("button", name="x up by 0.25").click(),
        {"x": "1.25"},
    ),
    "the slider": (lambda page: pull(page, "[data-control=x] [type=range]", 0.66, 1.0), {"x": "3.00"}),
    "the figure": (lambda page: pull(page, "[data-figure] svg", 0.5, 0.0), {"x": "−3.00"}),
    "a typed number": (
        lambda page: page.locator("#chain-rule [data-control=x] input.number").fill("2"),
        {"x": "2.00"},
    ),
    "another function": (lambda page: page.get_by_label("outer function").select_option("sin(u)"), {"outer": "sin(u)"}),
    "a preset": (lambda page: page.get_by_role("link", name="falling").click(), {"x": "−2.00"}),
    "a link in the text": (
        lambda page: page.locator("article ul:not(.widget-presets) a[href*='chain-rule.x=-0.5']").first.click(),
        {"x": "−0.50"},
    ),
}


def shown(page: Page) -> dict[str, str]:
    """What the controls say, every number as a number is written: what was typed stays as it was typed."""
    says: dict[str, str] = page.evaluate(STATE)
    return {**says, "x": f"{amount(says['x']):.2f}".replace("-", "−")}


def until(page: Page, wanted: dict[str, str]) -> None:
    """Waits until the controls say so."""
    for _ in range(200):
        if shown(page) == wanted:
            return
        page.wait_for_timeout(25)
    assert shown(page) == wanted


def ready(visit: Visit) -> Page:
    visit.page.locator("#chain-rule").scroll_into_view_if_needed()
    visit.wait_for("unavailable")
    visit.page.evaluate("for (const fold of document.querySelectorAll('#chain-rule details')) fold.open = true")
    return visit.page


def go(page: Page, name: str) -> None:
    page.locator(".md-nav--primary").get_by_role("link", name=re.compile(rf"^(\d\. )?{name}$")).first.click()
    expect(page.locator("article h1")).to_contain_text(name)


def moved_and_reloaded(opened: Visit, way: str) -> dict[str, str]:
    """Moves the demo in one of the ways, loads the page anew, and gives what it showed and shows again."""
    page = ready(opened)
    move, moved = WAYS[way]
    move(page)
    wanted = {**FIRST, **moved}
    until(page, wanted)
    page.wait_for_timeout(400)  # the address is written when the hand has come to rest
    page.reload()
    ready(opened)
    until(page, wanted)
    return wanted


@pytest.mark.parametrize("way", WAYS)
def test_what_was_moved_is_there_after_a_reload(visit: Open, way: str) -> None:
    opened = visit(script=NO_WASM)
    moved_and_reloaded(opened, way)
    assert opened.complaints == []


@pytest.mark.parametrize("way", ["an arrow key", "the figure", "another function", "a link in the text"])
def test_what_was_moved_is_there_after_another_page_too(visit: Open, way: str) -> None:
    opened = visit(script=NO_WASM)
    page = opened.page
    wanted = moved_and_reloaded(opened, way)
    go(page, "Glossary and notation")
    go(page, "The chain rule")
    ready(opened)
    until(page, wanted)
    page.go_back()
    expect(page.locator("article h1")).to_contain_text("Glossary")
    page.go_back()
    ready(opened)
    until(page, wanted)
    assert opened.complaints == []


def test_what_was_moved_last_is_kept_though_the_reader_leaves_at_once(visit: Open) -> None:
    opened = visit(script=NO_WASM)
    page = ready(opened)
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    page.evaluate("document.querySelector('.md-footer__link--next').click()")
    expect(page.locator("article h1")).not_to_contain_text("The chain rule")
    page.locator(".md-footer__link--prev").click()
    ready(opened)
    until(page, {**FIRST, "x": "1.75"})


def test_the_address_wins_over_what_the_visit_left(visit: Open) -> None:
    opened = visit(script=NO_WASM)
    page = ready(opened)
    press(page, "End")
    until(page, {**FIRST, "x": "3.00"})
    page.goto(page.url.partition("?")[0] + "?chain-rule.dx=1")
    ready(opened)
    until(page, {**FIRST, "dx": "1"})


def test_reset_is_kept_as_well(visit: Open) -> None:
    opened = visit(script=NO_WASM)
    page = ready(opened)
    press(page, "End")
    page.get_by_role("button", name="Reset").first.click()
    page.wait_for_timeout(400)
    page.reload()
    ready(opened)
    until(page, FIRST)


def test_another_visit_begins_anew(visit: Open) -> None:
    press(ready(visit(script=NO_WASM)), "End")
    until(ready(visit(script=NO_WASM)), FIRST)


@pytest.mark.parametrize(("asked", "shown"), [("99", "3.00"), ("-7.5", "−3.00"), ("3", "3.00")])
def test_a_value_beyond_the_end_is_the_end_and_says_so(visit: Open, asked: str, shown: str) -> None:
    page = ready(visit(f"chain-rule/?chain-rule.x={asked}#chain-rule", script=NO_WASM))
    until(page, {**FIRST, "x": shown})
    told = page.locator("#chain-rule [data-control=x] .control-error")
    expect(told).to_be_visible(visible=asked != "3")
    expect(told).to_have_text("x goes from −3 to 3.")
    press(page, "ArrowLeft")
    expect(told).to_be_hidden()


@pytest.mark.parametrize("status", ["unavailable", "live"])
def test_a_choice_that_is_none_leaves_the_first_one_and_says_so(visit: Open, status: str) -> None:
    script = NO_WASM if status == "unavailable" else ""
    opened = visit("chain-rule/?deep-chain.act=sigmoyd&deep-chain.w=2#deep-chain", script=script)
    opened.wait_for(status, "deep-chain")
    opened.page.wait_for_timeout(300)
    choice = opened.page.locator("#deep-chain [data-control=act]")
    told = choice.locator(".control-error")
    expect(told).to_be_visible()
    expect(told).to_have_text("There is no choice “sigmoyd” here.")
    expect(choice.locator("select")).to_have_value("sigmoid")
    expect(choice.locator("select")).to_have_accessible_description("There is no choice “sigmoyd” here.")
    choice.locator("select").select_option("tanh")
    expect(told).to_be_hidden()
