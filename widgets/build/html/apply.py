"""Applies a patch to a widget's HTML at build time: the twin of `apply` in browser/apply.js."""

from lxml import etree

from widgets.build.html.mathematics import typeset
from widgets.kit.patch import PROPERTIES, Patch


def apply(patch: Patch, root: etree._Element) -> None:
    """Fills every part that the patch names.

    Raises `ValueError` where a name or a property does not exist, or a part of the view is left unset.
    """
    parts: dict[str, list[etree._Element]] = {}
    for element in root.iter():
        if "data-part" in element.attrib:
            parts.setdefault(element.get("data-part"), []).append(element)
    for key, value in patch.items():
        name, _, setting = key.rpartition(".")
        if name not in parts:
            raise ValueError(
                f"the patch sets {key!r}, but there is no part {name!r}; parts: {', '.join(sorted(parts))}"
            )
        if setting not in PROPERTIES:
            raise ValueError(f"the patch sets {key!r}; properties are {', '.join(PROPERTIES)}")
        for element in parts[name]:
            set_property(element, setting, value)
    unset = parts.keys() - {key.rpartition(".")[0] for key in patch}
    if unset:
        raise ValueError(f"the view's parts {', '.join(sorted(unset))} are never set by the patch")


def set_property(element: etree._Element, setting: str, value: str) -> None:
    if setting == "text":
        element.text = value
    elif setting == "latex":
        element[:] = [parse_formula(value)]
    elif setting in ("hidden", "points"):
        element.set(f"data-{setting}", value)
    elif setting == "d":
        element.set("d", value)
    elif setting == "set":
        if value:
            element.set("data-set", value)
    elif setting != "look":  # which is for a part that scrolls, once something moves
        element.set("style", f"--{setting}:{value};{element.get('style', '')}")


def parse_formula(latex: str) -> etree._Element:
    return etree.fromstring(typeset(latex))
