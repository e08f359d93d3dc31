"""The development server: an edit of any file is on the page at the next build, in the same process."""

import json
import socket
import time
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
    pages = "".join(page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("index.html"))
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
