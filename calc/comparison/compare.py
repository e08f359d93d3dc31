"""Whether an answer is the expected formula, whatever form it was written in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from typing import Literal

from calc.algebra.rational import NOUGHT
from calc.algebra.simplify import simplify
from calc.comparison.elementary import Beyond, Undefined
from calc.comparison.points import points
from calc.comparison.precise import precise_value, precision
from calc.errors import DomainError, RoundingError, SizeError
from calc.formulas.expression import Expression
from calc.formulas.nodes import Negative, Number, Sum
from calc.formulas.tree import check_expression, postorder

ENOUGH = 16
"""Points at which both have a value and agree: then they are the same."""
FEWEST = 3
MOST_TRIED = 400
MOST_GAPS = 6
LARGEST = 4_000
"""Nodes in both formulas together."""
PLACES = (60, 150, 400)
EXACT, ROUNDED = Decimal("1e-40"), Decimal("5e-16")
"""How far apart equal values may be, relatively; the second where a number was typed with all the digits of a float."""
ROUNDED_DIGITS = 16
Point = Mapping[str, Decimal]


@dataclass(frozen=True)
class Comparison:
    """What `compare` found.

    verdict   ``same``       equal wherever the expected formula has a value
              ``domain``     equal where both have a value, but the answer has none at ``witness``
              ``different``  at ``witness`` the values differ (or the answer never has one)
              ``unknown``    nothing could be decided: no point was found where the expected one has a value
    witness   a value for each variable, as floats; None for ``same`` and ``unknown``
    """

    verdict: Literal["same", "domain", "different", "unknown"]
    witness: Mapping[str, float] | None = None


def compare(answer: Expression, expected: Expression) -> Comparison:
    """Whether ``answer`` is the same function as ``expected``, in whatever form.

    Their forms are compared first; then their values, calculated with 60 digits, at the same points each time,
    drawn from where ``expected`` has a value. Where the answer has values that the expected formula lacks, that
    is no fault. Numbers count exactly: 0.333 is not 1/3.

    Examples:
        >>> from calc.formulas.parse import parse
        >>> compare(parse("(x + 1)^2"), parse("x^2 + 2x + 1")).verdict
        'same'
        >>> compare(parse("x^2/x"), parse("x"))
        Comparison(verdict='domain', witness={'x': 0.0})
    """
    check_expression(answer)
    check_expression(expected)
    if answer.alike is expected.alike:
        return Comparison("same")
    if answer.size + expected.size > LARGEST:
        return Comparison("unknown")
    return _by_values(answer, expected, _one_form(answer, expected))


def _one_form(answer: Expression, expected: Expression) -> bool:
    try:
        return simplify(Sum(answer, Negative(expected))) is NOUGHT
    except SizeError:
        return False


def _tolerance(*formulas: Expression) -> Decimal:
    literals = [node.value for formula in formulas for node in postorder(formula) if isinstance(node, Number)]
    rounded = any(isinstance(x, float) and len(repr(x).replace(".", "").strip("0")) >= ROUNDED_DIGITS for x in literals)
    return ROUNDED if rounded else EXACT


def _by_values(answer: Expression, expected: Expression, proved: bool) -> Comparison:
    names = tuple(sorted({*answer.variables, *expected.variables}))
    tolerance = _tolerance(answer, expected)
    agreed, gap = 0, None
    for point in _telling_points(answer, expected, names):
        found = "" if proved and agreed >= FEWEST else _at(answer, expected, point, tolerance)
        if found == "different" and not proved:
            return Comparison("different", _floats(point))
        gap = gap or (point if found == "domain" else None)
        agreed += found == "same"
        if agreed >= ENOUGH:
            break
    if proved or agreed >= (FEWEST if names else 1):
        return Comparison("domain", _floats(gap)) if gap else Comparison("same")
    return Comparison("different", _floats(gap)) if gap and not agreed else Comparison("unknown")


def _telling_points(answer: Expression, expected: Expression, names: tuple[str, ...]) -> Iterator[Point]:
    """First where the answer alone seems to have no value, then where both have one, then where floats cannot tell."""
    gaps: list[Point] = []
    both: list[Point] = []
    doubtful: list[Point] = []
    for k, point in enumerate(islice(points(names, answer, expected), MOST_TRIED if names else 1)):
        there, here = _in_floats(expected, point), _in_floats(answer, point)
        (gaps if there and here is False else both if there and here else doubtful).append(point)
        if k > 2 * ENOUGH and len(both) >= ENOUGH:
            break
    yield from chain(gaps[:MOST_GAPS], both, doubtful[:ENOUGH])


def _in_floats(formula: Expression, point: Point) -> bool | None:
    """Whether it has a value there, as far as floats can tell: None where they cannot."""
    try:
        formula.evaluate(_floats(point))
    except (SizeError, RoundingError):
        return None
    except DomainError as error:
        return None if "largest number" in str(error) else False
    return True


def _at(answer: Expression, expected: Expression, point: Point, tolerance: Decimal) -> str:
    """``same``, ``different`` or ``domain`` at one point, or empty where nothing is to be learnt.

    Only ``same`` is believed at once. A difference counts if more digits change neither value.
    """
    before: tuple[Decimal, Decimal | None] | None = None
    for places in PLACES:
        try:
            want = precise_value(expected, point, places)
            got = _value_or_none(answer, point, places)
        except (Undefined, Beyond):
            return ""
        with precision(places):
            if got is not None and _near(got, want, tolerance):
                return "same"
            if before is not None and _near(before[0], want, EXACT):
                if got is None and before[1] is None:
                    return "domain"
                if got is not None and before[1] is not None and _near(before[1], got, EXACT):
                    return "different"
        before = want, got
    return ""


def _value_or_none(formula: Expression, point: Point, places: int) -> Decimal | None:
    try:
        return precise_value(formula, point, places)
    except Undefined:
        return None


def _near(a: Decimal, b: Decimal, tolerance: Decimal) -> bool:
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def _floats(point: Point) -> dict[str, float]:
    return {name: float(x) for name, x in point.items()}
