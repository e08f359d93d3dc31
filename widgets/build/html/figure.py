"""Draws a widget's figure with matplotlib and returns it as SVG that the page can style and move."""

import io
import json
import re
from typing import Any

import matplotlib
from lxml import etree
from lxml.builder import E
from matplotlib.figure import Figure as Canvas

from widgets.kit import ink
from widgets.kit.handle import Handle
from widgets.kit.widget import Figure

STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "calculus",
    "font.size": 12,
    "axes.linewidth": 1,
    "axes.edgecolor": ink.MUTED,
    "axes.labelcolor": ink.MUTED,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": ink.GRID,
    "grid.linewidth": 1,
    "xtick.color": ink.MUTED,
    "ytick.color": ink.MUTED,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "xtick.major.pad": 11,
    "ytick.major.pad": 7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "text.color": ink.TEXT,
    "lines.linewidth": 2.25,
    "lines.solid_capstyle": "round",
    "path.simplify": False,
    "axes.unicode_minus": True,
}
# Kept as it is: Material's instant navigation takes every element with a plain `href` for a link.
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWN = ("path", "use", "text")


# Every figure of this build, with what matplotlib made of it: for its check, and for each page that shows it.
_drawn: dict[int, tuple[Figure, str]] = {}


def draw(figure: Figure, prefix: str) -> etree._Element:
    """The figure as an `<svg>` element without namespaces; `prefix` makes its ids unique on the page."""
    if id(figure) not in _drawn:
        _drawn[id(figure)] = figure, _svg(figure)
    return _for_the_page(_drawn[id(figure)][1], figure, prefix)


def _svg(figure: Figure) -> str:
    axes = figure.axes
    with matplotlib.rc_context(STYLE):
        canvas = Canvas(figsize=(axes.width / 72, axes.height / 72))
        plot = canvas.add_axes(
            (
                axes.left / axes.width,
                axes.bottom / axes.height,
                1 - (axes.left + axes.right) / axes.width,
                1 - (axes.bottom + axes.top) / axes.height,
            )
        )
        plot.set(xlim=axes.xlim, ylim=axes.ylim)
        plot.set_xticks(axes.x_ticks(), axes.x_labels or None)
        if axes.x_labels:
            plot.grid(False, axis="x")  # names have no lines between them
        plot.set_yticks(axes.y_ticks(), list(axes.y_labels().values()))
        if figure.rescales:
            for i, label in enumerate(plot.get_yticklabels()):
                label.set_gid(f"ytick{i}")
        figure.draw(plot)
        svg = io.StringIO()
        canvas.savefig(svg, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return svg.getvalue()


def _for_the_page(text: str, figure: Figure, prefix: str) -> etree._Element:
    for drawn, property_ in ink.CSS.items():
        text = text.replace(drawn, property_)
    root = etree.fromstring(text.encode())
    for element in list(root.iter(etree.Element)):
        _drop_namespaces(element)
    for element in root.xpath("//metadata | //style | //defs[not(*)] | //g[not(*)] | //g[contains(@id, 'patch_1')]"):
        element.getparent().remove(element)
    _mark_parts(root)
    _make_ids_unique(root, prefix)
    for path in root.iter("path"):
        path.set("d", _rounded(path.get("d", ""), 2 if path.xpath("ancestor::defs") else 1))
    for text_element in root.iter("text"):
        for side in ("x", "y"):
            text_element.set(side, _rounded(text_element.get(side, "0"), 1))
        _leave_font_to_css(text_element)
    _unwrap(root)
    _join_grid(root)
    root.attrib.clear()
    axes = figure.axes
    root.set("viewBox", f"0 0 {axes.width:g} {axes.height:g}")
    root.set("style", f"--units: {axes.width:g}; --aspect: {axes.width / axes.height:.3g}")
    root.set("data-x", f"{axes.left:g} {axes.width - axes.right:g} {axes.xlim[0]:g} {axes.xlim[1]:g}")
    root.set("data-y", f"{axes.height - axes.bottom:g} {axes.top:g} {axes.ylim[0]:g} {axes.ylim[1]:g}")
    root.set("role", "img")
    root.set("aria-label", figure.title)
    if figure.handles:
        root.set("data-handles", json.dumps({gid: handle.written() for gid, handle in figure.handles.items()}))
        root.extend(_grip(gid, figure.handles[gid]) for gid in reversed(list(figure.handles)))
    return root


def _grip(gid: str, handle: Handle) -> etree._Element:
    """What a finger takes hold of: a dot around the mark, as large as a fingertip, that patches move with the mark."""
    return E.path({"class": "grip", "data-part": gid, "data-moves": " ".join(handle.moves), "d": "M0 0h.01"})


def _drop_namespaces(element: etree._Element) -> None:
    element.tag = etree.QName(element).localname
    element.tail = None
    if not (element.text or "").strip():
        element.text = None
    etree.cleanup_namespaces(element)


def _mark_parts(root: etree._Element) -> None:
    """Moves each gid from matplotlib's group to the one element in it that is drawn."""
    for group in root.xpath("//g[@id]"):
        name = group.attrib.pop("id")
        if re.fullmatch(r"[A-Za-z_.0-9]+_\d+", name):  # matplotlib's own numbering, such as line2d_3
            continue
        drawn = [e for e in group.iter(*_DRAWN) if not e.xpath("ancestor::defs")]
        if len(drawn) != 1:
            raise ValueError(f"gid {name!r} must mark one path, marker or text; it marks {len(drawn)}")
        drawn[0].set("data-part", name)
        if drawn[0].tag == "use":  # a marker is placed by browser/style/figure.css, from what the patch sets
            del drawn[0].attrib["x"], drawn[0].attrib["y"]


def _make_ids_unique(root: etree._Element, prefix: str) -> None:
    names = {element.get("id"): f"{prefix}-{i}" for i, element in enumerate(root.xpath("//*[@id]"))}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, names[value])
            elif key == XLINK_HREF:
                element.set(key, "#" + names[value[1:]])
            elif "url(#" in value:
                element.set(key, re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{names[m[1]]})", value))


def _unwrap(root: etree._Element) -> None:
    """Takes away the groups that say nothing; what they hold stays in its place."""
    for group in root.xpath(".//g[not(@*)]"):
        parent, at = group.getparent(), group.getparent().index(group)
        parent[at : at + 1] = list(group)


def _join_grid(root: etree._Element) -> None:
    """Makes one path of a grid's lines, between which only labels stand, and takes away what draws nothing."""
    grid: etree._Element | None = None
    for element in list(root):
        style, still = element.get("style", ""), element.tag == "path" and "data-part" not in element.attrib
        if (still and style == "fill: none") or (element.tag == "defs" and not len(element)):
            root.remove(element)
        elif still and ink.CSS[ink.GRID] in style:
            if grid is not None and (style, element.get("clip-path")) == (grid.get("style"), grid.get("clip-path")):
                grid.set("d", grid.get("d", "") + element.get("d", ""))
                root.remove(element)
            else:
                grid = element
        elif element.tag != "text":
            grid = None


def _rounded(path: str, decimals: int) -> str:
    """The path to a tenth of a pixel, or a marker's to a hundredth; matplotlib writes six decimals, and two spaces."""
    return re.sub(r"-?\d+\.\d+", lambda number: f"{round(float(number[0]), decimals) + 0:g}", " ".join(path.split()))


def _leave_font_to_css(element: etree._Element) -> None:
    style = re.sub(r"font: [^;]+;?\s*|font-family: [^;]+;?\s*|font-size: [^;]+;?\s*", "", element.get("style", ""))
    element.set("style", style.strip())
    if re.fullmatch(r"rotate\(-?0 .*\)", element.get("transform", "")):
        del element.attrib["transform"]
