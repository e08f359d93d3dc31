"""The deep chain as a reader meets it, before Python and after."""

from playwright.sync_api import Page, expect

from tests.browser.visit import Visit

PAGE = "chain-rule/"
NAME = "deep-chain"


def bars(page: Page) -> str:
    return page.locator(f"#{NAME} [data-part=bars]").get_attribute("d") or ""


def test_ten_plain_sigmoids_are_what_the_page_opens_with(stage: Visit) -> None:
    stage.until("n", "10", NAME)
    stage.until("product", "3.48×10⁻⁷", NAME)
    assert bars(stage.page).count("z") == 10


def test_the_weight_alone_turns_vanishing_into_something_else(stage: Visit) -> None:
    before = bars(stage.page)
    stage.page.get_by_label("w, typed").fill("0")
    stage.until("product", "0.00", NAME)  # a factor w = 0
    assert bars(stage.page) != before


def test_another_function_can_be_chosen(stage: Visit) -> None:
    stage.page.locator(f"#{NAME}-act").select_option("identity")
    stage.until("product", "1.00", NAME)
    stage.page.get_by_label("w, typed").fill("2")
    stage.until("product", "1024.00", NAME)


def test_the_shortcut_stops_the_fall_and_says_what_it_is_compared_with(stage: Visit) -> None:
    stage.page.locator(f"#{NAME}-shortcut").select_option("on")
    stage.until("product", "1.79", NAME)
    stage.until("beside", "3.48×10⁻⁷", NAME)
    key = stage.page.locator(f"#{NAME} figcaption")
    expect(key.get_by_text("without the shortcut")).to_be_visible()
    expect(key.get_by_text("alone")).to_be_hidden()
    expect(stage.page.locator(f"#{NAME} .chain > .formula .katex-html")).to_have_text("uk=uk−1+σ(wuk−1+b)")


def test_live_python_takes_the_links_of_the_prose(live: Visit) -> None:
    live.page.locator("article a[href*='deep-chain.w=8']").first.click()
    live.until("product", "1024.00", NAME)
    live.page.get_by_label("n, typed").fill("5")
    live.until("product", "32.00", NAME)
    live.page.locator("article a[href*='deep-chain.act=relu']").first.click()
    live.until("product", "0.00", NAME)
    assert live.complaints == []


def test_dragging_along_the_links_changes_how_many_there_are(stage: Visit) -> None:
    figure = stage.page.locator(f"#{NAME} figure[data-figure=slopes] svg")
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    stage.page.mouse.move(box["x"] + box["width"] * 0.3, y)
    stage.page.mouse.down()
    stage.page.mouse.move(box["x"] + box["width"] * 2, y)
    stage.until("n", "16", NAME)
    stage.page.mouse.move(box["x"], y)
    stage.until("n", "1", NAME)
    stage.page.mouse.up()
    assert bars(stage.page).count("z") == 1
