"""A function of x and y as a landscape: its values, its slopes at a point, and what kind of ground that is."""

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import calc
from widgets.kit.axes import round_limits
from widgets.kit.defined import defined
from widgets.kit.numbers import decimal

REACH = 4.0  # the map goes from −REACH to REACH both ways
COORDINATES = tuple(-REACH + REACH * i / 24 for i in range(49))


class Ground(StrEnum):
    """What a point is, as far as slopes go, and the sentence that says so."""

    SLOPE = "The ground slopes."
    HOLLOW = "The gradient is zero: a hollow, where every way leads up."
    SUMMIT = "The gradient is zero: a summit, where every way leads down."
    SADDLE = "The gradient is zero: a saddle, up some ways and down others."
    FLOOR = "The gradient is zero: the ground is level."
    KINK = "A kink: the slopes on its two sides differ, so there is no gradient here."
    NO_GRADIENT = "No tilted plane fits the ground here, so there is no gradient."
    NO_VALUE = "f has no value here, so it has no slopes either."


@dataclass(frozen=True)
class Land:
    """Everything about f that does not depend on the point."""

    f: calc.Expression
    rows: tuple[tuple[float, ...], ...]  # rows[j][i] = f(COORDINATES[i], COORDINATES[j]), NaN where undefined
    arrow: float  # the scale at which gradients are drawn: 1, ½, ⅕, ⅒, … of their length

    def at(self, x: float, y: float) -> float:
        """f(x, y), NaN where it has no value."""
        return defined(self.f.evaluate, {"x": x, "y": y})

    def gradient(self, x: float, y: float) -> tuple[float, float]:
        """(∂f/∂x, ∂f/∂y) by the rules; NaN where they give none. At a kink it is what code uses."""
        try:
            found = calc.gradient(self.f, {"x": x, "y": y})
        except (calc.DomainError, OverflowError):
            return math.nan, math.nan
        return found["x"], found["y"]

    def heights(self) -> tuple[float, float]:
        """The range of f; where its peaks would dwarf the rest (1/x, e^xy), that of the middle nine tenths."""
        values = sorted(value for row in self.rows for value in row if math.isfinite(value) and abs(value) < 1e15)
        if not values:
            return 0.0, 1.0
        cut = len(values) // 20
        low, high = values[cut], values[-cut - 1]
        return (low, high) if values[-1] - values[0] > 4 * (high - low) > 0 else (values[0], values[-1])

    def limits(self, intervals: int) -> tuple[float, float]:
        """Limits for an axis of heights, with that many equal parts between round numbers."""
        return round_limits(*self.heights(), intervals)


@dataclass(frozen=True)
class Place:
    """f at a point: its value, its partial derivatives (NaN where there are none), and the kind of ground."""

    x: float
    y: float
    value: float
    dx: float
    dy: float
    ground: Ground

    @property
    def smooth(self) -> bool:
        """Whether there is a gradient: at a kink there may be one partial derivative and yet no gradient."""
        return self.ground not in (Ground.KINK, Ground.NO_GRADIENT, Ground.NO_VALUE)

    @property
    def steepness(self) -> float:
        """|∇f|, by Pythagoras."""
        return math.hypot(self.dx, self.dy) if self.smooth else math.nan

    @property
    def uphill(self) -> float:
        """The direction of the gradient, in degrees anticlockwise from east, 0 to 360."""
        return math.degrees(math.atan2(self.dy, self.dx)) % 360

    def along(self, degrees: float) -> float:
        """The directional derivative ∇f·v for the unit vector v in that direction; NaN without a gradient."""
        if not self.smooth:
            return math.nan
        angle = math.radians(degrees)
        return self.dx * math.cos(angle) + self.dy * math.sin(angle)


def written(slope: float) -> str:
    """A slope with two decimals; what rounding leaves of an exact zero counts as zero."""
    return decimal(0.0 if abs(slope) < 5e-5 else slope)


@lru_cache(maxsize=16)
def survey(formula: str) -> Land:
    """The landscape of the function that `formula` writes in x and y."""
    f = calc.parse(formula)
    bare = Land(f, (), 1.0)
    rows = tuple(tuple(bare.at(x, y) for x in COORDINATES) for y in COORDINATES)
    lengths = sorted(math.hypot(*bare.gradient(x, y)) for x in COORDINATES[6::6] for y in COORDINATES[6::6])
    finite = [length for length in lengths if math.isfinite(length)] or [1.0]
    return Land(f, rows, _round_scale(1.8 / max(finite[len(finite) * 4 // 5], 1e-9)))


def _round_scale(largest: float) -> float:
    """The largest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that is not above `largest`."""
    decade = 10.0 ** math.floor(math.log10(largest))
    return max(step for step in (1, 2, 5) if step * decade <= largest * (1 + 1e-9)) * decade


@lru_cache(maxsize=256)
def visit(formula: str, x: float, y: float) -> Place:
    """The landscape at one point."""
    land = survey(formula)
    value = land.at(x, y)
    if math.isnan(value):
        return Place(x, y, value, math.nan, math.nan, Ground.NO_VALUE)
    east, north, *diagonals = (_slope(land, x, y, *way) for way in ((1, 0), (0, 1), (1, 1), (1, -1)))
    dx, dy = (math.nan if slope is None or slope.value is None else slope.value for slope in (east, north))
    if any(slope and slope.kind == "corner" for slope in (east, north, *diagonals)):
        return Place(x, y, value, dx, dy, Ground.KINK)
    if not all(_agrees(slope, along) for slope, along in zip(diagonals, (dx + dy, dx - dy), strict=True)):
        return Place(x, y, value, dx, dy, Ground.NO_GRADIENT)
    if math.hypot(dx, dy) > 1e-9:
        return Place(x, y, value, dx, dy, Ground.SLOPE)
    return Place(x, y, value, 0.0, 0.0, _level(land, x, y, value))


def _slope(land: Land, x: float, y: float, east: int, north: int) -> calc.Slope | None:
    """The slope as one walks in a direction; None where it cannot be told."""
    try:
        return calc.slope_along(land.f, {"x": x, "y": y}, {"x": east, "y": north})
    except (calc.DomainError, OverflowError):
        return None


def _agrees(slope: calc.Slope | None, gradient: float) -> bool:
    """Whether the slope along a diagonal is what the two partial derivatives add up to: there is a gradient then."""
    value = math.nan if slope is None or slope.value is None else slope.value
    return math.isclose(value, gradient, rel_tol=1e-6, abs_tol=1e-6)


def _level(land: Land, x: float, y: float, value: float) -> Ground:
    """Level ground, told apart by sixteen steps around it."""
    around = [land.at(x + 0.01 * math.cos(k * math.pi / 8), y + 0.01 * math.sin(k * math.pi / 8)) for k in range(16)]
    slack = 1e-12 * max(1.0, abs(value))
    up, down = (sum(sign * (near - value) > slack for near in around) for sign in (1, -1))
    if up and down:
        return Ground.SADDLE
    return Ground.HOLLOW if up == 16 else Ground.SUMMIT if down == 16 else Ground.FLOOR
