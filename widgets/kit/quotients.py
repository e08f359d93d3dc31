"""Difference quotients at one point: the exact slope to compare them with, and what they do as h shrinks."""

import math
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import calc
from calc import Expression
from widgets.kit.defined import defined
from widgets.kit.numbers import short

EPSILON = 2.0**-52  # the gap between 1 and the next float


class Finding(Enum):
    """What the quotients at one x do as h shrinks."""

    NO_VALUE = "f has no value at x"
    KINK = "the two sides approach different numbers"
    ONE_SIDED = "f has no value on one side of x"
    STEEP = "the quotients grow without bound"
    NO_SLOPE = "the rules give no slope, for another reason"
    CONVENTION = "both sides approach the slope, and code says another, by its choice at a kink"
    SMOOTH = "both sides approach the slope"


@dataclass(frozen=True)
class Study:
    """Everything about f at x that does not depend on h.

    `slope` is f′(x), from the rules where they give it, NaN where there is none. `right(h)`, `left(h)` and
    `central(h)` are the quotients, NaN where f has no value.
    """

    formula: str
    f: Expression
    x: float
    y: float
    slope: float
    finding: Finding
    best: float  # the h at which bend and rounding cost the one-sided quotient about the same; 0 or ∞ at extremes

    @property
    def straight(self) -> bool:
        """Whether a step as wide as 1 gives the slope too: not so at an inflection, where the bend is 0 as well."""
        return math.isinf(self.best) and abs(self.right(1.0) - self.slope) < 1e-6 * max(1.0, abs(self.slope))

    def at(self, x: float) -> float:
        """f(x), NaN where it has no value."""
        return value(self.f, x)

    def right(self, h: float) -> float:
        return calc.difference_quotient(self.at, self.x, h)

    def left(self, h: float) -> float:
        return calc.difference_quotient(self.at, self.x, -h)

    def central(self, h: float) -> float:
        return calc.central_difference(self.at, self.x, h)


@lru_cache(maxsize=1024)
def value(f: Expression, x: float) -> float:
    """f(x), NaN where it has no value.

    Of sin x and eˣ each machine's library chooses the last bit, and a tiny h enlarges that: the right bit stands here.
    """
    if str(f) in ("sin(x)", "cos(x)", "e^x"):
        return calc.correctly_rounded(f, {"x": x})
    return defined(f.evaluate, {"x": x})


@lru_cache(maxsize=256)
def study(formula: str, x: float) -> Study:
    """The quotients of the function that `formula` writes in x, at the point `x`."""
    f, rule = parsed(formula)
    y, by_rule = value(f, x), value(rule, x)
    finding, slope = (Finding.NO_VALUE, math.nan) if math.isnan(y) else _found(f, x, by_rule)
    return Study(formula, f, x, y, slope, finding, _best(Study(formula, f, x, y, slope, finding, 0.0)))


@lru_cache(maxsize=32)
def parsed(formula: str) -> tuple[Expression, Expression]:
    """f and f′."""
    f = calc.parse(formula)
    return f, calc.differentiate(f, "x").result


def _found(f: Expression, x: float, by_rule: float) -> tuple[Finding, float]:
    """What the limit does at x, and the slope to compare the quotients with; NaN where there is none."""
    try:
        limit = calc.slope_at(f, x)
    except (calc.DomainError, OverflowError):
        return Finding.NO_SLOPE, math.nan
    if limit.value is None:
        return KINDS[limit.kind], math.nan  # what the rules or code's convention give there is no slope
    if limit.convention is not None:
        return Finding.CONVENTION, limit.value
    return Finding.SMOOTH, limit.value if math.isnan(by_rule) else by_rule


KINDS = {
    "corner": Finding.KINK,
    "vertical": Finding.STEEP,
    "cusp": Finding.STEEP,
    "jump": Finding.NO_SLOPE,
    "end": Finding.ONE_SIDED,
}


def _best(at: Study) -> float:
    """Where h·|f″|/2, the cost of the curve's bend, equals the cost of rounding, about ε(|f| + |x f′|)/(2h)."""
    wide = 2.0**-10
    bend = abs(at.right(wide) - at.left(wide)) / (2 * wide)  # |f″|/2, nearly
    noise = EPSILON * (abs(at.y) + abs(at.x * at.slope)) / 2
    if not math.isfinite(bend) or not math.isfinite(noise):
        return 0.0
    if bend < 1e-9 * max(1.0, abs(at.slope)):
        return math.inf  # as good as straight: nothing but rounding
    return math.sqrt(noise / bend)


FINDINGS = {
    Finding.NO_VALUE: "f has no value at this x, so it can have no slope here either.",
    Finding.ONE_SIDED: "On one side of x, f has no value, so the two sides cannot agree on a slope.",
    Finding.STEEP: "The smaller h, the larger the quotients, without bound: there is no number they approach.",
    Finding.NO_SLOPE: "The quotients do not settle on one number, so there is no slope here.",
    Finding.CONVENTION: "By a choice that code makes at a kink, it gives another slope here, and is wrong.",
}


def trouble(at: Study) -> str:
    """What stands in the way of a slope at x; empty where nothing does."""
    if at.finding is Finding.KINK:
        right, left = short(at.right(2.0**-20)), short(at.left(2.0**-20))
        return f"A kink: {right} from the right, {left} from the left. There is no slope."
    return FINDINGS.get(at.finding, "")
