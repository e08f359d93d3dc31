"""Terms of formulas: read from expressions, multiplied, collected."""

from collections.abc import Iterable
from functools import lru_cache
from math import gcd, lcm

from calc.algebra import calls, factoring, powers, rewriting, writing
from calc.algebra.rational import NOUGHT, ONE, ZERO, Rational, as_rational
from calc.algebra.term import CACHED, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Power, Product, Quotient, Sum


def of(base: Expression, exponent: Rational = ONE) -> Term:
    """base^exponent, of a base that is one."""
    return Term(ONE, {key_of(base): (base, exponent)})


def key_of(base: Expression) -> Expression:
    """One and the same for bases that differ in order, and for sums that differ by a number."""
    return content(base)[1] if isinstance(base, Sum) else base.alike


@lru_cache(CACHED)
def read(node: Expression) -> Term:
    """A formula whose parts are simplified, as a term."""
    number = as_rational(node)
    if number is not None:
        return Term(number, {})
    match node:
        case Negative():
            return negated(read(node.children[0]))
        case Product():
            return product([(read(factor), 1) for factor in node.children])
        case Quotient():
            return product([(read(node.children[0]), 1), (read(node.children[1]), -1)])
        case Power():
            return powers.power(*node.children)
        case Call():
            return calls.call(node.function, node.children[0])
        case _:
            return of(node)


def negated(term: Term) -> Term:
    """−term"""
    return Term(term.coefficient.negated(), term.factors)


def product(parts: Iterable[tuple[Term, int]]) -> Term:
    """The product of terms; −1 beside one that divides."""
    coefficient = ONE
    factors: Factors = {}
    for term, side in parts:
        if side > 0:
            coefficient = coefficient.times(term.coefficient)
        elif term.coefficient.top:
            coefficient = coefficient.over(term.coefficient)
        else:
            coefficient = coefficient.times(put(factors, NOUGHT, Rational(-1)))
        for base, exponent in term.factors.values():
            coefficient = coefficient.times(put(factors, base, exponent if side > 0 else exponent.negated()))
    return settled(coefficient, factors)


def put(factors: Factors, base: Expression, exponent: Rational) -> Rational:
    """Multiplies the factors by base^exponent, in place; returns the number that this takes out."""
    key = key_of(base)
    if key not in factors:
        factors[key] = base, exponent
        return ONE
    first, before = factors[key]
    if first is base or not isinstance(base, Sum):
        factors[key] = first, before.plus(exponent)
        return ONE
    ratio = content(base)[0].over(content(first)[0])
    if exponent.is_whole:
        number = ratio.to_power(exponent.top)
        if number is not None:
            factors[key] = first, before.plus(exponent)
            return number
    elif before.is_whole:
        number = ONE.over(ratio).to_power(before.top)
        if number is not None:
            factors[key] = base, before.plus(exponent)
            return number
    elif ratio.top > 0:
        factors[key] = first, before.plus(exponent)
        root = powers.number_power(ratio, exponent)
        return root.coefficient.times(_put_all(factors, root))
    return put(factors, Negative(base), exponent)


def _put_all(factors: Factors, term: Term) -> Rational:
    number = ONE
    for base, exponent in term.factors.values():
        number = number.times(put(factors, base, exponent))
    return number


def settled(coefficient: Rational, factors: Factors) -> Term:
    """A term with its factors cleaned: whole powers worked out, what cancels gone. Takes the factors over."""
    while True:
        if not coefficient.top:
            return Term(ZERO, {})
        for key in [key for key, (_, exponent) in factors.items() if not exponent.top]:
            del factors[key]
        found = rewriting.rewritten(factors) or (factoring.cancelled(coefficient, factors) if len(factors) else None)
        if found is None:
            return Term(coefficient, factors)
        coefficient = coefficient.times(found.coefficient).times(_put_all(factors, found))


@lru_cache(CACHED)
def content(total: Sum) -> tuple[Rational, Expression]:
    """The number that all terms of a sum share, with a sign, and the sum without it: one for −2x − 2 and x + 1."""
    terms = [read(term) for term in total.children]
    numbers = [term.coefficient for term in terms]
    number = ONE
    if not any(n.decimal for n in numbers):
        number = Rational(gcd(*[n.top for n in numbers]), lcm(*[n.bottom for n in numbers]))
    places = [sorted([(key._serial, n.top, n.bottom) for key, (_, n) in term.factors.items()]) for term in terms]
    first = places.index(min(places))
    if numbers[first].top < 0:
        number = number.negated()
    if number == ONE:
        return ONE, total.alike
    parts = [writing.written(Term(n.over(number), term.factors)) for n, term in zip(numbers, terms, strict=True)]
    return number, Sum(*parts).alike


def monomial_key(factors: Factors) -> frozenset[tuple[Expression, int, int]]:
    """The same for factors that differ only in their order."""
    return frozenset([(key, exponent.top, exponent.bottom) for key, (_, exponent) in factors.items()])


def collected(terms: Iterable[Term]) -> list[Term]:
    """Like terms added up, in order of first appearance; those that vanish are left out."""
    totals: dict[frozenset[tuple[Expression, int, int]], Term] = {}
    for term in terms:
        key = monomial_key(term.factors)
        first = totals.get(key)
        if first is None:
            totals[key] = term
        else:
            more = term.coefficient.times(_scale(term)).over(_scale(first))
            totals[key] = Term(first.coefficient.plus(more), first.factors)
    return [term for term in totals.values() if term.coefficient.top]


def _scale(term: Term) -> Rational:
    """The number in its sums: that 2x + 2 stands where a like term has x + 1."""
    scale = ONE
    for base, exponent in term.factors.values():
        if isinstance(base, Sum) and exponent.is_whole:
            scale = scale.times(content(base)[0].to_power(exponent.top) or ONE)
    return scale
