"""The shape checker as a reader meets it, before Python and after."""

from playwright.sync_api import expect

from tests.browser.visit import Visit

PAGE = "vector-chain-rule/"
NAME = "shapes"


def test_the_sizes_can_be_changed_one_after_another(stage: Visit) -> None:
    stage.until("result", "2 × 2", NAME)  # the worked example
    expect(stage.page.locator(f"#{NAME} [data-part=product00]")).to_have_text("36")
    expect(stage.page.locator(f"#{NAME} [data-part=product10]")).to_have_text("−3")
    stage.page.get_by_label("p, typed").fill("4")
    stage.page.get_by_label("n, typed").fill("3")
    stage.until("result", "4 × 3", NAME)


def test_the_wrong_order_says_in_words_what_would_fit(stage: Visit) -> None:
    stage.page.get_by_role("link", name="the other way round", exact=True).click()
    stage.until("left-columns", "3", NAME)
    stage.until("result", "no product", NAME)
    assert "2×3 needs 3×2 on its right" in stage.text("verdict", NAME)
