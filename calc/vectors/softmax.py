"""Softmax, a function from vectors to vectors, and its Jacobian."""

import math
from collections.abc import Sequence

from calc.errors import DomainError, ShapeError
from calc.vectors.matrix import Matrix


def softmax(z: Sequence[float]) -> tuple[float, ...]:
    """e^{z_i} / Σ e^{z_j} for each i: positive, adding up to 1.

    Computed as e^{z_i − max z}, which cannot overflow and, the largest term being 1, never divides by 0.
    NaN in any entry makes every entry NaN. Raises `ShapeError` for no entries, `DomainError` where
    infinite entries leave the result open (several at +inf, or all at −inf).
    Goodfellow, Bengio and Courville, Deep Learning, 2016, section 4.1.
    """
    if not z:
        raise ShapeError("softmax takes a vector with one entry or more, for example [1.0, 2.0, 3.0].")
    if any(x != x for x in z):
        return (math.nan,) * len(z)
    largest = max(z)
    if math.isinf(largest):
        if largest < 0 or list(z).count(largest) > 1:
            raise DomainError(
                f"softmax has no value where {'every entry is −inf' if largest < 0 else 'several are inf'}."
            )
        return tuple(float(x == largest) for x in z)
    exponentials = [math.exp(x - largest) for x in z]
    total = math.fsum(exponentials)
    return tuple(e / total for e in exponentials)


def softmax_jacobian(z: Sequence[float]) -> Matrix:
    """∂s_i/∂z_j = s_i(δ_ij − s_j), n×n; symmetric, and every row adds up to 0."""
    s = softmax(z)
    return tuple(tuple(s_i * (_rest(s, i) if i == j else -s_j) for j, s_j in enumerate(s)) for i, s_i in enumerate(s))


def _rest(s: tuple[float, ...], i: int) -> float:
    """1 − s_i as the sum of the others, without the cancellation when s_i is nearly 1."""
    return math.fsum(s[:i] + s[i + 1 :])
