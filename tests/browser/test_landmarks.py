"""The keys . and , on a slider: to the next zero, flat point or kink of its curve, and back."""

from playwright.sync_api import Locator, expect

from tests.browser.visit import NO_WASM, Open, Visit


def slider(visit: Visit, widget: str, status: str) -> Locator:
    visit.page.locator(f"#{widget}").scroll_into_view_if_needed()
    visit.wait_for(status, widget)
    found = visit.page.locator(f"#{widget} [data-control=x] [type=range]")
    found.focus()
    return found


def test_keys_go_from_one_telling_point_to_the_next(visit: Open) -> None:
    opened = visit("rules/?tracer.function=x%5E3%2F3+-+x#tracer")
    x = slider(opened, "tracer", "live")
    field = opened.page.locator("#tracer [data-control=x] input.number")
    for key, shown, said in (
        (",", "1.7320508076", "x = 1.73: a zero."),
        (",", "1.00", "x = 1: a flat lowest point."),
        (",", "0.00", "x = 0: a zero."),
        (",", "−1.00", "x = −1: a flat highest point."),
        (".", "0.00", "x = 0: a zero."),
    ):
        x.press(key)
        expect(field).to_have_value(shown)
        opened.until("here", said, "tracer")
        assert said in (x.get_attribute("aria-valuetext") or "")
    opened.until("slope", "−1.00", "tracer")  # x² − 1
    x.press("Home")
    x.press(",")  # there is none before it
    expect(field).to_have_value("−3.00")


def test_to_a_kink_before_python_and_with_the_keys_told(visit: Open) -> None:
    opened = visit("rules/?activation.function=relu#activation", script=NO_WASM)
    x = slider(opened, "activation", "unavailable")
    x.press(",")
    opened.until("x", "0.00", "activation")
    opened.until("slope", "undefined", "activation")
    opened.unfold("activation")
    expect(opened.page.locator("#activation .note", has_text="Keys on the slider")).to_contain_text("0 (a kink)")


def test_on_the_chain_rule_to_where_the_whole_is_flat(visit: Open) -> None:
    opened = visit("chain-rule/?chain-rule.outer=sin(u)#chain-rule")
    x = slider(opened, "chain-rule", "live")
    x.press(",")  # from 1, where u is 3: sin u is level at π/2, and there 2x + 1 = π/2
    opened.until("x", "0.29")
    opened.reads({"dudx": "2.00", "dydu": "0.00", "dydx": "0.00", "direction": "is level"}, "chain-rule")
    assert "x = 0.29: a flat highest point." in (x.get_attribute("aria-valuetext") or "")


def test_in_a_field_and_with_another_key_they_are_what_they_always_are(visit: Open) -> None:
    opened = visit("rules/", script=NO_WASM)
    x = slider(opened, "activation", "unavailable")
    x.press("Control+,")
    expect(opened.page.locator("#activation [data-control=x] input.number")).to_have_value("1.00")
    field = opened.page.locator("#activation [data-control=x] input.number")
    field.fill("0")
    field.press("End")
    field.press(",")
    field.press("4")
    opened.until("x", "0.40", "activation")


def test_a_number_in_the_text_goes_there_too(visit: Open) -> None:
    opened = visit("", script=NO_WASM)
    number = opened.page.locator("strong[data-moves='hero.w']")
    number.scroll_into_view_if_needed()
    expect(number).to_have_role("slider")
    number.press(",")
    expect(number).to_have_text("−0.50")  # where the valley is lowest, and 0
    expect(opened.page.locator("strong[data-shows='hero.product']")).to_have_text("0")
