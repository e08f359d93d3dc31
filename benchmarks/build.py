"""How long the site takes to build, and an edit to be on its page: in a copy of the project, with a cache of its own.

`python -m benchmarks.build` prints it, `--short` tries one edit once.
"""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.site.development import Server, serving
from tests.site.project import Project

ROUNDS = 3
# What is edited, in which file, which text of it, and on which page it shows.
EDITS = {
    "Markdown": ("docs/derivative.md", "# What a derivative actually is", "# {}", "derivative/"),
    "a widget": ("widgets/shapes/__init__.py", '    title="', '    title="{} ', "vector-chain-rule/"),
    "calc": ("calc", '"Leaky ReLU"', '"{}"', "rules/"),
    "the kit": ("widgets/kit/view.py", 'class="value {quantity}"', 'class="value {quantity} {}"', "derivative/"),
    "the build": ("widgets/build/html/card.py", '"Reset"', '"{}"', "derivative/"),
    "style": ("widgets/browser/style/page.css", ".ix { color", ".{} { color: red; }\n.ix { color", "page.css"),
    "JavaScript": ("widgets/browser/url.js", "/** @typedef", "export const {} = 1;\n/** @typedef", "url.js"),
}


def measure(short: bool = False) -> Iterator[tuple[str, float]]:
    """Seconds: of a cold and a warm build, and from each kind of save to the page that shows it (medians)."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "project", cold=not short)  # in short, only whether it runs
        yield "cold build", _timed(lambda: _build(project))
        if not short:
            yield "warm build", _timed(lambda: _build(project))
        with serving(project, Path(folder) / "terminal.txt") as server:
            server.wait_for("<html", "derivative/")
            for kind, edit in list(EDITS.items())[: 1 if short else None]:
                rounds = [_saved(server, *edit, word=f"edit{n}") for n in range(1 if short else ROUNDS)]
                yield f"{kind}, from the save to the page", statistics.median(rounds)


def _timed(do: Callable[[], None]) -> float:
    begin = time.monotonic()
    do()
    return time.monotonic() - begin


def _build(project: Project) -> None:
    made = project.run("-m", "mkdocs", "build", "--strict")
    if made.returncode:
        raise RuntimeError(made.stdout + made.stderr)


def _saved(server: Server, path: str, old: str, new: str, page: str, word: str) -> float:
    """Saves an edit, waits until it shows, and takes it back."""
    time.sleep(1)  # the last rebuild is over, and the server is watching again
    file = path if "." in path else server.project.find(path, old)
    new = new.replace("{}", word)
    begin = time.monotonic()
    server.project.edit(file, old, new)
    while not _shows(server, page, word):
        if time.monotonic() - begin > 120:
            raise RuntimeError(f"{path}: the edit never showed; {server.terminal.read_text(encoding='utf-8')}")
        time.sleep(0.05)
    seconds = time.monotonic() - begin
    server.project.edit(file, new, old)
    while _shows(server, page, word):
        time.sleep(0.05)
    return seconds


def _shows(server: Server, page: str, word: str) -> bool:
    """Whether a page, or a file that the pages link to, holds the word."""
    if page.endswith("/"):
        return word in server.page(page)
    folder = re.search(r"live/\w+(?=/host\.js)", server.page(""))
    return bool(folder) and word in server.page(f"{folder[0] if folder else ''}/{page}")


def main(short: bool = False) -> None:
    print("\nSeconds to build the site, and from a save to the page that shows it")
    for what, seconds in measure(short):  # the whole takes minutes: each row is told as it comes
        print(f"{what:44}{seconds:6.1f} s", flush=True)


if __name__ == "__main__":
    main(short="--short" in sys.argv)
