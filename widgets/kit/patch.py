"""What `update` returns: the new text, path or position of each moving part of a widget.

A patch is flat, so that it travels as JSON and its columns compress well: `"part.property"` → text.
The parts are the elements that carry `data-part` in the widget's view and the `gid`s of its figure.
"""

Patch = dict[str, str]

# What a patch may set, and where: the one list that the build, the browser and the tests go by.
PROPERTIES = {
    "text": "an element's text",
    "latex": "a formula, typeset by KaTeX",
    "d": "an SVG path, in the figure's units",
    "x": "an SVG position, in the figure's units",
    "y": "an SVG position, in the figure's units",
    "hidden": "“yes” hides the part, anything else shows it",
}


def move(part: str, x: float, y: float) -> Patch:
    """Puts a marker at (x, y), in the figure's units."""
    return {f"{part}.x": f"{x:.1f}", f"{part}.y": f"{y:.1f}"}


def show(part: str, visible: bool) -> Patch:
    """Shows or hides a part; its place on the page stays."""
    return {f"{part}.hidden": "" if visible else "yes"}
