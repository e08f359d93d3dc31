"""A machine that cannot have a browser says so, in a line."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.install import find_chromium
from tests.pages import ROOT


def test_a_machine_without_firefox_and_webkit_is_told_in_a_line_each_what_is_skipped(tmp_path: Path) -> None:
    environment = {**os.environ, "CHROMIUM": str(find_chromium()), "PATH": str(tmp_path), "FIREFOX": ""}
    command = [sys.executable, "-m", "tests.browser.install"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "The tests in firefox will be skipped",
        "The tests in webkit will be skipped",
    ]
    assert all("Debian: apt install" in line for line in lines)
