"""What the browser benchmarks share: one server with every contender on it, fresh profiles, medians."""

import io
import json
import shutil
import statistics
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.install import ARGUMENTS, find_chromium
from tests.browser.server import serve
from tests.conftest import ROOT, build
from widgets import find_widget
from widgets.build.package.runtime import browser_sources

CONTENDERS = Path(__file__).with_name("contenders")


@dataclass(frozen=True)
class Lab:
    """`root` serves the built site; `bench/` below it holds the contenders."""

    root: str
    site: Path
    browser: Browser
    short: bool = False  # each measurement once, to see that it can be made

    def rounds(self, full: int) -> int:
        """How often to measure."""
        return 1 if self.short else full

    def fresh(self) -> BrowserContext:
        """A new profile: nothing cached."""
        return self.browser.new_context(viewport={"width": 1280, "height": 900})


def wait_until(page: Page, condition: str, what: str, seconds: float = 120) -> None:
    """Waits for a condition on the page; where it does not come, says so, and what the page shows instead."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise RuntimeError(f"{what}: nothing after {seconds:g} s; the page says: {page.inner_text('body')[:500]}")
        page.wait_for_timeout(20)


@contextmanager
def lab(short: bool = False) -> Iterator[Lab]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        made = build(site)
        if made.returncode:
            raise RuntimeError(made.stdout + made.stderr)
        add_contenders(site)
        chromium = find_chromium()
        with serve(site) as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            yield Lab(root, site, browser, short)
            browser.close()


def add_contenders(site: Path) -> None:
    """Puts the pages that ours are compared with into `bench/` below a built site."""
    bench = site / "bench"
    shutil.copytree(CONTENDERS, bench)
    modules = ROOT / "node_modules"
    shutil.copytree(modules / "pyodide", bench / "pyodide")
    shutil.copytree(
        modules / "jsxgraph" / "distrib", bench / "jsxgraph", ignore=shutil.ignore_patterns("docs", "*.zip")
    )
    (host,) = site.rglob("host.js")
    shutil.copytree(host.parent, bench / "live")
    worker = bench / "live" / "worker.js"
    worker.write_text(
        worker.read_text(encoding="utf-8").replace('"../pyodide', '"../../live/pyodide'), encoding="utf-8"
    )
    request = {"widget": "chain-rule", "state": find_widget("chain-rule").defaults()}
    (bench / "request.json").write_text(json.dumps(request), encoding="utf-8")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in browser_sources().items():
            archive.writestr(name, text)
    (bench / "sources.zip").write_bytes(data.getvalue())


def quantile(values: list[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]


def median(values: list[float]) -> float:
    return statistics.median(values)
