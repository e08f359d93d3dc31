"""Points of a curve worth going to: zeros, flat points, kinks. Keys on the slider go from one to the next."""

from dataclasses import dataclass
from functools import lru_cache

import calc
from widgets.kit.numbers import short
from widgets.kit.patch import Patch

NEAR = 1e-9  # how well a browser keeps such a place: ten decimals
ONE = 1e-6  # nearer places are one, found twice: where a curve touches 0, a search can tell the zero no better
MOST = 8  # so many are written out
ZERO = "a zero"
FLAT = {"minimum": "a flat lowest point", "maximum": "a flat highest point", "saddle": "a flat point"}
BREAKS = {"kink": "a kink", "jump": "a jump", "pole": "no value", "hole": "no value", "end": "the end of the curve"}
UPRIGHT = {"vertical": "an upright tangent", "cusp": "an upright point"}  # a break without a slope that is no corner


@dataclass(frozen=True)
class Landmarks:
    """What is found on a curve from one end of a slider to the other: where, and what is there."""

    found: tuple[tuple[float, tuple[str, ...]], ...]
    flats: tuple[float, ...]
    variable: str

    @property
    def places(self) -> tuple[tuple[float, str], ...]:
        """Where, and all that is there in words."""
        return tuple((at, ", ".join(words)) for at, words in self.found)

    def level(self, x: float, slope: float) -> float:
        """The slope at x, and exactly 0 at a flat point, whose place is only known to some decimals."""
        return 0.0 if any(abs(x - at) < NEAR for at in self.flats) else slope

    def patch(self, x: float) -> Patch:
        """The parts `landmarks`, all that is found, which a slider names in `points`, and `here`, what is found at x.

        Of a kink, or a place without a value, the widget has more to say itself.
        """
        more_said = {*BREAKS.values(), *UPRIGHT.values()}
        here = [word for at, words in self.found if abs(x - at) < NEAR for word in words if word not in more_said]
        told = [f"{short(round(at, 2))} ({what})" for at, what in self.places]
        more = ["…"] if len(told) > MOST else []
        return {
            "landmarks.text": "; ".join(told[:MOST] + more) or "none on this curve",
            "landmarks.points": " ".join(f"{round(at, 10):.12g}" for at, _ in self.places),
            "here.text": f"{self.variable} = {short(round(x, 2))}: {', '.join(here)}." if here else "",
        }


@lru_cache(maxsize=64)
def landmarks(curve: calc.Expression, start: float, stop: float, variable: str = "x") -> Landmarks:
    """What is found on the curve of a formula in one variable between the ends of its slider."""
    found = calc.analyse(curve, variable, (start, stop))
    words: dict[float, list[str]] = {}

    def add(at: float, word: str) -> None:
        near = next((place for place in words if abs(place - at) < ONE), at)
        words.setdefault(near, []).append(word)

    for flat in found.flats:
        words[flat.at] = []  # of one place found twice, this is the more exact
    for at in found.zeros:
        add(at, ZERO)
    for flat in found.flats:
        words[flat.at].append(FLAT[flat.kind])
    for each in found.breaks:
        upright = each.slope and UPRIGHT.get(each.slope.kind)
        add(each.at, upright or BREAKS[each.kind])
    inside = {at: tuple(what) for at, what in words.items() if start <= at <= stop}
    return Landmarks(tuple(sorted(inside.items())), tuple(flat.at for flat in found.flats), variable)
