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
    "x": "a marker's position, in the figure's units",
    "y": "a marker's position, in the figure's units",
    "angle": "a marker's rotation, in degrees, clockwise",
    "hidden": "“yes” hides the part, anything else shows it",
}


def move(part: str, x: float, y: float, angle: float | None = None) -> Patch:
    """Puts a marker at (x, y), in the figure's units, turned by `angle` degrees."""
    patch = {f"{part}.x": f"{x:.1f}", f"{part}.y": f"{y:.1f}"}
    return patch if angle is None else {**patch, f"{part}.angle": f"{angle:.1f}"}


def show(part: str, visible: bool) -> Patch:
    """Shows or hides a part; its place on the page stays."""
    return {f"{part}.hidden": "" if visible else "yes"}
