"""What runs at GitHub: nothing whose code can change behind our back, and no deployment cut short."""

import re
from typing import Any

import yaml

from tests.pages import ROOT

GITHUB = ROOT / ".github"
FILES = [GITHUB / "workflows" / "site.yml", GITHUB / "actions" / "setup" / "action.yml"]


def workflow() -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(FILES[0].read_text(encoding="utf-8"))
    return loaded


def test_every_action_is_pinned_to_a_commit_whose_version_stands_beside_it() -> None:
    used = [line.strip() for file in FILES for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    theirs = [line for line in used if "uses: ./" not in line]
    assert len(theirs) >= 7
    for line in theirs:
        assert re.fullmatch(r"(- )?uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_each_action_is_used_in_one_version() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in FILES)
    pinned = set(re.findall(r"uses: (actions/[\w-]+)@(\w+)", text))
    assert len(pinned) == len({name for name, _ in pinned})


def test_publishing_waits_for_its_turn_and_is_never_cancelled() -> None:
    job = workflow()["jobs"]["publish"]
    assert job["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert "concurrency" not in workflow()


def test_only_the_job_that_publishes_may_write_and_only_pages() -> None:
    assert workflow()["permissions"] == {"contents": "read"}
    for name, job in workflow()["jobs"].items():
        writes = {right for right, level in job.get("permissions", {}).items() if level == "write"}
        assert writes == ({"pages", "id-token"} if name == "publish" else set())


def test_a_branch_with_an_open_pull_request_is_tested_once() -> None:
    started_by = workflow()[True]  # YAML reads `on` as true
    assert started_by["push"] == {"branches": ["main"]}
    assert "pull_request" in started_by
