"""Checks every widget before anything slow is made of it."""

from collections.abc import Mapping

from widgets import widget_names
from widgets.build.check.code import load
from widgets.build.check.declaration import declaration
from widgets.build.check.patches import patches
from widgets.build.check.style import braces
from widgets.build.faults import Report
from widgets.build.package.imports import ROOT
from widgets.kit.widget import Widget


def check(widget: Widget, report: Report) -> None:
    """Every fault of the widget at once; what is computed is looked at where what is declared holds."""
    report.add(*(declaration(widget) or patches(widget)))


def check_all(report: Report) -> Mapping[str, Widget]:
    """The widgets that could be imported, by name, with every fault of each in the report."""
    found = {}
    for name in widget_names():
        widget = load(name, report)
        if widget:
            found[name] = widget
            check(widget, report)
    for sheet in sorted([*ROOT.glob("widgets/browser/style/*.css"), *ROOT.glob("widgets/*/style.css")]):
        report.add(*braces(sheet))
    return found
