"""Every mistake that an author can make is told once, at its own line, with what is allowed; all of a build at once."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.project import Project
from widgets import find_widget, widget_names
from widgets.kit.ink import QUANTITIES

RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
(PARABOLA, *_) = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)


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
TAIL = '    figures={"parabola": Figure('
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
        'the patch sets “y.txt”\n  allowed: y. followed by one of text, latex, d, x, y, angle, var, hidden\n  for example: {"y.text": "0.25"}',
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
    "view-control": Mistake(
        '<div data-control="x"/>',
        '<div data-control="x"/><div data-control="rates"/>',
        "rates",
        "the view has a place for a control “rates”, which the widget does not declare\n  allowed: x\n"
        '  for example: <div data-control="x"/>',
    ),
    "view-figure": Mistake(
        '<figure data-figure="parabola" data-drag="x"/>',
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
        "ValueError: value('slope', 'idd'): no quantity is called 'idd'; allowed: QUANTITIES, or \"\" for none of these; "
        "for example value('slope', \"iy\")",
    ),
    "ink": Mistake(
        "step=0.1, value=1)",
        'step=0.1, value=1, ink="id-x")',
        'ink="id-x"',
        "ValueError: slider 'x': ink 'id-x' is none of QUANTITIES; for an input x write ink=\"ix\", for a parameter "
        'ink="param"',
    ),
    "drag": Mistake(
        'data-drag="x"',
        'data-drag="begin"',
        "begin",
        "dragging the figure moves “begin”, which is no slider\n  allowed: x\n  for example: data-drag=\"x\"",
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


# Lines added to docs/rules.md, and what their author is told after `docs/rules.md, line N` of the last but the fence.
PAGES = ", ".join(sorted(file.name for file in (ROOT / "docs").glob("*.md")))
WIDGETS = ", ".join(sorted([*widget_names(), *MISTAKES]))
SHAPES = "".join(f"\n    {control.name}: {control.value}" for control in find_widget("shapes").controls)
PAGE_MISTAKES = {
    "[a](glossry.md#glossary)": ": the link “glossry.md#glossary” leads to no file in docs/\n"
    f"  allowed: {PAGES}\n  for example: […](glossary.md)",
    "[a](?activation.x=99#activation)": ": the link “?activation.x=99#activation” sets “x” to “99”\n"
    "  allowed: a number from -6 to 6\n  for example: […](?activation.x=1#activation)",
    "[a](?activation.zz=1#activation)": ": the link “?activation.zz=1#activation” sets “zz”, which is no control of "
    "“activation”\n  allowed: function, x\n  for example: […](?activation.function=sigmoid#activation)",
    "[a](?tangent.x=1#tangent)": ": the link “?tangent.x=1#tangent” sets “tangent.x”, but there is no widget “tangent”"
    "\n  allowed: activation.…, shapes.…",
    "[a](?activation.x=1#rules)": ": the link “?activation.x=1#rules” does not lead to its widget\n"
    "  allowed: #activation\n  for example: […](?activation.function=sigmoid#activation)",
    "[a](chain-rule.md?chain-rule.inner=x%5E#chain-rule)": ": the link "
    "“chain-rule.md?chain-rule.inner=x%5E#chain-rule” sets “inner” to “x^”. Character 3: Something is missing after ^; "
    "for example (2x + 1)^2.\n  allowed: one of “2x + 1”, “x^2”, “sin(x)”, “e^-x”, or a formula in x\n"
    "  for example: […](chain-rule.md?chain-rule.inner=2x%20%2B%201#chain-rule)",
    "``` widget\nname: shapez": f", widget fence: there is no widget “shapez”\n  allowed: {WIDGETS}\n"
    "  for example:\n    ``` widget\n    name: chain-rule\n    x: 1.0\n    ```",
    "``` widget\nname: shapes\nrow: 99": ", widget fence: “shapes” has no control “row”\n  allowed: n, m, p, order, i, j\n"
    f"  for example:\n    ``` widget\n    name: shapes{SHAPES}\n    ```",
}


def with_mistakes(page: str) -> str:
    added = [text + "\n```" if text.startswith("```") else text for text in PAGE_MISTAKES]
    return "\n\n".join([page, *added]) + "\n"


def line_of(text: str, piece: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if piece in line)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one build says of a project with every mistake of both tables, each in a paragraph of its own."""
    project = Project(tmp_path_factory.mktemp("mistakes") / "project")
    for name, mistake in MISTAKES.items():
        project.write(f"widgets/{name.replace('-', '_')}.py", broken(name, mistake))
    project.write("widgets/shapes/style.css", ".a { color: red;\n.b { color: blue; }\n")
    project.write("docs/rules.md", with_mistakes(RULES))
    made = project.run("-m", "mkdocs", "build", "--strict")
    assert made.returncode == 1
    assert "Traceback" not in made.stdout + made.stderr
    assert re.findall("ERROR|WARNING", made.stderr) == []
    return made.stdout.strip().split("\n\n")


def broken(name: str, mistake: Mistake) -> str:
    text: str = PARABOLA.replace('name="parabola"', f'name="{name}"')
    text = text.replace("import Figure, Widget", "import Figure, Preset, Widget")
    old = mistake.old.replace("NAME", name)
    assert text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times"
    return text.replace(old, mistake.new)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_widget_is_told_once_at_its_line(name: str, told: list[str]) -> None:
    mistake = MISTAKES[name]
    file = f"widgets/{name.replace('-', '_')}.py"
    assert [block for block in told if block.startswith(f"{file},")] == [
        f"{file}, line {line_of(broken(name, mistake), mistake.at)}: "
        + mistake.told.replace("QUANTITIES", ", ".join(QUANTITIES))
    ]


@pytest.mark.parametrize("text", PAGE_MISTAKES)
def test_a_mistake_in_a_page_is_told_once_at_its_line(text: str, told: list[str]) -> None:
    line = line_of(with_mistakes(RULES), text.splitlines()[-1])
    assert [block for block in told if block.startswith(f"docs/rules.md, line {line}")] == [
        f"docs/rules.md, line {line}{PAGE_MISTAKES[text]}"
    ]


def test_an_open_brace_in_a_style_is_told_and_nothing_else_is(told: list[str]) -> None:
    others = [block for block in told if not re.match(r"docs/rules\.md|widgets/\w+\.py", block)]
    assert others == [
        "widgets/shapes/style.css, line 1: this { is never closed\n  for example: .note { color: inherit; }"
    ]
    assert len(told) == len(MISTAKES) + len(PAGE_MISTAKES) + 1


# What only shows while pages are converted and scripts are checked: a line at the end of the file, and what is told.
LATER = {
    "docs/rules.md": (
        r"The function $\frac{1$ is broken.",
        "KaTeX rejects the formula '\\\\frac{1': KaTeX parse error: Unexpected end of input in a macro argument, "
        "expected '}' at end of input: \\frac{1\n  for example: $\\frac{1}{2}$",
    ),
    "docs/derivative.md": (
        "[a](rules.md#rules-for)",
        "the link “rules.md#rules-for” leads to no heading and no widget of docs/rules.md\n"
        "  allowed: ANCHORS\n  for example: […](rules.md#rules-four)",
    ),
    "widgets/browser/url.js": (
        '/** @type {number} */ export const wrong = "text";',
        "TS2322: Type 'string' is not assignable to type 'number'.",
    ),
}
# Slips that show at a stop of the slider alone, on a page where the widget is shown.
AT_A_STOP = {
    "fails-at-a-stop": Mistake(
        '"y.text": decimal(x * x),',
        '"y.text": decimal(1 / (x - 0.5)),',
        "1 / (x - 0.5)",
        "the widget cannot be shown as PAGE asks at x = 0.5: ZeroDivisionError: float division by zero",
    ),
    "sets-more": Mistake(
        '"y.text": decimal(x * x),',
        '"y.text": decimal(x * x), **({"more.text": "!"} if x > 1 else {}),',
        '"more.text"',
        "the widget cannot be shown as PAGE asks: every patch must set the same parts; at x = 1.1 it is otherwise with "
        "“more.text”",
    ),
}


def test_what_shows_later_is_told_together_too(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    anchors = re.findall(r"\{#([\w-]+)\}", RULES)
    expected = set()
    for file, (text, says) in LATER.items():
        before = (project.folder / file).read_text(encoding="utf-8")
        project.write(file, f"{before}\n{text}\n")
        expected.add(f"{file}, line {len(before.splitlines()) + 2}: {says}")
    for name, mistake in AT_A_STOP.items():
        file, page = f"widgets/{name.replace('-', '_')}.py", f"docs/{name}.md"
        project.write(file, broken(name, mistake))
        project.write(page, f"# A page\n\n``` widget\nname: {name}\n```\n")
        line = line_of(broken(name, mistake), mistake.at)
        expected.add(f"{file}, line {line}: {mistake.told.replace('PAGE', f'{page}, line 3')}")
    made = project.run("-m", "mkdocs", "build", "--strict")
    assert made.returncode == 1
    assert re.findall("Traceback|ERROR", made.stdout + made.stderr) == []
    told = [re.sub(r"allowed: #.*", "allowed: ANCHORS", block) for block in made.stdout.strip().split("\n\n")]
    assert set(told) == expected
    assert len(told) == len(expected)
    assert all(f"#{anchor}" in made.stdout for anchor in anchors)


@pytest.mark.parametrize("folder", ["calc", "widgets/kit", "widgets/build"])
def test_bad_syntax_anywhere_is_told_at_its_line(folder: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    file = project.find(folder, {"calc": "class ParseError", "widgets/kit": "class Slider"}.get(folder, "def one_page("))
    before = (project.folder / file).read_text(encoding="utf-8")
    project.write(file, f"{before}\ndef\n")
    made = project.run("-m", "mkdocs", "build", "--strict")
    assert made.returncode == 1
    assert made.stdout.strip().startswith(f"{file}, line {len(before.splitlines()) + 2}: SyntaxError: invalid syntax")
    assert "Traceback" not in made.stdout + made.stderr
