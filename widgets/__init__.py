"""The chapter's widgets: every module and every package here is one, but for the three rooms they are built with.

`kit` is what a widget imports, `build` turns it into a page, `browser` brings the page to life.
"""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.kit.widget import Widget

ROOMS = ("kit", "build", "browser")


def widget_names() -> list[str]:
    """Every widget there is, by the name that fences use: `chain_rule.py` or `chain_rule/` is `chain-rule`."""
    here = Path(__file__).parent
    modules = [*here.glob("[!_]*.py"), *(file.parent for file in here.glob("*/__init__.py"))]
    return sorted(path.stem.replace("_", "-") for path in modules if path.stem not in ROOMS)


def find_widget(name: str) -> "Widget":
    """The widget of this name: `chain-rule` is `WIDGET` in `widgets/chain_rule`.

    It is imported at first use, so that a page pays only for what it shows. Raises `KeyError` for others.
    """
    module = f"widgets.{name.replace('-', '_')}"
    try:
        widget: Widget | None = getattr(importlib.import_module(module), "WIDGET", None)
    except ModuleNotFoundError as error:
        if error.name != module:  # the widget is there, and misses another
            raise
        raise KeyError(name) from None
    if widget is None or widget.name != name:
        raise KeyError(name)
    return widget
