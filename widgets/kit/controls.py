"""The controls a reader can move: validated declarations, read by the build, the page and the tests."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import calc
from widgets.kit.ink import QUANTITIES

Value = float | str
State = Mapping[str, Value]


@dataclass(frozen=True, kw_only=True)
class Slider:
    """A number in [start, stop].

    Its stops lie `step` apart: the arrow keys and the −/+ buttons go from stop to stop, and the prepared
    frames answer there. Live Python answers anywhere in between. On a `log` slider, `step` counts decades:
    0.5 gives two stops to each power of ten. A `whole` slider knows nothing between its stops: it counts.
    `until` names a part of the patch whose number is the last stop in this state: a walk that may be shorter than
    `stop`. `points` names a part that lists values worth going to: the keys . and , go from one to the next
    (widgets/kit/landmarks.py). `prepared` are the stops that the frames hold, where all of them would be too many.
    `ink` is one of `ink.QUANTITIES`: what the slider measures, and so its colour.
    """

    name: str
    label: str
    start: float
    stop: float
    step: float
    value: float
    ink: str = "ix"
    log: bool = False
    whole: bool = False
    until: str = ""
    points: str = ""
    prepared: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.start < self.stop:
            raise ValueError(f"slider {self.name!r}: start {self.start:g} must be below stop {self.stop:g}")
        if self.log and self.start <= 0:
            raise ValueError(f"slider {self.name!r}: start {self.start:g} must be positive on a log slider")
        if not 0 < self.step <= self.length:
            raise ValueError(f"slider {self.name!r}: step {self.step:g} must be positive and fit the range")
        if abs(self.length / self.step - self.intervals) > 1e-9:
            raise ValueError(f"slider {self.name!r}: step {self.step:g} must divide {self.start:g} … {self.stop:g}")
        if self.whole and (self.log or self.step != 1 or self.start % 1):
            raise ValueError(f"slider {self.name!r}: a whole slider has whole ends and step 1")
        if self.ink not in QUANTITIES:
            raise ValueError(
                f"slider {self.name!r}: ink {self.ink!r} is none of {', '.join(QUANTITIES)}; "
                'for an input x write ink="ix", for a parameter ink="param"'
            )
        for value in (self.value, *self.prepared):
            self.read(str(value))

    @property
    def length(self) -> float:
        """How far it is from start to stop, in the unit that `step` counts."""
        return math.log10(self.stop / self.start) if self.log else self.stop - self.start

    @property
    def intervals(self) -> int:
        return round(self.length / self.step)

    @property
    def stops(self) -> tuple[float, ...]:
        """Every stop, free of accumulated rounding: −3, −2.9, … and not −2.9000000000000004.

        On a log slider they have three significant digits: 0.1, 0.0316, 0.01, …
        """
        if self.log:
            return tuple(float(f"{self.start * 10 ** (i * self.step):.2e}") for i in range(self.intervals + 1))
        return tuple(round(self.start + i * self.step, 10) for i in range(self.intervals + 1))

    def position(self, value: float) -> float:
        """Where a value stands on the track: on a log slider, at its power of ten."""
        return math.log10(value) if self.log else value

    @property
    def allowed(self) -> str:
        return f"a {'whole ' * self.whole}number from {self.start:g} to {self.stop:g}"

    def read(self, text: str) -> float:
        """The number that `text` stands for.

        Raises `ValueError`, saying what is allowed, where it is no number or outside the range.
        """
        try:
            value = float(text.replace("−", "-"))
        except ValueError:
            value = math.nan
        if not self.start <= value <= self.stop or (self.whole and value % 1):
            raise ValueError(self.allowed)
        return value


@dataclass(frozen=True, kw_only=True)
class Select:
    """One of several options: a mapping from each key, as authors write it, to what readers see.

    With `typed`, readers and authors may also give a formula of their own in those variables.
    """

    name: str
    label: str
    options: Mapping[str, str]
    value: str
    ink: str = ""
    typed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.value not in self.options:
            raise ValueError(f"select {self.name!r}: default {self.value!r} is not among {self.allowed}")

    @property
    def allowed(self) -> str:
        own = f", or a formula in {' and '.join(self.typed)}" if self.typed else ""
        return "one of " + ", ".join(f"“{key}”" for key in self.options) + own

    def read(self, text: str) -> str:
        """The key that `text` names, or `text` itself where it is a formula and formulas are `typed`.

        Raises `ValueError`, listing what is allowed, and `calc.ParseError`, saying what is wrong where.
        """
        if text in self.options:
            return text
        if not self.typed:
            raise ValueError(self.allowed)
        for name in sorted(calc.parse(text).variables):
            if name not in self.typed:
                alone = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
                at = alone.start() if alone else max(0, text.find(name))
                raise calc.ParseError(f"{name} is not known here. Write the formula in {' and '.join(self.typed)}.", at)
        return text


Control = Slider | Select
