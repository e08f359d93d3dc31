"""Where two formulas are held against each other: the same points each time, of several sizes and both signs."""

from collections.abc import Iterator
from decimal import Decimal

from calc.formulas.expression import Expression
from calc.formulas.nodes import Number
from calc.formulas.tree import postorder

WHOLE = (0, 1, -1, 2, -2, 3, 5, -3)
SIZES = (1, 1, 10, 0.1, 3, 100, 1, 0.01, 30, 1000)
MOST_LITERALS = 6
A_LITTLE = Decimal("0.0137")


def points(names: tuple[str, ...], *formulas: Expression) -> Iterator[dict[str, Decimal]]:
    """Points without end: whole ones, those about the formulas' own numbers, then scattered ones.

    Every fourth scattered point has whole coordinates, for (−2)ⁿ has a value nowhere else; about half of the
    coordinates are positive all at once, for logarithms and roots.
    """
    for n in WHOLE:
        yield {name: Decimal(n) for name in names}
    if len(names) == 1:
        for literal in _literals(*formulas):
            for x in (literal, literal + A_LITTLE, literal - A_LITTLE, -literal, -literal - A_LITTLE):
                yield {names[0]: x}
    state = 20_011
    k = 0
    while True:
        k += 1
        size = SIZES[k % len(SIZES)]
        point = {}
        for name in names:
            state = (1_103_515_245 * state + 12_345) % 2**31
            part = Decimal(state % 9_973 + 1) / 9_973
            negative = k % 2 == 0 and state // 9_973 % 2
            x = (part * Decimal(str(size))).quantize(Decimal("0.00001"))
            if k % 4 == 3:
                x = Decimal(1 + state % 6)
            point[name] = -x if negative or (k % 8 == 3 and state // 7 % 2) else x
        yield point


def _literals(*formulas: Expression) -> list[Decimal]:
    found = {node.value for formula in formulas for node in postorder(formula) if isinstance(node, Number)}
    return [Decimal(repr(value)) for value in sorted(found - {0, 1})[:MOST_LITERALS]]
