"""What a build keeps is never out of date: a key changes with everything that the kept thing was made from."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.site.project import Project
from widgets import find_widget
from widgets.build import cache
from widgets.build.html.rendered import key
from widgets.build.package import packing

KEYS = """
from widgets.build.cache import of_widget
print(*(of_widget(name, {!r}) for name in ("shapes", "tangent")))
"""


def keys(project: Project, program: str = "widgets.build.html.prerender") -> list[str]:
    made = project.run("-c", KEYS.format(program))
    assert made.returncode == 0, made.stderr
    return made.stdout.split()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("cache") / "project")


@pytest.mark.parametrize(
    ("path", "shapes", "tangent"),
    [
        ("widgets/shapes/__init__.py", True, False),  # a widget's own
        ("widgets/tangent/secants.py", False, True),  # what it imports
        ("widgets/kit/numbers.py", True, True),
        ("widgets/build/html/figure.py", True, True),  # what makes a page of it
        ("widgets/build/html/katex.mjs", True, True),
        ("widgets/build/html/terms.py", False, False),  # what makes something of the page
        ("widgets/browser/formula.js", True, True),
        ("widgets/browser/drag.js", False, False),
        ("widgets/shapes/style.css", False, False),
    ],
)
def test_one_byte_more_in_a_source_changes_the_keys_of_what_is_made_from_it(
    project: Project, path: str, shapes: bool, tangent: bool
) -> None:
    before = keys(project)
    assert before == keys(project)
    with (project.folder / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    after = keys(project)
    assert [old != new for old, new in zip(before, after, strict=True)] == [shapes, tangent]


@pytest.mark.parametrize(
    ("path", "changed"), [("widgets/build/html/card.py", False), ("widgets/build/html/frames.py", True)]
)
def test_frames_stay_where_only_the_card_around_them_changes(project: Project, path: str, changed: bool) -> None:
    before = keys(project, "widgets.build.html.prepared")
    with (project.folder / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert (keys(project, "widgets.build.html.prepared") != before) == changed


def test_another_state_or_another_id_has_another_key() -> None:
    widget = find_widget("shapes")
    keys = [key(widget, state, name) for state in ({}, {"n": 1.0}, {"n": 2.0}) for name in ("shapes", "shapes-2")]
    assert len(set(keys)) == 6
    assert key(widget, widget.defaults(), "shapes") == keys[0]


def test_a_digest_knows_where_one_part_ends_and_the_next_begins() -> None:
    assert len({cache.digest("ab", "c"), cache.digest("a", "bc"), cache.digest("abc"), cache.digest("abc", "")}) == 4


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    return tmp_path


def test_what_is_kept_is_made_once(folder: Path) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "text"

    assert [cache.kept("html", "key", make) for _ in range(3)] == ["text"] * 3
    assert made == ["made"]
    assert [file.name for file in (folder / "html").iterdir()] == ["key"]  # and nothing half written beside it


def test_what_was_used_longest_ago_goes_when_a_kind_takes_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LIMITS", {"html": 0.0025, "runtime": 0.0015, "none": 1})
    for age, key in enumerate(("newest", "middle", "oldest", "touched")):
        cache.put(folder / "html" / key, bytes(1000))
        cache.put(folder / "runtime" / key / "archive.zip", bytes(1000))
        os.utime(folder / "html" / key, (1000 - age, 1000 - age))
        os.utime(folder / "runtime" / key, (1000 - age, 1000 - age))
    assert cache.kept("html", "touched", lambda: "other") == "\0" * 1000
    cache.prune()
    assert {entry.name for entry in (folder / "html").iterdir()} == {"touched", "newest"}
    assert {entry.name for entry in (folder / "runtime").iterdir()} == {"newest"}


def test_two_builds_at_once_may_pack_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "CACHE", tmp_path)
    builds = 0

    def pack(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        nonlocal builds
        builds += 1
        if builds == 1:
            packing.packed({"calc": ""})  # the other build, which is ready first
        for name in ("stdlib.zip", "chapter.zip"):
            Path(command[-1], name).write_bytes(b"")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(packing, "require_node", lambda: "node")
    monkeypatch.setattr(subprocess, "run", pack)
    folder = packing.packed({"calc": ""})
    assert builds == 2
    assert sorted(file.name for file in folder.iterdir()) == ["chapter.zip", "stdlib.zip"]


def test_the_chapter_may_stay_unpacked_for_an_author_until_it_imports_something_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "CACHE", tmp_path)
    builds: list[str] = []

    def pack(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        builds.append("packed")
        for name in ("stdlib.zip", "chapter.zip"):
            Path(command[-1], name).write_bytes(b"packed")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(packing, "require_node", lambda: "node")
    monkeypatch.setattr(subprocess, "run", pack)
    packing.packed({"calc/a.py": "import math"}, hasty=True)
    assert builds == ["packed"], "there was nothing to go by"
    folder = packing.packed({"calc/a.py": "import math\nedited = 1", "calc/b.py": "from calc import a"}, hasty=True)
    assert builds == ["packed"]
    assert (folder / "stdlib.zip").read_bytes() == b"packed"
    with zipfile.ZipFile(folder / "chapter.zip") as chapter:
        assert chapter.read("calc/a.py") == b"import math\nedited = 1"
    packing.packed({"calc/a.py": "import math\nedited = 1", "calc/b.py": "from calc import a"})
    assert builds == ["packed"] * 2, "what is published is packed"
    packing.packed({"calc/a.py": "import math, cmath"}, hasty=True)
    assert builds == ["packed"] * 3, "what it imports must be there"
