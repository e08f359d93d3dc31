"""The HTML of a widget's controls and frame, before any value is filled in."""

from lxml import etree
from lxml.builder import E
from lxml.html.builder import CLASS

from widgets.kit.controls import Control, Select, Slider
from widgets.kit.numbers import decimal


def control(declared: Control, prefix: str) -> etree._Element:
    """The native form controls for a declaration; `prefix` makes ids unique on the page."""
    identifier = f"{prefix}-{declared.name}"
    label = etree.fromstring(f'<label for="{identifier}">{declared.label}</label>')
    row = _select(declared, identifier) if isinstance(declared, Select) else _slider(declared, identifier)
    kind = type(declared).__name__.lower()
    return E.div(label, row, {"class": f"control control-{kind} {declared.ink}".strip(), "data-control": declared.name})


def _select(declared: Select, identifier: str) -> etree._Element:
    options = [E.option(shown, value=key) for key, shown in declared.options.items()]
    return E.select(*options, id=identifier, autocomplete="off")


def _slider(declared: Slider, identifier: str) -> etree._Element:
    name = declared.name
    limits = {"min": f"{declared.start:g}", "max": f"{declared.stop:g}", "autocomplete": "off"}
    error = f"{identifier}-error"
    return E.div(
        {"class": "slider-row"},
        E.button("−", {"type": "button", "data-step": "-1", "aria-label": f"{name} down by {declared.step:g}"}),
        E.input(limits, id=identifier, type="range", step=f"{declared.step:g}"),
        E.button("+", {"type": "button", "data-step": "1", "aria-label": f"{name} up by {declared.step:g}"}),
        E.input(limits, {"type": "number", "step": "any", "aria-label": f"{name}, typed", "aria-describedby": error}),
        E.p(
            f"{name} goes from {decimal(declared.start, 0)} to {decimal(declared.stop, 0)}.",
            {"class": "control-error", "id": error, "hidden": "hidden"},
        ),
    )


def card(title: str, body: etree._Element, identifier: str, name: str) -> etree._Element:
    """The card around a widget's body. Its controls stay disabled until a script can answer them."""
    heading = f"{identifier}-title"
    return E.section(
        {
            "class": "widget",
            "id": identifier,
            "data-widget": name,
            "data-search-exclude": "",
            "aria-labelledby": heading,
        },
        E.header(
            {"class": "widget-head"},
            E.p(title, {"class": "widget-title", "id": heading}),
            E.button("Reset", {"type": "button", "class": "widget-reset", "disabled": "disabled"}),
        ),
        E.fieldset(body, {"disabled": "disabled", "class": "widget-fields", "aria-labelledby": heading}),
        E.p({"class": "widget-status"}),
        E.p({"class": "widget-spoken", "role": "status"}),
        E.p("Moving the controls needs JavaScript. What you see is computed for these values.", CLASS("unscripted")),
    )
