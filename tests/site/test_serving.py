"""The development server: an edit of any file is on the page at the next build, in the same process."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def test_what_is_edited_between_two_builds_of_one_process_is_on_the_page(project: Project, tmp_path: Path) -> None:
    edits = [
        ("widgets/kit/numbers.py", 'return "undefined"', 'return "no value here"'),
        (project.find("calc", '"Leaky ReLU"'), '"Leaky ReLU"', '"Dripping ReLU"'),
        ("widgets/build/html/card.py", "Copy a link to what you see", "Copy this very state"),
        ("widgets/shapes/__init__.py", '    title="', '    title="Edited: '),
    ]
    made = project.run(str(ROOT / "tests" / "site" / "serving.py"), str(tmp_path / "site"), json.dumps(edits))
    assert made.returncode == 0, made.stdout + made.stderr
    site = tmp_path / "site"
    files = [*site.rglob("index.html"), *site.glob("live/frames/*.json")]
    pages = "".join(file.read_text(encoding="utf-8") for file in files)
    for text in ("no value here", "Dripping ReLU", "Copy this very state", ">Edited: "):
        assert text in pages, text


def test_a_port_in_use_is_told_before_anything_is_built(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        began = time.monotonic()
        made = project.run("-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    assert made.returncode == 1
    assert made.stdout.strip() == (
        f"Port {port} cannot be used here (Address already in use). "
        f"Is the chapter being served already? Another port: make serve PORT={port + 1}"
    )
    assert time.monotonic() - began < 5


class Server:
    """`make serve` in a copy of the project, as its author meets it: the pages, and the terminal."""

    def __init__(self, project: Project, port: int, terminal: Path) -> None:
        self.project, self.port, self.terminal = project, port, terminal

    def page(self, path: str) -> str:
        """The page; nothing while there is none. Requests wait while the server builds, or cannot."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=60) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def wait_for(self, text: str, path: str | None = None) -> None:
        """Waits until the page shows the text; without a path, until the terminal does."""
        for _ in range(300):
            if text in (self.terminal.read_text(encoding="utf-8") if path is None else self.page(path)):
                return
            time.sleep(0.2)
        raise AssertionError(f"{text!r} never came; the terminal says:\n{self.terminal.read_text(encoding='utf-8')}")


@contextmanager
def serving(project: Project, terminal: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with terminal.open("w") as output:
        process = subprocess.Popen(
            command, cwd=project.folder, env=project.environment(), stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield Server(project, port, terminal)
        finally:
            process.terminate()
            process.wait()


def test_the_server_shows_each_edit_tells_each_mistake_and_recovers_at_the_next_save(
    project: Project, tmp_path: Path
) -> None:
    shapes = "widgets/shapes/__init__.py"
    with serving(project, tmp_path / "terminal.txt") as server:
        server.wait_for("What a derivative actually is", "derivative/")

        project.edit("docs/derivative.md", "# What a derivative actually is", "# First edit")
        server.wait_for("First edit", "derivative/")
        project.edit("docs/derivative.md", "# First edit", "# Second edit")
        server.wait_for("Second edit", "derivative/")

        project.edit(shapes, "def update(", "def update)")
        line = (project.folder / shapes).read_text(encoding="utf-8").partition("def update)")[0].count("\n") + 1
        server.wait_for(f"{shapes}, line {line}: ")
        project.edit(shapes, "def update)", "def update(")
        server.wait_for("Second edit", "derivative/")

        for file, old, new in (
            (shapes, '    title="', '    title="Third edit. '),
            ("docs/derivative.md", "# Second edit", "# Second edit [a](nowhere.md)"),
        ):
            project.edit(file, old, new)
        server.wait_for("“nowhere.md” leads to no file in docs/")
        project.edit("docs/derivative.md", " [a](nowhere.md)", "")
        server.wait_for("Third edit. ", "vector-chain-rule/")
    assert "Traceback" not in (tmp_path / "terminal.txt").read_text(encoding="utf-8")
