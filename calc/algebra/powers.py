"""Powers as terms: what comes out of a root, and what a sum in the exponent makes."""

from math import gcd, isqrt, prod

from calc.algebra import ordering, sharing, terms, writing
from calc.algebra.rational import NOUGHT, ONE, UNIT, Rational, as_rational
from calc.algebra.term import UNITY, E, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Constant, Number, Power, Quotient, Sum
from calc.functions.registry import FUNCTIONS

MOST_EXPONENT_TERMS = 8
LARGEST_FACTORED = 10**6
ABS = FUNCTIONS["abs"]


def power(base: Expression, exponent: Expression) -> Term:
    """base^exponent."""
    n = as_rational(exponent)
    if n is not None:
        return rational_power(terms.read(base), n)
    if base is UNIT:
        return UNITY
    below = terms.read(base)
    if below.factors and below.coefficient == ONE and all(is_positive(b) for b, _ in below.factors.values()):
        ((first, n), *more) = below.factors.values()
        if more or n != ONE or isinstance(first, Power):
            raised = [power(*_times(b, e, exponent)) for b, e in below.factors.values()]
            return terms.product([(part, 1) for part in raised])
    if below.factors and (below.coefficient != ONE or [n for _, n in below.factors.values()] != [ONE]):
        return terms.of(Power(base, exponent))  # (2x)^(n − 1) has a value at 0, (2x)^n/(2x) has none.
    return terms.product([(_symbolic(base, part), 1) for part in _parts(exponent)])


def _times(base: Expression, by: Rational, exponent: Expression) -> tuple[Expression, Expression]:
    """(bᵐ)^by^exponent as a base and one exponent."""
    inner = Term(by, {})
    if isinstance(base, Power):
        inner = terms.product([(inner, 1), (terms.read(base.children[1]), 1)])
        base = base.children[0]
    return base, writing.written(terms.product([(inner, 1), (terms.read(exponent), 1)]))


def _parts(exponent: Expression) -> "list[Term]":
    """The terms of an exponent; a number times a sum is multiplied out."""
    whole = terms.read(exponent)
    if len(whole.factors) == 1:
        ((base, n),) = whole.factors.values()
        if isinstance(base, Sum) and n == ONE and len(base.children) <= MOST_EXPONENT_TERMS:
            return [
                Term(part.coefficient.times(whole.coefficient), part.factors) for part in map(terms.read, base.children)
            ]
    return [whole]


def _symbolic(base: Expression, part: Term) -> Term:
    """base^(c·m): the base bᵐ to the power c."""
    c, m = part.coefficient, writing.written(Term(ONE, part.factors))
    if m is UNIT:
        return rational_power(terms.read(base), c)
    if base is E and isinstance(m, Call) and m.function.name == "ln":
        return rational_power(terms.read(m.children[0]), c)
    number = as_rational(base)
    if number is not None and number.top == 1 and number.bottom > 1 and not number.decimal:
        base, c = Number(number.bottom), c.negated()
    return terms.of(Power(base, m), c)


def rational_power(term: Term, n: Rational) -> Term:
    """term^n: what a root of a square and of what is positive gives comes out, the rest stays inside."""
    if n.is_whole:
        return whole_power(term, n.top)
    if len(term.factors) == 1:
        ((base, exponent),) = term.factors.values()
        if isinstance(base, Sum) and exponent == ONE:
            return _root_of_sum(term.coefficient, base, n)
    out: list[tuple[Term, int]] = []
    inside: Factors = {}
    for key, (base, exponent) in term.factors.items():
        if is_positive(base) or exponent.bottom % 2 == 0:
            out.append((terms.of(base, exponent.times(n)), 1))
        elif exponent.is_whole and exponent.top % 2 == 0:
            out.append((rational_of(absolute(base), exponent.times(n)), 1))
        else:
            inside[key] = base, exponent
    number = term.coefficient
    if number.top > 0 or not number.top:
        out.append((number_power(number, n), 1))
        number = ONE
    if len(inside) == 1 and number == ONE:
        ((base, exponent),) = inside.values()
        out.append((terms.of(base, exponent.times(n)), 1))
    elif inside or number != ONE:
        out.append((terms.of(writing.written(Term(number, inside)), n), 1))
    return terms.product(out)


def rational_of(term: Term, n: Rational) -> Term:
    """term^n of a term that is not negative."""
    return terms.product([(terms.of(base, exponent.times(n)), 1) for base, exponent in term.factors.values()])


def _root_of_sum(number: Rational, base: Sum, n: Rational) -> Term:
    """√(1 − x²/4) is √(4 − x²)/2, √(12 + 4x) is 2√(3 + x): squares come out, all else is left as it is."""
    shared, rest = sharing.shared(base)
    if any(exponent.top < 0 for _, exponent in shared.values()):
        return rational_power(terms.product([(Term(number, shared), 1), (terms.read(rest), 1)]), n)
    size = terms.content(base)[0]
    size = Rational(abs(size.top), size.bottom).times(number)
    if size.top > 0 and size != ONE and not (number.decimal or size.decimal):
        outside = number_power(size, n)
        if not outside.factors:
            parts = [terms.read(part) for part in base.children]
            parts = [Term(p.coefficient.times(number).over(size), p.factors) for p in parts]
            return terms.product([(outside, 1), (terms.of(ordering.arranged(parts), n), 1)])
    if number == ONE:
        return terms.of(base, n)
    scaled = [Term(p.coefficient.times(number), p.factors) for p in map(terms.read, base.children)]
    return terms.of(ordering.arranged(scaled), n)


def whole_power(term: Term, n: int) -> Term:
    """term^n for a whole n."""
    number = term.coefficient
    if not number.top:
        return Term(number, {}) if n > 0 else terms.of(NOUGHT, Rational(n)) if n else UNITY
    raised = number.to_power(n) if number != ONE else ONE
    factors = {key: (base, exponent.times(Rational(n))) for key, (base, exponent) in term.factors.items()}
    if raised is None:
        size = Rational(abs(number.top), number.bottom, number.decimal)
        raised = ONE if number.top > 0 or n % 2 == 0 else Rational(-1)
        for value, side in ((size.top, n), (size.bottom, -n)):
            if value > 1:
                raised = raised.times(terms.put(factors, Number(value), Rational(side)))
    return terms.settled(raised, factors)


def number_power(number: Rational, n: Rational) -> Term:
    """A positive number to a broken power: 8^(1/2) is 2·2^(1/2)."""
    if not number.top:
        return Term(number, {}) if n.top > 0 else terms.of(NOUGHT, n)
    parts = [terms.of(Number(prime), n.times(Rational(times))) for prime, times in prime_powers(number)]
    return terms.product([(part, 1) for part in parts])


def prime_powers(number: Rational) -> list[tuple[int, int]]:
    """12/5 as 2²·3·5⁻¹."""
    return [*primes(number.top).items(), *[(prime, -times) for prime, times in primes(number.bottom).items()]]


def primes(value: int) -> dict[int, int]:
    """Prime factors; of a large number only what is a square is told from the rest."""
    found: dict[int, int] = {}
    if value > LARGEST_FACTORED:
        root = isqrt(value)
        return {root: 2} if root * root == value else {value: 1}
    p = 2
    while p * p <= value:
        while value % p == 0:
            found[p] = found.get(p, 0) + 1
            value //= p
        p += 1
    if value > 1:
        found[value] = found.get(value, 0) + 1
    return found


def root_of(value: int) -> tuple[int, int]:
    """8 as 2³: the least number of which a whole number is a power, and which power."""
    found = primes(value)
    k = gcd(*found.values())
    return prod([prime ** (times // k) for prime, times in found.items()]), k


def is_positive(base: Expression) -> bool:
    """Whether a base is positive wherever it has a value."""
    if isinstance(base, Power):
        return is_positive(base.children[0])
    if isinstance(base, Call):
        return base.function.name in ("sigmoid", "cosh", "sech", "gaussian", "softplus")
    if isinstance(base, Quotient):
        return all(is_positive(part) for part in base.children)
    return isinstance(base, Constant) or (isinstance(base, Number) and base.value > 0)


def absolute(base: Expression) -> Term:
    """|base|"""
    if is_positive(base) or (isinstance(base, Call) and base.function is ABS):
        return terms.of(base)
    return terms.of(Call(ABS, base))
