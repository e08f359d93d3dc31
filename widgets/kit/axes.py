"""A figure's frame: where data land in the SVG.

One declaration serves both sides. The build places matplotlib's axes exactly here, and `update` computes
positions from the same numbers in the browser, without matplotlib.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from widgets.kit.numbers import tick
from widgets.kit.patch import Patch


@dataclass(frozen=True, kw_only=True)
class Axes:
    """Axes in an SVG of `width` × `height` units, with the given margins and data limits."""

    xlim: tuple[float, float]
    ylim: tuple[float, float]
    width: float = 480
    height: float = 320
    left: float = 44
    right: float = 14
    top: float = 14
    bottom: float = 30
    x_intervals: int = 6
    y_intervals: int = 5

    def x(self, value: float) -> float:
        """The SVG's horizontal position of a data value."""
        low, high = self.xlim
        return self.left + (value - low) / (high - low) * (self.width - self.left - self.right)

    def y(self, value: float) -> float:
        """The SVG's vertical position of a data value; the SVG's y axis points down."""
        low, high = self.ylim
        return self.height - self.bottom - (value - low) / (high - low) * (self.height - self.top - self.bottom)

    def contains(self, x: float, y: float) -> bool:
        return self.xlim[0] <= x <= self.xlim[1] and self.ylim[0] <= y <= self.ylim[1]

    def samples(self, count: int = 161) -> list[float]:
        """`count` evenly spaced data values over the x axis."""
        low, high = self.xlim
        return [low + (high - low) * i / (count - 1) for i in range(count)]

    def path(self, points: Iterable[tuple[float, float]]) -> str:
        """The points as an SVG path. It breaks where a value is not finite; far outside is cut off."""
        low, high = self.ylim
        margin = high - low
        commands: list[str] = []
        pen = "M"
        for x, y in points:
            if not math.isfinite(y):
                pen = "M"
                continue
            inside = min(max(y, low - margin), high + margin)
            commands.append(f"{pen}{self.x(x):.0f} {self.y(inside):.1f}")
            pen = "L"
        return "".join(commands)

    def tangent(self, x: float, y: float, slope: float, reach: float = 62) -> str:
        """A piece of the line through (x, y) with this slope, `reach` units long to either side."""
        if not (math.isfinite(y) and math.isfinite(slope)):
            return ""
        dx, dy = self.x(x + 1) - self.x(x), self.y(y + slope) - self.y(y)
        scale = reach / math.hypot(dx, dy)
        cx, cy, dx, dy = self.x(x), self.y(y), dx * scale, dy * scale
        return f"M{cx - dx:.1f} {cy - dy:.1f}L{cx + dx:.1f} {cy + dy:.1f}"

    def fitted(self, values: Iterable[float]) -> "Axes":
        """The same frame with y limits that hold the values and put every tick on a round number."""
        finite = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
        return replace(self, ylim=round_limits(min(finite), max(finite), self.y_intervals))

    def x_ticks(self) -> list[float]:
        low, high = self.xlim
        return [low + (high - low) * i / self.x_intervals for i in range(self.x_intervals + 1)]

    def y_ticks(self) -> list[float]:
        low, high = self.ylim
        return [low + (high - low) * i / self.y_intervals for i in range(self.y_intervals + 1)]

    def y_labels(self) -> Patch:
        """The y axis' tick labels, `ytick0` at the bottom."""
        ticks = self.y_ticks()
        return {f"ytick{i}.text": tick(value, ticks[1] - ticks[0]) for i, value in enumerate(ticks)}


def round_limits(low: float, high: float, intervals: int) -> tuple[float, float]:
    """Limits around [low, high] whose `intervals` equal parts begin and end on round numbers."""
    if high - low < 1e-9 * max(1.0, abs(low), abs(high)):
        low, high = low - 1, high + 1
    exponent = math.floor(math.log10((high - low) / intervals))
    for decade in (10.0**exponent, 10.0 ** (exponent + 1)):
        for factor in (1, 2, 2.5, 5):
            step = factor * decade
            first = math.floor(low / step + 1e-9) * step
            if first + intervals * step >= high - 1e-9 * step:
                return first, first + intervals * step
    raise AssertionError("ten times the spread always holds the values")
