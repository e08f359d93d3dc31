"""Simplifying as a person would: numbers worked out, like terms collected, what divides both sides of a line taken out.

One law holds throughout: wherever the original has a value, the simplified form has the same one.
(It may have one in more places: x/x becomes 1; `conditions` says where. It never replaces √(x²) by x.)
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from calc.algebra import sums, terms
from calc.algebra.term import CACHED
from calc.algebra.writing import written
from calc.formulas.branches import instead
from calc.formulas.cases import Cases, in_common, joined
from calc.formulas.expression import Expression
from calc.formulas.kinds import Kind
from calc.formulas.nodes import Negative, Product, Quotient, Sum
from calc.formulas.tree import check_expression, postorder

LARGEST_BY_PIECES = 400
"""Nodes of a product or sum that is still put piece by piece."""


def simplify(expression: Expression, known: Mapping[Expression, Expression] | None = None) -> Expression:
    """The expression, simplified; the same expression always gives the same result.

    ``known`` gives the simplified form of some nodes in advance: a substitution.
    """
    check_expression(expression)
    result = _once(expression, known or {})
    # What a quotient leaves may have a common factor of its own, which only the next look finds.
    bare = result.children[0] if isinstance(result, Negative) else result
    if isinstance(bare, Quotient) and (
        isinstance(bare.children[1], Product | Sum) or sums.has_number_times_sum(bare.children[0])
    ):
        again = _once(result, {})
        return again if sums.length(again) < sums.length(result) else result
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
    if not children:
        return node
    if Kind.CASES in [child.kind for child in children]:
        within = _by_pieces(node, children)
        if within is not None:
            return within
    return _settled(node.rebuilt(children))


def _by_pieces(node: Expression, children: Sequence[Expression]) -> Expression | None:
    """A product with something given piece by piece, piece by piece; of a sum what has one subject, together."""
    choices = [child for child in children if isinstance(child, Cases)]
    subject = choices[0].subject
    if isinstance(node, Sum):
        same = [child for child in choices if child.subject is subject]
        if len(same) < 2:
            return None
        others = [child for child in children if child not in same]
        together = _in_pieces(Sum(*same), subject)
        return together and (add(*others, together) if others else together)
    return _in_pieces(node.rebuilt(children), subject) if isinstance(node, Product | Quotient | Negative) else None


def _in_pieces(whole: Expression, subject: Expression) -> Expression | None:
    """The whole as a choice, whatever is chosen inside it by the same subject put in its place; None for too much."""
    if whole.size > LARGEST_BY_PIECES:
        return None
    inner = [node for node in reversed(postorder(whole)) if isinstance(node, Cases) and node.subject is subject]
    bounds, rows = in_common(inner)
    values: list[Expression | None] = []
    for pieces in rows:
        here = whole
        for node, piece in zip(inner, pieces, strict=True):
            here = here if piece is None else instead(here, node, piece)
        missing = any(node in whole.children for node, piece in zip(inner, pieces, strict=True) if piece is None)
        values.append(None if missing else simplify(here))
    return joined(subject, bounds, values) or whole


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
