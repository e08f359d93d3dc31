"""What a page keeps to for whoever looks at it: edges to be seen, one scale of type, few colours, paper."""

from typing import Literal

import pytest

from tests.browser.visit import LARGE, ON_ITS_WAY, Look, Open, Visit
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
