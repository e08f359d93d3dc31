"""Makes sure that a Chromium is there: the machine's own; else Debian's packages; else Playwright's download.

Firefox and WebKit are installed as well where that can be done; where not, their tests are skipped, and say so.
"""

import os
import shutil
import subprocess
import sys
from functools import cache

from tests.browser.engines.found import ENGINES

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", SHELL)
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# Without these Chromium keeps looking for its vendor's hosts, which tests must not depend on.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """The path of a Chromium: the one CHROMIUM names, the machine's own, or Playwright's; None if there is none."""
    for path in (os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES), MAC):
        if path and os.access(path, os.X_OK):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.access(path, os.X_OK) else None


def find_shell() -> str | None:
    """The Chromium that the tests drive: where there is one without windows, which takes a third less of the processor
    for the same pages; else any.
    """
    return shutil.which(os.environ.get("CHROMIUM") or SHELL) or find_chromium()


def _try(*command: str) -> None:
    if shutil.which(command[0]):
        print("$", " ".join(command), flush=True)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def _root() -> tuple[str, ...] | None:
    """What goes before a command that only root may run; None where we are not root. CI's own user may become it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ()
    return ("sudo", "-n") if os.environ.get("CI") and shutil.which("sudo") else None


@cache
def _look_for_packages() -> None:
    _try(*(_root() or ()), "apt-get", "update", "-qq")


def _install_package(name: str) -> None:
    root = _root()
    if root is not None and shutil.which("apt-get"):
        _look_for_packages()
        _try(*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", name)


def install() -> bool:
    """Installs a Chromium where there is none; False if that failed."""
    for package in (SHELL, "chromium"):
        if not find_chromium():
            _install_package(package)
    if not find_chromium():
        _try(sys.executable, "-m", "playwright", "install", "chromium")
    return find_chromium() is not None


def install_others() -> None:
    """Installs Firefox and WebKit where they are not; says in a line of which the tests will be skipped."""
    for name, engine in ENGINES.items():
        for package in engine.packages:
            if not engine.find():
                _install_package(package)
        if not engine.find():
            print(f"The tests in {name} will be skipped: {engine.advice}.")


if __name__ == "__main__":
    if not install():
        sys.exit(
            "The browser tests need Chromium, and it could not be installed. "
            "Install it (Debian: apt install chromium-headless-shell) or set CHROMIUM to its path."
        )
    install_others()
