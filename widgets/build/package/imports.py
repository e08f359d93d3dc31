"""Reads which of our own modules a module imports, without running it.

The build packs exactly these for the browser, and a test holds the direction of dependence to them.
"""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
OURS = ("calc", "widgets")


def module_file(name: str) -> Path | None:
    """The file of one of our modules or packages; None for everything else."""
    if name.split(".")[0] not in OURS:
        return None
    path = ROOT.joinpath(*name.split("."))
    for candidate in (path.with_suffix(".py"), path / "__init__.py"):
        if candidate.is_file():
            return candidate
    return None


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


def running(tree: ast.AST) -> list[ast.AST]:
    """The nodes of a module that may run; those of `if TYPE_CHECKING:` do not."""
    nodes: list[ast.AST] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += node.orelse
        else:
            waiting += ast.iter_child_nodes(node)
    return nodes


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
        waiting += imported(file.read_text(encoding="utf-8"))
        if "." in name:
            waiting.append(name.rpartition(".")[0])
    return dict(sorted(found.items()))
