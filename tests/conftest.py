"""What the tests share: the built site, once a session, and the server that plays GitHub Pages."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import serve

ROOT = Path(__file__).parents[1]


def build(destination: Path, *options: str, site_url: str = "http://127.0.0.1/") -> subprocess.CompletedProcess[str]:
    """Builds the site as publishing does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(destination), *options],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def port() -> int:
    """A free port, known before the site is built: its pages carry their own address, as published ones do."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The folder of the built site."""
    destination = tmp_path_factory.mktemp("site")
    made = build(destination, site_url=f"http://127.0.0.1:{port}/calculus/")
    assert made.returncode == 0, made.stdout + made.stderr
    assert "WARNING" not in made.stderr
    return destination


@pytest.fixture(scope="session")
def address(site: Path, port: int) -> Iterator[str]:
    """The address of the site's root on the test server."""
    with serve(site, port=port) as url:
        yield url
