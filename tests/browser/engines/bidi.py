"""A connection that speaks WebDriver BiDi: commands as JSON over a web socket, one answer each."""

import json
from typing import Any

from websocket import WebSocket, create_connection


class BidiError(Exception):
    """The browser could not do what it was told."""


class Connection:
    """Sends a command and waits for its answer; events in between are not listened to."""

    def __init__(self, url: str, timeout: float) -> None:
        self._socket: WebSocket = create_connection(url, timeout=timeout, suppress_origin=True)
        self._sent = 0

    def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv())).get("id") != self._sent:
            pass
        if answer["type"] == "error":
            raise BidiError(f"{method}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def close(self) -> None:
        self._socket.close()
