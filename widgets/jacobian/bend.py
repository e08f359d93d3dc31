"""The maps of the plane that the Jacobian's widget bends it by, and the straight stand-in for one near a point."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import calc
from widgets.kit.axes import Axes
from widgets.kit.path import Point

# What authors write → (what readers see, u₁, u₂); below, the part of the plane that
# holds the image of the grid and of the largest square, one unit as long across as up.
MAPS = {
    "product-difference": ("product and difference", "x1*x2", "x2 - x1"),
    "linear": ("linear", "x1 - x2/2", "x1/2 + x2"),
    "squares": ("squares", "x1^2", "x2^2"),
    "polar": ("polar", "x1*cos(x2)", "x1*sin(x2)"),
    "layer": ("a tanh layer", "tanh((x1 - x2)/2)", "tanh((x1 + x2 - 4)/2)"),
}
LIMITS = {
    "product-difference": ((0.0, 16.0), (-8.0, 8.0)),
    "linear": ((-2.0, 6.0), (-1.0, 7.0)),
    "squares": ((0.0, 16.0), (0.0, 16.0)),
    "polar": ((-5.0, 5.0), (-5.0, 5.0)),
    "layer": ((-1.5, 1.5), (-1.5, 1.5)),
}
RANGE = (0.0, 4.0)
OUTPUT = Axes(
    xlim=RANGE, ylim=RANGE, width=300, height=296, left=34, right=12, top=12, bottom=30, x_intervals=2, y_intervals=2
)


@dataclass(frozen=True)
class Bend:
    """A map of the plane, its two formulas, and axes that hold the image of the grid."""

    inner: dict[str, calc.Expression]
    axes: Axes

    def __call__(self, point: Point) -> Point:
        at = {"x1": point[0], "x2": point[1]}
        return self.inner["u1"].evaluate(at), self.inner["u2"].evaluate(at)


@lru_cache(maxsize=16)
def bend(key: str) -> Bend:
    """The map of this name."""
    inner = {name: calc.parse(text) for name, text in zip(("u1", "u2"), MAPS[key][1:], strict=True)}
    return Bend(inner, replace(OUTPUT, xlim=LIMITS[key][0], ylim=LIMITS[key][1]))


def straight(J: calc.Matrix, u: Point, x: Point, at: Point) -> Point:
    """u + J·(at − x): where the stand-in puts a point near x."""
    moved = calc.matmul(J, [[at[0] - x[0]], [at[1] - x[1]]])
    return u[0] + moved[0][0], u[1] + moved[1][0]


def miss(image: Bend, J: calc.Matrix, x: Point, h: float) -> float:
    """How far the stand-in puts the far corner of a square with side h from its true image."""
    corner = x[0] + h, x[1] + h
    return math.dist(image(corner), straight(J, image(x), x, corner))
