"""Formulas given piece by piece: which piece holds at a point, and what the conditions look like."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from calc.errors import DomainError
from calc.formulas.kinds import Kind
from calc.formulas.names import Scalar
from calc.formulas.tree import Tree, postorder

if TYPE_CHECKING:
    from calc.formulas.expression import Expression

NOWHERE = -1
"""The slot of a piece that is not given."""
Condition = tuple["Expression | str", ...]
"""Formulas and the signs between them: 0, <=, x, <, 1."""


def bounds(node: Tree) -> "tuple[Expression, ...]":
    """The numbers between which what is looked at may lie, the least first."""
    return node.children[1 : 1 + len(node.payload) // 2]


def pieces(node: Tree) -> "tuple[Expression, ...]":
    """The formulas to choose from."""
    return node.children[1 + len(node.payload) // 2 :]


@lru_cache(256)
def heights(node: Tree) -> tuple[float, ...]:
    """The bounds as floats."""
    return tuple([bound.evaluate({}) for bound in bounds(node)])


Real = TypeVar("Real", float, Decimal)


def slot(ends: Sequence[Real], x: Real) -> int:
    """Where x lies: 0 below the first bound, 1 at it, 2 between it and the next …; NaN lies nowhere."""
    if x != x:
        raise DomainError("NaN lies on no piece of a formula given piece by piece.")
    k = bisect_left(ends, x)
    return 2 * k + (k < len(ends) and ends[k] == x)


def piece(node: Tree, place: int) -> "Expression":
    """The formula that holds in a slot. Raises `DomainError` where none does."""
    index: int = node.payload[place]
    if index == NOWHERE:
        raise DomainError("There is no value here: none of the conditions of this formula holds.")
    return pieces(node)[index]


def chosen(expression: "Expression", env: Mapping[str, Scalar]) -> "tuple[Expression, bool]":
    """The formula without pieces that holds at a point, and whether the point lies on a bound.

    Raises as `Expression.evaluate`.
    """
    on_a_bound = False
    while (node := expression.compiled().choice) is not None:
        place = slot(heights(node), node.children[0].evaluate(env))
        on_a_bound = on_a_bound or place % 2 == 1
        expression = instead(expression, node, piece(node, place))
    return expression, on_a_bound


def values_by_piece(
    expression: "Expression", node: "Expression", xs: Sequence[Scalar], fixed: Mapping[str, Scalar]
) -> list[float]:
    """`Expression.values`: those points together that lie on one piece of ``node``."""
    places: dict[int, list[int]] = {}
    for i, x in enumerate(node.children[0].values(xs, **fixed)):
        index = NOWHERE if x != x else node.payload[slot(heights(node), x)]
        places.setdefault(index, []).append(i)
    found = [math.nan] * len(xs)
    for index, at in places.items():
        if index != NOWHERE:
            here = instead(expression, node, pieces(node)[index])
            for i, value in zip(at, here.values([xs[i] for i in at], **fixed), strict=True):
                found[i] = value
    return found


@lru_cache(1024)
def instead(expression: "Expression", node: Tree, by: "Expression") -> "Expression":
    """The expression with ``by`` in place of a node."""
    done: dict[Tree, Expression] = {node: by}
    for part in postorder(expression):
        if part not in done:
            done[part] = part.rebuilt([done[child] for child in part.children]) if part.children else part
    return done[expression]


def outermost(nodes: "list[Expression]") -> "Expression | None":
    """Of a formula in `postorder`, the choice that no other one holds."""
    return next((node for node in reversed(nodes) if node.kind is Kind.CASES), None)


def conditions(node: Tree) -> "list[tuple[Expression, Condition]]":
    """Each piece with the condition under which it holds, as a textbook lists them."""
    subject, slots, ends = node.children[0], node.payload, bounds(node)
    if len(slots) == 3 and slots[0] == slots[2] != slots[1]:
        rows = [(slots[1], _compared(subject, "=", ends[0])), (slots[0], _compared(subject, "!=", ends[0]))]
    else:
        rows = []
        for index, run in groupby(range(len(slots)), key=slots.__getitem__):
            places = list(run)
            rows.append((index, _between(subject, ends, places[0], places[-1])))
    return [(pieces(node)[index], condition) for index, condition in rows if index != NOWHERE]


def _between(subject: "Expression", ends: "tuple[Expression, ...]", first: int, last: int) -> Condition:
    """From one slot to another: a ≤ x < b."""
    if first == last and first % 2:
        return _compared(subject, "=", ends[first // 2])
    low = (ends[(first - 1) // 2], "<=" if first % 2 else "<") if first else None
    high = ("<=" if last % 2 else "<", ends[last // 2]) if last < 2 * len(ends) else None
    if low and high:
        return (*low, subject, *high)
    if high:
        return _compared(subject, *high)
    assert low is not None
    return _compared(subject, low[1].replace("<", ">"), low[0])


def _compared(subject: "Expression", sign: str, bound: "Expression") -> Condition:
    """x − y < 0 is written x < y."""
    parts = subject.children
    if bound.kind is Kind.NUMBER and bound.payload == 0 and subject.kind is Kind.SUM:
        *left, last = parts
        varies = last.kind is Kind.NEGATIVE and last.children[0].variables and any(part.variables for part in left)
        if varies and (len(left) > 1 or left[0].kind is not Kind.SUM):
            return left[0] if len(left) == 1 else subject.rebuilt(left), sign, last.children[0]
    return subject, sign, bound
