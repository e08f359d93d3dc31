"""Nothing moves under the hand: not while a page comes, not while a slider is moved, not in the middle of a word."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import visiting
from tests.browser.tabs import Tabs
from tests.browser.test_site import LAYOUT_SHIFT
from tests.browser.visit import NO_WASM, ON_ITS_WAY, Open, Visit
from tests.pages import SECTIONS

# How far each slider of a widget, moved over its track, changes the height of the card, and where it does most.
SWEEP = """
(least) => [...document.querySelectorAll("[data-widget]")].flatMap((card) =>
  [...card.querySelectorAll("[data-control]:not(details *) [type=range]")].map((track) => {
    const [low, high, step] = [track.min, track.max, track.step].map(Number);
    const stops = Math.round((high - low) / step);
    const every = Math.ceil(stops / least);
    const first = card.offsetHeight;
    const moved = { by: 0, at: "" };
    for (let stop = 0; stop <= stops; stop += every) {
      track.value = String(low + stop * step);
      track.dispatchEvent(new Event("input", { bubbles: true }));
      const by = card.offsetHeight - first;
      if (Math.abs(by) > Math.abs(moved.by)) Object.assign(moved, { by, at: track.value });
    }
    card.querySelector(".widget-reset").click();
    return [card.dataset.widget, track.closest("[data-control]").dataset.control, moved.by, moved.at];
  }))
"""
STOPS = 60  # a longer track is looked at about so often
FEW = 8  # kinks and ends are among them, and with each choice that is often enough
# The same of each select, moved to each of its options, with what it stands in unfolded, and of the sliders there.
CHOOSE = """
async (least) => {
  const moved = [];
  for (const select of document.querySelectorAll("[data-widget] [data-control] select")) {
    const card = select.closest("[data-widget]");
    const fold = select.closest("details");
    const open = fold?.open;
    if (fold) fold.open = true;
    const before = card.offsetHeight;
    const own = select.value;
    for (const { value } of [...select.options].filter(({ value }) => value && value !== own)) {
      await chosen(select, value);
      const { control } = select.closest("[data-control]").dataset;
      const name = [card.dataset.widget, control, value];
      moved.push([...name, "", card.offsetHeight - before]);
      for (const track of card.querySelectorAll("[data-control]:not(details *) [type=range]")) {
        const { value: was } = track;
        const [low, high, step] = [track.min, track.max, track.step].map(Number);
        const every = Math.ceil(Math.round((high - low) / step) / least) * step;
        for (let at = low; at < high + step / 2; at += every) {
          slid(track, at);
          const stop = `${track.closest("[data-control]").dataset.control} = ${track.value}`;
          if (!card.matches("[data-pending]")) moved.push([...name, stop, card.offsetHeight - before]);
        }
        slid(track, was);
      }
    }
    await chosen(select, own);
    if (fold) fold.open = open;
  }
  return moved;

  function slid(control, value) {
    control.value = String(value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  async function chosen(select, value) {
    slid(select, value);
    do await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    while (select.closest("[data-pending]"));
  }
}
"""


@pytest.fixture(scope="module", params=["", *SECTIONS])
def read(request: pytest.FixtureRequest, tabs: Tabs, address: str) -> Iterator[Visit]:
    """A page on a phone, read to its end; what moved meanwhile is in its `shifts`."""
    with visiting(tabs, address) as open_page:
        opened = open_page(request.param, width=360, script=ON_ITS_WAY + LAYOUT_SHIFT)
        opened.settle()
        for widget in opened.page.locator("[data-widget]").all():
            widget.scroll_into_view_if_needed()
            opened.wait_for("framed", str(widget.get_attribute("id")))
        opened.page.wait_for_load_state("networkidle")
        yield opened


def test_no_card_becomes_higher_or_lower_on_a_phone_when_its_script_comes(read: Visit) -> None:
    # The theme's switch of colours is the theme's.
    assert [shift for shift in read.page.evaluate("shifts") if set(shift[1]) != {"md-header__option"}] == []


@pytest.mark.parametrize("width", [360, 1440])
def test_no_slider_changes_the_height_of_its_card(read: Visit, width: int) -> None:
    read.resize(width)
    moved = read.page.evaluate(SWEEP, STOPS)
    assert moved
    for widget, control, by, at in moved:
        assert abs(by) <= 2, (widget, control, by, at)


@pytest.mark.parametrize("width", [360, 1440])
def test_no_choice_changes_the_height_of_its_card_nor_does_a_slider_after_it(read: Visit, width: int) -> None:
    read.resize(width)
    for select in read.page.locator("[data-control] select").all():
        select.dispatch_event("pointerdown", {"bubbles": True})  # what the other choices need is on its way
    read.page.wait_for_load_state("networkidle")
    moved = read.page.evaluate(CHOOSE, FEW if width == 360 else FEW // 2)
    assert [(*choice, by) for *choice, by in moved if abs(by) > 2] == []


# The same of a walk through each graph that backprop offers: how high the card is at each step.
WALK = """
async () => {
  const card = document.querySelector("#backprop");
  const [select, track] = ["[data-control=graph] select", "[data-control=step] [type=range]"]
    .map((part) => card.querySelector(part));
  const heights = new Set();
  const graphs = [...select.options].map(({ value }) => value).filter((value) => value);
  for (const graph of graphs) {
    await set(select, graph);
    for (let step = 0; step <= Number(track.max) && step <= 25; step++) {
      await set(track, String(step));
      heights.add(card.offsetHeight);
    }
  }
  return [graphs.length, [...heights]];

  async function set(control, value) {
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    do await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    while (control.closest("[data-pending]"));
  }
}
"""


@pytest.mark.parametrize("width", [360, 1440])
def test_no_step_through_another_graph_changes_the_height_of_the_card(visit: Open, width: int) -> None:
    opened = visit("backpropagation/", width=width, script=ON_ITS_WAY)
    opened.wait_for("framed", "backprop")
    opened.page.locator("#backprop select").dispatch_event("pointerdown", {"bubbles": True})
    opened.page.wait_for_load_state("networkidle")
    graphs, heights = opened.page.evaluate(WALK)
    assert graphs >= 4
    assert max(heights) - min(heights) <= 2, heights


HEIGHTS = "() => [...document.querySelectorAll('[data-widget]')].map((card) => [card.id, card.offsetHeight])"


@pytest.mark.parametrize("path", ["rules/", "chain-rule/"])
def test_a_card_that_waits_is_as_high_as_one_that_answers(visit: Open, path: str) -> None:
    exactly = "(cards) => cards.map((card) => [card.id, card.getBoundingClientRect().height])"
    opened = visit(path, width=360, script=ON_ITS_WAY)
    opened.settle()
    opened.drawn()
    cards = opened.page.locator("[data-widget]")
    waiting, before = opened.page.locator("[data-status=waiting]").count(), cards.evaluate_all(exactly)
    assert waiting
    for widget in cards.all():
        widget.scroll_into_view_if_needed()
        opened.wait_for("framed", str(widget.get_attribute("id")))
    opened.drawn()
    for (name, height), (_, now) in zip(before, cards.evaluate_all(exactly), strict=True):
        assert now == pytest.approx(height, abs=0.1), name


@pytest.mark.parametrize("width", [360, 1440])
def test_a_card_that_has_to_do_without_python_is_no_higher(visit: Open, width: int) -> None:
    waiting, without = (visit("chain-rule/", width=width, script=script) for script in (ON_ITS_WAY, NO_WASM))
    for opened, status in ((waiting, "framed"), (without, "unavailable")):
        for widget in opened.page.locator("[data-widget]").all():
            widget.scroll_into_view_if_needed()
            opened.wait_for(status, str(widget.get_attribute("id")))
    button = without.page.get_by_role("button", name="Retry").first
    expect(button).to_be_visible()
    assert without.page.evaluate(HEIGHTS) == waiting.page.evaluate(HEIGHTS)
    for foot in without.page.locator("[data-widget] .widget-status").all():
        reason = foot.get_by_text("no WebAssembly.")
        assert reason.evaluate("(reason) => getComputedStyle(reason).clipPath") == "none", foot.inner_text()
    # The reason has a line with Reset, too.
    without.page.evaluate("for (const reset of document.querySelectorAll('.widget-reset')) reset.disabled = false")
    assert without.page.evaluate(HEIGHTS) == waiting.page.evaluate(HEIGHTS)


# As in Safari, which does not hold the text still by itself.
UNHELD = "document.documentElement.style.overflowAnchor = 'none'"


@pytest.mark.parametrize(
    ("path", "widget", "control"),
    [
        ("chain-rule/", "routes", "example"),
        ("vector-chain-rule/", "shapes", "order"),
    ],
)
def test_a_list_stays_under_the_hand_that_chooses_from_it(visit: Open, path: str, widget: str, control: str) -> None:
    opened = visit(path, width=360, script=ON_ITS_WAY)
    opened.settle()
    opened.page.evaluate(UNHELD)
    opened.unfold(widget)
    opened.page.locator(f"#{widget}").scroll_into_view_if_needed()
    opened.wait_for("framed", widget)
    choice = opened.page.locator(f"#{widget} [data-control={control}] select")
    choice.scroll_into_view_if_needed()
    opened.page.wait_for_load_state("networkidle")
    before = _top(choice)
    for value in choice.locator("option:not([value=''])").evaluate_all("(all) => all.map(({ value }) => value)"):
        choice.select_option(value)
        opened.page.wait_for_load_state("networkidle")
        opened.drawn()
        assert abs(_top(choice) - before) <= 1, value


def _top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def _on_top(part: Locator) -> bool:
    """Whether nothing is painted over it: at its corners and in the middle."""
    return bool(
        part.evaluate(
            """(part) => {
              const { left, right, top, bottom } = part.getBoundingClientRect();
              const places = [[left + 9, top + 3], [right - 9, bottom - 3], [(left + right) / 2, (top + bottom) / 2]];
              return places.every(([x, y]) => document.elementFromPoint(x, y) === part);
            }"""
        )
    )


@pytest.fixture(scope="module")
def typing(tabs: Tabs, address: str) -> Iterator[Visit]:
    """The chain rule on a phone, live, with its fields for the reader's own formulas open."""
    with visiting(tabs, address) as open_page:
        opened = open_page("chain-rule/?chain-rule.inner=3x#chain-rule", width=360)
        opened.unfold("chain-rule")
        opened.page.evaluate(UNHELD)
        opened.wait_for("live")
        opened.page.wait_for_timeout(300)
        yield opened


@pytest.mark.parametrize(
    ("control", "right", "wrong"), [("inner", "2x + 1", "2x + ("), ("inner", "2x", "2x $ 1"), ("x", "2", "99")]
)
def test_a_mistake_moves_nothing_away_in_the_middle_of_a_word(
    typing: Visit, control: str, right: str, wrong: str
) -> None:
    card = typing.page.locator("#chain-rule")
    field = card.locator(f"[data-control={control}] input[type=text]")
    error = card.locator(f"[data-control={control}] .control-error")
    field.scroll_into_view_if_needed()
    field.fill(right)
    typing.page.wait_for_timeout(300)
    around = (
        "(card) => [card, ...card.querySelectorAll('[data-control], figure')].map((e) => e.getBoundingClientRect().top)"
    )
    before, height = card.evaluate(around), card.evaluate("(card) => card.offsetHeight")
    field.fill(wrong)
    expect(error).to_be_visible()
    assert _on_top(error)
    assert card.evaluate(around) == pytest.approx(before, abs=1)
    assert card.evaluate("(card) => card.offsetHeight") == pytest.approx(height, abs=1)
    # Whoever goes on with the slider finds it where it was, and free.
    card.locator("[data-control=x] [type=range]").focus()
    if control != "x":
        expect(error).to_be_hidden()
    assert card.evaluate(around) == pytest.approx(before, abs=1)
    field.fill(right)
    expect(error).to_be_hidden()


def test_a_mistake_is_not_cut_off_above_a_keyboard(typing: Visit) -> None:
    page = typing.page
    field = page.get_by_label("inner: your own formula in x")
    error = page.locator("#chain-rule [data-control=inner] .control-error")
    page.set_viewport_size({"width": 360, "height": 400})
    for block in ("end", "center"):
        field.fill("2x + 1")
        field.evaluate("(field, block) => field.scrollIntoView({ block })", block)
        field.fill("2x + (")
        expect(error).to_be_visible()
        told, typed = error.bounding_box(), field.bounding_box()
        assert told
        assert typed
        assert told["y"] >= 0 and told["y"] + told["height"] <= 400
        assert told["y"] >= typed["y"] + typed["height"] or told["y"] + told["height"] <= typed["y"]
        assert _on_top(error)
