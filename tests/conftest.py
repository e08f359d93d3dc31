"""What the tests share: the built site, once a session, and the server that plays GitHub Pages."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import PUBLISHED, serve

ROOT = Path(__file__).parents[1]


def build(destination: Path, *options: str, site_url: str = PUBLISHED) -> subprocess.CompletedProcess[str]:
    """Builds the site as publishing does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(destination), *options],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test goes first, so that no worker is left alone with it."""
    items.sort(key=lambda item: item.path.name != "test_pyodide.py")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is made once a session, however many workers there are."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if os.environ.get("PYTEST_XDIST_WORKER") else mine


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The folder of the built site. The first worker that needs it builds it; others wait."""
    destination, ready = shared / "site", shared / "site.ready"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            made = build(destination)
            assert made.returncode == 0, made.stdout + made.stderr
            assert "WARNING" not in made.stderr
            ready.touch()
    return destination


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site's root on the test server."""
    with serve(site) as url:
        yield url
