"""Polynomials in several letters with whole coefficients: exact division and the greatest common divisor.

A polynomial is a dict from exponents, one for each letter, to coefficients.
Geddes, Czapor and Labahn, Algorithms for Computer Algebra, 1992, chapter 7 (primitive remainder sequences).
"""

import math

Exponents = tuple[int, ...]
Polynomial = dict[Exponents, int]
MOST_OPERATIONS = 2_000
"""Coefficients multiplied before a common divisor is given up as not worth the time."""


class TooLong(ArithmeticError):
    """The calculation was given up."""


class Budget:
    """Counts down, and says when to give up."""

    def __init__(self) -> None:
        self.left = MOST_OPERATIONS

    def spend(self, operations: int) -> None:
        self.left -= operations
        if self.left < 0:
            raise TooLong


def common_divisor(a: Polynomial, b: Polynomial) -> Polynomial:
    """The greatest common divisor of two polynomials that are not 0. Raises `TooLong`."""
    return _divisor(a, b, len(next(iter(a))), Budget())


def divided(a: Polynomial, b: Polynomial) -> Polynomial | None:
    """a/b if it comes out even."""
    return _divided(a, b, Budget())


def _divided(a: Polynomial, b: Polynomial, budget: Budget) -> Polynomial | None:
    lead = max(b)
    rest, quotient = dict(a), {}
    while rest:
        top = max(rest)
        exponents = tuple(map(int.__sub__, top, lead))
        if min(exponents, default=0) < 0 or rest[top] % b[lead]:
            return None
        factor = quotient[exponents] = rest[top] // b[lead]
        budget.spend(len(b))
        for monomial, coefficient in b.items():
            _put(rest, tuple(map(int.__add__, monomial, exponents)), -factor * coefficient)
    return quotient


def _put(polynomial: Polynomial, exponents: Exponents, coefficient: int) -> None:
    total = polynomial.get(exponents, 0) + coefficient
    if total:
        polynomial[exponents] = total
    else:
        polynomial.pop(exponents, None)


def _times(a: Polynomial, b: Polynomial, budget: Budget) -> Polynomial:
    budget.spend(len(a) * len(b))
    product: Polynomial = {}
    for m, c in a.items():
        for n, d in b.items():
            _put(product, tuple(map(int.__add__, m, n)), c * d)
    return product


def _by_power(a: Polynomial, i: int) -> dict[int, Polynomial]:
    """The coefficients of the powers of letter i."""
    parts: dict[int, Polynomial] = {}
    for m, c in a.items():
        parts.setdefault(m[i], {})[(*m[:i], 0, *m[i + 1 :])] = c
    return parts


def _content(a: Polynomial, i: int, budget: Budget) -> Polynomial:
    """What the coefficients of the powers of letter i have in common."""
    first, *rest = sorted(_by_power(a, i).values(), key=len)
    for part in rest:
        first = _divisor(first, part, i, budget)
    return first


def _divisor(a: Polynomial, b: Polynomial, letters: int, budget: Budget) -> Polynomial:
    """The common divisor of polynomials in which only the first so many letters occur."""
    while letters and not any(m[letters - 1] for polynomial in (a, b) for m in polynomial):
        letters -= 1
    if not letters:
        return {next(iter(a)): math.gcd(*a.values(), *b.values())}
    i = letters - 1
    content_a, content_b = _content(a, i, budget), _content(b, i, budget)
    content = _divisor(content_a, content_b, i, budget)
    u, v = (_divided(p, c, budget) or p for p, c in ((a, content_a), (b, content_b)))
    while v:
        rest = _remainder(u, v, i, budget)
        if rest:
            rest = _divided(rest, _content(rest, i, budget), budget) or rest
        u, v = v, rest
    if not any(m[i] for m in u):
        return content
    return _times(u, content, budget)


def _remainder(a: Polynomial, b: Polynomial, i: int, budget: Budget) -> Polynomial:
    """What pseudo-division in letter i leaves of a."""
    degree = max(m[i] for m in b)
    lead = _by_power(b, i)[degree]
    while a and (height := max(m[i] for m in a)) >= degree:
        top = _by_power(a, i)[height]
        shifted = {(*m[:i], m[i] + height - degree, *m[i + 1 :]): c for m, c in b.items()}
        less = _times(shifted, top, budget)
        a = _times(a, lead, budget)
        for m, c in less.items():
            _put(a, m, -c)
    return a
