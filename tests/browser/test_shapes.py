"""The shape checker as a reader meets it, before Python and after."""

import pytest

from tests.browser.conftest import Open, Visit

PAGE = "vector-chain-rule/"
NAME = "shapes"
NO_WASM = "delete globalThis.WebAssembly"


@pytest.fixture(params=["framed", "live"])
def stage(request: pytest.FixtureRequest, visit: Open) -> Visit:
    opened = visit(PAGE, script=NO_WASM if request.param == "framed" else "")
    opened.page.locator(f"#{NAME}").scroll_into_view_if_needed()
    opened.wait_for("unavailable" if request.param == "framed" else "live", NAME)
    return opened


def test_the_sizes_can_be_changed_one_after_another(stage: Visit) -> None:
    stage.until("result", "4 × 3", NAME)
    stage.page.get_by_label("p, typed").fill("2")
    stage.page.get_by_label("n, typed").fill("2")
    stage.until("result", "2 × 2", NAME)
    stage.until("product00", "36", NAME)
    stage.until("product10", "21", NAME)


def test_the_wrong_order_says_in_words_what_would_fit(stage: Visit) -> None:
    stage.page.get_by_label("the order").select_option("inner-outer")
    stage.until("result", "no product", NAME)
    assert "2×3 needs 3×2 on its right" in stage.text("verdict", NAME)
