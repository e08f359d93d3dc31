"""The test server does to a file what it was told to, and stops when it was told to."""

import http.client
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.faults import Faults, cut, damaged, drip, dropped, empty, held, missing, web_page
from tests.browser.server import serve

BODY = bytes(range(256)) * 4


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def root(tmp_path: Path, faults: Faults) -> Iterator[str]:
    (tmp_path / "a.bin").write_bytes(BODY)
    (tmp_path / "b.bin").write_bytes(BODY)
    (tmp_path / "404.html").write_text("none")
    with serve(tmp_path, faults=faults) as root:
        yield root


def fetch(root: str, name: str) -> tuple[int, bytes]:
    parts = urlsplit(root)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path + name)
    response = connection.getresponse()
    try:
        return response.status, response.read()
    finally:
        connection.close()


def test_without_a_fault_the_file_comes_and_each_request_is_counted(root: str, faults: Faults) -> None:
    assert fetch(root, "a.bin") == fetch(root, "a.bin") == (200, BODY)
    fetch(root, "b.bin")
    assert (faults.asked("a.bin"), faults.asked("b.bin"), faults.asked(".bin")) == (2, 1, 3)


def test_a_fault_befalls_its_own_file_alone_until_it_is_lifted(root: str, faults: Faults) -> None:
    faults["a.*n"] = missing
    assert fetch(root, "a.bin")[0] == 404
    assert fetch(root, "b.bin") == (200, BODY)
    faults.clear()
    assert fetch(root, "a.bin") == (200, BODY)


def test_what_comes_of_a_file(root: str, faults: Faults) -> None:
    faults["a.bin"] = cut(0.25)
    assert fetch(root, "a.bin") == (200, BODY[:256])
    faults["a.bin"] = empty
    assert fetch(root, "a.bin") == (200, b"")
    faults["a.bin"] = web_page
    assert fetch(root, "a.bin")[1].startswith(b"<!doctype html>")
    faults["a.bin"] = damaged
    status, body = fetch(root, "a.bin")
    assert (status, len(body)) == (200, len(BODY))
    assert sum(a != b for a, b in zip(body, BODY, strict=True)) == 20


def test_a_line_that_breaks_leaves_less_than_was_promised(root: str, faults: Faults) -> None:
    faults["a.bin"] = dropped
    with pytest.raises(http.client.IncompleteRead) as broken:
        fetch(root, "a.bin")
    assert broken.value.partial == BODY[: len(BODY) // 2]


@pytest.mark.parametrize("fault", [held, drip(100)])
def test_a_file_that_does_not_come_comes_when_the_fault_is_lifted(root: str, faults: Faults, fault: object) -> None:
    faults["a.bin"] = fault  # type: ignore[assignment]
    came: list[tuple[int, bytes]] = []
    reader = threading.Thread(target=lambda: came.append(fetch(root, "a.bin")))
    reader.start()
    time.sleep(0.3)
    assert came == []
    faults.clear()
    reader.join(5)
    assert came == [(200, BODY)]
