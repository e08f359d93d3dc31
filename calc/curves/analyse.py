"""All that is worth pointing at on the curve of a formula in one variable."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from calc.curves.events import events
from calc.curves.limits import limit
from calc.curves.roots import Sampled, edges, grid, nice, zeros
from calc.derivatives.differentiate import differentiate
from calc.derivatives.sides import Slope, slope_at
from calc.errors import DomainError, SizeError
from calc.formulas.expression import Expression

SAMPLES = 401
MOST_EVENTS = 60
SAME = 1e-7

Feature = Literal["kink", "jump", "pole", "hole", "end"]


@dataclass(frozen=True, slots=True)
class Break:
    """A point where the curve is not smooth. ``left`` and ``right`` are the limits of the value, ±inf at a pole and
    None where there is no curve; ``value`` is the value itself, None where there is none, ``slope`` that of a kink.
    """

    at: float
    kind: Feature
    left: float | None
    right: float | None
    value: float | None
    slope: Slope | None = None

    @property
    def limit(self) -> float | None:
        """The two-sided limit, if there is one."""
        if self.left is None or self.right is None or not math.isfinite(self.left):
            return None
        return self.left if math.isclose(self.left, self.right, rel_tol=SAME, abs_tol=SAME) else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval on which the formula has values; it ends at ``start`` and ``stop``, or goes on (±inf)."""

    start: float
    stop: float
    has_start: bool
    has_stop: bool


@dataclass(frozen=True, slots=True)
class Flat:
    """A point where the slope is 0."""

    at: float
    value: float
    kind: Literal["minimum", "maximum", "saddle"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a curve does between the bounds ``searched``; ``xlim`` and ``ylim`` frame what is worth seeing."""

    searched: tuple[float, float]
    domain: tuple[Stretch, ...]
    zeros: tuple[float, ...]
    flats: tuple[Flat, ...]
    breaks: tuple[Break, ...]
    xlim: tuple[float, float]
    ylim: tuple[float, float]

    def of(self, kind: Feature) -> tuple[Break, ...]:
        """The breaks of one kind."""
        return tuple(b for b in self.breaks if b.kind == kind)


def analyse(expression: Expression, variable: str = "x", searched: tuple[float, float] = (-10.0, 10.0)) -> Analysis:
    """Domain, zeros, flat points, kinks, jumps, poles, holes and a good window, searched for between two bounds.

    Places are found from the formula's parts (what it divides by, what meets a kink or a domain's end) and from 401
    samples, so that of a formula that turns oftener than that some are missed. Raises ValueError for a formula in
    several variables, or bounds that are not in order.
    """
    others = [name for name in expression.variables if name != variable]
    if others:
        raise ValueError(f"{expression} has the variables {', '.join(expression.variables)}: only {variable} may vary.")
    if not (math.isfinite(searched[0]) and math.isfinite(searched[1]) and searched[0] < searched[1]):
        raise ValueError(f"The bounds are two finite numbers, the smaller first, not {searched[0]} and {searched[1]}.")
    return _Search(expression, variable, searched).run()


class _Search:
    def __init__(self, expression: Expression, variable: str, searched: tuple[float, float]) -> None:
        self.expression = expression
        self.variable = variable
        self.searched = searched
        self.xs = grid(*searched, SAMPLES)
        self.sampled: Sampled = expression.values
        self.ys = self.sampled(self.xs)

    def f(self, x: float) -> float:
        return self.sampled([x])[0]

    def run(self) -> Analysis:
        places = self._inside(edges(self.sampled, self.xs, self.ys))
        for event in events(self.expression)[:MOST_EVENTS]:
            places += zeros(event.values, self.xs, event.values(self.xs))
        breaks = tuple(b for b in map(self._break, _distinct(places)) if b)
        flats = self._flats([b.at for b in breaks])
        roots = [x for x in zeros(self.sampled, self.xs, self.ys) if self.f(x) == self.f(x)]
        level = all(y == 0 for y in self.ys)
        found = Analysis(
            self.searched,
            self._domain(breaks),
            () if level else tuple(_distinct(roots)),
            flats,
            breaks,
            self.searched,
            (0.0, 0.0),
        )
        xlim = self._xlim(found)
        return Analysis(self.searched, found.domain, found.zeros, flats, breaks, xlim, self._ylim(xlim, found))

    def _inside(self, places: Sequence[float]) -> list[float]:
        return [x for x in places if self.searched[0] <= x <= self.searched[1]]

    def _break(self, at: float) -> Break | None:
        left, right = limit(self.f, at, -1), limit(self.f, at, 1)
        value = self.f(at)
        here = None if value != value else value
        sides = [side for side in (left, right) if side is not None]
        if any(math.isinf(side) for side in sides):
            return Break(at, "pole", left, right, here if here is not None and abs(here) < 1e12 else None)
        if not sides:
            near = 1e-5 * max(1.0, abs(at))
            torn = here is None and self.f(at - near) == self.f(at - near) and self.f(at + near) == self.f(at + near)
            return Break(at, "hole", None, None, None) if torn else None
        if here is None and len(sides) == 2:
            same = math.isclose(sides[0], sides[1], rel_tol=SAME, abs_tol=SAME)
            return Break(at, "hole" if same else "jump", left, right, None)
        if len(sides) < 2:
            return Break(at, "end", left, right, here)
        assert here is not None
        if not all(math.isclose(side, here, rel_tol=1e-5, abs_tol=1e-5) for side in sides):
            return Break(at, "jump", left, right, here)
        slope = slope_at(self.expression, at)
        if slope.kind == "smooth":
            return None
        kinds: dict[str, Feature] = {"jump": "jump", "end": "end"}
        return Break(at, kinds.get(slope.kind, "kink"), here, here, here, slope)

    def _flats(self, breaks: list[float]) -> tuple[Flat, ...]:
        try:
            slope = differentiate(self.expression, self.variable).result
        except SizeError:
            return ()
        heights = slope.values(self.xs)
        if all(h == 0 for h in heights if h == h):
            return ()
        flats = []
        for x in _distinct(zeros(slope.values, self.xs, heights)):
            value = self.f(x)
            if value != value or any(abs(x - b) < 1e-9 for b in breaks) or not self._is_level(x):
                continue
            step = 1e-4 * max(1.0, abs(x))
            before, after = slope.values([x - step, x + step])
            kind: Literal["minimum", "maximum", "saddle"] = (
                "minimum" if before < 0 < after else "maximum" if before > 0 > after else "saddle"
            )
            if before == 0 or after == 0:  # A level stretch is no point.
                continue
            flats.append(Flat(x, value, kind))
        return tuple(flats)

    def _is_level(self, x: float) -> bool:
        try:
            slope = slope_at(self.expression, x).value
        except DomainError:
            return False
        return slope is not None and abs(slope) < 1e-6

    def _domain(self, breaks: tuple[Break, ...]) -> tuple[Stretch, ...]:
        start, stop = self.searched
        cuts = [b for b in breaks if b.value is None or b.kind == "end"]
        bounds = [start, *[b.at for b in cuts if start < b.at < stop], stop]
        known = {b.at: b for b in cuts}
        stretches: list[Stretch] = []
        for a, b in pairwise(bounds):
            if self.f((a + b) / 2 + (b - a) * 1e-3) != self.f((a + b) / 2 + (b - a) * 1e-3):
                continue
            has_start, has_stop = (x not in known or known[x].value is not None for x in (a, b))
            if stretches and stretches[-1].stop == a and has_start:
                stretches[-1] = Stretch(stretches[-1].start, b, stretches[-1].has_start, has_stop)
            else:
                stretches.append(Stretch(a, b, has_start, has_stop))
        return tuple(
            Stretch(
                -math.inf if s.start == start and start not in known else s.start,
                math.inf if s.stop == stop and stop not in known else s.stop,
                s.has_start and not (s.start == start and start not in known),
                s.has_stop and not (s.stop == stop and stop not in known),
            )
            for s in stretches
        )

    def _xlim(self, found: Analysis) -> tuple[float, float]:
        """Around the points found, the nearest to 0 if they are many."""
        points = sorted({*found.zeros, *[flat.at for flat in found.flats], *[b.at for b in found.breaks]}, key=abs)[:7]
        if not points:
            points = [s.start if math.isfinite(s.start) else s.stop for s in found.domain]
            points = [x for x in points if math.isfinite(x)] or [0.0]
        low, high = min(points), max(points)
        pad = max(2.0, 0.6 * (high - low))
        return max(self.searched[0], math.floor(low - pad)), min(self.searched[1], math.ceil(high + pad))

    def _ylim(self, xlim: tuple[float, float], found: Analysis) -> tuple[float, float]:
        """All of it, but for the tenth that runs away at poles and far out."""
        ys = sorted(y for y in self.sampled(grid(*xlim, 201)) if y == y)
        if not ys:
            return -1.0, 1.0
        cut = len(ys) // 20
        kept = [ys[cut], ys[-1 - cut], *[flat.value for flat in found.flats if xlim[0] <= flat.at <= xlim[1]]]
        low, high = min(*kept, 0.0), max(*kept, 0.0)
        pad = 0.1 * (high - low) or 1.0
        return low - pad, high + pad


def _distinct(places: Sequence[float]) -> list[float]:
    """In order, each once; of two that differ by rounding the shorter number."""
    kept: list[float] = []
    for x in sorted(map(nice, places)):
        if not kept or x - kept[-1] > 1e-7 * max(1.0, abs(x)):
            kept.append(x)
    return kept
