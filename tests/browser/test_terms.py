"""A glossary term opens under the mouse, a key and a finger, and goes away again."""

from playwright.sync_api import Locator, expect

from tests.browser.visit import ON_ITS_WAY, Open, Visit


def term_of(opened: Visit) -> tuple[Locator, Locator]:
    term = opened.page.locator(".term", has_text="sigmoid").first
    term.scroll_into_view_if_needed()
    return term, opened.page.locator("#term-sigmoid")


def test_a_term_opens_under_the_mouse_and_by_the_keyboard(visit: Open) -> None:
    opened = visit(script=ON_ITS_WAY)
    opened.settle()
    opened.page.wait_for_timeout(500)  # all is laid out, and moves no more
    term, card = term_of(opened)
    expect(card).to_be_hidden()
    term.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("with values between 0 and 1")
    word, box = term.bounding_box(), card.bounding_box()
    assert word and box
    assert 0 <= box["y"] - (word["y"] + word["height"]) < 20, "it stands at its word"
    card.hover()  # on the way to the link in it
    opened.page.wait_for_timeout(600)
    expect(card).to_be_visible()
    opened.page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    term.focus()
    opened.page.keyboard.press("Shift+Tab")
    expect(opened.page.locator(".term-card:popover-open")).to_contain_text("A fixed recipe")  # of the term before
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("Tab")
    expect(card).to_be_visible()
    opened.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    opened.page.keyboard.press("Enter")
    expect(card).to_be_visible()
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.closest('.term-card')?.id") == "term-sigmoid"
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/rules/#rules-sigmoid")
    assert opened.complaints == []


def test_a_term_opens_at_a_tap_without_any_script(visit: Open) -> None:
    opened = visit(width=360, has_touch=True, java_script_enabled=False)
    term, card = term_of(opened)
    term.tap()
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    opened.page.touchscreen.tap(180, 20)
    expect(card).to_be_hidden()
