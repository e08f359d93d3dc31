"""A logarithmic axis for sizes that vary over hundreds of decades, with a place of its own for zero."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from widgets.kit.axes import Axes
from widgets.kit.numbers import power_of_ten
from widgets.kit.patch import Patch

# Decades from one grid line to the next; the last ones hold every float there is.
STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200)
SLACK = 0.05  # of a grid cell: 9.5×10⁻⁷ may hang a hair below the line of 10⁻⁶ rather than halve the scale


@dataclass(frozen=True)
class Decades:
    """The frame of `axes`, whose y axis counts decades: 0 is size 1, −3 is a thousandth.

    A logarithmic scale has no zero. Where one is shown, the lowest grid line stands for it, and every other
    size lies above the grid line after that.
    """

    axes: Axes
    zero: bool

    def height(self, size: float) -> float:
        """Where a size, at least 0, stands on the y axis."""
        return math.log10(size) if size else self.axes.ylim[0]

    def y(self, size: float) -> float:
        """The SVG's vertical position of a size."""
        return self.axes.y(self.height(size))

    @property
    def floor(self) -> float:
        """The lowest grid line, where a bar that falls to zero ends."""
        return self.axes.y(self.axes.ylim[0])

    def labels(self, prefix: str) -> Patch:
        """The grid lines' labels, `prefix0` at the bottom."""
        texts = [power_of_ten(round(exponent)) for exponent in self.axes.y_ticks()]
        if self.zero:
            texts[0] = "0"
        return {f"{prefix}{i}.text": text for i, text in enumerate(texts)}


def fit(axes: Axes, sizes: Iterable[float]) -> Decades:
    """The finest even scale that shows all the sizes and 1 with them; the room left over lies around them.

    Sizes are finite and at least 0.
    """
    known = list(sizes)
    logs = [0.0, *(math.log10(size) for size in known if size)]
    zero = 0 in known
    for step in STEPS:
        first, last = math.floor(min(logs) / step + SLACK), math.ceil(max(logs) / step - SLACK)
        spare = axes.y_intervals - zero - (last - first)
        if spare >= 0:
            break
    low = (first - spare // 2 - zero) * step
    return Decades(replace(axes, ylim=(low, low + step * axes.y_intervals)), zero)
