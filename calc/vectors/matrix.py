"""Matrices as tuples of rows, with every shape checked."""

from collections.abc import Sequence

from calc.errors import ShapeError

Matrix = tuple[tuple[float, ...], ...]
Rows = Sequence[Sequence[float]]


def shape(A: Rows) -> tuple[int, int]:
    """(rows, columns). Raises `ShapeError` for no rows, no columns, or rows of different lengths."""
    lengths = sorted({len(row) for row in A})
    if not lengths or lengths == [0]:
        raise ShapeError("A matrix has one row and one column or more, for example [[1, 2], [3, 4]].")
    if len(lengths) > 1:
        raise ShapeError(f"The rows of a matrix are equally long; these have {lengths[0]} and {lengths[-1]} entries.")
    return len(A), lengths[0]


def matmul(A: Rows, B: Rows) -> Matrix:
    """The product AB, m×n times n×p giving m×p. Raises `ShapeError` where the inner sizes differ."""
    (m, n), (rows, p) = shape(A), shape(B)
    if n != rows:
        raise ShapeError(
            f"A {m}×{n} matrix times a {rows}×{p} matrix does not fit: the columns of the first ({n}) "
            f"must be as many as the rows of the second ({rows}). {m}×{n} needs {n}×{p} on its right."
        )
    columns = list(zip(*B, strict=True))
    return tuple(tuple(float(sum(a * b for a, b in zip(row, column, strict=True))) for column in columns) for row in A)


def transpose(A: Rows) -> Matrix:
    """Rows as columns: m×n becomes n×m."""
    shape(A)
    return tuple(tuple(map(float, column)) for column in zip(*A, strict=True))
