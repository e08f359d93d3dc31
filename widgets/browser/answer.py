"""Python's end in the reader's browser: a request comes in as text, an answer goes out as text."""

import calc
from widgets import find_widget
from widgets.browser.protocol import error_reply, invalid_reply, patch_reply, read_update
from widgets.kit.controls import Value


def answer(text: str) -> str:
    """The reply to an update. It never raises for a request that names an id: the page waits for every answer."""
    request = read_update(text)
    try:
        widget = find_widget(request["widget"])
        state: dict[str, Value] = {}
        for control in widget.controls:
            given = request["state"][control.name]
            try:
                state[control.name] = control.read(given if isinstance(given, str) else repr(given))
            except calc.ParseError as error:
                return invalid_reply(request["id"], control.name, error.message, error.position)
        return patch_reply(request["id"], widget.update(state))
    except Exception as error:
        return error_reply(request["id"], f"{type(error).__name__}: {error}")
