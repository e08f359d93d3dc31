"""Hypothesis runs the same examples every time, and fewer of them where Python is slow (Pyodide)."""

import dataclasses
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from calc.derivatives import basic

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]

SHARE = float(os.environ.get("CALC_TEST_SHARE", "1"))
"""Part of the generated examples to run: 1 in full, less inside Pyodide."""


def examples(count: int) -> settings:
    """Hypothesis settings for that many examples, scaled."""
    return settings(
        max_examples=max(20, round(count * SHARE)),
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="session", autouse=True)
def pyodide(request: pytest.FixtureRequest) -> Iterator["subprocess.Popen[str] | None"]:
    """The suite inside Pyodide, running beside this one if its test is to be run: it takes about as long."""
    wanted = any(item.path.name == "test_zz_pyodide.py" for item in request.session.items)
    if sys.platform == "emscripten" or not wanted:
        yield None
        return
    from widgets.build.package.node import require_node

    process = subprocess.Popen(
        [
            require_node(),
            str(FOLDER / "pyodide_run.mjs"),
            str(REPOSITORY),
            sysconfig.get_path("purelib"),
            str(FOLDER.relative_to(REPOSITORY)),
            f"--confcutdir={FOLDER.relative_to(REPOSITORY)}",
            "-pno:faulthandler",
            "--capture=sys",
        ],
        cwd=REPOSITORY,
        env={**os.environ, "CALC_TEST_SHARE": "0.03"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    if process.poll() is None:
        process.kill()
        process.communicate()


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any, str, Any], None]]:
    """Replaces an attribute, also of a frozen record, until the test ends."""
    undo: list[tuple[Any, str, Any]] = []

    def replace(owner: Any, name: str, value: Any) -> None:
        if dataclasses.is_dataclass(owner) and not isinstance(owner, type):
            undo.append((owner, name, getattr(owner, name)))
            object.__setattr__(owner, name, value)
        else:
            monkeypatch.setattr(owner, name, value)
        basic._slopes.clear()

    yield replace
    for owner, name, value in reversed(undo):
        object.__setattr__(owner, name, value)
    basic._slopes.clear()
