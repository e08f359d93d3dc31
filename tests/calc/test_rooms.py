"""The package's rooms: who imports whom is a hierarchy, told by the imports at the top of each file."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import calc

PACKAGE = Path(calc.__file__).parent
MODULES = {
    "calc." + ".".join(file.relative_to(PACKAGE).with_suffix("").parts): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(PACKAGE.rglob("*.py"))
    if file.name != "__init__.py"
}
ROOMS = "errors functions formulas algebra comparison derivatives curves diagnosis vectors".split()  # noqa: SIM905
"""Each imports only from those before it."""
MUTUAL = (
    *("calls", "expanding", "factoring", "identities", "ordering", "powers", "rewriting", "sharing", "sums", "terms"),
    "writing",
)
ONE_IDEA = {f"calc.algebra.{name}" for name in MUTUAL}
"""Each simplifies what the others are made of."""


def imports(name: str) -> set[str]:
    """The modules of calc that this one imports when it runs; what only a type checker reads does not count."""
    found = set()
    for statement in MODULES[name].body:
        if isinstance(statement, ast.Import):
            found |= {alias.name for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            found |= {str(statement.module), *[f"{statement.module}.{alias.name}" for alias in statement.names]}
    return found & MODULES.keys()


def room(name: str) -> str:
    return name.split(".")[1]


def test_no_room_imports_one_that_imports_it() -> None:
    arrows: dict[str, set[str]] = {}
    for name in MODULES:
        arrows.setdefault(room(name), set()).update({room(other) for other in imports(name)} - {room(name)})
    assert set(arrows) == set(ROOMS)
    for importing, imported in arrows.items():
        assert all(ROOMS.index(other) < ROOMS.index(importing) for other in imported), importing


def test_no_module_imports_one_that_imports_it_but_where_several_files_are_one_idea() -> None:
    TopologicalSorter({name: imports(name) - (ONE_IDEA if name in ONE_IDEA else set()) for name in MODULES}).prepare()


def test_every_import_stands_at_the_top_of_its_file() -> None:
    for name, tree in MODULES.items():
        statements = list(tree.body)
        for statement in tree.body:
            if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
                statements += statement.body
        at_the_top = [s for s in statements if isinstance(s, ast.Import | ast.ImportFrom)]
        everywhere = [s for s in ast.walk(tree) if isinstance(s, ast.Import | ast.ImportFrom)]
        assert len(everywhere) == len(at_the_top), name
        code = [s.lineno for s in tree.body if isinstance(s, ast.FunctionDef | ast.ClassDef)]
        assert all(s.lineno < min(code, default=s.lineno + 1) for s in at_the_top), name
