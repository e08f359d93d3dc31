"""Python dies, hangs or answers with an error while a reader moves the slider."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Open, Visit

NAME = "chain-rule"
AT_TWO = {"x": "2.00", "u": "5.00", "y": "25.00", "dydx": "20.00"}  # u = 2x + 1, y = u², by hand
SPY = """
globalThis.workers = [];
globalThis.sent = [];
globalThis.Worker = class extends Worker {
  constructor(...given) { super(...given); if (given[1]?.name === "python") workers.push(this); }
  postMessage(data) {
    sent.push(data);
    if (globalThis.mischief?.(this, data)) return;
    super.postMessage(data);
  }
};
"""
SENT_AT_TWO = "sent.filter(({ state }) => state?.x === 2).length"


def live(visit: Open, script: str = SPY, clock: bool = False) -> Visit:
    opened = visit(script=script, clock=clock)
    opened.page.locator(f"#{NAME}").scroll_into_view_if_needed()
    opened.wait_for("live", NAME)
    opened.page.wait_for_timeout(300)  # the first answer is in
    return opened


def give_up_waiting(visit: Visit) -> None:
    """The time after which no answer is expected any more."""
    visit.page.clock.fast_forward(11_000)


def to_two(visit: Visit) -> None:
    visit.page.locator(f"#{NAME} [data-control=x] input.number").fill("2")


def assert_reads(visit: Visit, expected: dict[str, str]) -> None:
    for part, text in expected.items():
        visit.until(part, text, NAME)


def test_the_frames_answer_while_a_dead_worker_is_replaced_more_than_once(visit: Open) -> None:
    opened = live(visit, clock=True)
    field = opened.page.locator(f"#{NAME} [data-control=x] input.number")
    for x, u in (("2", "5.00"), ("-1", "−1.00")):
        opened.page.evaluate("workers.at(-1).terminate()")
        field.fill(x)
        opened.until("u", u, NAME)  # long before the worker is given up
        expect(opened.page.locator(f"#{NAME}")).to_have_attribute("data-status", "live")
        assert "still computing" in opened.page.locator(f"#{NAME} .widget-status").inner_text()
        give_up_waiting(opened)
        opened.wait_for("framed", NAME)
        opened.wait_for("live", NAME)
        field.fill("1.23")
        opened.until("u", "3.46", NAME)  # no prepared stop: the new worker's answer
    assert opened.page.evaluate("workers.length") == 3


def test_the_state_that_python_hangs_at_is_not_sent_again(visit: Open) -> None:
    opened = live(visit, clock=True)
    opened.page.evaluate("void (globalThis.mischief = (worker, { state }) => state?.x === 2)")
    to_two(opened)
    assert_reads(opened, AT_TWO)
    give_up_waiting(opened)
    opened.wait_for("framed", NAME)
    opened.wait_for("live", NAME)
    expect(opened.page.locator(f"#{NAME} .widget-status")).to_contain_text("This could not be computed.")
    assert_reads(opened, AT_TWO)
    assert opened.page.evaluate(SENT_AT_TWO) == 1
    opened.page.locator(f"#{NAME} [data-control=x] input.number").fill("1.23")
    opened.until("u", "3.46", NAME)
    to_two(opened)
    assert_reads(opened, AT_TWO)
    assert opened.page.evaluate(SENT_AT_TWO) == 1


def test_an_error_is_told_in_a_readers_words(visit: Open) -> None:
    opened = live(visit)
    opened.page.evaluate(
        """void (globalThis.mischief = (worker, { id, state }) => state?.x === 2 && (worker.onmessage({
          data: JSON.stringify({ type: "error", id, error: "ZeroDivisionError: float division by zero" }),
        }), true))"""
    )
    to_two(opened)
    status = opened.page.locator(f"#{NAME} .widget-status")
    expect(status).to_contain_text("This could not be computed.")
    assert "Error" not in status.inner_text()
    assert_reads(opened, AT_TWO)  # the frames hold it
    opened.page.locator(f"#{NAME} [data-control=x] input.number").fill("1")
    opened.until("u", "3.00", NAME)
    expect(status).to_have_text("Live: Python computes this.")


def test_an_answer_that_comes_late_does_not_bring_back_what_was_left(visit: Open) -> None:
    opened = live(visit)
    opened.unfold(NAME)
    choice, field = opened.page.get_by_label("inner function"), "inner: your own formula in x"
    choice.select_option("type your own…")
    opened.until("u", "3.00", NAME)
    opened.page.evaluate("void (globalThis.mischief = (...held) => void (globalThis.held = held) || true)")
    opened.page.get_by_label(field).fill("sin(3x)")
    expect(opened.page.locator(f"#{NAME}[data-pending]")).to_be_attached()  # Python takes long
    opened.page.locator(f"#{NAME} .widget-reset").click()
    assert_reads(opened, {"u": "3.00", "y": "9.00"})  # the frames answer
    choice.select_option("type your own…")
    opened.page.get_by_label(field).fill("2x + $")
    opened.page.evaluate("(mischief = undefined, held[0].postMessage(held[1]))")
    expect(opened.page.locator(f"#{NAME} [data-control=inner] .control-error")).to_be_visible()
    assert_reads(opened, {"u": "3.00", "y": "9.00"})  # the last complete formula, not sin(3x)


@pytest.mark.parametrize("text", ["2x + (", "$x$", "foo(x)", "y"])
def test_a_link_whose_formula_is_none_shows_what_is_wrong_and_the_sliders_answer(visit: Open, text: str) -> None:
    opened = visit(f"chain-rule/?chain-rule.inner={text.replace('+', '%2B')}#chain-rule")
    opened.wait_for("live", NAME)
    field = opened.page.get_by_label("inner: your own formula in x")
    expect(field).to_have_value(text)
    expect(opened.page.locator(f"#{NAME} [data-control=inner] .control-error")).to_be_visible()
    expect(opened.page.locator(f"#{NAME} .widget-status")).to_contain_text("The last complete formula.")
    assert_reads(opened, {"u": "3.00", "y": "9.00"})  # the page's own state
    to_two(opened)
    assert_reads(opened, AT_TWO)
    field.fill("2x + 3")
    assert_reads(opened, {"u": "7.00", "y": "49.00"})
    expect(opened.page.locator(f"#{NAME} [data-control=inner] .control-error")).to_be_hidden()


def test_names_of_methods_in_a_link_change_nothing(visit: Open) -> None:
    keys = ("constructor", "toString", "__proto__", "hasOwnProperty", "x.y", "")
    query = "&".join(f"{widget}.{key}=1" for widget in ("chain-rule", "deep-chain") for key in keys)
    opened = visit(f"chain-rule/?{query}&__proto__=1&constructor.prototype=1")
    for widget in ("chain-rule", "deep-chain"):
        opened.page.locator(f"#{widget}").scroll_into_view_if_needed()
        opened.wait_for("live", widget)
    to_two(opened)
    assert_reads(opened, AT_TWO)
    assert opened.complaints == []


def test_one_widgets_fault_never_touches_another(visit: Open) -> None:
    broken = """new MutationObserver((_, observer) => {
      const section = document.getElementById("chain-rule");
      if (!section) return;
      section.dataset.state = "{";
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });"""
    opened = visit(script=broken)
    opened.page.locator(f"#{NAME}").scroll_into_view_if_needed()
    opened.wait_for("unscripted", NAME)
    opened.page.locator("#deep-chain").scroll_into_view_if_needed()
    opened.wait_for("live", "deep-chain")


def test_a_refused_clipboard_offers_the_link_as_text(visit: Open) -> None:
    refuse = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
    opened = live(visit, refuse)
    to_two(opened)
    opened.page.locator(f"#{NAME} .widget-link").click()
    address = opened.page.get_by_label("The link to what you see; copy it from here")
    expect(address).to_be_focused()
    assert address.input_value().endswith("chain-rule/?chain-rule.x=2#chain-rule")
    assert opened.page.evaluate("getSelection().toString() || document.activeElement.selectionEnd") not in ("", 0)
    opened.page.keyboard.press("Tab")
    expect(opened.page.locator(f"#{NAME} .widget-link")).to_be_visible()
    assert opened.complaints == []


def test_an_address_that_may_not_change_leaves_the_widget_alive(visit: Open) -> None:
    opened = live(visit, "history.replaceState = () => { throw new DOMException('too often', 'SecurityError') }")
    opened.page.locator(f"#{NAME} [data-control=x] [data-step='1']").click()
    opened.until("x", "1.25", NAME)
    link = opened.page.locator(f"#{NAME} .widget-link")
    link.focus()  # the link is written when somebody comes to take it
    expect(link).to_have_attribute("href", re.compile(r"chain-rule\.x=1\.25"))


def test_a_formula_too_large_to_read_is_not_typeset(visit: Open) -> None:
    opened = live(visit, "")
    opened.unfold(NAME)
    opened.page.get_by_label("inner function").select_option("type your own…")
    opened.page.get_by_label("inner: your own formula in x").fill("*".join(f"(x+{k})" for k in range(50)))
    formula = opened.page.locator(f"#{NAME} [data-part=composed-derivative]")
    expect(formula).to_have_text("a formula too large to write out here")
    assert opened.page.evaluate("document.querySelectorAll('#chain-rule *').length") < 5_000
