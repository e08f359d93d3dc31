"""Some of our scripts are sent as one: they run as they did apart, and names that would meet are told."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT
from widgets.build.package.node import require_node

JOIN = (ROOT / "widgets" / "build" / "package" / "join.mjs").as_uri()
APART = {
    "first.js": 'import { double } from "./double.js";\nexport const six = () => double(3);\n',
    "double.js": 'import { times } from "./times.js";\nexport function double(x) { return times(x, 2); }\n',
    "times.js": "export const times = (x, y) => x * y;\nexport const spare = 1;\n",
    "hand.js": 'import { times as by } from "./times.js";\nimport { near } from "./near.js";\nexport const ten = by(5, near);\n',
    "near.js": "export const near = 2;\n",
    "main.js": """
        const [{ six }, { ten }, { double }] = await Promise.all([import("./first.js"), import("./hand.js"), import("./double.js")]);
        console.log(six(), ten, double(4));
    """,
}


def node(script: str, given: object = None) -> subprocess.CompletedProcess[str]:
    command = [require_node(), "--input-type=module", "--eval", script]
    return subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)


def joined(scripts: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ joined }} from {json.dumps(JOIN)};
        console.log(JSON.stringify(joined(JSON.parse(readFileSync(0, "utf8")), ["first.js", "hand.js"])));
    """
    return node(script, scripts)


def test_scripts_sent_as_one_run_as_they_did_apart(tmp_path: Path) -> None:
    sent = json.loads(joined(APART).stdout)
    assert sent.keys() == {"first.js", "hand.js", "main.js"}
    for name, text in sent.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    run = node(f"await import({json.dumps((tmp_path / 'main.js').as_uri())})")
    assert run.stdout == "6 10 8\n", run.stderr
    assert "export const spare" not in sent["first.js"], "what nobody asks for may get a shorter name"


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("times.js", "export const times = (x, y) => x * y;\nfunction double() {}\n", "both have a “double”"),
        ("double.js", 'import { times as by } from "./times.js";\nexport const double = 1;\n', "another name for “times as by”"),
    ],
)  # fmt: skip
def test_names_that_would_meet_are_told(file: str, text: str, says: str) -> None:
    told = joined({**APART, file: text})
    assert told.returncode
    assert says in told.stderr
