"""Fields for numbers: the page's own minus in them, a comma understood, nothing lost that was typed."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.visit import NO_WASM, Open, Visit


def opened(visit: Open, path: str = "chain-rule/", **options: object) -> tuple[Visit, Locator]:
    there = visit(path, script=NO_WASM, **options)
    there.page.locator("#chain-rule").scroll_into_view_if_needed()
    there.wait_for("unavailable")
    return there, there.page.locator("#chain-rule [data-control=x] input.number")


@pytest.mark.parametrize("typed", ["-0.5", "−0.5", "–0,5", " -0,50", "-1/2"])
def test_a_number_is_understood_however_it_is_written(visit: Open, typed: str) -> None:
    there, field = opened(visit)
    field.fill(typed)
    there.until("x", "−0.50")
    expect(field).to_have_value(typed)  # while it is being typed
    field.press("Enter")
    expect(field).to_have_value("−0.50")
    expect(there.page.locator("#chain-rule [data-control=x] .control-error")).to_be_hidden()


def test_keys_bring_a_field_from_stop_to_stop(visit: Open) -> None:
    _, field = opened(visit)
    field.focus()
    for key, shown in {"ArrowDown": "0.75", "ArrowUp": "1.00", "PageDown": "−1.50", "Shift+ArrowUp": "1.00"}.items():
        field.press(key)
        expect(field).to_have_value(shown)


@pytest.mark.parametrize("typed", ["", "-", "−"])
def test_what_is_only_begun_is_no_mistake_and_is_put_back(visit: Open, typed: str) -> None:
    there, field = opened(visit)
    field.fill("-2")
    there.until("x", "−2.00")
    field.fill(typed)
    expect(there.page.locator("#chain-rule [data-control=x] .control-error")).to_be_hidden()
    field.press("Tab")
    expect(field).to_have_value("−2.00")


@pytest.mark.parametrize("typed", ["abc", "1,2,3", "--2", "3 x"])
def test_what_is_no_number_stays_and_is_told(visit: Open, typed: str) -> None:
    there, field = opened(visit)
    field.fill(typed)
    field.press("Tab")
    expect(there.page.locator("#chain-rule [data-control=x] .control-error")).to_have_text("x goes from −3 to 3.")
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("x goes from −3 to 3.")


def test_a_tiny_number_is_written_as_the_text_writes_it(visit: Open) -> None:
    there = visit("derivative/?rounding.h=1e-8#rounding", script=NO_WASM)
    there.wait_for("unavailable", "rounding")
    field = there.page.locator("#rounding [data-control=h] input.number")
    expect(field).to_have_value("10⁻⁸")
    field.fill("10⁻⁷")
    field.press("Enter")
    expect(field).to_have_value("10⁻⁷")
    there.page.wait_for_url("**rounding.h=1e-7**")


def test_no_field_shows_a_hyphen_before_a_script_or_after(visit: Open) -> None:
    for options in ({"java_script_enabled": False}, {"script": NO_WASM}):
        there = visit("partial-derivatives/?descent.x=-2#descent", **options)
        place = there.page.locator("#descent [data-control=x] :is(input.number, .field)").first
        place.wait_for(state="attached")
        shown = place.evaluate("(place) => place.value ?? place.firstChild.data")
        assert "-" not in shown
