"""Difference quotients at one point, as the tangent widget shows them: exact slope, table, error curve, verdict."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import calc
from calc import Expression, postorder
from widgets.kit.defined import defined

EPSILON = 2.0**-52  # the gap between 1 and the next float
DECADES = tuple(float(f"1e-{k}") for k in range(17))  # the table's h: 1, 0.1, …, 1e-16
STEPS = tuple(float(f"{10 ** (-k / 2):.2e}") for k in range(33))  # the slider's h: 1, 0.316, 0.1, …
NEAR, NEARER = 2.0**-20, 2.0**-24  # powers of two, so that x ± h is exact for every x with few digits


class Finding(Enum):
    """What the quotients at one x do as h shrinks."""

    NO_VALUE = "f has no value at x"
    KINK = "the two sides approach different numbers"
    ONE_SIDED = "f has no value on one side of x"
    STEEP = "the quotients grow without bound"
    NO_SLOPE = "the rules give no slope, for another reason"
    CONVENTION = "the rules' slope rests on a convention that the quotients do not share"
    SMOOTH = "both sides approach the slope"


@dataclass(frozen=True)
class Study:
    """Everything about f at x that does not depend on h.

    `slope` is f′(x) from the rules, NaN where there is none. `right(h)`, `left(h)` and `central(h)` are the
    quotients, NaN where f has no value.
    """

    formula: str
    f: Expression
    x: float
    y: float
    slope: float
    finding: Finding
    best: float  # the h at which bend and rounding cost the one-sided quotient about the same; 0 or ∞ at extremes

    def at(self, x: float) -> float:
        """f(x), NaN where it has no value."""
        return defined(self.f.evaluate, {"x": x})

    def right(self, h: float) -> float:
        return calc.difference_quotient(self.at, self.x, h)

    def left(self, h: float) -> float:
        return calc.difference_quotient(self.at, self.x, -h)

    def central(self, h: float) -> float:
        return calc.central_difference(self.at, self.x, h)

    def errors(self) -> tuple[calc.QuotientError, ...]:
        """The error curve over `STEPS`."""
        return _errors(self)

    def error(self, h: float) -> calc.QuotientError:
        """Both quotients and their errors at one h."""
        return calc.error_curve(self.at, self.x, (h,), derivative=self.slope)[0]


@lru_cache(maxsize=256)
def study(formula: str, x: float) -> Study:
    """The quotients of the function that `formula` writes in x, at the point `x`."""
    f, rule = parsed(formula)
    y, slope = defined(f.evaluate, {"x": x}), defined(rule.evaluate, {"x": x})
    bare = Study(formula, f, x, y, slope, Finding.SMOOTH, 0.0)
    finding = _finding(bare, any(_kinks(f, x)))
    if finding in (Finding.KINK, Finding.NO_VALUE):
        slope = math.nan  # code's convention is no slope
    return Study(formula, f, x, y, slope, finding, _best(bare))


@lru_cache(maxsize=256)
def _errors(at: Study) -> tuple[calc.QuotientError, ...]:
    return calc.error_curve(at.at, at.x, STEPS, derivative=at.slope)


@lru_cache(maxsize=32)
def parsed(formula: str) -> tuple[Expression, Expression]:
    """f and f′."""
    f = calc.parse(formula)
    return f, calc.differentiate(f, "x").result


def _kinks(f: Expression, x: float) -> Iterator[bool]:
    """Whether a function inside f has a kink where x takes it."""
    for node in postorder(f):
        if isinstance(node, calc.Call) and node.function.kinks:
            inner = defined(node.children[0].evaluate, {"x": x})
            yield any(kink.at == inner for kink in node.function.kinks)


def _finding(at: Study, on_a_kink: bool) -> Finding:
    left, right = at.left(NEAR), at.right(NEAR)
    if math.isnan(at.y):
        return Finding.NO_VALUE
    if on_a_kink or math.isnan(at.slope):
        if math.isnan(left) or math.isnan(right):
            return Finding.ONE_SIDED
        if abs(at.right(NEARER)) > 2 * abs(right) and abs(at.left(NEARER)) > 2 * abs(left):
            return Finding.STEEP
        gap, nearer = right - left, at.right(NEARER) - at.left(NEARER)
        if abs(gap) > 1e-3 * max(1.0, abs(left), abs(right)) and abs(nearer) > abs(gap) / 2:
            return Finding.KINK
        if math.isnan(at.slope):
            return Finding.NO_SLOPE
        if abs(at.central(NEAR) - at.slope) > 1e-3 * max(1.0, abs(at.slope)):
            return Finding.CONVENTION
    return Finding.SMOOTH


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
