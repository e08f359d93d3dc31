"""The colours of the page's quantities, as matplotlib is given them and as the page's CSS knows them.

A figure is drawn with these exact colours; the build replaces each by its custom property, so that one
drawing serves light, dark, print and forced colours. browser/style/palette.css gives the properties their values.
"""

X = "#0b6e4f"  # the input x
U = "#7b3fa0"  # the intermediate u
Y = "#0a58b0"  # the output y
SLOPE = "#b3400e"  # a derivative, a tangent
TEXT = "#1b2630"
MUTED = "#5c6b78"
GRID = "#dfe5ea"
PAPER = "#ffffff"

# What a control's slider measures, and the class that gives its label and its track the colour.
QUANTITIES = {
    "ix": "the input x",
    "iu": "the intermediate u, or a second input",
    "iy": "the output y",
    "id": "a derivative",
    "ia": "a direction",
    "param": "a parameter, in the colour of text",
}

CSS = {
    X: "var(--ink-x)",
    U: "var(--ink-u)",
    Y: "var(--ink-y)",
    SLOPE: "var(--ink-slope)",
    TEXT: "var(--ink-text)",
    MUTED: "var(--ink-muted)",
    GRID: "var(--ink-grid)",
    PAPER: "var(--ink-paper)",
}
