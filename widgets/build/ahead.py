"""A second process, which checks and makes the widgets of the last pages while the first ones are: they meet in the
cache.

Whatever goes wrong there, goes wrong again where the page is converted, and is told there.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from widgets import find_widget
from widgets.build.cache import FOLDER
from widgets.build.check.pages import begins
from widgets.build.check.widgets import check
from widgets.build.faults import Report
from widgets.build.html.rendered import key, rendered
from widgets.build.package.imports import ROOT
from widgets.build.source import Page
from widgets.kit.widget import Widget

FEW = 3  # widgets that are made sooner than a process has begun


class Ahead:
    """It runs from here on, where there is enough to do, until `stop`."""

    def __init__(self, pages: Iterable[Page], usable: Mapping[str, Widget]) -> None:
        self._process: subprocess.Popen[str] | None = None
        wanted: dict[str, list[Any]] = {}
        for page in pages:
            for identifier, (widget, state) in begins(page, usable).items():
                name = key(widget, state, identifier)
                if not (FOLDER / "html" / name).exists():
                    wanted[name] = [widget.name, dict(state), identifier]
        if len(wanted) > FEW:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, json.dumps(list(reversed(wanted.items())))],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                text=True,
            )

    def stop(self) -> None:
        """All is made, or nobody needs it any more."""
        if self._process:
            self._process.terminate()
            self._process.wait()


def main(wanted: list[tuple[str, tuple[str, dict[str, Any], str]]]) -> None:
    gc.disable()  # it ends in a moment
    for _, (widget, *_) in wanted:
        with suppress(Exception):
            check(find_widget(widget), Report())  # what the other process has passed by now is let through
    for name, (widget, state, identifier) in wanted:
        with suppress(Exception):
            # Another key: a file was saved since the build began, and its new text is the next build's.
            if key(found := find_widget(widget), state, identifier) == name:
                rendered(found, state, identifier)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
