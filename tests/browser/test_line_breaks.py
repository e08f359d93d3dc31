"""No line begins with a stop or an operator, and none ends with an operator whose other side is on the next line."""

import pytest

from tests.browser.visit import Look
from tests.pages import PAGES

# The pieces that a line is made of: the characters of running text, and what KaTeX never tears apart. A new line has
# begun where a piece stands further left than the one before it, in the same block.
TORN = r"""
() => {
  const STARTS = /^[,.;:!?)\]’”=≈<>·⋅×÷→%]/, ENDS = /[=≈<>+·⋅×÷→([]$/;
  const SKIPPED = "pre, svg, .katex-mathml, .katex-display, script, style, template, .term-card, .widget-spoken";
  const blocks = new Map();
  const block = (element) => {
    if (!blocks.has(element)) {
      const inline = /^(inline|contents)/.test(getComputedStyle(element).display);
      blocks.set(element, inline || element.matches(".katex, .katex *") ? block(element.parentElement) : element);
    }
    return blocks.get(element);
  };
  const range = document.createRange();
  const pieces = [];
  const walk = (node, quiet) => { // code may break anywhere, and what a widget writes at its own risk
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.data.trim()) return pieces.push({ text: " " });
      const home = block(node.parentElement);
      for (const [i, sign] of [...node.data].entries()) {
        if (!sign.trim()) { pieces.push({ text: " " }); continue; }
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { left } = range.getClientRects()[0] ?? {};
        if (left !== undefined) pieces.push({ text: quiet ? "x" : sign, left, home });
      }
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIPPED)) return;
    if (!node.checkVisibility({ visibilityProperty: true })) return;
    if (node.matches(".katex-base")) {
      const { left, width } = node.getBoundingClientRect();
      if (width) pieces.push({ text: node.innerText.replace(/[\s\u200b\u2061]/g, ""), left, home: block(node) });
      return;
    }
    for (const child of node.childNodes) walk(child, quiet || node.matches("code, .widget [data-part]"));
  };
  walk(document.querySelector("article"));
  const torn = [];
  let last = null;
  for (const [i, piece] of pieces.entries()) {
    if (piece.left === undefined) continue;
    if (last && last.home === piece.home && piece.left < last.left - 1) {
      const minus = /^[−+]$/.test(piece.text) && pieces[i + 1]?.text === " ";
      const said = (from, to) => pieces.slice(from, to).map(({ text }) => text).join("");
      const around = `${said(Math.max(0, i - 18), i)}|${said(i, i + 12)}`;
      if (minus || STARTS.test(piece.text) || ENDS.test(last.text)) torn.push(around.replace(/\s+/g, " "));
    }
    last = piece;
  }
  return torn;
}
"""
WIDTHS = (320, 360, 390, 600, 768, 1280, 1440)


@pytest.mark.parametrize("path", [page for page in PAGES if page != "chapter/"])
def test_no_formula_is_torn_and_no_stop_begins_a_line(look: Look, path: str) -> None:
    opened = look(path, unfolded=True)
    torn = {}
    for width in WIDTHS:
        opened.resize(width)
        torn[width] = opened.page.evaluate(TORN)
    assert {width: found for width, found in torn.items() if found} == {}
