"""A guess is answered by a click or a key, without a script too; each wrong choice hears what was wrong with it."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import ON_ITS_WAY, Open


@pytest.mark.parametrize("script", [True, False])
def test_a_choice_shows_its_own_answer_and_no_other(visit: Open, script: bool) -> None:
    opened = visit("derivative/", java_script_enabled=script)
    guess = opened.page.locator(".guess")
    expect(guess.locator(".answer:visible")).to_have_count(0)
    guess.get_by_text("by 0.09", exact=True).click()
    expect(guess.locator(".answer:visible")).to_have_count(1)
    expect(guess.locator(".answer:visible")).to_contain_text("the 9 is how high the curve is")
    guess.get_by_text("by 0.06", exact=True).click()
    expect(guess.locator(".answer:visible")).to_contain_text("Yes: 6 times the nudge.")


def test_a_guess_is_made_with_the_keyboard(visit: Open) -> None:
    opened = visit("derivative/", script=ON_ITS_WAY)
    guess = opened.page.locator(".guess")
    guess.get_by_role("radio").first.focus()
    opened.page.keyboard.press("Space")
    expect(guess.locator(".answer:visible")).to_contain_text("That is 3 times the nudge")
    opened.page.keyboard.press("ArrowDown")
    expect(guess.locator(".answer:visible")).to_contain_text("Yes: 6 times the nudge.")
    expect(guess.get_by_role("radio", name="by 0.06")).to_be_checked()
