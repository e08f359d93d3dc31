"""The vocabulary between page and Python: the twin of browser/protocol.js."""

import json
from typing import Any, TypedDict

from widgets.kit.controls import Value
from widgets.kit.patch import Patch


class Update(TypedDict):
    """A request: the patch of this widget in this state, please."""

    type: str
    id: int
    widget: str
    state: dict[str, Value]


def read_update(text: str) -> Update:
    """The request in a message. Raises `ValueError` where it is not one."""
    message: Any = json.loads(text)
    if (
        not isinstance(message, dict)
        or message.get("type") != "update"
        or message.keys() != Update.__annotations__.keys()
    ):
        raise ValueError(f"expected an update with {', '.join(Update.__annotations__)}; found {text[:200]}")
    request: Update = message  # type: ignore[assignment]
    return request


def patch_reply(identifier: int, patch: Patch) -> str:
    return json.dumps({"type": "patch", "id": identifier, "patch": patch}, ensure_ascii=False)


def error_reply(identifier: int, error: str, reason: str) -> str:
    """Why there is no patch: a sentence for the reader, and the technical reason for whoever looks into it."""
    return json.dumps({"type": "error", "id": identifier, "error": error, "reason": reason}, ensure_ascii=False)


def invalid_reply(identifier: int, control: str, message: str, position: int) -> str:
    """What is wrong with the text of a control, and at which character (from 0)."""
    reply = {"type": "invalid", "id": identifier, "control": control, "message": message, "position": position}
    return json.dumps(reply, ensure_ascii=False)
