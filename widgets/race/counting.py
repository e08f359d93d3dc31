"""What each way to all slopes of a formula costs, counted in runs of the formula."""

import math
from dataclasses import dataclass

FORWARD, REVERSE = 2, 3
"""How many runs one pass takes here: its value and its slopes. It is never more than 2.5 forwards and 4 back.

Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008, chapter 4.
"""
UNITS = ((86_400 * 365.25, "years"), (86_400, "days"), (3_600, "hours"), (60, "minutes"), (1, "seconds"))
NUMBERS = {1_000_000_000_000: "a million million", 1_000_000_000: "a thousand million", 1_000_000: "a million"}


@dataclass(frozen=True)
class Lane:
    """So many passes, each of so many runs; a run takes a second."""

    passes: int
    runs: int

    @property
    def seconds(self) -> int:
        return self.passes * self.runs

    @property
    def magnitude(self) -> float:
        """The power of ten of its seconds."""
        return math.log10(self.seconds)


@dataclass(frozen=True)
class Costs:
    """n inputs and m outputs: n·m slopes."""

    inputs: int
    outputs: int

    @property
    def nudging(self) -> Lane:
        """One run as it is, and one for each input nudged."""
        return Lane(self.inputs + 1, 1)

    @property
    def forward(self) -> Lane:
        """One pass for each input: all outputs at once."""
        return Lane(self.inputs, FORWARD)

    @property
    def reverse(self) -> Lane:
        """One pass for each output: all inputs at once."""
        return Lane(self.outputs, REVERSE)

    @property
    def verdict(self) -> str:
        """How the two modes compare; nudging has the error of its h besides, and does not race."""
        back, forth = self.reverse.seconds, self.forward.seconds
        if back == forth:
            return "forward and reverse mode take equally long."
        fast, slow = ("reverse", "forward") if back < forth else ("forward", "reverse")
        return f"{fast} mode is {_ratio(max(back, forth) / min(back, forth))} as fast as {slow} mode."


def _ratio(times: float) -> str:
    """To a tenth where that says more: 1.3 times, twice, 667 times."""
    text = counted(round(times)) if times >= 10 else f"{times:.1f}".removesuffix(".0")
    return "twice" if text == "2" else f"{text} times"


def counted(number: int) -> str:
    """A whole number as the page writes it, in groups of three."""
    return f"{number:,}"


def in_words(number: int) -> str:
    """A number of slopes, in words where it has many noughts."""
    return NUMBERS.get(number, counted(number))


def duration(seconds: int) -> str:
    """Seconds in the unit that suits them: 11.6 days, 3 seconds."""
    length, unit = next((length, unit) for length, unit in UNITS if seconds >= length)
    count = seconds / length
    text = f"{count:.1f}".removesuffix(".0") if count < 100 else f"{count:,.0f}"
    return f"{text} {unit if text != '1' else unit[:-1]}"
