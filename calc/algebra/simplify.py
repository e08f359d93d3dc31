"""Simplifying as a person would: numbers worked out, like terms collected, what divides both sides of a line taken out.

One law holds throughout: wherever the original has a value, the simplified form has the same one.
(It may have one in more places: x/x becomes 1; `conditions` says where. It never replaces √(x²) by x.)
"""

from collections.abc import Mapping
from functools import lru_cache

from calc.algebra import sums, terms
from calc.algebra.term import CACHED
from calc.algebra.writing import written
from calc.formulas.expression import Expression, Product, Quotient, Sum
from calc.formulas.tree import check_expression


def simplify(expression: Expression, known: Mapping[Expression, Expression] | None = None) -> Expression:
    """The expression, simplified; the same expression always gives the same result.

    ``known`` gives the simplified form of some nodes in advance: a substitution.
    """
    check_expression(expression)
    result = _once(expression, known or {})
    # What a quotient leaves may have a common factor of its own, which only the next look finds.
    if isinstance(result, Quotient) and isinstance(result.children[1], Product | Sum):
        again = _once(result, {})
        return again if again.size < result.size else result
    return result


def _once(expression: Expression, known: Mapping[Expression, Expression]) -> Expression:
    done: dict[Expression, Expression] = {}
    stack = [expression]
    while stack:
        node = stack[-1]
        waiting = [] if node in done or node in known else [child for child in node.children if child not in done]
        if waiting:
            stack.extend(reversed(waiting))
            continue
        stack.pop()
        if node not in done:
            done[node] = known[node] if node in known else rebuild(node, [done[child] for child in node.children])
    return done[expression]


def rebuild(node: Expression, children: list[Expression]) -> Expression:
    """A node of that kind over already simplified children, simplified."""
    return _settled(node.rebuilt(children)) if children else node


@lru_cache(CACHED)
def _settled(node: Expression) -> Expression:
    if isinstance(node, Sum):
        return sums.added([terms.read(child) for child in node.children])
    return written(terms.read(node))


def add(*parts: Expression) -> Expression:
    """The sum, simplified."""
    return sums.added([terms.read(part) for part in parts])


def multiply(*factors: Expression) -> Expression:
    """The product, simplified."""
    return written(terms.product([(terms.read(factor), 1) for factor in factors]))


def divide(a: Expression, b: Expression) -> Expression:
    """a/b, simplified."""
    return written(terms.product([(terms.read(a), 1), (terms.read(b), -1)]))
