"""What the package says of itself: examples run, names are complete, sizes and imports stay small."""

import doctest
import importlib
import pkgutil
import subprocess
import sys

import pytest

import calc

MODULES = sorted(module.name for module in pkgutil.walk_packages(calc.__path__, "calc."))
SELF_EVIDENT = (
    "calc.functions.stable",
    "calc.functions.trigonometric",
    "calc.comparison.elementary",
)


@pytest.mark.parametrize("name", ["calc", *MODULES])
def test_the_examples_in_docstrings_print_what_they_show(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0
    if name == "calc":
        assert result.attempted > 3


@pytest.mark.parametrize("name", ["calc", *MODULES])
def test_every_module_and_public_function_says_what_it_computes(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    for public, thing in vars(module).items():
        if not public.startswith("_") and getattr(thing, "__module__", "") == name and callable(thing):
            documented = thing.__doc__ or name in SELF_EVIDENT
            assert documented, f"{name}.{public}"


def test_the_public_names_are_sorted_complete_and_there() -> None:
    assert calc.__all__ == sorted(calc.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    for name in calc.__all__:
        assert hasattr(calc, name)
    missing = [
        name
        for name, thing in vars(calc).items()
        if callable(thing) and not name.startswith("_") and name not in calc.__all__
    ]
    assert missing == []


@pytest.mark.skipif(sys.platform == "emscripten", reason="no second process in Pyodide")
def test_importing_the_package_loads_no_heavy_part_of_the_standard_library() -> None:
    code = "import sys; import calc; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "calc" in loaded
    assert not {"fractions", "statistics", "json", "asyncio", "logging", "random"} & set(loaded)
