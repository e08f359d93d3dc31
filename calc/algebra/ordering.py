"""The order of terms in a sum, and which sign leads."""

from collections.abc import Sequence
from functools import lru_cache

from calc.algebra import terms, writing
from calc.algebra.term import CACHED, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Sum, Variable


def arranged(parts: "Sequence[Term]", sort: bool = False) -> Expression:
    """Terms as a sum: a polynomial from its highest power down, otherwise what is positive first."""
    order = list(parts)
    degrees = [_degrees(part) for part in order]
    if None not in degrees and (sort or len(order) > 2):
        names = sorted({name for d in degrees for name in d or ()})
        order.sort(key=lambda part: [-n for n in _place(part, names)])
    if order[0].coefficient.top < 0 and (len(order) == 2 or None in degrees):
        first = next((i for i, part in enumerate(order) if part.coefficient.top > 0), 0)
        order.insert(0, order.pop(first))
    return flat([writing.written(part) for part in order])


def flat(parts: list[Expression]) -> Expression:
    """A sum of parts, a sum among them taken apart."""
    made = [inner for part in parts for inner in (part.children if isinstance(part, Sum) else (part,))]
    return Sum(*made) if len(made) > 1 else made[0]


def _degrees(part: Term) -> dict[str, int] | None:
    """The power of each variable; None where a term is not a number times whole powers of variables."""
    found = {}
    for base, n in part.factors.values():
        if not isinstance(base, Variable) or not n.is_whole or n.top < 0:
            return None
        found[base.name] = n.top
    return found


def _place(part: Term, names: list[str]) -> list[int]:
    degrees = _degrees(part) or {}
    return [sum(degrees.values()), *[degrees.get(name, 0) for name in names]]


@lru_cache(CACHED)
def is_polynomial(expression: Expression) -> bool:
    """Whether every term is a number times powers of variables."""
    parts = expression.children if isinstance(expression, Sum) else (expression,)
    return all(_degrees(terms.read(part)) is not None for part in parts)


@lru_cache(CACHED)
def leads_with_minus(total: Sum) -> bool:
    """Whether it is a polynomial whose highest power alone has a minus before it: 1 − 3x², but not x − y."""
    parts = [terms.read(child) for child in total.children]
    degrees = [_degrees(part) for part in parts]
    if None in degrees:
        return False
    sizes = [sum((d or {}).values()) for d in degrees]
    top = [part for part, size in zip(parts, sizes, strict=True) if size == max(sizes)]
    return len(top) == 1 and top[0].coefficient.top < 0 and any(part.coefficient.top > 0 for part in parts)


def turned(total: Sum) -> Expression:
    """−total, as b − a for a − b."""
    return arranged([terms.negated(terms.read(child)) for child in total.children])
