"""The direction of dependence, read from the imports."""

import ast
import sys

import pytest

from tests.conftest import ROOT
from widgets.kit.imports import imported
from widgets.kit.runtime import browser_sources

BUILD_ONLY = {"matplotlib", "numpy", "mkdocs", "lxml", "markdown", "pymdownx", "material"}
CALC = sorted((ROOT / "calc").rglob("*.py"))
WIDGETS = sorted((ROOT / "widgets").glob("*.py"))


def roots(path: str) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("file", CALC, ids=lambda file: file.name)
def test_calc_imports_itself_and_the_standard_library_alone(file) -> None:  # type: ignore[no-untyped-def]
    assert roots(file.read_text(encoding="utf-8")) <= {"calc", *sys.stdlib_module_names}


@pytest.mark.parametrize("file", WIDGETS, ids=lambda file: file.name)
def test_a_widget_imports_calc_and_the_light_half_of_the_kit_alone(file) -> None:  # type: ignore[no-untyped-def]
    names = imported(file.read_text(encoding="utf-8"))
    assert {name.split(".")[0] for name in names} <= {"calc", "widgets", *sys.stdlib_module_names}
    others = {name for name in names if name.startswith("widgets.") and not name.startswith("widgets.kit")}
    assert not others, "widgets do not know each other"


def test_nothing_that_goes_to_the_browser_imports_build_tools() -> None:
    sources = browser_sources()
    assert "widgets/chain_rule.py" in sources
    assert "calc/__init__.py" in sources
    for path, source in sources.items():
        assert not roots(source) & BUILD_ONLY, path


def test_the_browser_gets_no_module_of_the_build() -> None:
    for name in ("figure", "prerender", "frames", "fence", "runtime", "mkdocs_adapter", "mathematics", "card"):
        assert f"widgets/kit/{name}.py" not in browser_sources()


def test_only_the_adapter_knows_mkdocs() -> None:
    for file in sorted((ROOT / "widgets").rglob("*.py")):
        if file.name != "mkdocs_adapter.py":
            assert "mkdocs" not in roots(file.read_text(encoding="utf-8")), file


def test_the_import_reader_sees_through_functions_and_skips_what_only_type_checkers_read() -> None:
    source = "import a.b\ndef f():\n    from c import d\nif TYPE_CHECKING:\n    import e\nelse:\n    import g\n"
    ast.parse(source)
    assert imported(source) == {"a.b", "c", "c.d", "g"}
