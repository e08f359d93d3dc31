"""A passage as it is read: something to touch on the first screen, and a figure that stays while its text passes."""

import pytest

from tests.browser.visit import ON_ITS_WAY, Look, Open

# Pages that open with a passage.
FIRST = [
    f"{name}/"
    for name in ("derivative", "rules", "partial-derivatives", "chain-rule", "vector-chain-rule", "backpropagation")
]


@pytest.mark.parametrize("path", FIRST)
@pytest.mark.parametrize("size", [(1440, 900), (360, 740)])
def test_there_is_something_to_touch_on_the_first_screen(look: Look, path: str, size: tuple[int, int]) -> None:
    opened = look(path, *size)
    card = opened.page.locator(".passage .widget").first
    for touched in (card.locator("figure svg").first, card.locator("[type=range]").first):
        box = touched.bounding_box()
        assert box
        assert 0 < box["y"] and box["y"] + box["height"] <= size[1]


# The most that a card may be high: on a laptop a good part of the screen, on a phone what a screen shows of it.
SCREENS = [(1440, 900, 640), (360, 740, 704)]


@pytest.mark.parametrize("path", ["", *FIRST])
@pytest.mark.parametrize(("width", "height", "most"), SCREENS)
def test_no_card_is_higher_than_a_screen_shows(look: Look, path: str, width: int, height: int, most: int) -> None:
    opened = look(path, width, height)
    for card in opened.page.locator("[data-widget]").all():
        box = card.bounding_box()
        assert box
        assert round(box["height"]) <= most, (card.get_attribute("data-widget"), box["height"])


@pytest.mark.parametrize(
    ("path", "name", "state"),
    [
        ("partial-derivatives/", "gradient", "x=2&gradient.y=0"),  # the summit, which takes more words
        ("partial-derivatives/", "direction", "angle=195"),  # a slope with a minus
        ("partial-derivatives/", "descent", "n=0"),
        ("vector-chain-rule/", "ways", "v=270&ways.w=180"),  # both arrows with two minus signs
    ],
)
def test_a_card_keeps_its_height_on_a_phone_whatever_it_says(visit: Open, path: str, name: str, state: str) -> None:
    heights = []
    for address in (path, f"{path}?{name}.{state}#{name}"):
        opened = visit(address, width=360, script=ON_ITS_WAY)
        opened.settle()
        opened.page.locator(f"#{name}").scroll_into_view_if_needed()
        opened.page.wait_for_timeout(300)
        heights.append(opened.page.evaluate(f"document.getElementById('{name}').offsetHeight"))
    assert heights[0] == heights[1]


def test_no_product_stands_in_the_line_where_the_product_s_shape_does(visit: Open) -> None:
    opened = visit("vector-chain-rule/", width=360, script=ON_ITS_WAY)
    opened.settle()
    line = opened.page.locator("#shapes .shape-line")
    line.scroll_into_view_if_needed()
    opened.page.get_by_role("link", name="3 to 2 to 4").click()
    opened.until("result", "4 × 3", "shapes")
    before = line.bounding_box()
    opened.unfold("shapes")
    opened.page.get_by_label("the order").select_option("inner-outer")
    opened.until("result", "no product", "shapes")
    after = line.bounding_box()
    assert before
    assert after
    assert after["height"] == before["height"]


def test_a_card_keeps_its_height_on_a_phone_when_python_has_come(visit: Open) -> None:
    opened = visit("chain-rule/", width=360)
    card = opened.page.locator("#deep-chain")
    opened.settle()
    card.scroll_into_view_if_needed()
    height = "document.getElementById('deep-chain').offsetHeight"
    before = opened.page.evaluate(height)
    opened.wait_for("live", "deep-chain")
    assert abs(opened.page.evaluate(height) - before) <= 1


def test_on_a_wide_page_the_figure_stands_beside_its_text_and_on_a_narrow_one_above(visit: Open) -> None:
    opened = visit("derivative/", width=1440, script=ON_ITS_WAY)
    card, text = opened.page.locator(".passage .widget").first, opened.page.locator(".passage-text").first
    beside, words = card.bounding_box(), text.bounding_box()
    assert beside
    assert words
    assert beside["x"] > words["x"] + words["width"]
    assert abs(beside["y"] - words["y"]) < 2
    opened.page.set_viewport_size({"width": 360, "height": 740})
    above, words = card.bounding_box(), text.bounding_box()
    assert above
    assert words
    assert above["y"] + above["height"] < words["y"]


def test_a_link_of_the_passage_moves_its_figure_and_not_the_page(visit: Open) -> None:
    opened = visit("derivative/", width=1440, script=ON_ITS_WAY)
    opened.page.get_by_role("link", name="a tenth of a step away").click()
    opened.until("secant", "6.1", "secant")
    assert opened.page.evaluate("scrollY") == 0


def test_a_hand_on_the_ring_opens_the_network_there_and_not_the_table_below(visit: Open) -> None:
    opened = visit("backpropagation/", width=1440)
    opened.settle()
    train = opened.page.locator("#train")
    train.scroll_into_view_if_needed()
    opened.wait_for("live", "train")
    before = train.bounding_box()
    box = train.locator("figure.plane svg").bounding_box()
    assert before
    assert box
    opened.page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    opened.until("x1-value", "−1.32", "train")
    after = train.bounding_box()
    assert after
    assert abs(after["height"] - before["height"]) <= 1
    assert train.locator("details", has_text="Every weight").get_attribute("open") is None
