"""What stands above and below the line and cancels: numbers, powers, and common divisors of sums."""

from functools import lru_cache
from math import gcd, lcm

from calc.algebra import expanding, ordering, polynomial, powers, sharing, sums, terms, writing
from calc.algebra.rational import NOUGHT, ONE, Rational, as_rational
from calc.algebra.term import CACHED, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Number, Power, Sum
from calc.functions.registry import FUNCTIONS

MOST_TERMS = 40
MOST_SUMS = 8
LARGEST = 160
"""Nodes in two sums whose common divisor is looked for."""


def cancelled(coefficient: Rational, factors: Factors) -> Term | None:
    """Takes out of a product what cancels, in place, and returns what stands for it; None if nothing does."""
    found = [(key, base, n) for key, (base, n) in factors.items() if isinstance(base, Sum) and n.bottom == 1]
    if not found or (len(factors) == 1 and coefficient == ONE and found[0][2] == ONE):
        return None
    divides = any(n.top < 0 for base, n in factors.values() if isinstance(base, Sum))
    for key, base, n in found:
        if all(isinstance(part, Negative) for part in base.children):
            del factors[key]
            turned = sums.added([terms.negated(terms.read(part)) for part in base.children])
            side = Term(Rational(-1 if n.top % 2 else 1), {})
            return terms.product([(side, 1), (powers.whole_power(terms.read(turned), n.top), 1)])
    for key, base, n in found:
        pulled = _number(coefficient, base, n, len(found) > 1) or _powers(factors, key, base, n, divides)
        if pulled is not None:
            del factors[key]
            return pulled
    roots = [(key, base, n) for key, (base, n) in factors.items() if isinstance(base, Sum) and n.top < 0 < n.bottom - 1]
    if not divides or len(found) + len(roots) > MOST_SUMS:
        return None
    for above, s, n in found:
        for below, t, m in roots:
            shared = divisor(s, t) if n.top > 0 else None
            if shared is not None and not shared[2].factors:  # t divides s: (x² − x)/√(x − 1) is x√(x − 1).
                del factors[above], factors[below]
                root = Term(ONE, {below: (t, n.plus(m))})
                ratio = terms.product([(shared[1], 1), (shared[2], -1)])
                return terms.product([(powers.whole_power(ratio, n.top), 1), (root, 1)])
        for below, t, m in found:
            if n.top > 0 > m.top:
                shared = divisor(s, t)
                if shared is not None:
                    del factors[above], factors[below]
                    g, over, under = shared
                    parts = [(g, n.top + m.top), (over, n.top), (under, m.top)]
                    return terms.product([(powers.whole_power(part, k), 1) for part, k in parts])
    return None


def _number(coefficient: Rational, base: Sum, n: Rational, beside_sums: bool) -> Term | None:
    """2(4x + 2) as 4(2x + 1), and (4x + 2)/6 as (2x + 1)/3."""
    if abs(n.top) != 1 or coefficient.decimal:
        return None
    shared = terms.content(base)[0]
    across = coefficient.top if n.top < 0 else coefficient.bottom
    if shared.bottom == 1 and (
        gcd(across, shared.top) == 1 and (n.top < 0 or (abs(coefficient.top) == 1 and not beside_sums))
    ):
        return None
    size = Rational(abs(shared.top), shared.bottom)
    if size == ONE:
        return None
    divided = [terms.product([(terms.read(part), 1), (Term(size, {}), -1)]) for part in base.children]
    apart = [inner for part in divided for inner in sums.terms_of(part)]
    if len(apart) > len(divided):  # 2x + 2(x − 1) is 2(2x − 1), not 2(x + x − 1).
        divided = terms.collected(apart)
    rest = ordering.flat([writing.written(part) for part in divided]) if divided else NOUGHT
    return terms.product([(Term(size, {}), n.top), (terms.of(rest, n), 1)])


def _powers(factors: Factors, key: Expression, base: Sum, n: Rational, divides: bool) -> Term | None:
    """(xy + x)/x² as (y + 1)/x, and 1/(1 + 1/x) as x/(x + 1); 1/(1 + e⁻ˣ) stays as it is."""
    shared, rest = sharing.shared(base)
    for atom, (inner, exponent) in shared.items():
        opposite = [k for k, (_, m) in factors.items() if k is not key and m.top * exponent.top * n.top < 0]
        across = any(_meet(atom, k) for k in opposite)
        if atom in opposite and n == ONE and exponent.top < 0 and not exponent.is_whole:
            above = Term(ONE, {atom: factors.pop(atom)})  # x(1 + 1/√x) as x + √x, not √x(√x + 1).
            return terms.of(ordering.arranged([terms.product([(terms.read(p), 1), (above, 1)]) for p in base.children]))
        below = divides or any(factors[k][1].top < 0 and not isinstance(k, Power | Number) for k in factors)
        if across or (exponent.top < 0 and below and not isinstance(inner, Power)):
            outside = powers.whole_power(Term(ONE, shared), n.top)
            return terms.product([(outside, 1), (powers.whole_power(terms.read(rest), n.top), 1)])
    return None


def _meet(a: Expression, b: Expression) -> bool:
    """Whether something cancels with one above and one below a line: x and x, 2ˣ and 6ˣ."""
    if a is not b and isinstance(a, Power) and isinstance(b, Power) and a.children[1] is b.children[1]:
        m, n = (as_rational(power.children[0]) for power in (a, b))
        return bool(m and n and m.is_whole and n.is_whole and gcd(m.top, n.top) > 1)
    return a is b


@lru_cache(CACHED)
def divisor(s: Sum, t: Sum) -> tuple[Term, Term, Term] | None:
    """g, s/g and t/g for the greatest common divisor g of two sums; None if it is a number (or hard to find)."""
    if s.size + t.size > LARGEST:
        return None
    both = [expanding.expanded(list(map(terms.read, total.children))) for total in (s, t)]
    both = [parts and _in_cosines(parts) for parts in both]
    if any(parts is None or len(parts) > MOST_TERMS for parts in both):
        return None
    letters: dict[Expression, tuple[Expression, int]] = {}
    for part in (*(both[0] or ()), *(both[1] or ())):
        for key, (base, n) in part.factors.items():
            if n.top < 0:
                return None
            letters[key] = base, lcm(n.bottom, letters.get(key, (base, 1))[1])
    seen = [{key for part in parts or () for key in part.factors} for parts in both]
    if not seen[0] & seen[1]:
        return None
    (a, scale_a), (b, scale_b) = [_polynomial(parts or [], letters) for parts in both]
    try:
        g = polynomial.common_divisor(a, b)
        if not any(any(exponents) for exponents in g):
            return None
        over, under = polynomial.divided(a, g), polynomial.divided(b, g)
    except polynomial.TooLong:
        return None
    assert over is not None
    assert under is not None
    return _term(g, ONE, letters), _term(over, scale_a, letters), _term(under, scale_b, letters)


def _in_cosines(parts: "list[Term]") -> "list[Term]":
    """sin² as 1 − cos² where there are cosines of the same angle: sin² and 1 + cos have the divisor 1 + cos."""
    cosines = {base.children[0] for part in parts for base, _ in part.factors.values() if _is(base, "cos")}
    waiting, done = list(parts), []
    while waiting:
        part = waiting.pop()
        sine = next((b for b, n in part.factors.values() if _is(b, "sin") and n.top >= 2 and n.is_whole), None)
        if sine is None or sine.children[0] not in cosines:
            done.append(part)
            continue
        rest = terms.product([(part, 1), (terms.of(sine, Rational(2)), -1)])
        square = terms.of(Call(FUNCTIONS["cos"], sine.children[0]), Rational(2))
        waiting += rest, terms.negated(terms.product([(rest, 1), (square, 1)]))
    return terms.collected(done)


def _is(base: Expression, name: str) -> bool:
    return isinstance(base, Call) and base.function.name == name


def _polynomial(
    parts: "list[Term]", letters: dict[Expression, tuple[Expression, int]]
) -> tuple[polynomial.Polynomial, Rational]:
    """Whole coefficients and exponents, and the number that the polynomial has to be multiplied by."""
    bottom = lcm(*[part.coefficient.bottom for part in parts])
    decimal = any(part.coefficient.decimal for part in parts)
    made = {}
    for part in parts:
        exponents = []
        for key, (_, scale) in letters.items():
            n = part.factors[key][1] if key in part.factors else Rational(0)
            exponents.append(n.top * scale // n.bottom)
        made[tuple(exponents)] = part.coefficient.top * (bottom // part.coefficient.bottom)
    return made, Rational(1, bottom, decimal)


def _term(made: polynomial.Polynomial, scale: Rational, letters: dict[Expression, tuple[Expression, int]]) -> Term:
    parts = []
    for exponents, coefficient in made.items():
        factors = {
            key: (base, Rational(n).over(Rational(q)))
            for n, (key, (base, q)) in zip(exponents, letters.items(), strict=True)
            if n
        }
        parts.append(Term(Rational(coefficient).times(scale), factors))
    if len(parts) == 1:
        return parts[0]
    return terms.of(ordering.arranged(parts, sort=True))
