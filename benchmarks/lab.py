"""What the browser benchmarks share: one server with every contender on it, fresh profiles, medians."""

import io
import shutil
import statistics
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.install import ARGUMENTS, find_chromium
from tests.browser.server import serve
from tests.conftest import ROOT, build
from widgets.build.package.runtime import browser_sources

PAGES = Path(__file__).with_name("pages")


@dataclass(frozen=True)
class Lab:
    """`root` serves the built site; `bench/` below it holds the contenders."""

    root: str
    site: Path
    browser: Browser

    def fresh(self) -> BrowserContext:
        """A new profile: nothing cached."""
        return self.browser.new_context(viewport={"width": 1280, "height": 900})


@contextmanager
def lab() -> Iterator[Lab]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        made = build(site)
        if made.returncode:
            raise RuntimeError(made.stdout + made.stderr)
        _add_contenders(site)
        chromium = find_chromium()
        with serve(site) as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            yield Lab(root, site, browser)
            browser.close()


def _add_contenders(site: Path) -> None:
    bench = site / "bench"
    shutil.copytree(PAGES, bench)
    modules = ROOT / "node_modules"
    shutil.copytree(modules / "pyodide", bench / "pyodide")
    shutil.copytree(
        modules / "jsxgraph" / "distrib", bench / "jsxgraph", ignore=shutil.ignore_patterns("docs", "*.zip")
    )
    (host,) = site.rglob("host.js")
    shutil.copytree(host.parent, bench / "live")
    build_js = bench / "live" / "build.js"
    build_js.write_text(
        build_js.read_text(encoding="utf-8").replace('"../pyodide', '"../../live/pyodide'), encoding="utf-8"
    )
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
