"""The development server, run in a copy of the project as `make serve` runs it."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site.project import Project


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
