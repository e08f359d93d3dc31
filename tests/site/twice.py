"""Builds the site twice in one process with edits in between, as the development server does; for test_serving.py."""

import json
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(site: str, edits: list[tuple[str, str, str]]) -> None:
    """Builds, saves all edits (file, old text, new text), and builds once more."""
    for number in (1, 2):
        config = load_config(site_dir=site)
        if number == 1:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        for file, old, new in edits:
            text = Path(file).read_text(encoding="utf-8")
            assert number == 2 or old in text, f"{file} does not hold {old!r}"
            Path(file).write_text(text.replace(old, new), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
