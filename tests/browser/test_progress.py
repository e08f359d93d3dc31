"""The navigation ticks a section whose end was reached, here and on a later visit, and tells nobody else."""

from playwright.sync_api import expect

from tests.browser.visit import ON_ITS_WAY, Open, Visit

TICKED = "[...document.querySelectorAll('.md-nav--primary a[data-read]')].map((link) => link.innerText.trim())"


def to_the_end(opened: Visit) -> None:
    opened.settle()
    opened.page.wait_for_timeout(500)
    opened.page.locator(".md-footer").scroll_into_view_if_needed()


def test_a_section_is_ticked_once_its_end_was_reached_and_stays_so(visit: Open) -> None:
    opened = visit("derivative/", script=ON_ITS_WAY)
    opened.page.wait_for_load_state("networkidle")
    assert opened.page.evaluate(TICKED) == []
    to_the_end(opened)
    mine = opened.page.locator(".md-nav--primary a.md-nav__link[data-read]")
    expect(mine).to_have_count(1)
    assert (mine.text_content() or "").split() == ["1.", "What", "a", "derivative", "actually", "is", ",", "read"]
    opened.page.locator(".md-nav--primary a", has_text="2. The four rules").click()  # without a reload
    opened.page.wait_for_url("**/rules/")
    expect(mine).to_have_count(1)
    opened.page.goto(opened.page.url.replace("rules/", "glossary/"))
    to_the_end(opened)
    expect(mine).to_have_count(1)  # a page that is no section is none to read through
    assert opened.page.context.cookies() == []
    assert opened.complaints == []


def test_a_browser_that_keeps_nothing_ticks_until_the_reader_leaves(visit: Open) -> None:
    deny = (
        "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    opened = visit("derivative/", script=deny)
    to_the_end(opened)
    expect(opened.page.locator(".md-nav--primary a.md-nav__link[data-read]")).to_have_count(1)
