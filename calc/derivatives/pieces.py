"""The derivative of a formula given piece by piece: that of each piece, and what holds where two of them meet."""

from collections.abc import Mapping, Sequence

from calc.algebra.conditions import conditions
from calc.algebra.rational import NOUGHT
from calc.algebra.simplify import simplify
from calc.errors import DomainError
from calc.formulas.branches import NOWHERE
from calc.formulas.cases import Cases, joined
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Sum, Variable
from calc.formulas.tree import postorder
from calc.functions.function import EVERYWHERE, REALS


def slope_of_pieces(node: Expression, x: Variable, slopes: Sequence[Expression]) -> Expression:
    """Each piece's derivative on its own stretch; at a bound only where both sides have the same value and slope.

    That is found out where x itself is compared with a number; elsewhere the result is left open there.
    """
    assert isinstance(node, Cases)
    slope_of = dict(zip(node.pieces, slopes, strict=True))
    pieces = [None if index == NOWHERE else node.pieces[index] for index in node.payload]
    values = [None if piece is None else slope_of[piece] for piece in pieces]
    for k, bound in enumerate(node.bounds) if x.name in node.subject.variables else ():
        at = 2 * k + 1
        before, here, after = pieces[at - 1 : at + 2]
        values[at] = None
        if node.subject is x and before and here and after and here in (before, after):
            pairs = (before, after), (slope_of[before], slope_of[after])
            if all(a is b or _agree(a, b, x, bound) for a, b in pairs):
                values[at] = slope_of[here]
    return joined(node.subject, node.bounds, values) or node


def _agree(a: Expression, b: Expression, x: Variable, at: Expression) -> bool:
    """Whether two formulas certainly have the same value at a point."""
    there = {x.name: at}
    if not all(_surely_defined(formula, there) for formula in (a, b)):
        return False
    return simplify(Sum(a.substitute(there), Negative(b.substitute(there)))) is NOUGHT


def _surely_defined(formula: Expression, there: Mapping[str, Expression]) -> bool:
    if set(formula.variables) <= there.keys():
        try:
            formula.substitute(there).evaluate({})
        except DomainError:
            return False
        return True
    nodes = postorder(formula)
    limited = any(isinstance(n, Call) and n.function.domain not in (EVERYWHERE, REALS) for n in nodes)
    return not (limited or conditions(formula) or any(isinstance(n, Cases) for n in nodes))
