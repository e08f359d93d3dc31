"""WebKitGTK's small browser through its own WebDriver, on a screen that nobody sees."""

import os
import shutil
import subprocess
from contextlib import suppress
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import NoSuchFrameException, TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.engine import Engine
from tests.browser.engines.keys import KEYS


class WebKit(Engine):
    """One process, one page. `path` is that of MiniBrowser; WebKitWebDriver and Xvfb are found on PATH."""

    def __init__(self, path: str) -> None:
        ours, theirs = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            pass_fds=(theirs,),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        with os.fdopen(ours) as numbers:
            display = numbers.readline().strip()
        options = Options()
        options.binary_location = path
        # The driver misses that a page has come, now and then; here it is looked at instead.
        options.page_load_strategy = "none"
        options.add_argument("--automation")
        # Its sandbox asks for rights that a container does not have.
        environment = {**os.environ, "DISPLAY": f":{display}", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        # WebAssembly as it comes out of the quick compiler: a start of Python takes 1.8 s of the processor, not 4.
        environment["JSC_useOMGJIT"] = "0"
        try:
            service = Service(shutil.which("WebKitWebDriver") or "", env=environment)
            self._driver = webdriver.WebKitGTK(options=options, service=service)
            self._driver.set_script_timeout(15)
        except BaseException:
            self._hide()
            raise

    def goto(self, url: str) -> None:
        self.run("globalThis.left = true")
        self._driver.get(url)
        self.until(self._has_come, True)

    def _has_come(self) -> bool:
        # A script that is running while its page goes away is never answered, or refused.
        with suppress(TimeoutException, NoSuchFrameException):
            return bool(self.run("!globalThis.left && document.readyState !== 'loading'"))
        return False

    def run(self, script: str) -> Any:
        return self._driver.execute_script(f"return {script.strip()}")

    def press(self, key: str) -> None:
        self._driver.switch_to.active_element.send_keys(KEYS.get(key, key))

    def click(self, selector: str) -> None:
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def close(self) -> None:
        self._driver.quit()
        self._hide()

    def _hide(self) -> None:
        self._screen.terminate()
        self._screen.wait()
