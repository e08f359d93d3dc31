"""The two engines, one process each a session, and a site whose server can be told to fail."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.engines.engine import RECORDER, Engine
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.found import ENGINES
from tests.browser.engines.webkit import WebKit
from tests.browser.faults import Faults, scripted
from tests.browser.server import serve


@pytest.fixture(scope="session", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    found = ENGINES[request.param]
    path = found.find()
    if not path:
        # Where the project itself is tested, as root, nothing may go untested.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(found.advice)
    opened = Firefox(path) if request.param == "firefox" else WebKit(path)
    yield opened
    opened.close()


@pytest.fixture
def faults() -> Faults:
    """What befalls the site's files in this test: nothing at first, but that each page tells what it complains of."""
    return Faults({"/": scripted(RECORDER)})


@pytest.fixture
def root(site: Path, faults: Faults) -> Iterator[str]:
    """The address of a site whose files suffer what `faults` says."""
    with serve(site, faults=faults) as root:
        yield root
