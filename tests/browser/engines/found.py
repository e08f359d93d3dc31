"""Where Firefox and WebKit are on this machine, and which packages would bring them."""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


def first(paths: Iterable[str | Path | None]) -> str | None:
    """The first of these that is there and can be run."""
    return next((str(path) for path in paths if path and os.access(path, os.X_OK)), None)


def find_firefox() -> str | None:
    """The path of a Firefox: the one FIREFOX names, or the machine's own."""
    mac = "/Applications/Firefox.app/Contents/MacOS/firefox"
    return first((os.environ.get("FIREFOX"), shutil.which("firefox-esr"), shutil.which("firefox"), mac))


def find_webkit() -> str | None:
    """The path of WebKitGTK's MiniBrowser, where all it needs is there: its driver, and a screen that nobody sees."""
    if not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        return None
    return first(sorted(Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser")))


@dataclass(frozen=True)
class Findable:
    """A browser that may or may not be on a machine."""

    find: Callable[[], str | None]
    packages: tuple[str, ...]  # of Debian or Ubuntu; tried in turn until the browser is found
    advice: str


ENGINES = {
    "firefox": Findable(
        find_firefox,
        ("firefox-esr", "firefox"),
        "there is no Firefox here (Debian: apt install firefox-esr; or set FIREFOX to its path)",
    ),
    "webkit": Findable(
        find_webkit,
        ("webkit2gtk-driver", "xvfb"),
        "WebKitGTK's MiniBrowser, WebKitWebDriver and Xvfb are needed (Debian: apt install webkit2gtk-driver xvfb)",
    ),
}
