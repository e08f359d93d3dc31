"""The controls a reader can move: validated declarations, read by the build, the page and the tests."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Value = float | str
State = Mapping[str, Value]


@dataclass(frozen=True, kw_only=True)
class Slider:
    """A number in [start, stop].

    Its stops lie `step` apart: the arrow keys and the −/+ buttons go from stop to stop, and the prepared
    frames answer there. Live Python answers anywhere in between.
    """

    name: str
    label: str
    start: float
    stop: float
    step: float
    value: float
    ink: str = "ix"

    def __post_init__(self) -> None:
        if not self.start < self.stop:
            raise ValueError(f"slider {self.name!r}: start {self.start:g} must be below stop {self.stop:g}")
        if not 0 < self.step <= self.stop - self.start:
            raise ValueError(f"slider {self.name!r}: step {self.step:g} must be positive and fit the range")
        if abs((self.stop - self.start) / self.step - self.intervals) > 1e-9:
            raise ValueError(f"slider {self.name!r}: step {self.step:g} must divide {self.start:g} … {self.stop:g}")
        self.read(str(self.value))

    @property
    def intervals(self) -> int:
        return round((self.stop - self.start) / self.step)

    @property
    def stops(self) -> tuple[float, ...]:
        """Every stop, free of accumulated rounding: −3, −2.9, … and not −2.9000000000000004."""
        return tuple(round(self.start + i * self.step, 10) for i in range(self.intervals + 1))

    @property
    def allowed(self) -> str:
        return f"a number from {self.start:g} to {self.stop:g}"

    def read(self, text: str) -> float:
        """The number that `text` stands for.

        Raises `ValueError`, saying what is allowed, where it is no number or outside the range.
        """
        try:
            value = float(text.replace("−", "-"))
        except ValueError:
            value = math.nan
        if not self.start <= value <= self.stop:
            raise ValueError(self.allowed)
        return value


@dataclass(frozen=True, kw_only=True)
class Select:
    """One of several options: a mapping from each key, as authors write it, to what readers see."""

    name: str
    label: str
    options: Mapping[str, str]
    value: str
    ink: str = ""

    def __post_init__(self) -> None:
        if self.value not in self.options:
            raise ValueError(f"select {self.name!r}: default {self.value!r} is not among {self.allowed}")

    @property
    def allowed(self) -> str:
        return "one of " + ", ".join(f"“{key}”" for key in self.options)

    def read(self, text: str) -> str:
        """The key that `text` names. Raises `ValueError`, listing what is allowed."""
        if text not in self.options:
            raise ValueError(self.allowed)
        return text


Control = Slider | Select
