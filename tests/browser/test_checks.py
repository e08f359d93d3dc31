"""A check tells a right number from a wrong one, names the slip behind it, and loses nothing that was typed."""

from playwright.sync_api import expect

from tests.browser.visit import ON_ITS_WAY, Open


def test_a_number_is_right_wrong_with_its_slip_or_none_yet(visit: Open) -> None:
    opened = visit("chain-rule/", script=ON_ITS_WAY)
    check = opened.page.locator(".quick-check").first
    field, told = check.get_by_label("Your answer"), check.get_by_role("status")
    for typed, said in (
        ("ninety", "That is no number yet. Type one like −3, 0.25 or 3/4."),
        ("32", "That is the outer slope alone: the inner slope is missing."),
        ("−96", "No. Try once more, or open the answer."),
    ):
        field.fill(typed)
        field.press("Enter")
        expect(told).to_have_text(said)
        expect(field).to_have_value(typed)
        expect(check.get_by_text("The inner value is")).to_be_hidden()
    field.fill("96,0")
    check.get_by_role("button", name="Check").click()
    expect(told).to_have_text("Yes.")
    expect(check.get_by_text("The inner value is")).to_be_visible()
    assert opened.page.url.endswith("chain-rule/"), "nothing is sent"
    assert opened.complaints == []


def test_a_number_may_be_written_as_people_write_it(visit: Open) -> None:
    check = visit("chain-rule/", script=ON_ITS_WAY).page.locator(".quick-check").nth(1)
    field, told = check.get_by_label("Your answer"), check.get_by_role("status")
    for typed in ("1.25", "1,25", "5/4", "+1.250", " 1.25 "):
        field.fill("0")
        field.press("Enter")
        expect(told).to_have_text("No. Try once more, or open the answer.")
        field.fill(typed)
        field.press("Enter")
        expect(told).to_have_text("Yes.")


def test_without_a_script_the_answer_is_there_to_open(visit: Open) -> None:
    check = visit("chain-rule/", java_script_enabled=False).page.locator(".quick-check").first
    expect(check.get_by_label("Your answer")).to_be_hidden()
    check.get_by_text("Show the answer").click()
    expect(check.get_by_text("The inner value is")).to_be_visible()
