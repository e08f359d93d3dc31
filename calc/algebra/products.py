"""Products and quotients with their numbers multiplied and powers of one base combined."""

import math

from calc.algebra import powers, sums, untangle
from calc.algebra.rational import MINUS_ONE, NOUGHT, ONE, UNIT, Rational, as_rational, from_rational
from calc.formulas.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)

LONGEST_MERGED = 15
"""Nodes in an exponent that is still added to others: eˣ·e^sin(x), but not towers of powers."""

Powers = dict[Expression, tuple[Expression, Expression]]
"""Base and exponent, by what is alike to the base: (x + 1) and (1 + x) are one base."""


def negate(a: Expression) -> Expression:
    return multiply(MINUS_ONE, a)


def divide(a: Expression, b: Expression) -> Expression:
    return _product([(b, -1), (a, 1)])


def multiply(*factors: Expression) -> Expression:
    """The product, with numbers multiplied and powers of the same base combined."""
    factors = tuple([factor for factor in factors if factor is not UNIT])
    if len(factors) < 2:
        return factors[0] if factors else UNIT
    return _product([(factor, 1) for factor in reversed(factors)])


def scaled(coefficient: Rational, key: Expression) -> Expression:
    """A number times a simplified term without one; quicker than `multiply`."""
    above, below = key.children if isinstance(key, Quotient) else (key, UNIT)
    return _fraction(coefficient, _factors_of(above), _factors_of(below))


def _factors_of(node: Expression) -> list[Expression]:
    if isinstance(node, Product):
        return list(node.children)
    return [] if node is UNIT else [node]


def _product(stack: list[tuple[Expression, int]]) -> Expression:
    """The product of everything on the stack (last first); −1 beside it means it divides."""
    coefficient = ONE
    above: Powers = {}
    below: Powers = {}
    changed: set[Expression] = set()
    while stack:
        node, side = stack.pop()
        value = as_rational(node) if isinstance(node, Number) else None
        if value is not None and (side > 0 or value.top):
            coefficient = coefficient.times(value) if side > 0 else coefficient.over(value)
        elif isinstance(node, Negative):
            coefficient = coefficient.negated()
            stack.append((node.children[0], side))
        elif isinstance(node, Product):
            stack.extend([(child, side) for child in reversed(node.children)])
        elif isinstance(node, Quotient):
            stack.append((node.children[1], -side))
            stack.append((node.children[0], side))
        else:
            merges = isinstance(node, Power) and node.children[1].size <= LONGEST_MERGED
            base, exponent = node.children if merges else (node, UNIT)
            here = above if side > 0 else below
            if base.alike in here:
                base, before = here[base.alike]
                changed.add(base)
                exponent = sums.add_in_order(before, exponent)
            here[base.alike] = base, exponent
    if not coefficient.top:
        return NOUGHT
    changed |= _cancel(above, below)
    _cancel_roots(above, below)
    _cancel_roots(below, above)
    top, bottom = _factors(above, changed), _factors(below, changed)
    if changed and any(_needs_collecting(factor) for factor in (*top, *bottom)):
        again = [(factor, -1) for factor in reversed(bottom)] + [(factor, 1) for factor in reversed(top)]
        return _product([*again, (from_rational(coefficient), 1)])
    return _fraction(coefficient, sorted(top, key=_rank), sorted(bottom, key=_rank))


def _cancel(above: Powers, below: Powers) -> set[Expression]:
    """Leaves a base on one side: above the line unless its exponent is a negative number. Says which moved."""
    changed: set[Expression] = set()
    for alike in [alike for alike in below if alike in above]:
        base, exponent = above[alike]
        above[alike] = base, sums.add_in_order(exponent, negate(below.pop(alike)[1]))
        changed.add(base)
    for here, there in ((above, below), (below, above)):
        for alike, (base, exponent) in list(here.items()):
            value = as_rational(exponent) if exponent is not UNIT else None
            if value is not None and value.top <= 0:
                del here[alike]
                changed.add(base)
                if value.top:
                    there[alike] = base, from_rational(value.negated())
    return changed


def _cancel_roots(here: Powers, there: Powers) -> None:
    """x/√x is √x, and √x/x is 1/√x."""
    for root in [alike for alike in here if isinstance(alike, Call) and alike.function.name == "sqrt"]:
        u = root.children[0]
        n = as_rational(there[u][1]) if here[root][1] is UNIT and u in there else None
        if n is not None and n.is_whole and n.top > 0:
            there[root] = here.pop(root)
            base = there.pop(u)[0]
            if n != ONE:
                there[u] = base, from_rational(Rational(n.top - 1))


def _factors(powers_: Powers, changed: set[Expression]) -> list[Expression]:
    return [
        powers.raised(base, exponent) if base in changed else base if exponent is UNIT else Power(base, exponent)
        for base, exponent in powers_.values()
    ]


def _needs_collecting(factor: Expression) -> bool:
    """Whether raising a base has turned up a number or a product; a 0 below the line has to stay there."""
    number = as_rational(factor)
    return isinstance(factor, Negative | Product | Quotient) if number is None else number.top != 0


def _rank(factor: Expression) -> tuple[int, str]:
    """Order in a product: constants, variables by name, polynomials, powers of numbers, the rest, other sums."""
    base = factor.children[0] if isinstance(factor, Power) else factor
    if isinstance(base, Variable):
        return 1, base.name
    if isinstance(base, Sum):
        return (2, "") if sums.is_polynomial(base) else (5, "")
    if isinstance(base, Number | Constant) and (base is factor or as_rational(factor.children[1]) is not None):
        return 0, ""
    return (3 if isinstance(base, Number) else 4), ""


def _fraction(coefficient: Rational, top: list[Expression], bottom: list[Expression]) -> Expression:
    untangled = untangle.untangled(top, bottom) if bottom else None
    if untangled is not None:
        return _product([*untangled[::-1], (from_rational(coefficient), 1)])
    common = _common_number(coefficient, top, bottom)
    if common is not None:
        i, factors, divisor = common
        factors[i] = sums.add(*[multiply(from_rational(Rational(1, divisor)), term) for term in factors[i].children])
        shift = Rational(divisor) if factors is top else Rational(1, divisor)
        again = [(factor, -1) for factor in bottom[::-1]] + [(factor, 1) for factor in top[::-1]]
        return _product([*again, (from_rational(coefficient.times(shift)), 1)])
    leading = from_rational(Rational(abs(coefficient.top), coefficient.bottom, coefficient.decimal))
    above, under = leading.children if isinstance(leading, Quotient) else (leading, UNIT)
    numerator, denominator = _joined(above, top), _joined(under, bottom)
    result = numerator if denominator is UNIT else Quotient(numerator, denominator)
    if coefficient.top > 0:
        return result
    if isinstance(result, Sum) and any(isinstance(term, Negative) for term in result.children):
        return sums.turned(result)
    return Negative(result)


def _common_number(
    coefficient: Rational, top: list[Expression], bottom: list[Expression]
) -> tuple[int, list[Expression], int] | None:
    """(4x + 2)/6: where a sum's terms share a divisor with the number across the line, and that divisor."""
    for factors, across in ((top, coefficient.bottom), (bottom, abs(coefficient.top))):
        for i, factor in enumerate(factors):
            if across > 1 and isinstance(factor, Sum) and not coefficient.decimal:
                numbers = [sums.split(term)[0] for term in factor.children]
                divisor = math.gcd(across, *[number.top for number in numbers])
                if divisor > 1 and all(number.is_whole for number in numbers):
                    return i, factors, divisor
    return None


def _joined(leading: Expression, factors: list[Expression]) -> Expression:
    parts = factors if leading is UNIT else [leading, *factors]
    if len(parts) > 1:
        return Product(*parts)
    return parts[0] if parts else UNIT
