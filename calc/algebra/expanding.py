"""Multiplying out: sums times sums, powers of sums, within what anyone would write."""

from functools import lru_cache

from calc.algebra import terms
from calc.algebra.rational import Rational
from calc.algebra.term import CACHED, Term
from calc.formulas.nodes import Sum

MOST_EXPANDED = 40
"""Terms that a sum may have on the way."""
LARGEST_EXPANDED = 160
"""Nodes in the sums that are multiplied out; beyond that, and beyond so many products, nobody would."""
MOST_PRODUCTS = 160


def expanded(parts: list[Term]) -> list[Term] | None:
    """Multiplied out and collected; None if that takes too many terms."""
    made = loose(parts)
    return None if made is None else terms.collected(made)


def loose(parts: list[Term]) -> list[Term] | None:
    """Multiplied out, like terms still apart."""
    nodes = [base.size for part in parts for base, _ in part.factors.values() if isinstance(base, Sum)]
    if sum(nodes) > LARGEST_EXPANDED:
        return None
    done: list[Term] = []
    for part in parts:
        made = _multiplied_out(part)
        if made is None or len(done) + len(made) > MOST_EXPANDED:
            return None
        done += made
    return done


@lru_cache(CACHED)
def _inside(total: Sum) -> list[Term] | None:
    return expanded([terms.read(child) for child in total.children])


def _multiplied_out(part: Term) -> list[Term] | None:
    plain = dict(part.factors)
    made: list[Term] = []
    products = 0
    for key, (base, n) in part.factors.items():
        times = n.top // n.bottom
        if not isinstance(base, Sum) or times < 1:
            continue
        inner = _inside(base)
        if inner is None:
            return None
        plain[key] = base, n.plus(Rational(-times))
        for _ in range(times):
            products += len(made) * len(inner)
            if products > MOST_PRODUCTS:
                return None
            made = terms.collected([terms.product([(a, 1), (b, 1)]) for a in made for b in inner]) if made else inner
    if not made:
        return [part]
    first = terms.settled(part.coefficient, plain)
    return [terms.product([(first, 1), (other, 1)]) for other in made]
