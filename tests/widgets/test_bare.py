"""A bare widget shows no title row and loses nothing by it."""

from dataclasses import replace

import pytest
from lxml import html

from widgets.build.html.prerender import prerender
from widgets.deep_chain import WIDGET


@pytest.mark.parametrize("bare", [True, False])
def test_a_widget_is_named_and_can_be_reset_and_linked_with_or_without_a_title_row(bare: bool) -> None:
    card = html.fromstring(prerender(replace(WIDGET, bare=bare), {}, "deep-chain"))
    (title,) = card.xpath(".//*[@id=$name]", name=card.get("aria-labelledby"))
    assert title.text == WIDGET.title
    (reset,) = card.find_class("widget-reset")
    (link,) = card.find_class("widget-link")
    (status,) = card.find_class("widget-status")
    assert [*card.iter("header")] == ([] if bare else [title.getparent()])
    assert reset.getparent() is link.getparent() is (status if bare else title).getparent()
