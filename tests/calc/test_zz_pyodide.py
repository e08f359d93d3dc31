"""The same suite inside Pyodide, under Node. It starts with the first test of this folder and is awaited here."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "emscripten", reason="this is Pyodide")
def test_the_whole_suite_passes_inside_pyodide(pyodide: "subprocess.Popen[str]") -> None:
    output, _ = pyodide.communicate(timeout=900)
    assert pyodide.returncode == 0, output
    summary = output.strip().splitlines()[-1]
    assert "failed" not in summary
    assert int(summary.split(" passed")[0].split()[-1]) > 1000, "the tests were found"
