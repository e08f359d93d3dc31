"""Sums with like terms collected: 3x + 2x is 5x, and 2(x − 3) + 2x + 1 is 4x − 5."""

import math
from functools import lru_cache

from calc.algebra import products
from calc.algebra.rational import NOUGHT, ONE, UNIT, ZERO, Rational, as_rational, from_rational
from calc.formulas.expression import Call, Expression, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.functions.registry import FUNCTIONS

MOST_EXPANDED = 40
TWO = Number(2)
_PARTNERS = {"sin": ("cos", ONE), "cosh": ("sinh", Rational(-1))}
Terms = list[tuple[Expression, Rational]]


def add(*terms: Expression) -> Expression:
    """The sum, with like terms collected."""
    return _joined(_like_terms([(ONE, term) for term in terms]))


def add_in_order(*terms: Expression) -> Expression:
    """The sum, in the same order whichever term comes first where it is a polynomial."""
    return _joined(_by_degree(_like_terms([(ONE, term) for term in terms])))


def _joined(collected: Terms) -> Expression:
    expanded = _expanded(collected)
    if expanded is not None:
        collected = expanded
    collected = _pythagorean(collected)
    parts = [_scaled(key, coefficient) for key, coefficient in collected]
    if len(parts) > 1:
        return Sum(*parts)
    return parts[0] if parts else NOUGHT


def _scaled(key: Expression, coefficient: Rational) -> Expression:
    """The inverse of `split`."""
    if key is UNIT:
        return from_rational(coefficient)
    return key if coefficient == ONE else products.scaled(coefficient, key)


def _like_terms(terms: list[tuple[Rational, Expression]]) -> Terms:
    """Coefficients by what they multiply, in order of first appearance; zeros are dropped."""
    totals: dict[Expression, tuple[Expression, Rational]] = {}
    stack = terms[::-1]
    while stack:
        scale, term = stack.pop()
        coefficient, key = split(term)
        coefficient = scale.times(coefficient)
        if isinstance(key, Sum) and abs(coefficient.top) == 1 and coefficient.is_whole:
            stack.extend((coefficient, child) for child in reversed(key.children))
        else:
            first, total = totals.get(key.alike, (key, ZERO))
            totals[key.alike] = first, total.plus(coefficient)
    return [(key, total) for key, total in totals.values() if total.top]


def _pythagorean(collected: Terms) -> Terms:
    """sin²(u) + cos²(u) = 1 and cosh²(u) − sinh²(u) = 1"""
    totals = dict(collected)
    for key, coefficient in collected:
        if isinstance(key, Power) and key.children[1] is TWO and isinstance(key.children[0], Call):
            name, u = key.children[0].function.name, key.children[0].children[0]
            other, sign = _PARTNERS.get(name, ("", ONE))
            partner = Power(Call(FUNCTIONS[other], u), TWO) if other else None
            if partner in totals and totals[partner] == coefficient.times(sign):
                rest = [(c, k) for k, c in collected if k is not key and k is not partner]
                return _like_terms([(coefficient, UNIT), *rest])
    return collected


def turned(total: Expression) -> Expression:
    """−total, as b − a for a − b: what is positive comes first."""
    terms = [products.negate(term) for term in total.children]
    return Sum(*sorted(terms, key=lambda term: isinstance(term, Negative)))


def split(term: Expression) -> tuple[Rational, Expression]:
    """A simplified term as coefficient and rest: −2x/3 is −2/3 times x."""
    sign = ONE
    if isinstance(term, Negative):
        sign, term = Rational(-1), term.children[0]
    as_number = as_rational(term)
    if as_number is not None:
        return sign.times(as_number), UNIT
    if isinstance(term, Product) and isinstance(term.children[0], Number):
        leading = as_rational(term.children[0]) or ONE
        rest = term.children[1:]
        return sign.times(leading), rest[0] if len(rest) == 1 else Product(*rest)
    if isinstance(term, Quotient):
        above, top = split(term.children[0])
        below, bottom = split(term.children[1])
        if below.top and (above, below) != (ONE, ONE):
            rest_of_it = top if bottom is UNIT else Quotient(top, bottom)
            return sign.times(above.over(below)), rest_of_it
    return sign, term


def _expanded(collected: Terms) -> Terms | None:
    """2(x − 3) + 2x + 1 as 4x − 5: multiplied out, but only where terms of different products then merge."""
    counts = [_count_multiplied_out(key) for key, _ in collected]
    if len(counts) < 2 or max(counts) == 1 or sum(counts) > MOST_EXPANDED:
        return None
    apart = [_multiplied_out(key, coefficient) for key, coefficient in collected]
    together = _like_terms([(coefficient, key) for terms in apart for key, coefficient in terms])
    return _by_degree(together) if len(together) < sum(map(len, apart)) else None


def _count_multiplied_out(key: Expression) -> int:
    return math.prod([len(factor.children) for factor in _polynomial_factors(key)])


def _multiplied_out(key: Expression, coefficient: Rational) -> Terms:
    terms = [(key, coefficient)]
    for factor in _polynomial_factors(key):
        multiplied: list[tuple[Rational, Expression]] = []
        for product, c in terms:
            factors = product.children if isinstance(product, Product) else (product,)
            if factor in factors:
                rest = [f for f in factors if f is not factor]
                multiplied += [(c, products.multiply(*rest, term)) for term in factor.children]
            else:  # A sum that stood alone has been taken apart into its terms already.
                multiplied.append((c, product))
        terms = _like_terms(multiplied)
    return terms


def _polynomial_factors(key: Expression) -> list[Expression]:
    factors = key.children if isinstance(key, Product) else (key,)
    return [factor for factor in factors if isinstance(factor, Sum) and is_polynomial(factor)]


@lru_cache(maxsize=1024)
def is_polynomial(expression: Expression) -> bool:
    """Whether every term is a number times powers of variables."""
    terms = expression.children if isinstance(expression, Sum) else (expression,)
    return all(_is_monomial(split(term)[1]) for term in terms)


def _is_monomial(key: Expression) -> bool:
    factors = key.children if isinstance(key, Product) else (key,)
    return all(factor is UNIT or _degree(factor)[0] is not None for factor in factors)


def _by_degree(terms: Terms) -> Terms:
    """A polynomial in one variable from its highest power down (up, if that is how to avoid a minus in front).

    Anything else stays as it stands.
    """
    degrees = [_degree(key) for key, _ in terms]
    names = {name for name, _ in degrees}
    if None in names or len(names - {""}) > 1:
        return terms
    ordered = [term for _, term in sorted(zip(degrees, terms, strict=True), key=lambda pair: -pair[0][1])]
    return ordered[::-1] if ordered and ordered[0][1].top < 0 < ordered[-1][1].top else ordered


def _degree(key: Expression) -> tuple[str | None, int]:
    """Of a power of one variable: its name and the exponent. Of 1: no name and 0. Of others: None."""
    if key is UNIT:
        return "", 0
    if isinstance(key, Variable):
        return key.name, 1
    if isinstance(key, Power) and isinstance(key.children[0], Variable):
        exponent = as_rational(key.children[1])
        if exponent and exponent.is_whole:
            return key.children[0].name, exponent.top
    return None, 0
