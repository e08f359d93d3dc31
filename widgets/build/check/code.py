"""Checks a widget's files and imports it: what it must not import, and what it must define."""

import ast
import difflib
import importlib
import sys

from widgets.build.check import places
from widgets.build.faults import Fault, Report
from widgets.build.package.imports import OURS, ROOT, module_file, running
from widgets.kit.widget import Widget

MAY_IMPORT = "the standard library, calc, widgets.kit, and the widget's own files"
EXAMPLE = "from widgets.kit.axes import Axes"


def load(name: str, report: Report) -> Widget | None:
    """The widget of this name; None, and its faults in the report, where it cannot be used."""
    faults = imports(name)
    if faults:
        report.add(*faults)
        return None
    try:
        found = getattr(importlib.import_module(f"widgets.{name.replace('-', '_')}"), "WIDGET", None)
    except Exception as error:
        report.add(_failed(name, error))
        return None
    fault = _misnamed(name, found)
    if fault:
        report.add(fault)
        return None
    return found


def imports(name: str) -> list[Fault]:
    """What the widget's files may not import: it would be missing in the reader's browser. And bad syntax."""
    faults = []
    own = f"widgets.{name.replace('-', '_')}"
    for file in places.widget_files(name):
        try:
            tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
        except SyntaxError as error:
            faults.append(syntax(error))
            continue
        for node in running(tree):
            for module in _modules(node):
                if not _may_import(module, own):
                    where = places.told(file, getattr(node, "lineno", 1))
                    faults.append(_forbidden(where, module))
    return faults


def syntax(error: SyntaxError) -> Fault:
    """Bad syntax, with the line and a mark below the place."""
    text = (error.text or "").rstrip()
    mark = " " * (max(error.offset or 1, 1) - 1) + "^"
    return Fault(places.of_error(error) or "a file", f"{error.msg}\n    {text}\n    {mark}")


def _modules(node: ast.AST) -> list[str]:
    """The modules that an import names; `from package import module` names the module where there is one."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        inside = [f"{node.module}.{alias.name}" for alias in node.names]
        return [name if module_file(name) else node.module for name in inside]
    return []


def _may_import(module: str, own: str) -> bool:
    first = module.split(".")[0]
    if first not in OURS:
        return first in sys.stdlib_module_names
    near = first == "calc" or module == "widgets" or f"{module}.".startswith(("widgets.kit.", f"{own}."))
    return near and module_file(module) is not None


def _forbidden(where: str, module: str) -> Fault:
    if module.split(".")[0] in OURS and module_file(module) is None:
        folder = ROOT.joinpath(*module.split(".")[:-1])
        package = module.rpartition(".")[0]
        there = sorted(f"{package}.{file.stem}" for file in folder.glob("[!_]*.py"))
        near = difflib.get_close_matches(module, there, 1)
        return Fault(
            where, f"there is no module {module}", ", ".join(there), f"import {(near or there or [EXAMPLE])[0]}"
        )
    return Fault(where, f"a widget cannot import {module}: its code runs in the reader's browser", MAY_IMPORT, EXAMPLE)


def _misnamed(name: str, found: object) -> Fault | None:
    file, right = places.widget_files(name)[0], f'WIDGET = Widget(name="{name}", …)'
    if not isinstance(found, Widget):
        what = "no WIDGET" if found is None else f"a WIDGET that is a {type(found).__name__}"
        allowed = "a WIDGET; files that only help stand in the widget's own folder or in widgets/kit"
        return Fault(places.find(name, "WIDGET"), f"{file.name} has {what}", allowed, right)
    if found.name != name:
        where = places.find(name, f'name="{found.name}"')
        return Fault(where, f"the widget is named “{found.name}”", f"“{name}”, as its file says", f'name="{name}"')
    return None


def _failed(name: str, error: Exception) -> Fault:
    """Why importing the widget failed."""
    if isinstance(error, SyntaxError):
        return syntax(error)
    where = places.of_error(error) or places.find(name)
    if isinstance(error, ImportError) and error.name in sys.modules:
        module = sys.modules[error.name]
        there = [key for key, value in vars(module).items() if getattr(value, "__module__", "") == error.name]
        return Fault(where, f"{error.msg.partition(' (')[0]}", ", ".join(there) or "what it defines")
    return Fault(where, f"{type(error).__name__}: {error}")
