"""Functions of one number to as many digits as are asked for, on Python's decimal arithmetic.

Series and reductions: NIST Digital Library of Mathematical Functions, 4.19, 4.24, 4.38 and 7.6.
"""

from collections.abc import Callable
from decimal import Decimal, getcontext
from functools import cache

Real = Callable[[Decimal], Decimal]
ZERO, HALF, ONE, TWO = Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2)
LARGEST_ANGLE = 40
"""Powers of ten: beyond that, the digits of an angle say nothing about its sine."""


class Undefined(ArithmeticError):
    """No real value."""


class Beyond(ArithmeticError):
    """A value that this arithmetic does not reach; it may exist."""


def pi() -> Decimal:
    """π to the digits of the context."""
    return +_pi(getcontext().prec)


@cache
def _pi(digits: int) -> Decimal:
    """Machin's formula on whole numbers."""
    one = int("1" + "0" * (digits + 10))

    def arctan_of_inverse(n: int) -> int:
        term = total = one // n
        k, sign = 1, 1
        while term:
            term //= n * n
            k, sign = k + 2, -sign
            total += sign * (term // k)
        return total

    return Decimal(4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239))).scaleb(-digits - 10)


def negligible() -> Decimal:
    """What remains of a cancellation that is exact but for rounding, relative to what cancelled."""
    return ONE.scaleb(15 - getcontext().prec)


def _taylor(first: Decimal, ratio: Callable[[int], Decimal]) -> Decimal:
    """first·(1 + r₁ + r₁r₂ + …) until nothing is added."""
    total, term, k = first, first, 0
    while term and term.adjusted() > total.adjusted() - getcontext().prec - 2:
        k += 1
        term *= ratio(k)
        total += term
    return total


def _turned(x: Decimal, quarters: int) -> Decimal:
    """sin(x + quarters·π/2)"""
    if x.adjusted() > LARGEST_ANGLE:
        raise Beyond
    context = getcontext()
    context.prec += max(0, x.adjusted()) + 5
    try:
        right_angle = pi() / 2
        turns = (x / right_angle).to_integral_value()
        rest = x - turns * right_angle
        square = -rest * rest
        if (int(turns) + quarters) % 2:
            size = _taylor(ONE, lambda k: square / ((2 * k - 1) * (2 * k)))
        else:
            size = _taylor(rest, lambda k: square / (2 * k * (2 * k + 1)))
        sine = -size if (int(turns) + quarters) % 4 >= 2 else size
    finally:
        context.prec -= max(0, x.adjusted()) + 5
    return ZERO if abs(sine) < negligible() * max(ONE, abs(x)) else +sine


def sin(x: Decimal) -> Decimal:
    return _turned(x, 0)


def cos(x: Decimal) -> Decimal:
    return _turned(x, 1)


def over(a: Decimal, b: Decimal) -> Decimal:
    """a/b"""
    if not b:
        raise Undefined
    return a / b


def sqrt(x: Decimal) -> Decimal:
    if x < 0:
        raise Undefined
    return x.sqrt()


def ln(x: Decimal) -> Decimal:
    if x <= 0:
        raise Undefined
    return x.ln()


def exp(x: Decimal) -> Decimal:
    return x.exp()


def atan(x: Decimal) -> Decimal:
    for _ in range(4):
        x = x / (1 + (1 + x * x).sqrt())
    square = -x * x
    return 16 * _taylor(x, lambda k: square * (2 * k - 1) / (2 * k + 1)) if x else ZERO


def asin(x: Decimal) -> Decimal:
    if abs(abs(x) - 1) < negligible():
        return (pi() / 2).copy_sign(x)
    return atan(x / sqrt(1 - x * x))


def acos(x: Decimal) -> Decimal:
    return pi() / 2 - asin(x)


def sinh(x: Decimal) -> Decimal:
    return (exp(x) - exp(-x)) / 2


def cosh(x: Decimal) -> Decimal:
    return (exp(x) + exp(-x)) / 2


def tanh(x: Decimal) -> Decimal:
    e = exp(-2 * abs(x))
    return ((1 - e) / (1 + e)).copy_sign(x)


def asinh(x: Decimal) -> Decimal:
    return ln(abs(x) + (x * x + 1).sqrt()).copy_sign(x)


def acosh(x: Decimal) -> Decimal:
    if x < 1:
        raise Undefined
    return ln(x + (x * x - 1).sqrt())


def atanh(x: Decimal) -> Decimal:
    return ln(over(1 + x, 1 - x)) / 2


def erf(x: Decimal) -> Decimal:
    if x * x > 3 * getcontext().prec:
        return ONE.copy_sign(x)
    square = x * x
    return 2 / pi().sqrt() * exp(-square) * _taylor(x, lambda k: 2 * square / (2 * k + 1)) if x else ZERO


def sigmoid(x: Decimal) -> Decimal:
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def softplus(x: Decimal) -> Decimal:
    return max(x, ZERO) + ln(1 + exp(-abs(x)))


def sign(x: Decimal) -> Decimal:
    return ONE.copy_sign(x) if x else ZERO
