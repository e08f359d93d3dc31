"""Reading lists and matrices of formulas: a gradient, a Jacobian."""

from calc.errors import ParseError
from calc.formulas.expression import Expression
from calc.formulas.parse import read
from calc.formulas.spelling import CLOSING, plain

_EXAMPLE = "for example [[1, 2x], [3, 4]]"
Piece = tuple[str, int]


def parse_list(text: str) -> tuple[Expression, ...]:
    """The formulas in ``text``, separated by commas or semicolons: ``2x, 3``, ``(2x, 3)`` or ``[2x; 3]``.

    A comma always separates here: ``0,5`` is 0 and 5. Raises `ParseError` with the place in the whole text.
    """
    inside = _unwrapped((_checked(text), 0))
    return tuple(_formula(piece) for row in _split(inside, ";") for piece in _split(row, ","))


def parse_matrix(text: str) -> tuple[tuple[Expression, ...], ...]:
    """The rows of a matrix: ``[[1, 2x], [3, 4]]``, ``(1, 2x), (3, 4)`` or ``[1, 2x; 3, 4]``.

    A list is a matrix of one row, ``2x; 3`` one of one column. Raises `ParseError`, also for rows of different
    lengths.
    """
    inside = _unwrapped((_checked(text), 0))
    rows = _split(inside, ";")
    if len(rows) == 1:
        items = _split(inside, ",")
        rows = items if all(_is_row(item) for item in items) else [inside]
    read_rows = [tuple(_formula(piece) for piece in _split(_unwrapped(row), ",")) for row in rows]
    lengths = [len(row) for row in read_rows]
    for k, length in enumerate(lengths):
        if length != lengths[0]:
            raise ParseError(
                f"Row {k + 1} has {length} and row 1 has {lengths[0]}: the rows of a matrix are equally long, "
                f"{_EXAMPLE}.",
                rows[k][1],
            )
    return tuple(read_rows)


def _checked(text: str) -> str:
    """The text in plain characters, if every bracket is closed."""
    text = plain(text)
    opened: list[int] = []
    for i, c in enumerate(text):
        if c in CLOSING:
            opened.append(i)
        elif c in CLOSING.values() and opened:
            opened.pop()
    if opened:
        raise ParseError(f"This {text[opened[-1]]} is never closed.", opened[-1])
    return text


def _formula(piece: Piece) -> Expression:
    text, start = piece
    if not text.strip():
        raise ParseError(f"An entry is missing here; {_EXAMPLE}.", start)
    try:
        return read(text).expression
    except ParseError as error:
        raise ParseError(error.message, start + error.position) from None


def _split(piece: Piece, separator: str) -> list[Piece]:
    """The parts between separators that stand in no bracket."""
    text, start = piece
    parts, depth, first = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in CLOSING) - (c in CLOSING.values())
        if c == separator and depth == 0:
            parts.append((text[first:i], start + first))
            first = i + 1
    return [*parts, (text[first:], start + first)]


def _unwrapped(piece: Piece) -> Piece:
    """Without the brackets round the whole, if there are any and they hold more than one formula."""
    text, start = piece
    left = len(text) - len(text.lstrip())
    stripped = text.strip()
    if not _wrapped(stripped):
        return piece
    inside = (stripped[1:-1], start + left + 1)
    if stripped[0] == "{" and len(_split(inside, ":")) > 1:  # A choice, {x < 0: -x, x >= 0: x}.
        return piece
    several = len(_split(inside, ",")) > 1 or len(_split(inside, ";")) > 1 or _wrapped(inside[0].strip())
    return inside if several or stripped[0] == "[" else piece


def _wrapped(text: str) -> bool:
    """Whether the first bracket closes at the very end."""
    if text[:1] not in CLOSING or text[-1:] != CLOSING[text[0]]:
        return False
    depth = 0
    for i, c in enumerate(text):
        depth += (c in CLOSING) - (c in CLOSING.values())
        if depth == 0:
            return i == len(text) - 1
    return False


def _is_row(piece: Piece) -> bool:
    text = piece[0].strip()
    return _wrapped(text) and (text[0] == "[" or len(_split((text[1:-1], 0), ",")) > 1)
