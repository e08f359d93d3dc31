"""The development server: an edit of any file is on the page at the next build, in the same process."""

import json
import socket
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.development import serving
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
    made = project.run(str(ROOT / "tests" / "site" / "twice.py"), str(tmp_path / "site"), json.dumps(edits))
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


def test_the_server_shows_each_edit_tells_each_mistake_and_recovers_at_the_next_save(
    project: Project, tmp_path: Path
) -> None:
    shapes, script = "widgets/shapes/__init__.py", "widgets/browser/url.js"
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

        project.edit(script, "/** @typedef", "/** @type {number} */ export const fourth = 'text';\n/** @typedef")
        server.wait_for("TS2322: Type 'string' is not assignable to type 'number'.")
        project.edit(script, "'text'", "4")
        server.wait_for("Third edit. ", "vector-chain-rule/")
    assert "Traceback" not in (tmp_path / "terminal.txt").read_text(encoding="utf-8")
