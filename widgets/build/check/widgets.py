"""Checks every widget before anything slow is made of it."""

import os
from collections.abc import Mapping

from widgets import widget_names
from widgets.build.cache import FOLDER, of_widget, put
from widgets.build.check.code import load
from widgets.build.check.declaration import declaration
from widgets.build.check.patches import patches
from widgets.build.check.style import braces
from widgets.build.faults import Report
from widgets.build.package.imports import ROOT
from widgets.kit.widget import Widget


def check(widget: Widget, report: Report) -> None:
    """Every fault of the widget at once; what is computed is looked at where what is declared holds.

    A widget without a fault is not looked at again until something changes that it is made of.
    """
    passed = FOLDER / "checks" / of_widget(widget.name, __name__)
    if passed.is_file():
        os.utime(passed)
        return
    faults = declaration(widget) or patches(widget)
    report.add(*faults)
    if not faults:
        put(passed, b"")


def load_all(report: Report) -> Mapping[str, Widget]:
    """The widgets that can be imported, by name; why the others cannot is in the report."""
    found = {name: load(name, report) for name in widget_names()}
    return {name: widget for name, widget in found.items() if widget}


def check_all(usable: Mapping[str, Widget], report: Report) -> None:
    """Puts every fault of these widgets, and of all styles, into the report."""
    for widget in usable.values():
        check(widget, report)
    for sheet in sorted([*ROOT.glob("widgets/browser/style/*.css"), *ROOT.glob("widgets/*/style.css")]):
        report.add(*braces(sheet))
