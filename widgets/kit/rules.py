"""The `rules` fence: calc's rules of differentiation as a table, each with its law and source."""

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import E
from markdown import Markdown

import calc
from widgets.kit.apply import parse_formula


def format_rules(
    source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown, **settings: Any
) -> str:
    """The formatter for pymdownx.superfences. The fence is empty: the table is read from `calc.RULES`."""
    del source, language, css_class, options, md, settings
    rows = [E.tr(E.td(rule.title), E.td(parse_formula(rule.law)), E.td(rule.source)) for rule in calc.RULES.values()]
    table = E.table(E.thead(E.tr(E.th("Rule"), E.th("Law"), E.th("Source"))), E.tbody(*rows))
    return str(etree.tostring(table, method="html", encoding="unicode"))
