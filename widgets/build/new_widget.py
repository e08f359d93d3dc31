"""Writes the example of CONTRIBUTING.md under a name of one's own: `make new-widget NAME=learning-rate`.

The widget, its page, its entry in the navigation and its test; from there on they are the author's.
"""

import keyword
import re
import sys

from widgets import ROOMS
from widgets.build.package.imports import ROOT

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def refusal(name: str) -> str | None:
    """Why nothing can be written under this name."""
    example = "\n  for example: make new-widget NAME=learning-rate"
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        return (
            f"“{name}” cannot name a widget\n  allowed: small letters and digits, words joined by hyphens, "
            f"and no word of Python's own{example}"
        )
    if name in ROOMS:
        return f"widgets/{name} is where widgets are made, and cannot be one\n  allowed: any other name{example}"
    module = name.replace("-", "_")
    for path in (f"widgets/{module}", *files(name)):
        if (ROOT / path).exists():
            return f"“{name}” is taken: there is {path} already\n  allowed: a name of its own{example}"
    return None


def files(name: str) -> dict[str, str]:
    """What is written: path → text."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    widget, test = re.findall(r"^```python\n(\"\"\".*?)^```$", text, re.DOTALL | re.MULTILINE)
    page, *_ = re.findall(r"^````markdown\n(.*?)^````$", text, re.DOTALL | re.MULTILINE)
    module = name.replace("-", "_")
    return {
        f"widgets/{module}.py": widget.replace('name="parabola"', f'name="{name}"'),
        f"docs/{name}.md": page.replace("# A parabola", f"# {title(name)}").replace("name: parabola", f"name: {name}"),
        f"tests/widgets/test_{module}.py": test.replace("widgets.parabola", f"widgets.{module}"),
    }


def title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def with_entry(config: str, name: str) -> str:
    """mkdocs.yml with the page at the end of its navigation."""
    entry = f"  - {title(name)}: {name}.md\n"
    return re.sub(r"^nav:\n(?: +.*\n)+", lambda nav: nav[0] + entry, config, count=1, flags=re.MULTILINE)


def main(name: str) -> int:
    problem = refusal(name)
    if problem:
        print(problem)
        return 1
    for path, text in files(name).items():
        (ROOT / path).write_text(text, encoding="utf-8")
        print(f"wrote {path}")
    config = ROOT / "mkdocs.yml"
    config.write_text(with_entry(config.read_text(encoding="utf-8"), name), encoding="utf-8")
    print(f"added {name}.md to the navigation in mkdocs.yml")
    print(f"See it: make serve. Test it: make test ONLY=tests/widgets/test_{name.replace('-', '_')}.py")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [""]))
