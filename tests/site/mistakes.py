"""Slips in the widget that CONTRIBUTING teaches, and what its author is told of each."""

import re
from dataclasses import dataclass

from tests.conftest import ROOT
from widgets.kit.ink import QUANTITIES

(PARABOLA, *_) = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
INKS = ", ".join(QUANTITIES)


@dataclass(frozen=True)
class Mistake:
    """One slip in the parabola of CONTRIBUTING, and what its author is told after `FILE, line N: `.

    `at` is a piece of the line that is named. NAME stands for the widget's own name.
    """

    old: str
    new: str
    at: str
    told: str


KIT = sorted(f"widgets.kit.{file.stem}" for file in (ROOT / "widgets" / "kit").glob("[!_]*.py"))
SLIDER = 'Slider(name="x", label="<i>x</i>", start=-2, stop=2, step=0.1, value=1)'
TAIL = '    figures={\n'
PARTS = "curve, point, slope, tangent, y"
MISTAKES = {
    "unknown-module": Mistake(
        "from widgets.kit.axes import Axes",
        "from widgets.kit.axis import Axes",
        "widgets.kit.axis",
        f"there is no module widgets.kit.axis\n  allowed: {', '.join(KIT)}\n  for example: import widgets.kit.axes",
    ),
    "numpy": Mistake(
        "from widgets.kit import ink",
        "import numpy as np\nfrom widgets.kit import ink",
        "import numpy",
        "a widget cannot import numpy: its code runs in the reader's browser\n"
        "  allowed: the standard library, calc, widgets.kit, and the widget's own files\n"
        "  for example: from widgets.kit.axes import Axes",
    ),
    "no-widget": Mistake(
        "WIDGET = Widget(",
        "PARABOLA = Widget(",
        '"""A parabola with',
        "no_widget.py has no WIDGET\n  allowed: a WIDGET; files that only help stand in the widget's own folder or in "
        'widgets/kit\n  for example: WIDGET = Widget(name="no-widget", …)',
    ),
    "wrong-name": Mistake(
        'name="NAME"',
        'name="parable"',
        'name="parable"',
        "the widget is named “parable”\n  allowed: “wrong-name”, as its file says\n  for example: name=\"wrong-name\"",
    ),
    "syntax": Mistake(
        "    x = float(state[\"x\"])",
        "    x = float(state[\"x\"]",
        "x = float(",
        "'(' was never closed\n        x = float(state[\"x\"]\n                 ^",
    ),
    "name-error": Mistake("step=0.1", "step=TENTH", "TENTH", "NameError: name 'TENTH' is not defined"),
    "bad-slider": Mistake(
        "step=0.1",
        "step=0.3",
        SLIDER.replace("0.1", "0.3"),
        "ValueError: slider 'x': step 0.3 must divide -2 … 2",
    ),
    "zero-division": Mistake(
        '"y.text": decimal(x * x),',
        '"y.text": decimal(1 / (x - 1)),',
        "1 / (x - 1)",
        "update fails at x = 1: ZeroDivisionError: float division by zero",
    ),
    "unknown-part": Mistake(
        '"y.text":',
        '"z.text":',
        '"z.text"',
        f"the patch sets “z.text”, but there is no part “z”\n  allowed: {PARTS}\n"
        '  for example: {"y.text": "0.25"}',
    ),
    "unknown-property": Mistake(
        '"y.text":',
        '"y.txt":',
        '"y.txt"',
        'the patch sets “y.txt”\n  allowed: y. followed by one of text, latex, d, x, y, angle, var, set, points, look, hidden\n  for example: {"y.text": "0.25"}',
    ),
    "number-in-patch": Mistake(
        '"y.text": decimal(x * x),',
        '"y.text": 7,',
        '"y.text"',
        'the patch sets “y.text” to 7, which is no text\n  allowed: text, as the reader sees it\n  for example: {"y.text": "0.25"}',
    ),
    "part-never-set": Mistake(
        '        "y.text": decimal(x * x),\n',
        "",
        'value("y"',
        "update never sets “y”\n  allowed: every part of the view and every gid of the figures, in every patch\n"
        '  for example: {"y.text": "0.25"}',
    ),
    "gid-of-three": Mistake(
        'plot.plot([1], [1], "o", color=ink.Y, ms=10, gid="point")',
        'plot.plot([1, 2, 3], [1, 2, 3], "o", color=ink.Y, ms=10, gid="point")',
        'gid="point"',
        "the figure “parabola” cannot be drawn: gid 'point' must mark one path, marker or text; it marks 3",
    ),
    "preset-range": Mistake(
        TAIL,
        '    presets=(Preset("far out", {"x": 5}),),\n' + TAIL,
        "far out",
        "the preset “far out” sets “x” to “5”\n  allowed: a number from -2 to 2\n  for example: {'x': 1}",
    ),
    "preset-control": Mistake(
        TAIL,
        '    presets=(Preset("far out", {"rate": 1}),),\n' + TAIL,
        "far out",
        "the preset “far out” sets “rate”, which is no control\n  allowed: x",
    ),
    "sweep": Mistake(
        TAIL,
        '    sweeps=(("rates",),),\n' + TAIL,
        "sweeps=",
        'a sweep names “rates”, which is no slider\n  allowed: x\n  for example: sweeps=(("x",),)',
    ),
    "story-slider": Mistake(
        'moves={"x": (-2, 2)}',
        'moves={"rates": (-2, 2)}',
        '"rates"',
        'the story moves “rates”, which is no slider\n  allowed: x\n'
        '  for example: Story(about="…", moves={"x": (0, 1)})',
    ),
    "story-range": Mistake(
        'moves={"x": (-2, 2)}',
        'moves={"x": (-2, 5)}',
        'moves={"x"',
        "the story sets “x” to “5”\n  allowed: a number from -2 to 2\n  for example: {'x': 1}",
    ),
    "story-unprepared": Mistake(
        TAIL,
        "    sweeps=((),),\n" + TAIL,
        "moves=",
        "the story moves “x”, which no sweep prepares together\n  allowed: what one of the sweeps holds, so that Play works "
        'before Python has come\n  for example: sweeps=(("x",),)',
    ),
    "story-of-nothing": Mistake(
        'moves={"x": (-2, 2)}',
        "moves={}",
        "Story(",
        "ValueError: the story moves nothing: name a slider and the values that it comes to; Story(about=\"the second "
        'point runs into the first", moves={"h": (1, 0.01)}, seconds=6)',
    ),
    "view-control": Mistake(
        '<div data-control="x"/>',
        '<div data-control="x"/><div data-control="rates"/>',
        "rates",
        "the view has a place for a control “rates”, which the widget does not declare\n  allowed: x\n"
        '  for example: <div data-control="x"/>',
    ),
    "view-figure": Mistake(
        '<figure data-figure="parabola"/>',
        '<figure data-figure="parabola"/><figure data-figure="walks"/>',
        "walks",
        "the view has a place for a figure “walks”, which the widget does not declare\n  allowed: parabola\n"
        '  for example: <figure data-figure="parabola"/>',
    ),
    "control-missing": Mistake(
        '<div data-control="x"/>',
        "",
        SLIDER,
        "the view has no place for the control “x”\n  allowed: one place for each control\n"
        '  for example: <div data-control="x"/>',
    ),
    "not-well-formed": Mistake(
        '<div class="widget-controls">',
        '<div class="widget-controls"><br>',
        "<br>",
        "the view is not well-formed: Opening and ending tag mismatch: br and div\n"
        "  allowed: XHTML, where every tag is closed\n  for example: <br/>",
    ),
    "quantity": Mistake(
        'value("slope", "id")',
        'value("slope", "idd")',
        '"idd"',
        f"ValueError: value('slope', 'idd'): no quantity is called 'idd'; allowed: {INKS}, or \"\" for none of these; "
        "for example value('slope', \"iy\")",
    ),
    "ink": Mistake(
        "step=0.1, value=1)",
        'step=0.1, value=1, ink="id-x")',
        'ink="id-x"',
        f"ValueError: slider 'x': ink 'id-x' is none of {INKS}; for an input x write ink=\"ix\", for a parameter "
        'ink="param"',
    ),
    "handle-slider": Mistake(
        'Handle(across="x"',
        'Handle(across="begin"',
        "begin",
        "the handle “point” names “begin”, which is no slider\n  allowed: x\n"
        '  for example: handles={"point": Handle(across="x")}',
    ),
    "handle-mark": Mistake(
        'handles={"point":',
        'handles={"curve":',
        'handles={"curve"',
        "the handle “curve” is no marker of the figure\n  allowed: point, tangent\n"
        '  for example: plot.plot([1], [1], "o", gid="curve"), which a patch moves with marker("curve", AXES, x, y)',
    ),
    "handle-curve": Mistake(
        'on="curve"',
        'on="line"',
        'on="line"',
        "the handle “point” names the mark “line”, which the figure does not draw\n  allowed: curve, point, tangent",
    ),
    "pick-value": Mistake(
        'handles={"point": Handle(across="x", on="curve")},',
        'picks={"point": {"x": 5}},',
        'picks={"point"',
        "a click on “point” sets “x” to “5”\n  allowed: a number from -2 to 2\n  for example: {'x': 1}",
    ),
    "pick-mark": Mistake(
        'handles={"point": Handle(across="x", on="curve")},',
        'picks={"dot": {"x": 1}},',
        'picks={"dot"',
        "picks names the mark “dot”, which the figure does not draw\n  allowed: curve, point, tangent",
    ),
    "set-without-a-key": Mistake(
        '<p data-summary="">',
        '<p data-summary="" data-set="x=1">',
        'data-set="x=1"',
        'data-set="x=1" stands where no key comes\n  allowed: on a button, or around one\n'
        '  for example: <tr data-set="x=1"><th><button type="button">…</button></th></tr>',
    ),
    "handle-of-nothing": Mistake(
        'Handle(across="x", on="curve")',
        'Handle(on="curve")',
        'Handle(on="curve")',
        "ValueError: the handle moves nothing: one of across, up and turns must name a slider; for a point on a curve "
        'write Handle(across="x"), for an arrow Handle(turns="angle", around="point")',
    ),
    "shows-mark": Mistake(
        'title="The parabola y = x² with its tangent."',
        'title="The parabola.", shows={"dot": "y"}',
        '"dot"',
        f"shows names the mark “dot”, which the figure does not draw\n  allowed: curve, point, tangent",
    ),
    "shows-part": Mistake(
        'title="The parabola y = x² with its tangent."',
        'title="The parabola.", shows={"point": "height"}',
        '"height"',
        "shows names the part “height”, which the view does not have\n  allowed: slope, y",
    ),
    "no-summary": Mistake(
        ' data-summary=""',
        "",
        "view=",
        "the view has no element with data-summary\n  allowed: one: the sentence that a screen reader hears when a "
        'control has moved\n  for example: <p data-summary="">…</p>',
    ),
}


def broken(name: str, mistake: Mistake) -> str:
    """The parabola under this name, with the mistake in it."""
    text: str = PARABOLA.replace('name="parabola"', f'name="{name}"')
    text = text.replace("import Figure, Widget", "import Figure, Preset, Widget")
    old = mistake.old.replace("NAME", name)
    assert text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times"
    return text.replace(old, mistake.new)
