"""Makes sure that a Chromium is there: the machine's own; else Debian's package; else Playwright's download."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
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


def _try(*command: str) -> None:
    if shutil.which(command[0]):
        print("$", " ".join(command), flush=True)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def install() -> bool:
    """Installs a Chromium where there is none; False if that failed."""
    if find_chromium():
        return True
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    if not find_chromium():
        _try(sys.executable, "-m", "playwright", "install", "chromium")
    return find_chromium() is not None


if __name__ == "__main__":
    if not install():
        sys.exit(
            "The browser tests need Chromium, and it could not be installed. "
            "Install it (Debian: apt install chromium) or set CHROMIUM to its path."
        )
