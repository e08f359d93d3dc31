"""Formulas given piece by piece, as nodes: which of several holds is told by where one quantity lies."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from contextlib import suppress

from calc.errors import DomainError
from calc.formulas import branches
from calc.formulas.branches import NOWHERE, heights, slot
from calc.formulas.expression import Expression
from calc.formulas.kinds import Kind
from calc.formulas.nodes import Number

Comparison = tuple[Expression, str, Expression]
"""x, <, 1"""
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_HOLDS = {"<": (-1,), "<=": (-1, 0), "=": (0,), "!=": (-1, 1), ">=": (0, 1), ">": (1,)}
"""On which sides of a bound, below, at and above it, a comparison holds."""


class Cases(Expression):
    """``{x < 0: 0, 0 <= x < 1: x, x >= 1: 1}``: formulas, each where the ``subject`` lies between certain bounds.

    ``payload`` says which of the ``pieces`` holds below the first bound, at it, between it and the next, and so on to
    beyond the last; −1 where none does.
    """

    __slots__ = ()
    kind = Kind.CASES
    payload: tuple[int, ...]

    def __new__(
        cls, subject: Expression, bounds: Iterable[Expression], pieces: Iterable[Expression], slots: Iterable[int]
    ) -> "Cases":
        return cls._make(tuple(slots), (subject, *bounds, *pieces))

    def rebuilt(self, children: Iterable[Expression]) -> Expression:
        """Over other children; where pieces have become one, or the subject a number, what is left of the choice."""
        subject, *rest = children
        ends, made = rest[: len(self.bounds)], rest[len(self.bounds) :]
        values = [None if index == NOWHERE else made[index] for index in self.payload]
        if not subject.variables:
            with suppress(DomainError):
                values = [values[slot(heights(self), subject.evaluate({}))]]
                ends = []
        return joined(subject, ends, values) or self._make(self.payload, (subject, *rest))

    @property
    def subject(self) -> Expression:
        return self.children[0]

    @property
    def bounds(self) -> tuple[Expression, ...]:
        return branches.bounds(self)

    @property
    def pieces(self) -> tuple[Expression, ...]:
        return branches.pieces(self)


def joined(subject: Expression, bounds: Sequence[Expression], values: Sequence[Expression | None]) -> Expression | None:
    """The formula with that value, or none, in each slot: bounds at which nothing changes are left out.

    A value alone where it holds everywhere; None where there is none at all.
    """
    kept = [k for k in range(len(bounds)) if not values[2 * k] is values[2 * k + 1] is values[2 * k + 2]]
    held = [values[0]]
    for k in kept:
        held += values[2 * k + 1 : 2 * k + 3]
    if len(held) == 1:
        return held[0]
    pieces = list(dict.fromkeys(value for value in held if value is not None))
    slots = [NOWHERE if value is None else pieces.index(value) for value in held]
    return Cases(subject, [bounds[k] for k in kept], pieces, slots)


def in_common(
    choices: Sequence[Cases],
) -> tuple[list[Expression], list[list[Expression | None]]]:
    """The bounds of several choices by one subject, and for each slot between and at them the piece of each choice."""
    at = {height: bound for one in choices for height, bound in zip(heights(one), one.bounds, strict=True)}
    places = sorted(at)
    rows = []
    for k in range(2 * len(places) + 1):
        row: list[Expression | None] = []
        for one in choices:
            below = bisect_left(heights(one), places[k // 2]) if k < 2 * len(places) else len(one.bounds)
            place = slot(heights(one), places[k // 2]) if k % 2 else 2 * below
            row.append(None if one.payload[place] == NOWHERE else one.pieces[one.payload[place]])
        rows.append(row)
    return [at[place] for place in places], rows


def by_condition(rows: Sequence[tuple[Sequence[Comparison], Expression]]) -> Expression:
    """The value of the first row whose comparisons all hold; one without comparisons always does.

    Raises ValueError where they do not compare one and the same thing with numbers.
    """
    turned = [([_with_bound(*comparison) for comparison in comparisons], value) for comparisons, value in rows]
    subjects = list(dict.fromkeys(subject for comparisons, _ in turned for subject, _, _ in comparisons))
    if len(subjects) != 1:
        raise ValueError(
            f"One choice looks at one quantity, not at {' and '.join(map(str, subjects))}; put a choice inside another."
        )
    heights = {bound.evaluate({}): bound for comparisons, _ in reversed(turned) for _, _, bound in comparisons}
    places = sorted(heights)
    values: list[Expression | None] = []
    for place in range(2 * len(places) + 1):
        sides = {height: (place > 2 * k + 1) - (place < 2 * k + 1) for k, height in enumerate(places)}
        holding = (
            value
            for comparisons, value in turned
            if all(sides[bound.evaluate({})] in _HOLDS[sign] for _, sign, bound in comparisons)
        )
        values.append(next(holding, None))
    made = joined(subjects[0], [heights[place] for place in places], values)
    if made is None:
        raise ValueError("These conditions never hold.")
    return made


def _with_bound(left: Expression, sign: str, right: Expression) -> Comparison:
    """What varies, compared with a number: 0 < x as x > 0, and x < y as x − y < 0."""
    if not right.variables:
        if not left.variables:
            raise ValueError(f"{left} {sign} {right} holds always or never; compare something that varies, such as x.")
        return left, sign, right
    if not left.variables:
        return right, _TURNED.get(sign, sign), left
    return left - right, sign, Number(0)
