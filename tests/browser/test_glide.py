"""A preset or a link in the text moves the numbers there in a moment, not at once; what is not prepared jumps."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.visit import NO_WASM, Open, amount

LINK = "article ul:not(.widget-presets) a[href*='chain-rule.x=-2']"


class Gliding:
    """The chain-rule demo on its page, before Python for ever, with a clock that stands."""

    def __init__(self, visit: Open, **options: Any) -> None:
        self.visit = visit("chain-rule/", script=NO_WASM, **options)
        self.page = self.visit.page
        self.page.locator("#chain-rule").scroll_into_view_if_needed()
        self.visit.wait_for("unavailable")
        self.visit.settle()
        self.visit.unfold("chain-rule")
        link = self.page.locator(LINK).first
        link.scroll_into_view_if_needed()
        link.hover()  # what glides comes with the first hand on a link
        self.page.wait_for_timeout(300)
        self.visit.put_clock(time=0)
        self.page.clock.pause_at(1000)

    def click(self, link: Locator) -> None:
        link.click()
        self.page.wait_for_timeout(100)  # the script that follows links comes when the first is followed

    def wait(self, milliseconds: int) -> None:
        self.page.clock.run_for(milliseconds)

    def field(self, name: str = "x") -> float:
        return amount(self.page.locator(f"#chain-rule [data-control={name}] input.number").input_value())


def test_a_link_moves_x_through_what_lies_between_to_its_very_end(visit: Open) -> None:
    there = Gliding(visit)
    steps = there.page.evaluate("history.length")
    there.click(there.page.locator(LINK).first)
    assert there.page.url.endswith("?chain-rule.x=-2#chain-rule")  # where it leads is known at once
    seen = [there.field()]
    for _ in range(6):
        there.wait(80)
        seen.append(there.field())
    assert seen[0] == 1
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) >= 4
    assert seen[-1] == -2
    assert there.visit.text("u") == "−3.00"
    assert there.page.evaluate("history.length") == steps + 1
    there.page.go_back()
    expect(there.page.locator("#chain-rule [data-control=x] input.number")).to_have_value("1.00")
    assert there.visit.complaints == []


def test_options_are_there_at_once_and_what_is_not_prepared_jumps(visit: Open) -> None:
    there = Gliding(visit)
    kink = there.page.get_by_role("link", name="a kink")
    kink.focus()  # whoever comes to a preset is sent what it needs
    there.page.wait_for_load_state("networkidle")
    there.click(kink)
    there.wait(20)
    assert there.page.get_by_label("outer function").input_value() == "relu(u)"
    assert there.field() > -0.5
    there.wait(500)
    assert there.field() == -0.5
    there.page.locator("#chain-rule [data-control=dx] input.number").fill("0.01")  # x beside another nudge is no frame
    there.click(there.page.locator(LINK).first)
    assert there.field() == -2


def test_a_touch_ends_it_and_goes_on_from_there(visit: Open) -> None:
    there = Gliding(visit)
    there.click(there.page.locator(LINK).first)
    there.wait(80)
    assert -2 < there.field() < 1
    there.page.locator("#chain-rule [data-control=x] [type=range]").press("ArrowRight")
    assert there.field() == -1.75
    there.wait(800)
    assert there.field() == -1.75
    assert "chain-rule.x=-1.75" in there.page.url


def test_back_in_the_middle_of_it_leads_back(visit: Open) -> None:
    there = Gliding(visit)
    there.click(there.page.locator(LINK).first)
    there.wait(80)
    there.page.go_back()
    expect(there.page.locator("#chain-rule [data-control=x] input.number")).to_have_value("1.00")
    there.wait(800)
    assert there.field() == 1


def test_who_wants_no_motion_is_there_at_once(visit: Open) -> None:
    there = Gliding(visit, reduced_motion="reduce")
    there.click(there.page.locator(LINK).first)
    assert there.field() == -2


def test_what_an_aid_sets_during_a_glide_stays(visit: Open) -> None:
    there = Gliding(visit)
    there.click(there.page.locator(LINK).first)
    there.wait(80)
    assert -2 < there.field() < 1
    outer = there.page.locator("#chain-rule [data-control=outer] select")
    outer.select_option("sin(u)")  # an event without a key or a pointer, as speech makes it
    there.wait(600)
    assert outer.input_value() == "sin(u)"
    assert there.field() == -2
