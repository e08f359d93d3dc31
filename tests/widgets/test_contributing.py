"""What CONTRIBUTING teaches works as it is written: saved to files, it is linted, typed, tested, built and drawn."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.project import Project

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WIDGET, TEST = re.findall(r"```python\n(\"\"\".*?)```", TEXT, re.DOTALL)
PAGE, PASSAGE, GUESS = re.findall(r"````markdown\n(.*?)````", TEXT, re.DOTALL)
FILES = {"widgets/parabola.py": WIDGET, "docs/parabola.md": PAGE, "tests/widgets/test_parabola.py": TEST}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with the example in it, saved where the text says."""
    project = Project(tmp_path_factory.mktemp("contributing") / "project")
    for name, content in FILES.items():
        assert f"`{name}`" in TEXT
        project.write(name, content)
    (entry,) = re.findall(r"`(- A parabola: parabola\.md)`", TEXT)
    project.edit("mkdocs.yml", "nav:\n", f"nav:\n  {entry}\n  - A passage: passage.md\n")
    project.write("docs/passage.md", f"# A passage\n\n{PASSAGE}\n{GUESS}")
    for needed in ("pyproject.toml", "tests/__init__.py", "tests/widgets/__init__.py"):
        project.write(needed, (ROOT / needed).read_text(encoding="utf-8"))
    return project


@pytest.mark.parametrize("how", ["ruff check", "ruff format --check --diff", "mypy"])
def test_the_files_are_as_we_write_ours(how: str, project: Project) -> None:
    python = [name for name in FILES if name.endswith(".py")]
    made = project.run("-m", *how.split(), *python)
    assert made.returncode == 0, made.stdout + made.stderr


def test_its_own_test_passes_run_as_the_text_says(project: Project) -> None:
    (command,) = re.findall(r"`\.venv/bin/python (-m pytest [\w/.]+)`", TEXT)
    made = project.run(*command.split())
    assert made.returncode == 0, made.stdout + made.stderr
    assert "1 passed" in made.stdout or made.stdout.startswith("."), made.stdout


def test_the_page_is_built_with_the_value_that_its_fence_gives(project: Project, tmp_path: Path) -> None:
    made = project.run("-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path))
    assert made.returncode == 0, made.stdout + made.stderr
    page = (tmp_path / "parabola" / "index.html").read_text(encoding="utf-8")
    assert "<title>A parabola" in page
    assert re.search(r'data-part="y"[^>]*>0\.25<', page)
    assert re.search(r'data-part="slope"[^>]*>1\.00<', page)
    passage = (tmp_path / "passage" / "index.html").read_text(encoding="utf-8")
    inside = r'<section class="widget" id="secant".*<div class="passage-text">'
    assert re.search(rf'<div class="passage pins"[^>]*>\s*{inside}', passage, re.S)
    assert passage.count('type="radio"') >= 2
    assert re.search(r'<strong [^>]*data-moves="secant\.h"[^>]*>1\.0</strong>', passage)
    assert re.search(r'<strong [^>]*data-shows="secant\.secant"[^>]*>7</strong>', passage)


def test_what_every_widget_keeps_to_it_keeps_too(project: Project) -> None:
    for file in ("paths.py", "test_every_widget.py"):
        project.write(f"tests/widgets/{file}", (ROOT / "tests" / "widgets" / file).read_text(encoding="utf-8"))
    made = project.run("-m", "pytest", "tests/widgets/test_every_widget.py", "-k", "parabola")
    assert made.returncode == 0, made.stdout + made.stderr


def test_everything_that_the_tables_name_is_there() -> None:
    """Whatever they call can be imported from the kit."""
    tables = "".join(line for line in TEXT.splitlines() if line.startswith("|"))
    kit = {name for module in kit_modules() for name in vars(module)}
    called = set(re.findall(r"(?<![.\w-])([A-Za-z_]+)\(", " ".join(re.findall(r"`([^`]*)`", tables))))
    assert {"Slider", "Axes", "curve", "marker", "defined", "matrix_view", "show", "value"} <= called
    assert called - {"enumerate", "var"} <= kit
    marks = {"dots", "segment", "arrow", "polygon", "columns", "steps", "baseline"}
    assert all(f"`{mark}`" in tables for mark in marks)
    assert marks <= kit


def kit_modules() -> list[object]:
    for file in (ROOT / "widgets" / "kit").rglob("[!_]*.py"):
        __import__(".".join(file.relative_to(ROOT).with_suffix("").parts))
    return [module for name, module in sys.modules.items() if name.startswith("widgets.kit.")]
