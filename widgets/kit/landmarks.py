"""Points of a curve worth going to: zeros, flat points, kinks. Keys on the slider go from one to the next."""

from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.numbers import short
from widgets.kit.patch import Patch

NEAR = 1e-9  # how well a browser keeps such a place: ten decimals
MOST = 8  # so many are written out
ZERO = "a zero"
FLAT = {"minimum": "a flat lowest point", "maximum": "a flat highest point", "saddle": "a flat point"}
BREAKS = {"kink": "a kink", "jump": "a jump", "pole": "no value", "hole": "no value", "end": "the end of the curve"}


@dataclass(frozen=True)
class Landmarks:
    """What is found on a curve from one end of a slider to the other: where, and what is there."""

    places: tuple[tuple[float, str], ...]
    flats: tuple[float, ...]
    variable: str

    def level(self, x: float, slope: float) -> float:
        """The slope at x, and exactly 0 at a flat point, whose place is only known to some decimals."""
        return 0.0 if any(abs(x - at) < NEAR for at in self.flats) else slope

    def patch(self, x: float) -> Patch:
        """The parts `landmarks`, all that is found, which a slider names in `points`, and `here`, what is found at x.

        Of a kink, or a place without a value, the widget has more to say itself.
        """
        here = [what for at, what in self.places if abs(x - at) < NEAR and what not in BREAKS.values()]
        told = [f"{short(round(at, 2))} ({what})" for at, what in self.places]
        more = ["…"] if len(told) > MOST else []
        return {
            "landmarks.text": "; ".join(told[:MOST] + more) or "none on this curve",
            "landmarks.points": " ".join(f"{round(at, 10):.12g}" for at, _ in self.places),
            "here.text": "".join(f"{self.variable} = {short(round(x, 2))}: {what}." for what in here),
        }


@lru_cache(maxsize=64)
def landmarks(curve: calc.Expression, start: float, stop: float, variable: str = "x") -> Landmarks:
    """What is found on the curve of a formula in one variable between the ends of its slider."""
    found = calc.analyse(curve, variable, (start, stop))
    words: dict[float, list[str]] = {}
    for at in found.zeros:
        words.setdefault(at, []).append(ZERO)
    for flat in found.flats:
        words.setdefault(flat.at, []).append(FLAT[flat.kind])
    for each in found.breaks:
        words.setdefault(each.at, []).append(BREAKS[each.kind])
    inside = {at: ", ".join(what) for at, what in words.items() if start <= at <= stop}
    return Landmarks(tuple(sorted(inside.items())), tuple(flat.at for flat in found.flats), variable)
