"""Reads which of our own modules a module imports, without running it.

The build packs exactly these for the browser, and a test holds the direction of dependence to them.
"""

import ast
import os
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
OURS = ("calc", "widgets")
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


@cache  # for a build, at whose end this module is forgotten
def module_file(name: str) -> Path | None:
    """The file of one of our modules or packages; None for everything else."""
    if name.split(".")[0] not in OURS:
        return None
    path = os.path.join(ROOT, *name.split("."))
    files = (f"{path}.py", os.path.join(path, "__init__.py"))
    return next((Path(file) for file in files if os.path.isfile(file)), None)


@cache
def imported(source: str) -> frozenset[str]:
    """Every module name that the source imports when it runs; `if TYPE_CHECKING:` does not run."""
    names: set[str] = set()
    for node in running(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


@cache
def _imported_by(file: Path) -> frozenset[str]:
    return imported(file.read_text(encoding="utf-8"))


def running(tree: ast.Module) -> list[ast.stmt]:
    """The statements of a module that may run; those of `if TYPE_CHECKING:` do not."""
    statements: list[ast.stmt] = []
    waiting = [*tree.body]
    while waiting:
        statement = waiting.pop()
        statements.append(statement)
        idle = isinstance(statement, ast.If) and getattr(statement.test, "id", "") == "TYPE_CHECKING"
        for block in ("orelse",) if idle else _BLOCKS:
            for part in getattr(statement, block, ()):
                waiting += (part,) if isinstance(part, ast.stmt) else part.body  # an `except` or a `case` has a body
    return statements


def reached(*starts: str) -> dict[str, Path]:
    """Our modules that importing `starts` brings in, packages included: name → file."""
    found: dict[str, Path] = {}
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        file = module_file(name)
        if file is None or name in found:
            continue
        found[name] = file
        waiting += _imported_by(file)
        if "." in name:
            waiting.append(name.rpartition(".")[0])
    return dict(sorted(found.items()))
