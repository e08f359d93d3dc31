"""Fractions as a person leaves them: none inside another, and nothing left that every term of a sum shares."""

import math

from calc.algebra import powers, products, sums
from calc.algebra.rational import UNIT, Rational, from_rational
from calc.formulas.expression import Expression, Number, Power, Product, Quotient, Sum

LARGEST = 80
"""Nodes in a fraction that is still gone through like this."""
Exponents = dict[Expression, int]
Sides = list[tuple[Expression, int]]
"""Factors of a product; −1 beside one that divides."""


def untangled(top: list[Expression], bottom: list[Expression]) -> Sides | None:
    """(1 + 1/x)/y as (x + 1)/(xy), and (2x(x + 1) − 3x²)/(x + 1)² without its factor x + 1; None if nothing is to do.

    Above and below are multiplied by the same thing, so no value changes where there was one.
    """
    if sum([factor.size for factor in (*top, *bottom)]) > LARGEST:
        return None
    for here, there, side in ((top, bottom, 1), (bottom, top, -1)):
        for i, factor in enumerate(here):
            if isinstance(factor, Sum):
                by = _multiplier(factor, _exponents(there))
                if by:
                    whole = sums.add_in_order(*[products.multiply(term, *by) for term in factor.children])
                    rest = [(f, side) for f in (*here[:i], whole, *here[i + 1 :])]
                    return [*rest, *[(f, -side) for f in (*there, *by)]]
    return None


def _multiplier(total: Sum, across: Exponents) -> list[Expression]:
    """What clears the fractions in a sum, over what its terms share with each other and with the other side."""
    coefficients, keys = zip(*map(sums.split, total.children), strict=True)
    terms = [_exponents([key]) for key in keys]
    by: list[Expression] = []
    if not any(c.decimal for c in coefficients):
        by.append(Number(math.lcm(*[c.bottom for c in coefficients])))
    for base in {base: None for term in terms for base in term}:
        lowest = min([term.get(base, 0) for term in terms])
        n = -lowest if lowest < 0 else -min(lowest, across.get(base, 0))
        by.append(powers.power(base, from_rational(Rational(n))))
    return [factor for factor in by if factor is not UNIT]


def _exponents(factors: list[Expression]) -> Exponents:
    """Each base with its whole exponent, negative below the line."""
    found: Exponents = {}
    stack = [(factor, 1) for factor in factors]
    while stack:
        node, side = stack.pop()
        if isinstance(node, Quotient):
            stack += (node.children[0], side), (node.children[1], -side)
        elif isinstance(node, Product):
            stack += [(child, side) for child in node.children]
        elif not isinstance(node, Number):
            base, n = node, 1
            if isinstance(node, Power) and isinstance(node.children[1], Number):
                exponent = node.children[1].value
                if exponent == int(exponent):
                    base, n = node.children[0], int(exponent)
            found[base] = found.get(base, 0) + side * n
    return found
