"""Text twice as large, and a phone's width: nothing is torn, cut off or covered."""

from itertools import product

import pytest

from tests.browser.visit import LARGE, NO_WASM, ON_ITS_WAY, Look, Open
from tests.pages import SECTIONS


@pytest.mark.parametrize(("path", "width"), list(product(SECTIONS, (360, 1280))))
def test_text_twice_as_large_leaves_nothing_outside_and_sliders_of_use(look: Look, path: str, width: int) -> None:
    opened = look(path, width, unfolded=True)
    opened.page.evaluate(LARGE)
    opened.drawn()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    tracks = "[...document.querySelectorAll('.widget input[type=range]')].filter((t) => t.checkVisibility())"
    short = f"{tracks}.map((t) => [t.id, Math.round(t.getBoundingClientRect().width)]).filter(([, w]) => w < 60)"
    assert opened.page.evaluate(short) == []
    outside = """[...document.querySelectorAll('.widget')].flatMap((card) => {
      const right = card.getBoundingClientRect().right;
      return [...card.querySelectorAll('button, select, input, .field, p, .value, .widget-link')]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('svg, .widget-spoken, [hidden]')
          && getComputedStyle(e).clipPath === 'none' && e.getBoundingClientRect().right > right + 1)
        .map((e) => [card.id, e.outerHTML.slice(0, 70)]);
    })"""
    assert opened.page.evaluate(outside) == []


# Words of titles, labels, captions and sentences that begin in one line and end in another.
TORN = """
() => [...document.querySelectorAll(
  "h1, .widget-title, .widget :is(label, figcaption, .value, .sentence, th, td, button, summary)"
)].flatMap((part) => {
  const torn = [];
  const heard = part.offsetWidth <= 1; // a label that only a screen reader says
  if (heard || !part.checkVisibility({ visibilityProperty: true }) || part.closest("svg")) return torn;
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest(".katex, [hidden]")) continue;
    for (const { index, 0: word } of text.data.matchAll(/[\\p{L}\\d.]+/gu)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) {
        torn.push([part.closest("section")?.id, word]);
      }
    }
  }
  return torn;
})
"""


@pytest.mark.parametrize("path", SECTIONS[:4])
def test_no_table_of_the_text_has_to_be_scrolled_on_a_phone(look: Look, path: str) -> None:
    wide = """[...document.querySelectorAll('.table-scroll')].filter((e) => e.scrollWidth > e.clientWidth)
      .map((e) => e.innerText.slice(0, 60))"""
    assert look(path, 360, unfolded=True).page.evaluate(wide) == []


@pytest.mark.parametrize(
    ("path", "unfolded"), [*((path, False) for path in SECTIONS[:4]), (SECTIONS[4], True), (SECTIONS[5], False)]
)
def test_text_twice_as_large_tears_no_word(look: Look, path: str, unfolded: bool) -> None:
    opened = look(path, 360, unfolded=unfolded)
    opened.page.evaluate(LARGE)
    opened.drawn()
    assert opened.page.evaluate(TORN) == []


# Of each number or name in a cell, and of each choice: what of it is outside of what holds it, or over its neighbour.
CUT = """
() => {
  const cut = [], pen = new OffscreenCanvas(1, 1).getContext("2d");
  for (const select of document.querySelectorAll(".widget select")) {
    const style = getComputedStyle(select);
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    for (const { label } of select.options) if (pen.measureText(label).width > room) cut.push(label);
  }
  for (const cell of document.querySelectorAll(".widget :is(td, th, .formula, figcaption)")) {
    if (!cell.checkVisibility({ visibilityProperty: true }) || !cell.textContent.trim()) continue;
    const range = new Range();
    range.selectNodeContents(cell);
    const [own, said] = [cell, range].map((each) => each.getBoundingClientRect());
    const over = !cell.querySelector(".katex") && (said.left < own.left - 2 || said.right > own.right + 2);
    const outside = own.left < 0 || own.right > innerWidth || cell.scrollWidth > cell.clientWidth + 2;
    if (over || outside) cut.push([cell.closest(".widget").id, cell.textContent]);
  }
  return cut;
}
"""


@pytest.mark.parametrize("large", [False, True])
def test_nothing_of_a_table_or_a_choice_of_section_5_is_cut_on_a_phone(look: Look, large: bool) -> None:
    opened = look(SECTIONS[4], 360, unfolded=True)
    if large:
        opened.page.evaluate(LARGE)
    opened.drawn()
    assert opened.page.evaluate(CUT) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360


# The widest word of each part, in shares of the room it has: above 1 it is cut or torn.
WIDEST = """
(parts) => [...document.querySelectorAll(parts)].map((part) => {
  const own = part.getBoundingClientRect();
  const range = new Range();
  range.selectNodeContents(part);
  const ends = [...range.getClientRects()].map(({ right }) => right);
  return [part.textContent.trim().slice(0, 40), Math.max(...ends) - own.right];
}).filter(([, over]) => over > 1)
"""


def test_text_twice_as_large_cuts_nothing_of_the_last_section(look: Look) -> None:
    opened = look("backpropagation/", 360)
    opened.page.evaluate(LARGE)
    opened.drawn()
    assert opened.page.evaluate(WIDEST, "h1, .lanes :is(th, td), .runs > div, .step > p") == []
    # Of a field that holds a number all of it is seen, and the words in a drawing can be read.
    cut = "[...document.querySelectorAll('.widget input.number')].filter((e) => e.checkVisibility())"
    assert opened.page.evaluate(f"{cut}.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.value)") == []
    small = """[...document.querySelectorAll('.circuit .number')].filter((t) => t.textContent)
      .map((t) => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"""
    sizes = opened.page.evaluate(small)
    assert sizes
    assert min(sizes) > 13  # at least as large as ever at the usual size


def test_the_table_of_weights_fits_a_phone_where_slopes_are_powers_of_ten(visit: Open) -> None:
    opened = visit("backpropagation/?train.rate=10&train.step=80#train", width=360, script=ON_ITS_WAY)
    opened.wait_for("framed", "train")
    opened.page.locator("#train details", has_text="Every weight").evaluate("(fold) => { fold.open = true; }")
    opened.until("a_1-adjoint", "4.6×10⁻⁵", "train")
    ends = """() => [...document.querySelectorAll("#train .weights .value")].filter((e) => e.textContent)
      .map((e) => document.querySelector("#train").getBoundingClientRect().right - e.getBoundingClientRect().right)"""
    assert min(opened.page.evaluate(ends)) > 5


def test_the_boxes_of_the_chain_rule_hold_their_numbers_where_text_is_twice_as_large(look: Look) -> None:
    opened = look("chain-rule/", 360)
    opened.page.evaluate(LARGE)
    opened.drawn()
    outside = """[...document.querySelectorAll('#chain-rule .stage .value')].filter((value) => {
      const [own, box] = [value, value.closest('.stage')].map((e) => e.getBoundingClientRect());
      return own.width && (own.left < box.left || own.right > box.right);
    }).map((e) => e.textContent)"""
    assert opened.page.evaluate(outside) == []


def test_text_twice_as_large_tears_no_number_of_the_race(look: Look) -> None:
    opened = look("backpropagation/", 360, unfolded=True)
    opened.page.evaluate(LARGE)
    opened.drawn()
    torn = """[...document.querySelectorAll('#race .lanes .value')]
      .filter((e) => !e.textContent.includes(' ') && e.getClientRects().length > 1).map((e) => e.textContent)"""
    assert opened.page.evaluate(torn) == []


def test_text_twice_as_large_leaves_what_is_said_beside_retry_to_be_read(visit: Open) -> None:
    opened = visit("backpropagation/", width=360, script=NO_WASM)
    opened.page.evaluate(LARGE)
    opened.page.locator("#race").scroll_into_view_if_needed()
    opened.wait_for("unavailable", "race")
    opened.drawn()
    covered = opened.page.locator("#race .widget-status").evaluate(
        """(line) => {
          const button = line.querySelector(".widget-retry").getBoundingClientRect();
          const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          const covered = [];
          while (words.nextNode()) {
            const { parentElement: said } = words.currentNode;
            if (said.closest(".widget-retry") || getComputedStyle(said).clipPath !== "none") continue;
            range.selectNodeContents(words.currentNode);
            for (const { left, right, top, bottom } of range.getClientRects()) {
              const letters = (bottom - top) / 5; // above and below them a line is empty
              if (right > button.left && left < button.right && bottom - letters > button.top && top < button.bottom)
                covered.push(words.currentNode.data);
            }
          }
          return covered;
        }"""
    )
    assert covered == []
