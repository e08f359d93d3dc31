"""A figure's frame: where data land in the SVG.

One declaration serves both sides. The build places matplotlib's axes exactly here, and `update` computes
positions from the same numbers in the browser, without matplotlib.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from widgets.kit.numbers import tick
from widgets.kit.patch import Patch
from widgets.kit.path import Point


@dataclass(frozen=True, kw_only=True)
class Axes:
    """Axes in an SVG of `width` × `height` units, with the given margins and data limits.

    With `x_labels`, x counts named things from 0: `Axes(x_labels=("cat", "dog"), xlim=(-0.5, 1.5), …)`.
    Columns rise from `base`.
    """

    xlim: tuple[float, float]
    ylim: tuple[float, float]
    width: float = 540
    height: float = 320
    left: float = 46
    right: float = 14
    top: float = 14
    bottom: float = 36
    x_intervals: int = 6
    y_intervals: int = 5
    x_labels: tuple[str, ...] = ()
    base: float = 0.0

    @classmethod
    def sheet(cls, width: float, height: float) -> "Axes":
        """A bare sheet, for a drawing rather than a plot: data are the figure's own units, from the upper left."""
        return cls(xlim=(0, width), ylim=(height, 0), width=width, height=height, left=0, right=0, top=0, bottom=0)

    def x(self, value: float) -> float:
        """The SVG's horizontal position of a data value."""
        low, high = self.xlim
        return self.left + (value - low) / (high - low) * (self.width - self.left - self.right)

    def y(self, value: float) -> float:
        """The SVG's vertical position of a data value; the SVG's y axis points down."""
        low, high = self.ylim
        return self.height - self.bottom - (value - low) / (high - low) * (self.height - self.top - self.bottom)

    def at(self, x: float, y: float) -> Point:
        """Where a point of the plane lands in the SVG."""
        return self.x(x), self.y(y)

    @property
    def tall(self) -> float:
        """The height of the plot, in the figure's units."""
        return self.height - self.top - self.bottom

    @property
    def middle(self) -> float:
        """The vertical position of the plot's middle."""
        return self.top + self.tall / 2

    def contains(self, x: float, y: float) -> bool:
        return self.xlim[0] <= x <= self.xlim[1] and self.inside(y) == y

    def inside(self, y: float) -> float:
        """The nearest height to y inside the frame; NaN stays NaN."""
        return y if math.isnan(y) else max(min(self.ylim), min(max(self.ylim), y))

    def near(self, y: float) -> bool:
        """Whether a height can matter to the picture: it has a value, and is not absurdly far outside."""
        return abs(self.inside(y) - y) < 3 * abs(self.ylim[1] - self.ylim[0])

    def samples(self, count: int = 121) -> list[float]:
        """`count` evenly spaced data values over the x axis."""
        low, high = self.xlim
        return [low + (high - low) * i / (count - 1) for i in range(count)]

    def angle(self, slope: float) -> float:
        """The angle, in degrees and as the SVG turns, at which a line of this slope is drawn."""
        across = self.x(1) - self.x(0)
        return math.degrees(math.atan2(slope * (self.y(1) - self.y(0)), across))

    def fitted(self, values: Iterable[float]) -> "Axes":
        """The same frame with y limits that hold the values and put every tick on a round number.

        What is a million times as large as most leaves the picture (near a pole, the rest would be squeezed flat), and
        so does what is beyond 10¹⁵.
        """
        known = sorted((value for value in values if abs(value) < 1e15), key=abs)
        most = 1e6 * max(1.0, abs(known[len(known) // 2])) if known else 0.0
        finite = [value for value in known if abs(value) <= most] or [0.0, 1.0]
        return replace(self, ylim=round_limits(min(finite), max(finite), self.y_intervals))

    def x_ticks(self) -> list[float]:
        if self.x_labels:
            return [float(i) for i in range(len(self.x_labels))]
        low, high = self.xlim
        return [low + (high - low) * i / self.x_intervals for i in range(self.x_intervals + 1)]

    def y_ticks(self) -> list[float]:
        low, high = self.ylim
        return [low + (high - low) * i / self.y_intervals for i in range(self.y_intervals + 1)]

    def y_labels(self) -> Patch:
        """The y axis' tick labels, `ytick0` at the bottom."""
        ticks = self.y_ticks()
        return {f"ytick{i}.text": tick(value, abs(ticks[1] - ticks[0])) for i, value in enumerate(ticks)}


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
