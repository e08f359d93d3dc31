"""A term: an exact number times powers of different bases. Every simplified formula is one, or a sum of them.

A base is a variable, a constant, a function's value, a power with a symbol in its exponent such as eˣ, a number
under a root, or a sum. √u is the base u with the exponent 1/2, e^(3x) the base eˣ with the exponent 3.
"""

from typing import NamedTuple

from calc.algebra.rational import ONE, Rational
from calc.formulas.expression import Expression
from calc.formulas.nodes import Constant

E = Constant("e")
Factors = dict[Expression, tuple[Expression, Rational]]
"""Base and exponent, by what is alike to the base: x + 1, 1 + x and −2x − 2 are one base."""
CACHED = 2048


class Term(NamedTuple):
    """coefficient · Π base^exponent"""

    coefficient: Rational
    factors: Factors


UNITY = Term(ONE, {})
