"""One fixture, checked from Python and from JavaScript: both sides speak the same language."""

import json
import subprocess
from dataclasses import replace

import pytest

from tests.conftest import ROOT
from widgets import find_widget
from widgets.browser.answer import FAILED, answer
from widgets.browser.protocol import error_reply, invalid_reply, patch_reply, read_update
from widgets.build.package.node import require_node
from widgets.kit.controls import State
from widgets.kit.patch import Patch

FIXTURE = json.loads((ROOT / "tests" / "protocol.json").read_text(encoding="utf-8"))
UPDATE = {**FIXTURE["update"], "state": {**FIXTURE["update"]["state"], "dx": 0.1}}


def test_python_reads_the_update_and_writes_the_replies() -> None:
    assert read_update(json.dumps(FIXTURE["update"])) == FIXTURE["update"]
    assert json.loads(patch_reply(7, FIXTURE["patch"]["patch"])) == FIXTURE["patch"]
    assert json.loads(error_reply(7, FIXTURE["error"]["error"], FIXTURE["error"]["reason"])) == FIXTURE["error"]
    assert json.loads(invalid_reply(7, "inner", "This ( is never closed.", 3)) == FIXTURE["invalid"]


def test_javascript_writes_the_update_and_reads_the_replies() -> None:
    script = f"""
      import assert from "node:assert/strict";
      import {{ readFileSync }} from "node:fs";
      import {{ readReply, update }} from {json.dumps((ROOT / "widgets/browser/protocol.js").as_uri())};
      const fixture = JSON.parse(readFileSync(0, "utf8"));
      const {{ id, widget, state }} = fixture.update;
      assert.deepEqual(update(id, widget, state), fixture.update);
      for (const kind of ["patch", "error", "invalid"])
        assert.deepEqual(readReply(JSON.stringify(fixture[kind])), fixture[kind]);
      console.log("agreed");
    """
    run = subprocess.run(
        [require_node(), "--input-type=module", "--eval", script],
        input=json.dumps(FIXTURE),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout == "agreed\n", run.stderr


@pytest.mark.parametrize("text", ["[]", "{}", '{"type": "update", "id": 1}', '"update"'])
def test_what_is_no_update_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected an update with type, id, widget, state"):
        read_update(text)


@pytest.mark.parametrize(
    ("change", "says", "because"),
    [
        ({"widget": "unknown"}, FAILED, "KeyError: 'unknown'"),
        ({"widget": "kit"}, FAILED, "KeyError: 'kit'"),
        ({"state": {"inner": "2x + 1", "outer": "u^2", "x": 99}}, "x takes a number from -3 to 3.", "OutOfRange: x"),
        ({"state": {"inner": "2x + 1", "outer": "u^2", "x": "one"}}, "x takes a number", "OutOfRange: x"),
        ({"state": {}}, FAILED, "KeyError: 'inner'"),
    ],
)
def test_every_update_is_answered_even_a_wrong_one(change: dict[str, object], says: str, because: str) -> None:
    reply = json.loads(answer(json.dumps({**FIXTURE["update"], **change})))
    assert reply["type"] == "error"
    assert reply["id"] == 7
    assert reply["error"].startswith(says)
    assert reply["reason"].startswith(because)


def test_a_fault_inside_a_widget_is_told_without_the_names_of_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(state: State) -> Patch:
        raise ZeroDivisionError(f"float division by zero at {state['x']}")

    broken = replace(find_widget("chain-rule"), update=fails)
    monkeypatch.setattr("widgets.browser.answer.find_widget", lambda _: broken)
    reply = json.loads(answer(json.dumps(UPDATE)))
    assert reply["error"] == FAILED
    assert reply["reason"] == "ZeroDivisionError: float division by zero at 1.0"


@pytest.mark.parametrize(
    ("inner", "outer", "blamed"),
    [
        ("*".join(f"(x+{i})" for i in range(61)), "u^2", "inner"),
        ("2x + 1", "*".join(f"(u+{i})" for i in range(61)), "outer"),
        ("x + 1", "*".join(f"(u+{i})" for i in range(61)), "outer"),
        ("e^(x" + "*x" * 300 + ")*x", "(10^200*u)*10^200", "inner"),
    ],
)
def test_a_formula_beyond_a_limit_is_a_mistake_in_that_formula(inner: str, outer: str, blamed: str) -> None:
    state = {**UPDATE["state"], "inner": inner, "outer": outer}
    reply = json.loads(answer(json.dumps({**UPDATE, "state": state})))
    assert (reply["type"], reply["id"]) == ("invalid", 7), reply
    assert reply["control"] == blamed
    assert reply["message"].endswith(". Try something simpler.")
    assert "Error" not in reply["message"]


@pytest.mark.parametrize(
    ("inner", "position", "says"),
    [
        ("2(x", 1, "never closed"),
        ("2x +", 4, "missing after +"),
        ("2x + t", 5, "t is not known here. Write the formula in x."),
        ("__import__", 0, ""),
    ],
)
def test_a_wrong_formula_is_answered_with_what_is_wrong_and_where(inner: str, position: int, says: str) -> None:
    state = {**FIXTURE["update"]["state"], "inner": inner}
    reply = json.loads(answer(json.dumps({**FIXTURE["update"], "state": state})))
    assert (reply["type"], reply["control"], reply["id"]) == ("invalid", "inner", 7)
    assert reply["position"] == position
    assert says in reply["message"]
