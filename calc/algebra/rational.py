"""Exact fractions for the coefficients and exponents of a formula: 0.1 + 0.2 is 0.3 here."""

import math
from typing import NamedTuple

from calc.errors import SizeError
from calc.formulas.expression import Expression
from calc.formulas.names import LARGEST_NUMBER
from calc.formulas.nodes import Negative, Number, Quotient
from calc.formulas.text import digits


class Rational(NamedTuple):
    """top/bottom in lowest terms, bottom > 0. ``decimal``: came from a decimal, so is printed as one."""

    top: int
    bottom: int = 1
    decimal: bool = False

    def plus(self, other: "Rational") -> "Rational":
        if self is ZERO:
            return other
        top = self.top * other.bottom + other.top * self.bottom
        return _reduced(top, self.bottom * other.bottom, self.decimal or other.decimal)

    def times(self, other: "Rational") -> "Rational":
        if self is ONE or other is ONE:
            return other if self is ONE else self
        return _reduced(self.top * other.top, self.bottom * other.bottom, self.decimal or other.decimal)

    def over(self, other: "Rational") -> "Rational":
        """self/other, where other is not 0."""
        flip = -1 if other.top < 0 else 1
        decimal = self.decimal or other.decimal
        return _reduced(flip * self.top * other.bottom, flip * self.bottom * other.top, decimal)

    def negated(self) -> "Rational":
        return Rational(-self.top, self.bottom, self.decimal)

    def to_power(self, n: int) -> "Rational | None":
        """self^n for a whole n, if a person would write it out: None beyond 15 digits, and for 0^negative."""
        longest = max(abs(self.top), self.bottom)
        if longest > 1 and abs(n) * math.log10(longest) >= 15:
            return None
        if n < 0:
            return None if self.top == 0 else ONE.over(self).to_power(-n)
        return Rational(self.top**n, self.bottom**n, self.decimal)

    @property
    def is_whole(self) -> bool:
        return self.bottom == 1


ZERO = Rational(0)
ONE = Rational(1)
NOUGHT = Number(0)
UNIT = Number(1)
MINUS_ONE = Negative(UNIT)


def _reduced(top: int, bottom: int, decimal: bool) -> Rational:
    common = math.gcd(top, bottom)
    if abs(top) > LARGEST_NUMBER or bottom > LARGEST_NUMBER:
        raise SizeError("This calculation needs numbers beyond 10^300.")
    return Rational(top // common, bottom // common, decimal and bottom > common)


def as_rational(node: Expression) -> Rational | None:
    """The number an expression is, if it is a literal, a fraction of two, or the negative of one."""
    if isinstance(node, Number):
        if isinstance(node.payload, int):
            return ONE if node is UNIT else Rational(node.payload)
        whole, _, fraction = digits(node.payload).partition(".")
        return _reduced(int(whole + fraction), 10 ** len(fraction), True)
    if isinstance(node, Negative) and not isinstance(node.children[0], Negative):
        inner = as_rational(node.children[0])
        return inner and inner.negated()
    if isinstance(node, Quotient):
        above, below = node.children
        if isinstance(above, Number) and isinstance(below, Number) and below.payload:
            top, bottom = as_rational(above), as_rational(below)
            return top and bottom and top.over(bottom)
    return None


def from_rational(value: Rational) -> Expression:
    """The number as an expression, the inverse of `as_rational`."""
    if value.top < 0:
        return Negative(from_rational(value.negated()))
    if value.is_whole:
        return Number(value.top)
    if value.decimal:
        literal = Number(value.top / value.bottom)
        back = as_rational(literal)
        if back is not None and back[:2] == value[:2]:
            return literal
    return Quotient(Number(value.top), Number(value.bottom))
