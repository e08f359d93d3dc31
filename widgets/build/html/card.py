"""The HTML of a widget's controls and frame, before any value is filled in."""

import json
from urllib.parse import urlencode

from lxml import etree
from lxml.builder import E
from lxml.html.builder import CLASS

from widgets.kit.controls import Control, Select, Slider, Value
from widgets.kit.numbers import decimal
from widgets.kit.story import Story
from widgets.kit.widget import Widget


def control(declared: Control, prefix: str) -> etree._Element:
    """The native form controls for a declaration; `prefix` makes ids unique on the page."""
    identifier = f"{prefix}-{declared.name}"
    label = etree.fromstring(f'<label for="{identifier}">{declared.label}</label>')
    row = _select(declared, identifier) if isinstance(declared, Select) else _slider(declared, identifier)
    kind = type(declared).__name__.lower()
    return E.div(label, row, {"class": f"control control-{kind} {declared.ink}".strip(), "data-control": declared.name})


def _select(declared: Select, identifier: str) -> etree._Element:
    options = [E.option(shown, value=key) for key, shown in declared.options.items()]
    error = f"{identifier}-error"
    if not declared.typed:
        return E.div(
            field(E.select(*options, {"id": identifier, "autocomplete": "off", "aria-describedby": error})),
            E.p({"class": "control-error", "id": error, "hidden": "hidden"}),
        )
    text = {"type": "text", "autocapitalize": "none", "spellcheck": "false", "maxlength": "1000"}
    label = f"{declared.name}: your own formula in {' and '.join(declared.typed)}"
    return E.div(
        field(E.select(*options, E.option("type your own…", value=""), id=identifier, autocomplete="off")),
        E.div(
            {"class": "typed", "hidden": "hidden"},
            field(E.input(text, {"autocomplete": "off", "aria-label": label, "aria-describedby": error})),
            E.pre({"class": "control-error", "id": error, "hidden": "hidden"}),
        ),
    )


def _slider(declared: Slider, identifier: str) -> etree._Element:
    name = declared.name
    low, high = (f"{declared.position(end):.10g}" for end in (declared.start, declared.stop))
    by = f"a factor of {10**declared.step:.3g}" if declared.log else f"{declared.step:g}"
    error = f"{identifier}-error"
    track = {"type": "range", "min": low, "max": high, "step": f"{declared.step:g}", "autocomplete": "off"}
    if declared.until:
        track["data-until"] = declared.until
    if declared.points:
        track["data-points"] = declared.points
    # Not type="number": browsers write a hyphen in it for a minus, and some take no comma.
    typed = {"type": "text", "class": "number", "data-min": f"{declared.start:g}", "data-max": f"{declared.stop:g}"}
    if declared.whole:
        track["data-whole"] = ""
    if declared.start >= 0:  # the telephone's pads of digits have no minus
        typed["inputmode"] = "numeric" if declared.whole else "decimal"
    return E.div(
        {"class": "slider-row"},
        E.button("−", {"type": "button", "data-step": "-1", "aria-label": f"{name} down by {by}"}),
        E.input(track, {"id": identifier, "data-scale": "log" if declared.log else "linear"}),
        E.button("+", {"type": "button", "data-step": "1", "aria-label": f"{name} up by {by}"}),
        field(E.input(typed, {"autocomplete": "off", "aria-label": f"{name}, typed", "aria-describedby": error})),
        E.p(
            f"{name} goes from {_limit(declared.start)} to {_limit(declared.stop)}{', by ones' * declared.whole}.",
            {"class": "control-error", "id": error, "hidden": "hidden"},
        ),
    )


def field(element: etree._Element) -> etree._Element:
    """Its value as text, until a script comes to the widget and puts the element itself in its place.

    At the start of a page a browser looks for all that it could fill in, and lays out what is around each, far below
    the screen as well. And without a script there is nothing that a field could do.
    """
    return E.span({"class": "field"}, E.template(element))


def _limit(value: float) -> str:
    return f"{value:g}".replace("-", "−") if abs(value) >= 1e-3 or not value else decimal(value, 0)


def presets(widget: Widget, identifier: str) -> etree._Element:
    """Links to the states worth seeing; a link can also be copied, and opened anew."""
    links = []
    for preset in widget.presets:
        state = {**widget.defaults(), **preset.state}
        query = urlencode({f"{identifier}.{name}": written(value) for name, value in state.items()})
        links.append(E.li(E.a(preset.label, href=f"?{query}#{identifier}")))
    return E.ul(*links, {"class": "widget-presets", "aria-label": "States worth seeing"})


def player(story: Story) -> etree._Element:
    """Play, speed and, where the story's slider cannot tell how far it is, a track. A script brings it to life."""
    about = story.about
    track = {"type": "range", "min": "0", "max": "1000", "value": "0", "autocomplete": "off"}
    return E.div(
        {"class": "player", "data-story": json.dumps(story.written())},
        E.button("Play", {"type": "button", "class": "player-play", "aria-label": f"Play: {about}", "title": about}),
        *([] if story.scrubs else [E.input(track, {"aria-label": f"How far: {about}"})]),
        E.button("1×", {"type": "button", "class": "player-speed", "aria-label": "Speed 1×"}),
    )


def written(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.10g}"


def _unscripted() -> etree._Element:
    """What the status line says until a script takes it over; card.css shows it where none does."""
    return E.span(
        "What you see is computed for these values. ",
        E.span("Moving the controls needs JavaScript.", CLASS("scripts-off")),
        # With a target, instant navigation leaves the link to the browser, which then really loads the page.
        E.span(
            "The controls need a script that did not arrive. ",
            E.a("Load the page again", href="", target="_self"),
            ".",
            CLASS("script-lost"),
        ),
        CLASS("widget-unscripted"),
    )


def card(widget: Widget, body: etree._Element, identifier: str) -> etree._Element:
    """The card around a widget's body. Its controls stay disabled until a script can answer them."""
    heading = f"{identifier}-title"
    places = body.xpath("//*[@data-presets]")
    for place in places:
        place.getparent().replace(place, presets(widget, identifier))
    again = identifier.removeprefix(widget.name).strip("-")  # a second one on the page has a name of its own
    title = E.p(widget.title, {"class": "widget-title", "id": heading})
    if again:  # whoever sees them sees which is which
        title.append(E.span(f" ({again})", CLASS("unseen")))
    tools = (
        E.button("Reset", {"type": "button", "class": "widget-reset", "disabled": "disabled"}),
        E.a("Link", {"class": "widget-link", "href": f"#{identifier}", "title": "Copy a link to what you see"}),
    )
    status = E.p(_unscripted(), {"class": "widget-status"})
    return E.section(
        {
            "class": "widget",
            "id": identifier,
            "data-widget": widget.name,
            "data-search-exclude": "",
            "aria-labelledby": heading,
        },
        title if widget.bare else E.header({"class": "widget-head"}, title, *tools),
        *([presets(widget, identifier)] if widget.presets and not places else []),
        E.fieldset(body, {"disabled": "disabled", "class": "widget-fields", "aria-labelledby": heading}),
        E.footer({"class": "widget-foot"}, status, *tools) if widget.bare else status,
        E.p({"class": "widget-spoken", "role": "status"}),
    )
