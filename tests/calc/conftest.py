"""Hypothesis runs the same examples every time, and fewer of them where Python is slow (Pyodide)."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
    from widgets.kit.node import require_node

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
