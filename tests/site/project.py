"""A copy of the project that a test may edit and break: its own files, with the pinned packages and the cache shared."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

COPIED = ("calc", "docs", "widgets", "mkdocs.yml")


class Project:
    """The copy in `folder`; with `cold`, its cache is its own, and empty."""

    def __init__(self, folder: Path, cold: bool = False) -> None:
        self.folder = folder
        folder.mkdir()
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(source, folder / name)
        (ROOT / ".cache").mkdir(exist_ok=True)
        for name in ("node_modules", *([] if cold else [".cache"])):
            (folder / name).symlink_to(ROOT / name)

    def edit(self, path: str, old: str, new: str) -> None:
        """Saves the file with one text in place of another, which it must hold once."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path}: {old!r} stands {text.count(old)} times"
        file.write_text(text.replace(old, new), encoding="utf-8")

    def find(self, folder: str, text: str) -> str:
        """The one file under the folder that holds the text."""
        (found,) = [file for file in (self.folder / folder).rglob("*.py") if text in file.read_text(encoding="utf-8")]
        return found.relative_to(self.folder).as_posix()

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Runs Python in the copy and waits for its end."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(self.folder)}
