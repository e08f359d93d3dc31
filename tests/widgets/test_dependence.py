"""The house, read from its imports: calc ← kit ← widgets ← build, and nothing of the build in the browser."""

import ast
import sys

from tests.conftest import ROOT
from widgets import ROOMS
from widgets.build.package.imports import OURS, imported, module_file
from widgets.build.package.runtime import browser_sources

BUILD_ONLY = {"matplotlib", "numpy", "mkdocs", "lxml", "markdown", "pymdownx", "material", "fontTools"}


def room(name: str) -> str:
    """The room that a module or a path stands in: `calc`, `kit`, `build`, `browser`, or a widget's own name."""
    first, *rest = name.removesuffix(".py").replace("/", ".").split(".")
    return rest[0] if first == "widgets" and rest else first


def arrows(path: str, source: str) -> set[str]:
    """The rooms and outside packages that a file imports from, its own and the standard library left out."""
    names = {name for name in imported(source) if module_file(name) or name.split(".")[0] not in OURS}
    return {room(name) for name in names} - {"widgets", room(path)} - sys.stdlib_module_names


def test_nothing_points_back() -> None:
    allowed = {"calc": set(), "kit": {"calc"}, "browser": {"calc", "kit"}, "widget": {"calc", "kit"}}
    for file in sorted([*ROOT.glob("calc/**/*.py"), *ROOT.glob("widgets/*/**/*.py"), *ROOT.glob("widgets/[!_]*.py")]):
        path = file.relative_to(ROOT).as_posix()
        own = room(path) if room(path) in {"calc", *ROOMS} else "widget"
        if own != "build":
            assert arrows(path, file.read_text(encoding="utf-8")) <= allowed[own], path


def test_the_browser_gets_no_module_of_the_build() -> None:
    sources = browser_sources()
    assert {"widgets/chain_rule/__init__.py", "calc/__init__.py", "widgets/browser/answer.py"} <= sources.keys()
    for path, source in sources.items():
        assert room(path) != "build", path
        assert not arrows(path, source) & BUILD_ONLY, path


def test_only_the_adapter_knows_mkdocs_and_it_is_a_page_long() -> None:
    adapter = ROOT / "widgets" / "build" / "mkdocs_adapter.py"
    assert len(adapter.read_text(encoding="utf-8").splitlines()) <= 130
    for file in sorted((ROOT / "widgets").rglob("*.py")):
        if file.name != "mkdocs_adapter.py":
            assert "mkdocs" not in arrows(file.as_posix(), file.read_text(encoding="utf-8")), file


def test_the_import_reader_sees_through_functions_and_skips_what_only_type_checkers_read() -> None:
    source = "import a.b\ndef f():\n    from c import d\nif TYPE_CHECKING:\n    import e\nelse:\n    import g\n"
    ast.parse(source)
    assert imported(source) == {"a.b", "c", "c.d", "g"}
