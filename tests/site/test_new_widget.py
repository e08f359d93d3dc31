"""`make new-widget`: the example of CONTRIBUTING under a name of one's own, built and tested; bad names are refused."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.project import Project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("new") / "project")
    for needed in ("CONTRIBUTING.md", "pyproject.toml", "tests/__init__.py", "tests/widgets/__init__.py"):
        project.write(needed, (ROOT / needed).read_text(encoding="utf-8"))
    return project


def new_widget(project: Project, name: str) -> tuple[int, str]:
    made = project.run("-m", "widgets.build.new_widget", name)
    assert made.stderr == ""
    return made.returncode, made.stdout


def written(project: Project) -> list[Path]:
    return [project.folder / "mkdocs.yml", *project.folder.glob("widgets/**/*.py"), *project.folder.glob("docs/*.md")]


def test_it_is_linted_typed_tested_and_on_its_page(project: Project, tmp_path: Path) -> None:
    code, said = new_widget(project, "learning-rate")
    assert code == 0
    paths = re.findall(r"^wrote (.*)$", said, re.MULTILINE)
    assert paths == ["widgets/learning_rate.py", "docs/learning-rate.md", "tests/widgets/test_learning_rate.py"]
    for command in ("ruff check", "ruff format --check", "mypy", "pytest -p no:cacheprovider"):
        checked = [path for path in paths if path.endswith(".py") and ("pytest" not in command or "test_" in path)]
        made = project.run("-m", *command.split(), *checked)
        assert made.returncode == 0, made.stdout + made.stderr
    made = project.run("-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path))
    assert made.returncode == 0, made.stdout + made.stderr
    page = (tmp_path / "learning-rate" / "index.html").read_text(encoding="utf-8")
    assert '<section class="widget" id="learning-rate"' in page
    assert "Learning rate" in (tmp_path / "index.html").read_text(encoding="utf-8")  # in the navigation


@pytest.mark.parametrize("name", ["", "Learning", "learning rate", "learning_rate", "-x", "2nd", "class"])
def test_a_bad_name_is_refused_with_a_right_one(project: Project, name: str) -> None:
    assert new_widget(project, name) == (
        1,
        f"“{name}” cannot name a widget\n  allowed: small letters and digits, words joined by hyphens, "
        "and no word of Python's own\n  for example: make new-widget NAME=learning-rate\n",
    )


@pytest.mark.parametrize(
    ("name", "taken"),
    [("shapes", "widgets/shapes"), ("rules", "docs/rules.md"), ("twice", "widgets/twice.py")],
)
def test_a_taken_name_is_refused(project: Project, name: str, taken: str) -> None:
    project.write("widgets/twice.py", "")
    before = {file: file.read_bytes() for file in written(project)}
    code, said = new_widget(project, name)
    assert (code, said.splitlines()[0]) == (1, f"“{name}” is taken: there is {taken} already")
    assert {file: file.read_bytes() for file in [*before, *written(project)] if file.exists()} == before


def test_a_room_of_the_house_is_no_widget(project: Project) -> None:
    code, said = new_widget(project, "kit")
    assert (code, said.splitlines()[0]) == (1, "widgets/kit is where widgets are made, and cannot be one")
