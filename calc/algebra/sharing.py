"""What all terms of a sum have in common, and the sum without it."""

from functools import lru_cache

from calc.algebra import ordering, powers, sums, terms, writing
from calc.algebra.rational import NOUGHT, ONE, ZERO, Rational, as_rational
from calc.algebra.term import CACHED, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Number, Power, Sum

MOST_LOOKED_THROUGH, LARGEST_LOOKED_THROUGH = 8, 40
"""Terms that are still looked through for the same power of a symbol, and nodes in that power."""
MOST_FACTORS = 24
"""Factors of a term that are still looked through for what all terms share."""


def common(parts: "list[Term]") -> Factors:
    """The lowest power of each base that all terms share; 1/x counts as shared by x, whose power is higher."""
    found: Factors = {}
    if max(len(part.factors) for part in parts) > MOST_FACTORS:
        return found
    under = {base.children[0] for part in parts for base, _ in part.factors.values() if isinstance(base, Power)}
    if len([base for base in under if as_rational(base)]) > 1:
        parts = [_in_primes(part) for part in parts]
    for key, base in {key: base for part in parts for key, (base, _) in part.factors.items()}.items():
        if isinstance(base, Number):
            continue
        raised = base.children[0] if isinstance(base, Power) else base if base in under else None
        if (
            raised is not None
            and not powers.is_positive(raised)
            and (
                len(parts) > MOST_LOOKED_THROUGH
                or base.size > LARGEST_LOOKED_THROUGH
                or not _raised_alike(raised, parts)
            )
        ):
            continue  # What x^a and x^b share depends on a and b.
        lowest = min(
            [part.factors[key][1] if key in part.factors else ZERO for part in parts],
            key=lambda n: n.top / n.bottom,
        )
        if lowest.top < 0 and isinstance(base, Power) and not all(_divides(key, part) for part in parts):
            continue  # Nobody takes e⁻ˣ out of 1 + e⁻ˣ.
        if lowest.top:
            found[key] = base, lowest
    return found


def _divides(key: Expression, part: Term) -> bool:
    return key in part.factors and part.factors[key][1].top < 0


def _in_primes(part: Term) -> Term:
    """6ˣ as 2ˣ·3ˣ, which it is put together to elsewhere: so 6ˣ and 2ˣ share something."""
    made: Factors = {}
    for base, n in part.factors.values():
        number = as_rational(base.children[0]) if isinstance(base, Power) else None
        if number is None or number.top <= 0 or number.decimal:
            made[terms.key_of(base)] = base, n
            continue
        for prime, times in powers.prime_powers(number):
            power = Power(Number(prime), base.children[1])
            before = made.get(power.alike, (power, ZERO))[1]
            made[power.alike] = power, before.plus(n.times(Rational(times)))
    return Term(part.coefficient, made)


def _raised_alike(base: Expression, parts: "list[Term]") -> bool:
    """Whether every term has the same power of a base, symbols in its exponent included."""

    def raised(part: Term) -> dict[Expression, Rational]:
        return {key: n for key, (b, n) in part.factors.items() if base in (b, *b.children[: isinstance(b, Power)])}

    first = raised(parts[0])
    return all(raised(part) == first for part in parts)


def without(part: Term, shares: Factors) -> Term:
    """The term divided by what it shares."""
    return terms.product([(part, 1), (Term(ONE, shares), -1)])


@lru_cache(CACHED)
def shared(total: Sum) -> "tuple[Factors, Expression]":
    """What all terms of a sum have in common, and the sum without it."""
    parts = [terms.read(child) for child in total.children]
    found = common(parts)
    if not found:
        return {}, total
    rest = [inner for part in parts for inner in sums.terms_of(without(part, found))]
    if len(rest) == len(parts):
        return found, ordering.flat([writing.written(part) for part in rest])
    together = terms.collected(rest)
    return found, ordering.arranged(together, sort=True) if together else NOUGHT
