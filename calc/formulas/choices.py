"""Reading a choice: {x < 0: 0, x >= 0: x}, and 0 if x < 0 else x as programs have it."""

from collections.abc import Sequence

from calc.errors import DomainError, ParseError
from calc.formulas.cases import Comparison, by_condition
from calc.formulas.expression import Expression
from calc.formulas.words import Token

COMPARING = ("<", "<=", ">", ">=", "=", "!=")
MARKS = (*COMPARING, ":", "if", "else", ",")
"""What may stand between the parts of a choice."""
EXAMPLE = "{x < 0: -x, x >= 0: x}"
Row = tuple[list[Comparison], Expression]


def choice(opening: str, marks: Sequence[Token], parts: Sequence[Expression], position: int) -> Expression:
    """The formula that the parts between those marks make. Raises `ParseError`."""
    kinds = [mark.kind for mark in marks]
    if "if" in kinds or "else" in kinds:
        rows = _by_if(kinds, parts)
    elif opening == "{":
        rows = _by_braces(kinds, parts)
    else:
        raise ParseError(f"A comparison has no value; a choice stands in braces, {EXAMPLE}.", marks[0].position)
    if rows is None:
        raise ParseError(
            f"A choice is a list of conditions, each with its formula: {EXAMPLE}, or -x if x < 0 else x.", position
        )
    try:
        return by_condition(rows)
    except DomainError:
        raise ParseError("A bound of this choice has no value.", position) from None
    except ValueError as error:
        raise ParseError(str(error), position) from None


def _by_braces(kinds: list[str], parts: Sequence[Expression]) -> list[Row] | None:
    """Conditions, colons and formulas; the last formula may stand alone, for everywhere else."""
    rows: list[Row] = []
    for within, own in _apart(kinds, parts, ","):
        comparing, colon = within[:-1], within[-1:]
        alone = not within and rows and len(rows) == kinds.count(",")
        if not alone and (colon != [":"] or not comparing or not set(comparing) <= set(COMPARING)):
            return None
        rows.append((_comparisons(comparing, own[:-1]), own[-1]))
    return rows


def _by_if(kinds: list[str], parts: Sequence[Expression]) -> list[Row] | None:
    """Formula if condition else formula; the last formula stands alone."""
    rows: list[Row] = []
    for within, own in _apart(kinds, parts, "else"):
        last = len(rows) == kinds.count("else")
        if bool(within) == last or (within and (within[0] != "if" or not within[1:])):
            return None
        if not set(within[1:]) <= set(COMPARING):
            return None
        rows.append((_comparisons(within[1:], own[1:]), own[0]))
    return rows


def _apart(kinds: list[str], parts: Sequence[Expression], separator: str) -> list[tuple[list[str], list[Expression]]]:
    groups: list[tuple[list[str], list[Expression]]] = [([], [parts[0]])]
    for kind, part in zip(kinds, parts[1:], strict=True):
        if kind == separator:
            groups.append(([], [part]))
        else:
            groups[-1][0].append(kind)
            groups[-1][1].append(part)
    return groups


def _comparisons(signs: Sequence[str], parts: Sequence[Expression]) -> list[Comparison]:
    """0 < x <= 1 as 0 < x and x <= 1."""
    return [(parts[i], sign, parts[i + 1]) for i, sign in enumerate(signs)]
