"""On a phone the picture of a passage and the control that moves it stay on the screen while its text is read."""

from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.browser.finger import Finger, middle
from tests.browser.visit import NO_WASM, ON_ITS_WAY, Open, Visit
from tests.pages import SECTIONS

MOST = 0.45  # of the screen for a picture and its control; the text has half of it
PHONES = [(360, 740), (390, 844), (412, 660)]
# All that is pinned on a page, at rest: how high, whether it lies over what follows it, whether it moves the text.
AT_REST = """() => [...document.querySelectorAll(".pins")].map((passage) => {
  const pinned = passage.querySelector(".pinned");
  const after = [...passage.querySelector(".widget-fields").querySelectorAll("p, label, svg, summary, table")]
    .filter((part) => part.checkVisibility() && pinned.compareDocumentPosition(part) === 4); // it follows
  const { bottom, height } = pinned.getBoundingClientRect();
  const text = passage.querySelector(".passage-text");
  const high = text.offsetHeight;
  text.style.minHeight = 0;
  const grown = high - text.offsetHeight;
  text.style.minHeight = "";
  return { id: passage.querySelector("[data-widget]").id, height, grown, bottom, high,
    stays: parseFloat(getComputedStyle(text).minHeight), position: getComputedStyle(pinned).position,
    below: Math.min(...after.map((part) => part.getBoundingClientRect().top)) };
})"""


def phone(visit: Visit, width: int = 360, height: int = 740) -> Visit:
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.settle()
    visit.drawn()
    return visit


def put(place: Locator, down: float) -> None:
    """Scrolls until something is so far down the screen."""
    place.evaluate(
        "(element, down) => scrollBy({ top: element.getBoundingClientRect().top - down, behavior: 'instant' })", down
    )
    place.page.wait_for_timeout(300)


def box(place: Locator) -> Any:
    found = place.bounding_box()
    assert found
    return found


def header(visit: Visit) -> float:
    return float(visit.page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom"))


@pytest.mark.parametrize("path", SECTIONS)
def test_picture_and_control_leave_the_text_half_the_screen_and_cover_nothing_at_rest(visit: Open, path: str) -> None:
    opened = phone(visit(path, width=360, script=ON_ITS_WAY))
    for width, height in PHONES:
        opened.page.set_viewport_size({"width": width, "height": height})
        opened.drawn()
        pinned = opened.page.evaluate(AT_REST)
        assert pinned
        for each in pinned:
            assert each["position"] == "sticky", each
            assert each["height"] <= MOST * height, each
            assert each["height"] + header(opened) <= height / 2 + 1, each
            assert each["below"] >= each["bottom"] - 1, each
            assert each["grown"] <= 1, each
            assert each["stays"] > 0.55 * each["high"], each  # most of the text passes while the picture is there


@pytest.mark.parametrize(("widget", "link", "box_of"), [("backprop", "Step 10", "z"), ("network", "At last", "x")])
def test_the_box_that_a_step_of_the_text_is_about_is_seen_in_its_graph(
    visit: Open, widget: str, link: str, box_of: str
) -> None:
    """Of a graph that is higher than a phone has room for, the part in hand is shown."""
    opened = phone(visit("backpropagation/", width=360, script=NO_WASM))
    opened.wait_for("unavailable", "backprop")
    line = opened.page.locator(f".passage:has(#{widget}) .passage-text").get_by_role("link", name=link, exact=True)
    put(line, 480)
    opened.wait_for("unavailable", widget)
    before = opened.page.evaluate("scrollY")
    line.click()
    opened.page.wait_for_timeout(500)
    assert opened.page.evaluate("scrollY") == before
    named = opened.page.locator(f"#{widget} .box", has=opened.page.locator(f"text >> text=/^{box_of}( =|$)/")).first
    window, seen = box(opened.page.locator(f"#{widget} .window")), box(named.locator("rect"))
    assert header(opened) <= seen["y"]
    assert window["y"] <= seen["y"] and seen["y"] + seen["height"] <= window["y"] + window["height"] + 1
    assert window["y"] + window["height"] <= MOST * 740 + header(opened)


def test_a_finger_reads_on_and_the_picture_stays_answers_and_leaves_with_its_text(visit: Open) -> None:
    opened = phone(visit("derivative/", width=360, script=NO_WASM, has_touch=True, is_mobile=True))
    opened.wait_for("unavailable", "secant")
    page, finger = opened.page, Finger(opened.page)
    picture, slider = page.locator("#secant .pinned figure svg"), page.locator("#secant .pinned [type=range]")
    text = page.locator(".passage-text").first
    for _ in range(12):  # how far a swipe carries on is the browser's own affair
        if box(text)["y"] < header(opened) + 100:
            break  # the text's first line has gone under the picture
        finger.swipe((180, 700), 0, -120)
        page.wait_for_timeout(500)
    top = header(opened)
    for seen in (picture, slider):
        assert top <= box(seen)["y"]
        assert box(seen)["y"] + box(seen)["height"] <= top + MOST * 740
    assert box(text)["y"] < top + 100  # the text is what passes below
    # A link shows its state up there, and the page stays where it is.
    link = page.get_by_role("link", name="a tenth of a step away")
    put(link, 400)
    before = page.evaluate("scrollY")
    finger.tap(middle(link))
    opened.until("secant", "6.1", "secant")
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == before
    assert page.locator(".back-to-text").count() == 0
    # The slider answers, and its page does not move under the finger.
    x, y = middle(slider)
    finger.swipe((x, y), 40, 0)
    page.wait_for_timeout(300)
    assert opened.text("secant", "secant") != "6.1"
    assert page.evaluate("scrollY") == before
    # A swipe over the picture reads on, and changes nothing.
    said = opened.text("secant", "secant")
    finger.swipe(middle(picture), 0, -60)
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") > before
    assert opened.text("secant", "secant") == said
    # With the end of its text it is gone.
    put(text.locator("> :last-child"), 40)
    assert box(slider)["y"] + box(slider)["height"] < box(text)["y"] + box(text)["height"]
    put(page.locator("article > h2").first, 60)
    assert box(slider)["y"] + box(slider)["height"] < 0


def test_the_picture_stays_where_no_script_runs(visit: Open) -> None:
    opened = visit("chain-rule/", width=360, java_script_enabled=False)
    opened.page.set_viewport_size({"width": 360, "height": 740})
    opened.page.mouse.move(180, 600)
    opened.page.mouse.wheel(0, 800)
    opened.page.wait_for_timeout(400)
    picture = box(opened.page.locator("#chain-rule .pinned figure svg"))
    assert 40 <= picture["y"] and picture["y"] + picture["height"] <= 740 / 2


# A phone on its side, a low one, a tablet: there is no room for it, or no need.
@pytest.mark.parametrize(("width", "height"), [(740, 360), (360, 560), (768, 1024), (1440, 900)])
def test_nothing_is_pinned_where_it_would_take_the_text_its_room(visit: Open, width: int, height: int) -> None:
    opened = phone(visit("derivative/", width=width, script=ON_ITS_WAY), width, height)
    for each in opened.page.evaluate(AT_REST):
        assert each["position"] == "static", each
        assert each["grown"] <= 1, each


def test_nothing_is_pinned_in_text_twice_as_large_nor_on_paper(visit: Open) -> None:
    opened = phone(visit("derivative/", width=360, script=ON_ITS_WAY))
    opened.page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's own is 125 %
    opened.drawn()
    assert {each["position"] for each in opened.page.evaluate(AT_REST)} == {"static"}
    opened.page.evaluate("document.documentElement.style.fontSize = ''")
    opened.page.emulate_media(media="print")
    assert {each["position"] for each in opened.page.evaluate(AT_REST)} == {"static"}


UNDER = """() => {
  const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
  const over = [[left + 2, top + 2], [right - 2, bottom - 2]].map(([x, y]) => document.elementFromPoint(x, y));
  return over.every((each) => each && (document.activeElement.contains(each) || each.contains(document.activeElement)));
}"""


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_the_keyboard_reaches_is_not_left_under_the_picture(visit: Open, key: str) -> None:
    opened = phone(visit("derivative/", width=360, script=NO_WASM))
    opened.wait_for("unavailable", "secant")
    page = opened.page
    links = page.locator(".passage-text").first.locator("a, [tabindex]")
    start = links.first if key == "Tab" else links.last
    start.focus()
    while page.evaluate("!!document.activeElement.closest('.pins')"):
        page.wait_for_timeout(120)
        assert page.evaluate(UNDER), page.evaluate("document.activeElement.outerHTML")[:200]
        page.keyboard.press(key)


def test_a_mistake_that_is_typed_there_leaves_the_picture_where_it_is(visit: Open) -> None:
    opened = phone(visit("chain-rule/", width=360, script=NO_WASM))
    opened.wait_for("unavailable", "chain-rule")
    page = opened.page
    put(page.locator(".passage-text").first, 300)
    field, picture = page.locator("#chain-rule .pinned .number"), page.locator("#chain-rule .pinned figure svg")
    before = box(picture)["y"]
    field.fill("99")
    page.wait_for_timeout(300)
    assert page.locator("#chain-rule .pinned .control-error").is_visible()
    assert abs(box(picture)["y"] - before) <= 1
