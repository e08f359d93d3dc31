"""Firefox, as it is installed, over WebDriver BiDi; no driver stands between."""

import json
import os
import re
import subprocess
import tempfile
import time
from typing import Any

from tests.browser.engines.bidi import Connection
from tests.browser.engines.engine import LIVE_SECONDS, Engine
from tests.browser.engines.keys import KEYS

# Firefox would look for news from its makers, which tests must not depend on.
PREFERENCES = """
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.safebrowsing.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
"""
SIZE = ("--width=1280", "--height=900")


class Firefox(Engine):
    """One process, one page, a profile of its own."""

    def __init__(self, path: str) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        with open(f"{self._profile.name}/user.js", "w", encoding="utf-8") as file:
            file.write(PREFERENCES)
        self._process = subprocess.Popen(
            [path, "--headless", "--no-remote", *SIZE, "--remote-debugging-port=0", "--profile", self._profile.name],
            env={**os.environ, "HOME": self._profile.name},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._bidi = Connection(f"{self._address()}/session", timeout=2 * LIVE_SECONDS)
        self._bidi("session.new", capabilities={})
        self._context = self._bidi("browsingContext.getTree")["contexts"][0]["context"]

    def _address(self) -> str:
        assert self._process.stderr
        heard = []
        for line in self._process.stderr:
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                return found[1]
            heard.append(line)
        raise RuntimeError("Firefox did not start: " + "".join(heard))

    def goto(self, url: str) -> None:
        self.run("void (globalThis.left = true)")
        self._bidi("browsingContext.navigate", context=self._context, url=url, wait="interactive")
        self.until(lambda: self.run("(!globalThis.left && document.readyState !== 'loading')"), True)

    def _evaluate(self, expression: str) -> dict[str, Any]:
        target = {"context": self._context}
        done = self._bidi("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert done["type"] == "success", done["exceptionDetails"]["text"]
        result: dict[str, Any] = done["result"]
        return result

    def run(self, script: str) -> Any:
        return json.loads(self._evaluate(f"JSON.stringify({script} ?? null)")["value"])

    def _perform(self, kind: str, *actions: dict[str, Any], **more: Any) -> None:
        source = {"type": kind, "id": kind, "actions": list(actions), **more}
        self._bidi("input.performActions", context=self._context, actions=[source])

    def press(self, key: str) -> None:
        code = KEYS.get(key, key)
        self._perform("key", {"type": "keyDown", "value": code}, {"type": "keyUp", "value": code})

    def click(self, selector: str) -> None:
        self.until(lambda: self._centre(selector) == self._centre(selector), True)
        element = self._evaluate(f"document.querySelector({json.dumps(selector)})")
        origin = {"type": "element", "element": {"sharedId": element["sharedId"]}}
        self._perform(
            "pointer",
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        )

    def _centre(self, selector: str) -> float:
        """Scrolls the element to the middle, and says where it stands: what comes near is laid out only then."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.run(f"void {found}.scrollIntoView({{ block: 'center' }})")
        time.sleep(0.05)
        top: float = self.run(f"{found}.getBoundingClientRect().top")
        return top

    def close(self) -> None:
        self._bidi.close()
        self._process.terminate()
        self._process.communicate()
        self._profile.cleanup()
