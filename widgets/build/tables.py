"""The `rules` and `functions` fences: what calc differentiates with, as tables read from the package itself."""

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import E
from markdown import Markdown

import calc
from widgets.build.html.apply import parse_formula


def format_rules(
    source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown, **settings: Any
) -> str:
    """The formatter for pymdownx.superfences. The fence is empty: the table is read from `calc.RULES`."""
    del source, language, css_class, options, md, settings
    rows = [E.tr(E.td(rule.title), E.td(parse_formula(rule.law)), E.td(rule.source)) for rule in calc.RULES.values()]
    table = E.table(E.thead(E.tr(E.th("Rule"), E.th("Law"), E.th("Source"))), E.tbody(*rows))
    return str(etree.tostring(table, method="html", encoding="unicode"))


def format_functions(
    source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown, **settings: Any
) -> str:
    """The formatter for pymdownx.superfences. The fence is empty: the table is read from `calc.FUNCTIONS`."""
    del source, language, css_class, options, md, settings
    rows = [
        E.tr(
            E.td(E.code(name)),
            E.td(parse_formula(function.latex)),
            E.td(parse_formula(function.derivative_latex)),
            E.td(" ".join(_remarks(function))),
        )
        for name, function in calc.FUNCTIONS.items()
    ]
    head = E.tr(*(E.th(title) for title in ("Type", "f(x)", "f′(x)", "Remarks")))
    # On a phone the table scrolls sideways; with the focus on it, the arrow keys scroll it too.
    table = E.table(E.thead(head), E.tbody(*rows), {"tabindex": "0", "aria-label": "Functions and derivatives"})
    return str(etree.tostring(table, method="html", encoding="unicode"))


def _remarks(function: calc.Function) -> list[str]:
    """Where the function has a value, unless it is everywhere, and what its note says of slopes and defaults."""
    everywhere = function.domain.text == calc.FUNCTIONS["exp"].domain.text
    return [text for text in ("" if everywhere else f"For {function.domain.text}.", function.note) if text]
