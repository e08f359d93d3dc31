"""The widget that CONTRIBUTING teaches really works: its text is run, prerendered and tested."""

import re
import sys
import types

import pytest

from tests.conftest import ROOT
from widgets.build.html import frames, prerender
from widgets.kit.widget import Widget

BLOCKS = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def parabola(monkeypatch: pytest.MonkeyPatch) -> Widget:
    module = types.ModuleType("widgets.parabola")
    exec(BLOCKS[0], module.__dict__)
    monkeypatch.setitem(sys.modules, "widgets.parabola", module)
    widget: Widget = module.__dict__["WIDGET"]
    return widget


def test_its_own_test_passes(parabola: Widget) -> None:
    space: dict[str, object] = {"WIDGET": parabola}
    exec(BLOCKS[1], space)
    space["test_the_parabola_is_flat_at_its_lowest_point"]()  # type: ignore[operator]


def test_it_prerenders_and_frames(parabola: Widget) -> None:
    html = prerender.prerender(parabola, {"x": 0.5}, "parabola")
    assert ">0.25</output>" in html
    assert ">1.00</output>" in html
    (table,) = frames.frames(parabola, {"x": 0.5})
    assert len(table["columns"]["slope.text"][1].split("\t")) == 41
