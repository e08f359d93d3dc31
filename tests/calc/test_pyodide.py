"""The same suite inside Pyodide, under Node: as long as all the rest of this folder."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]


@pytest.mark.skipif(sys.platform == "emscripten", reason="this is Pyodide")
def test_the_whole_suite_passes_inside_pyodide() -> None:
    from widgets.build.package.node import require_node

    done = subprocess.run(
        [
            require_node(),
            str(FOLDER / "pyodide_run.mjs"),
            str(REPOSITORY),
            sysconfig.get_path("purelib"),
            str(FOLDER.relative_to(REPOSITORY)),
            f"--confcutdir={FOLDER.relative_to(REPOSITORY)}",
            "-pno:faulthandler",
            "-pno:cacheprovider",
            "--capture=sys",
        ],
        cwd=REPOSITORY,
        env={**os.environ, "CALC_TEST_SHARE": "0.03"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    summary = done.stdout.strip().splitlines()[-1]
    assert "failed" not in summary
    assert int(summary.split(" passed")[0].split()[-1]) > 1000, "the tests were found"
