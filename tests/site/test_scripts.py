"""Our scripts are shortened, and the names that others use stay."""

import json
import subprocess

from tests.conftest import ROOT
from widgets.build.package.node import require_node

SHORTEN = ROOT / "widgets" / "build" / "package" / "shorten.mjs"
TEXT = "var shared = 1; function used() { var inside = 2; return inside + shared; }"


def shortened(**given: dict[str, str]) -> dict[str, str]:
    command = [require_node(), str(SHORTEN)]
    text = json.dumps({"modules": {}, "scripts": {}, **given})
    run = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    made: dict[str, str] = json.loads(run.stdout)
    return made


def test_a_script_of_the_older_kind_keeps_the_names_that_others_may_use() -> None:
    text = shortened(scripts={"old.js": TEXT})["old.js"]
    assert "shared" in text
    assert "used" in text
    assert "inside" not in text


def test_a_module_keeps_only_what_it_exports() -> None:
    text = shortened(modules={"new.js": f"{TEXT} export {{ used }};"})["new.js"]
    assert "as used" in text
    assert "shared" not in text
