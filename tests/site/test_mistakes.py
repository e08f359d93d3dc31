"""Every mistake that an author can make is told once, at its own line, with what is allowed; all of a build at once."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.mistakes import MISTAKES, Mistake, broken
from tests.site.project import Project
from widgets import find_widget, widget_names

RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

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
    "\n  allowed: activation.…, tracer.…, base.…, mirror.…, rectangle.…, shapes.…",
    "[a](?activation.x=1#rules)": ": the link “?activation.x=1#rules” does not lead to its widget\n"
    "  allowed: #activation\n  for example: […](?activation.function=sigmoid#activation)",
    "[a](chain-rule.md?chain-rule.inner=x%5E#chain-rule)": ": the link "
    "“chain-rule.md?chain-rule.inner=x%5E#chain-rule” sets “inner” to “x^”. Character 3: Something is missing after ^; "
    "for example (2x + 1)^2.\n  allowed: one of “2x + 1”, “x^2”, “sin(x)”, “e^-x”, or a formula in x\n"
    "  for example: […](chain-rule.md?chain-rule.inner=2x%20%2B%201#chain-rule)",
    "**1.00**{moves=activation.z}": ": “moves=activation.z”: “activation” has no slider “z”\n  allowed: x\n"
    "  for example: **1**{moves=activation.x}",
    "**1.00**{moves=activations.x}": ": “moves=activations.x” names no widget of this page\n  allowed: activation.…, "
    "tracer.…, base.…, mirror.…, rectangle.…\n  for example: **1**{moves=activation.x}",
    "**1.50**{.ix moves=activation.x}": ": the text says “1.50” where “activation” begins with “1”\n"
    "  allowed: 1, or another state in the widget's fence\n  for example: **1**{moves=activation.x}",
    "*1.00*{moves=activation.x}": ": “moves=activation.x” stands behind nothing in bold type\n"
    "  allowed: a number in bold type before it\n  for example: **1**{moves=activation.x}",
    "**0.73**{.iy shows=tracer.slopes}": ": “shows=tracer.slopes”: “tracer” has no part with a text “slopes”\n  allowed: "
    "here, landmarks, remark, slope, x\n  for example: **3.00**{shows=tracer.x}",
    # the slope of sin x at 3
    "**0.73**{.iy shows=tracer.slope}": ": the text says “0.73” where “tracer” begins with “−0.99”\n"
    "  allowed: −0.99, or another state in the widget's fence\n  for example: **−0.99**{shows=tracer.slope}",
    "``` widget\nname: shapez": f", widget fence: there is no widget “shapez”\n  allowed: {WIDGETS}\n"
    "  for example:\n    ``` widget\n    name: chain-rule\n    x: 1.0\n    ```",
    "``` widget\nname: shapes\nrow: 99": ", widget fence: “shapes” has no control “row”\n  allowed: n, m, p, order, i, j, k\n"
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


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_widget_is_told_once_at_its_line(name: str, told: list[str]) -> None:
    mistake = MISTAKES[name]
    file = f"widgets/{name.replace('-', '_')}.py"
    assert [block for block in told if block.startswith(f"{file},")] == [
        f"{file}, line {line_of(broken(name, mistake), mistake.at)}: {mistake.told}"
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
    "too-heavy": Mistake(
        '"y.text": decimal(x * x),',
        '"y.text": " ".join(str((abs(x) + i) ** 0.37 % 1) for i in range(400)),',
        'name="too-heavy"',
        "the widget cannot be shown as PAGE asks: its frames take N bytes gzipped; 30000 are allowed: fewer stops, or "
        "shorter texts",
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
    project.write("widgets/shapes/more.css", ".a {\n  color red;\n}\n")
    expected.add('widgets/shapes/more.css, line 2: this is no CSS: Unexpected token Ident("red")')
    project.edit("docs/chapter.md", "- rules.md", "- rulse.md")
    pages = ", ".join(sorted([*PAGES.split(", "), *(f"{name}.md" for name in AT_A_STOP)]))
    expected.add(f"docs/chapter.md, line 7: “rulse.md” is listed as a section, and is no page\n  allowed: {pages}")
    made = project.run("-m", "mkdocs", "build", "--strict")
    assert made.returncode == 1
    assert re.findall("Traceback|ERROR", made.stdout + made.stderr) == []
    output = re.sub(r"allowed: #.*", "allowed: ANCHORS", made.stdout)
    told = re.sub(r"\d+ bytes", "N bytes", output).strip().split("\n\n")
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
