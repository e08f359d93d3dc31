"""What a page keeps to for whoever looks at it: edges to be seen, one scale of type, large text, few colours, paper."""

from itertools import product
from typing import Literal

import pytest

from tests.browser.visit import NO_WASM, ON_ITS_WAY, Look, Open, Visit
from tests.pages import PAGES, SECTIONS

# Of each control: how far its edge, or else its ground, stands out from what is behind it, by WCAG's formula.
EDGES = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => known.get(colour) ?? known.set(colour, painted(colour)).get(colour);
  const painted = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = rgba(colour).slice(0, 3).map((c) => c / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const colour = (e) => getComputedStyle(e).backgroundColor;
  const ground = (e) => (!e ? "#fff" : rgba(colour(e))[3] ? colour(e) : ground(e.parentElement));
  const controls = ".widget :is(button, select, .field, input[type=number], input[type=text], .widget-presets a),"
    + ".guess :is(label, button, input[type=text]), .md-search__form";
  return [...document.querySelectorAll(controls)].flatMap((control) => {
    const style = getComputedStyle(control);
    const worded = /underline/.test(style.textDecorationLine) || control.matches("label:not(.choice label), .term");
    if (!control.checkVisibility({ visibilityProperty: true }) || worded) return [];
    const behind = ground(control.parentElement);
    const edge = contrast(style.borderTopWidth === "0px" ? style.backgroundColor : style.borderTopColor, behind);
    return edge < 3 ? [[control.outerHTML.slice(0, 90), Number(edge.toFixed(2))]] : [];
  });
}
"""
# The sizes of the words in each figure that matplotlib drew, and of all other words in SVG, in CSS pixels.
TYPE = """
() => [...document.querySelectorAll(".widget svg text")].filter((t) => t.checkVisibility() && t.textContent.trim())
  .map((t) => {
    const { a, b } = t.getScreenCTM();
    return [!!t.closest("[data-figure]"), parseFloat(getComputedStyle(t).fontSize) * Math.hypot(a, b),
      t.closest("[data-widget]").dataset.widget];
  })
"""
AT_REST = {"reduced_motion": "reduce", "script": ON_ITS_WAY}
LARGE = "document.documentElement.style.fontSize = '250%'"  # the theme's own is 125 %


def whole(visit: Visit) -> Visit:
    """All of the page laid out, and nothing folded away."""
    visit.settle()
    visit.page.evaluate("for (const details of document.querySelectorAll('article details')) details.open = true")
    visit.drawn()
    return visit


@pytest.mark.parametrize("path", [page for page in PAGES if page != "chapter/"])
def test_the_edge_of_whatever_can_be_operated_stands_out_three_to_one(look: Look, path: str) -> None:
    opened = look(path, unfolded=True)
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        opened.page.emulate_media(color_scheme=scheme)
        opened.drawn()
        assert opened.page.evaluate(EDGES) == [], scheme


@pytest.mark.parametrize("path", SECTIONS)
def test_all_figures_share_one_scale_of_type(look: Look, path: str) -> None:
    opened = look(path, unfolded=True)
    for width in (360, 600, 768, 1440):
        opened.resize(width)
        for drawn, size, widget in opened.page.evaluate(TYPE):
            low, high = (11.9, 13.7) if drawn else (10.5, 15.5)
            assert low <= size <= high, f"{size:.1f} px in {widget} at {width} px"


def test_figures_grow_with_the_readers_text(look: Look) -> None:
    opened = look("derivative/", unfolded=True)
    before = max(size for _, size, _ in opened.page.evaluate(TYPE))
    opened.page.evaluate(LARGE)
    assert max(size for _, size, _ in opened.page.evaluate(TYPE)) > 1.7 * before


def pixels(visit: Visit, selector: str) -> bytes:
    return visit.page.locator(selector).first.screenshot()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_letter_is_hidden_in_forced_colours(visit: Open, scheme: str) -> None:
    opened = whole(visit("backpropagation/", forced_colors="active", color_scheme=scheme, **AT_REST))
    letter = "article p > .katex:has(.katex-accent) .katex-html"
    shown = pixels(opened, letter)
    opened.page.add_style_tag(content=".katex-accent .mord { color: transparent !important }")
    assert pixels(opened, letter) != shown  # the letter under the bar was to be seen


def test_a_choice_keeps_its_arrow_and_a_track_its_filled_part_in_forced_colours(visit: Open) -> None:
    opened = whole(visit("rules/", forced_colors="active", **AT_REST))
    opened.wait_for("framed", "activation")
    arrow = opened.page.evaluate("getComputedStyle(document.querySelector('#activation select')).backgroundImage")
    assert "gradient" in arrow
    track = "#activation [type=range]"
    before = pixels(opened, track)
    opened.page.add_style_tag(content=".widget input[type=range] { --at: 0 !important }")
    assert pixels(opened, track) != before


def test_bars_that_are_drawn_as_a_background_stay_in_the_readers_own_colours(visit: Open) -> None:
    opened = whole(visit("vector-chain-rule/", forced_colors="active", **AT_REST))
    bar = "#softmax-loss .drawn .share"
    before = pixels(opened, bar)
    opened.page.add_style_tag(content=f"{bar} {{ background: none !important }}")
    assert pixels(opened, bar) != before


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


@pytest.mark.parametrize("path", SECTIONS)
def test_on_paper_there_is_nothing_to_operate(look: Look, path: str) -> None:
    opened = look(path, unfolded=True)
    opened.page.emulate_media(media="print")
    left = """[...document.querySelectorAll('.widget :is(button, input), .guess :is(button, input[type=text])')]
      .filter((e) => e.checkVisibility() && !e.closest('td, th')).map((e) => e.outerHTML.slice(0, 80))"""
    assert opened.page.evaluate(left) == []
    boxed = """[...document.querySelectorAll('.widget select')].filter((e) => e.checkVisibility()
      && (getComputedStyle(e).backgroundImage !== 'none' || getComputedStyle(e).borderTopWidth !== '0px')).length"""
    assert opened.page.evaluate(boxed) == 0


@pytest.mark.parametrize("path", ["derivative/", "rules/"])
def test_on_paper_a_card_with_one_picture_leaves_more_than_half_of_its_sheet_to_the_text(look: Look, path: str) -> None:
    """A sheet has room for 627 × 1009 pixels; a higher card goes to the next and leaves a hole behind."""
    opened = look(path, 627, 1009)
    opened.page.emulate_media(media="print")
    high = """[...document.querySelectorAll('.widget:not(#rounding)')].filter((e) => e.offsetHeight > 415)
      .map((e) => [e.id, e.offsetHeight])"""
    assert opened.page.evaluate(high) == []


def test_on_paper_the_one_page_chapter_tears_no_heading_off_and_boxes_no_choice(look: Look) -> None:
    """There most widgets are far away, and what stands in for their choices is printed."""
    opened = look("chapter/")
    opened.page.emulate_media(media="print")
    torn = """[...document.querySelectorAll('article :is(h2, h3, h4, h5)')]
      .filter((e) => getComputedStyle(e).breakAfter !== 'avoid').map((e) => e.textContent)"""
    assert opened.page.evaluate(torn) == []
    boxed = """[...document.querySelectorAll('.widget .control-select :is(select, .field)')]
      .filter((e) => e.checkVisibility() && getComputedStyle(e).borderTopWidth !== '0px').map((e) => e.textContent)"""
    assert opened.page.evaluate(boxed) == []
    apart = """[...document.querySelectorAll('.scrub')]
      .filter((e) => getComputedStyle(e).paddingLeft !== '0px').map((e) => e.textContent)"""
    assert opened.page.evaluate(apart) == []
    empty = """[...document.querySelectorAll('.widget .fold')]
      .filter((e) => e.checkVisibility() && !e.innerText.trim()).map((e) => e.textContent)"""
    assert opened.page.evaluate(empty) == []


def test_a_choice_looks_the_same_before_a_script_has_come(visit: Open) -> None:
    look = """(e) => (({ paddingLeft, paddingRight, backgroundImage, height }) =>
      [paddingLeft, paddingRight, backgroundImage, height])(getComputedStyle(e))"""
    without = visit("backpropagation/", java_script_enabled=False)
    before = without.page.locator("#backprop .control-select .field").first.evaluate(look)
    opened = visit("backpropagation/", **AT_REST)
    opened.wait_for("framed", "backprop")
    assert before == opened.page.locator("#backprop select").evaluate(look)


@pytest.mark.parametrize("path", [*SECTIONS, "glossary/"])
def test_what_a_term_means_is_not_squeezed_beside_it_on_a_phone(look: Look, path: str) -> None:
    opened = look(path, 360)
    texts = opened.page.locator("article dl:not(.values) dd:visible")
    widths = texts.evaluate_all("(all) => all.map((dd) => dd.getBoundingClientRect().width)")
    assert widths
    assert min(widths) > 240, min(widths)


@pytest.mark.parametrize("path", SECTIONS)
def test_no_line_of_code_is_longer_than_a_phone_shows(visit: Open, path: str) -> None:
    opened = visit(path, width=360, script=ON_ITS_WAY)
    for code in opened.page.locator("article pre code").all():
        code.scroll_into_view_if_needed()
        assert code.evaluate("(code) => code.scrollWidth <= code.clientWidth"), code.inner_text()
