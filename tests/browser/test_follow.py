"""Links to states move the figure and leave the reader where they are; Back undoes them, and leads back to the line."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import NO_WASM, Open, Visit

# A link in the text, beside the same page's demo.
MINUS_HALF = "article ul:not(.widget-presets) a[href*='chain-rule.x=-0.5']"
MINUS_TWO = "article ul:not(.widget-presets) a[href*='chain-rule.x=-2']"
PICTURE = "#chain-rule [data-figure] svg"
WAY_BACK = ".back-to-text"


def opened(visit: Open, path: str = "chain-rule/", **options: Any) -> Visit:
    there = visit(path, script=NO_WASM, **options)
    there.settle()
    return there


def top(place: Locator) -> float:
    """How far down the screen something is, once the page has come to rest."""
    place.page.wait_for_timeout(400)
    return float(place.evaluate("(element) => element.getBoundingClientRect().top"))


def rest(page: Page) -> None:
    """The page has answered; a key then ends what holds the line while it still settles."""
    page.wait_for_timeout(300)
    page.keyboard.press("Shift")


def put(place: Locator, down: float) -> None:
    """Scrolls until something is so far down the screen."""
    place.evaluate(
        "(element, down) => scrollBy({ top: element.getBoundingClientRect().top - down, behavior: 'instant' })", down
    )
    place.page.wait_for_timeout(300)


def x(page: Page) -> Locator:
    return page.locator("#chain-rule [data-control=x] input.number")


def far(page: Page) -> Locator:
    """A link to a state of the first figure from the end of the page, where nothing of that figure is in sight."""
    page.evaluate("""() => {
      const line = document.createElement("p");
      line.innerHTML = '<a id="far" href="?chain-rule.x=-0.5#chain-rule">x = −0.5</a>';
      [...document.querySelectorAll("article > h2")].at(-1).before(line);
    }""")
    return page.locator("#far")


def is_seen(place: Locator) -> bool:
    """Whether all of it is on the screen and nothing lies over its four corners or its middle."""
    covered: bool = place.evaluate("""(element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const places = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2],
        [(left + right) / 2, (top + bottom) / 2]];
      return places.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
    }""")
    return covered


def test_where_the_picture_is_on_the_screen_the_line_stays_where_it_is(visit: Open) -> None:
    page = opened(visit).page
    page.set_viewport_size({"width": 1440, "height": 1500})
    link = page.locator(MINUS_HALF).first
    put(link, 1200)
    assert page.locator(PICTURE).evaluate("(svg) => svg.getBoundingClientRect().bottom") > 150
    before = top(link)
    link.click()
    expect(x(page)).to_have_value("−0.50")
    assert top(link) == pytest.approx(before, abs=1)
    expect(page.locator(WAY_BACK)).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1440])
def test_where_it_is_not_the_figure_comes_and_a_button_leads_back_to_the_line(visit: Open, width: int) -> None:
    page = opened(visit, width=width).page
    page.set_viewport_size({"width": width, "height": 500})
    link = far(page)
    put(link, 150)
    before = top(link)
    assert page.locator(PICTURE).evaluate("(svg) => svg.getBoundingClientRect().bottom") < 48
    link.click()
    expect(x(page)).to_have_value("−0.50")
    page.wait_for_timeout(1200)
    assert is_seen(page.locator(PICTURE))
    expect(page.locator(".md-top")).to_be_hidden()
    page.locator(WAY_BACK).click()
    page.wait_for_timeout(1200)
    assert top(link) == pytest.approx(before, abs=1)
    expect(page.locator(WAY_BACK)).to_have_count(0)
    expect(x(page)).to_have_value("−0.50")  # only the reader went back
    assert page.evaluate("document.activeElement.getAttribute('href')") == link.get_attribute("href")


def test_scrolling_back_to_the_line_takes_the_button_away(visit: Open) -> None:
    page = opened(visit).page
    page.set_viewport_size({"width": 1280, "height": 500})
    link = far(page)
    put(link, 150)
    link.click()
    expect(page.locator(WAY_BACK)).to_be_visible()
    rest(page)
    put(link, 250)
    expect(page.locator(WAY_BACK)).to_have_count(0)


def test_back_undoes_one_link_at_a_time_and_forward_does_it_again(visit: Open) -> None:
    there = opened(visit)
    page = there.page
    page.evaluate("globalThis.sameDocument = document.querySelector('article')")
    first, second = page.locator(MINUS_HALF).first, page.locator(MINUS_TWO).first
    put(first, 150)
    places = [top(first)]
    first.click()
    expect(x(page)).to_have_value("−0.50")
    rest(page)
    put(second, 400)
    places.append(top(second))
    second.click()
    expect(x(page)).to_have_value("−2.00")
    rest(page)
    page.go_back()
    expect(x(page)).to_have_value("−0.50")
    rest(page)
    assert top(second) == pytest.approx(places[1], abs=1)
    page.go_back()
    expect(x(page)).to_have_value("1.00")
    rest(page)
    assert top(first) == pytest.approx(places[0], abs=1)
    page.go_forward()
    expect(x(page)).to_have_value("−0.50")
    page.go_forward()
    expect(x(page)).to_have_value("−2.00")
    assert page.evaluate("sameDocument === document.querySelector('article')")
    assert there.complaints == []


def test_the_same_link_twice_is_one_step(visit: Open) -> None:
    page = opened(visit).page
    page.set_viewport_size({"width": 1440, "height": 1500})
    link = page.locator(MINUS_HALF).first
    put(link, 1200)
    steps = page.evaluate("history.length")
    link.click()
    link.click()
    expect(x(page)).to_have_value("−0.50")
    assert page.evaluate("history.length") == steps + 1


@pytest.mark.parametrize("between_ms", [2, 12, 30])
def test_of_two_quick_links_the_last_one_wins_though_the_scripts_are_still_coming(visit: Open, between_ms: int) -> None:
    there = visit(script=NO_WASM, reduced_motion="reduce")
    there.wait_for("unavailable")
    there.page.evaluate(
        """async ([first, second, ms]) => {
          document.querySelector(first).click();
          await new Promise((passed) => setTimeout(passed, ms));
          document.querySelector(second).click();
        }""",
        [MINUS_HALF, MINUS_TWO, between_ms],
    )
    there.page.wait_for_timeout(500)
    expect(x(there.page)).to_have_value("−2.00")


def test_a_preset_moves_nothing_but_the_widget_and_can_be_undone(visit: Open) -> None:
    page = opened(visit, width=360).page
    page.evaluate("for (const fold of document.querySelectorAll('#chain-rule details')) fold.open = true")
    preset = page.get_by_role("link", name="falling")
    put(preset, 600)
    before = top(preset)
    preset.click()
    expect(x(page)).to_have_value("−2.00")
    assert top(preset) == pytest.approx(before, abs=1)
    page.go_back()
    expect(x(page)).to_have_value("1.00")
    assert top(preset) == pytest.approx(before, abs=1)


def test_a_link_to_a_figure_elsewhere_leads_there_and_back_leads_to_the_same_line(visit: Open) -> None:
    there = opened(visit)
    page = there.page
    page.locator(MINUS_HALF).first.click()  # what the page shows by then is to be there again
    # A link to another page's figure, as the chapter has some; here one is put into the text for certain.
    page.evaluate("""() => {
      const link = Object.assign(document.createElement("a"), { id: "elsewhere", textContent: "sigmoid at 0" });
      link.href = new URL("../rules/?activation.x=0#activation", location.href).href;
      document.querySelectorAll("article > h2")[2].after(link);
    }""")
    rest(page)
    link = page.locator("#elsewhere")
    put(link, 420)
    heading = page.locator("article > h2").nth(2)
    before = top(heading)
    link.click()
    expect(page.locator("article h1")).to_contain_text("rules")
    expect(page.locator("#activation [data-control=x] input.number")).to_have_value("0.00")
    page.wait_for_timeout(800)
    page.go_back()
    expect(page.locator("article h1")).to_contain_text("The chain rule")
    page.wait_for_timeout(800)
    assert top(page.locator("article > h2").nth(2)) == pytest.approx(before, abs=2)
    page.locator("#chain-rule").scroll_into_view_if_needed()
    expect(x(page)).to_have_value("−0.50")
    assert there.complaints == []


def test_back_on_a_page_that_was_left_in_between_still_undoes(visit: Open) -> None:
    page = opened(visit).page
    page.locator(MINUS_HALF).first.click()
    expect(x(page)).to_have_value("−0.50")
    page.wait_for_timeout(300)
    page.locator(".md-nav--primary").get_by_role("link", name="Sources").first.click()
    expect(page.locator("article h1")).to_contain_text("Sources")
    page.go_back()
    expect(page.locator("article h1")).to_contain_text("The chain rule")
    page.locator("#chain-rule").scroll_into_view_if_needed()
    expect(x(page)).to_have_value("−0.50")
    page.go_back()
    expect(x(page)).to_have_value("1.00")


def test_a_link_to_a_heading_keeps_what_the_widgets_show(visit: Open) -> None:
    page = opened(visit).page
    x(page).fill("2")
    page.locator("article h2 .headerlink").last.evaluate("(link) => link.click()")
    page.wait_for_timeout(600)
    page.locator("#chain-rule").scroll_into_view_if_needed()
    expect(x(page)).to_have_value("2.00")
    page.reload()
    page.locator("#chain-rule").scroll_into_view_if_needed()
    expect(x(page)).to_have_value("2.00")


def test_a_click_with_a_modifier_stays_the_browsers_own(visit: Open) -> None:
    page = opened(visit).page
    link = page.locator(MINUS_HALF).first
    put(link, 150)
    with page.context.expect_page() as other:
        link.click(modifiers=["ControlOrMeta"])
    other.value.wait_for_url("**chain-rule.x=-0.5**")
    expect(x(page)).to_have_value("1.00")
