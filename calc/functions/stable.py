"""Formulas of the activation functions and their slopes, accurate for every float.

Where the formula on the page would overflow or cancel, the code here uses an equal one that does not,
and says so. Defaults and the slope taken at a kink are PyTorch's (documentation of ``torch.nn``, and
ATen's backward kernels).
"""

import math
from collections.abc import Callable

from calc.functions.function import Real

LEAKY_SLOPE = 0.01
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def limits(left: float, right: float) -> Callable[[Real], Real]:
    """Gives a formula its limits at −inf and +inf, where inf·0 would make it NaN; NaN stays NaN."""

    def decorate(formula: Real) -> Real:
        def value(x: float) -> float:
            if x - x == 0:
                return formula(x)
            return x if x != x else (left if x < 0 else right)

        return value

    return decorate


def times_exp(factor: float, x: float) -> float:
    """factor·eˣ to full precision, also below x = −708, where eˣ alone loses digits."""
    half = math.exp(x / 2)
    return factor * half * half


def sigmoid(x: float) -> float:
    """1/(1 + e⁻ˣ), written with e^−|x|, which cannot overflow."""
    e = math.exp(-abs(x))
    return 1 / (1 + e) if x >= 0 else e / (1 + e)


def sigmoid_slope(x: float) -> float:
    """σ(x)(1 − σ(x)), without the cancellation in 1 − σ(x)."""
    e = math.exp(-abs(x))
    return e / (1 + e) ** 2


def softplus(x: float) -> float:
    """ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|)."""
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def relu(x: float) -> float:
    return x if not x < 0 else 0.0


def relu_slope(x: float) -> float:
    return x if x != x else float(x > 0)


def leaky_relu(x: float) -> float:
    return x if x > 0 else LEAKY_SLOPE * x


def leaky_relu_slope(x: float) -> float:
    return x if x != x else 1.0 if x > 0 else LEAKY_SLOPE


def elu(x: float) -> float:
    return x if x > 0 else math.expm1(x)


def elu_slope(x: float) -> float:
    return 1.0 if x > 0 else math.exp(x)


def selu(x: float) -> float:
    return SELU_SCALE * (x if x > 0 else SELU_ALPHA * math.expm1(x))


def selu_slope(x: float) -> float:
    return SELU_SCALE * (1.0 if x > 0 else SELU_ALPHA * math.exp(x))


def tanh_slope(x: float) -> float:
    """1 − tanh²(x), without the cancellation."""
    e = math.exp(-2 * abs(x))
    return 4 * e / (1 + e) ** 2


@limits(0.0, math.inf)
def silu(x: float) -> float:
    return x * sigmoid(x) if x > -700 else times_exp(x, x)


@limits(0.0, 1.0)
def silu_slope(x: float) -> float:
    return sigmoid(x) * (1 + x * sigmoid(-x)) if x > -700 else times_exp(1 + x, x)


def _tanh_softplus(x: float) -> tuple[float, float]:
    """(t, 1 − t²) for t = tanh(ln(1 + eˣ)), as fractions in e^−|x|."""
    e = math.exp(-abs(x))
    if x > 0:
        bottom = 1 + 2 * e + 2 * e * e
        return (1 + 2 * e) / bottom, (2 * e * (1 + e) / bottom) ** 2
    bottom = 2 + 2 * e + e * e
    return e * (e + 2) / bottom, (2 * (1 + e) / bottom) ** 2


@limits(0.0, math.inf)
def mish(x: float) -> float:
    return x * _tanh_softplus(x)[0] if x > -700 else times_exp(x, x)


@limits(0.0, 1.0)
def mish_slope(x: float) -> float:
    t, rest = _tanh_softplus(x)
    return t + x * rest * sigmoid(x) if x > -700 else times_exp(1 + x, x)


@limits(-1.0, 1.0)
def softsign(x: float) -> float:
    return x / (1 + abs(x))


def softsign_slope(x: float) -> float:
    bottom = 1 + abs(x)
    return 1 / bottom / bottom


def hard_sigmoid(x: float) -> float:
    return 0.0 if x <= -3 else 1.0 if x >= 3 else (x + 3) / 6


def hard_sigmoid_slope(x: float) -> float:
    return x if x != x else 1 / 6 if -3 < x < 3 else 0.0


def hard_swish(x: float) -> float:
    return 0.0 if x <= -3 else x if x >= 3 else x * (x + 3) / 6


def hard_swish_slope(x: float) -> float:
    return 0.0 if x <= -3 else 1.0 if x >= 3 else (2 * x + 3) / 6


def gaussian(x: float) -> float:
    return math.exp(-x * x)


@limits(0.0, 0.0)
def gaussian_slope(x: float) -> float:
    return -2 * (x * math.exp(-x * x))


def one(x: float) -> float:
    return x if x != x else 1.0


def zero(x: float) -> float:
    return x if x != x else 0.0
