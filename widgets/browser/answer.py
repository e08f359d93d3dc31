"""Python's end in the reader's browser: a request comes in as text, an answer goes out as text."""

import calc
from widgets import find_widget
from widgets.browser.protocol import Update, error_reply, invalid_reply, patch_reply, read_update
from widgets.kit.controls import Select, Value
from widgets.kit.widget import Widget

FAILED = "The widget has no answer for these values."  # what a reader learns of a fault of ours


def answer(text: str) -> str:
    """The reply to an update. It never raises for a request that names an id: the page waits for every answer."""
    request = read_update(text)
    try:
        return _answer(request)
    except Exception as error:
        said = f"{error}" if isinstance(error, (calc.DomainError, OutOfRange)) else FAILED
        return error_reply(request["id"], said, f"{type(error).__name__}: {error}")


class OutOfRange(ValueError):
    """A value that its control does not take: which control, and what it takes."""


def _answer(request: Update) -> str:
    widget = find_widget(request["widget"])
    state: dict[str, Value] = {}
    for control in widget.controls:
        given = request["state"][control.name]
        try:
            state[control.name] = control.read(given if isinstance(given, str) else repr(given))
        except calc.ParseError as error:
            return invalid_reply(request["id"], control.name, error.message, error.position)
        except ValueError as error:
            raise OutOfRange(f"{control.name} takes {error}.") from error
    try:
        return patch_reply(request["id"], widget.update(state))
    except calc.SizeError as error:
        formula = _typed_formula(widget, state)
        if not formula:
            raise
        return invalid_reply(request["id"], formula, f"{error} Try something simpler.", 0)


def _typed_formula(widget: Widget, state: dict[str, Value]) -> str:
    """The control that holds a reader's own formula, the longest where there are several; empty where none does."""
    own = [
        control.name
        for control in widget.controls
        if isinstance(control, Select) and state[control.name] not in control.options
    ]
    return max(own, key=lambda name: len(str(state[name])), default="")
