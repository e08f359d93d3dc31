"""What a page claims, and whether it is so.

`claim(quote, *values)`    the numbers of the quote, in order, are these; an expression stands for a whole formula
`holds(quote, **where)`    the equations of the quote are true, where the given names mean what is given
`given(*quotes)`           the numbers of these quotes are no results: what a problem starts from, a name, a duration

A quote is an exact piece of the page's Markdown and speaks for every place where it stands.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import calc
from tests.prose.formula import Meaning, equations, expression, right_side
from tests.prose.page import Page, Printed

Value = float | calc.Expression
Check = Callable[[Page, int, int], str]  # what is wrong with the page between two places, or nothing


@dataclass(frozen=True)
class Claim:
    quote: str
    check: Check
    result: bool = True

    def places(self, page: Page) -> list[tuple[int, int]]:
        starts, at = [], page.text.find(self.quote)
        while at >= 0:
            starts.append(at)
            at = page.text.find(self.quote, at + 1)
        return [(start, start + len(self.quote)) for start in starts]


def claim(quote: str, *values: Value) -> Claim:
    def check(page: Page, start: int, end: int) -> str:
        at = start
        for value in values:
            number = next(iter(inside(page, at, end)), None)
            if isinstance(value, calc.Expression):
                formula = next((f for f in page.formulas if at <= f[0] and f[1] <= end), None)
                if formula is None or (number and number.start < formula[0]):
                    return f"no formula where {value} is expected"
                if difference := differ(right_side(formula[2]), str(value), {}):
                    return difference
                at = formula[1]
            elif number is None:
                return f"no number where {value} is expected"
            elif not number.shows(value):
                return f"printed {number.text}, computed {value:.10g}"
            else:
                at = number.end
        left = inside(page, at, end)
        return f"{left[0].text} has no value to be compared with" if left else ""

    return Claim(quote, check)


def holds(quote: str, where: Mapping[str, Meaning] | None = None, /, **names: Meaning) -> Claim:
    def check(page: Page, start: int, end: int) -> str:
        formulas = [f for f in page.formulas if start <= f[0] and f[1] <= end and equations(f[2])]
        for number in inside(page, start, end):
            if not any(a <= number.start < b for a, b, _ in formulas):
                return f"{number.text} stands in no equation"
        for _, _, latex in formulas:
            for left, right in equations(latex):
                if difference := differ(left, right, {**(where or {}), **names}):
                    return difference
        return "" if formulas else "no equation"

    return Claim(quote, check)


def given(*quotes: str) -> list[Claim]:
    def check(page: Page, start: int, end: int) -> str:
        return "" if inside(page, start, end) else "no number"

    return [Claim(quote, check, result=False) for quote in quotes]


def inside(page: Page, start: int, end: int) -> list[Printed]:
    return [number for number in page.numbers if start <= number.start and number.end <= end]


def differ(left: str, right: str, where: Mapping[str, Meaning]) -> str:
    """How two sides of an equation differ, tried at three points; a printed decimal is right when rounding gives it."""
    try:
        one, other = (expression(side, where) for side in (left, right))
        names = sorted({*one.variables, *other.variables})
        for shift in (0.37, 1.21, 2.6):
            point = {name: shift + 0.29 * k for k, name in enumerate(names)}
            a, b = one.evaluate(point), other.evaluate(point)
            rounded = _rounds(left, b) or _rounds(right, a)
            if not rounded and not math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12):
                return f"“{left}” is {a:.10g} and “{right}” is {b:.10g}" + (f" at {point}" if point else "")
    except (calc.ParseError, calc.DomainError, KeyError, ArithmeticError) as error:
        return f"“{left}” and “{right}” cannot be compared: {error}"
    return ""


def _rounds(side: str, value: float) -> bool:
    """Whether a side is nothing but a number, and `value` rounded as it is printed."""
    numbers = Page("", side).numbers
    return len(numbers) == 1 and numbers[0].text == side and numbers[0].shows(value)


def complaints(page: Page, claims: list[Claim]) -> list[str]:
    """Everything wrong with a page's numbers: a claim that is false, a quote that is gone, a number unclaimed."""
    found, claimed = [], set()
    for one in claims:
        places = one.places(page)
        if not places:
            found.append(f"docs/{page.name}.md no longer says “{one.quote}”")
        for start, end in places:
            claimed |= {number.start for number in inside(page, start, end)}
            if wrong := one.check(page, start, end):
                found.append(f"{page.at(start)}: {wrong}, in “{one.quote}”")
    unchecked: dict[str, list[str]] = {}
    for number in page.numbers:
        if number.start not in claimed:
            unchecked.setdefault(page.at(number.start), []).append(number.text)
    for place, numbers in unchecked.items():
        line = page.text.splitlines()[int(place.rpartition(":")[2]) - 1].strip()
        found.append(f"{place}: nobody checks {', '.join(numbers)} in “{line}”")
    return found
