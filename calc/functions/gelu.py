"""GELU, exact and in the tanh approximation, with their slopes, accurate for every float.

Hendrycks and Gimpel, Gaussian Error Linear Units, 2016 (arXiv 1606.08415).
"""

import math

from calc.functions.stable import limits, sigmoid, sigmoid_slope

GELU_CUBIC = 0.044715


def normal_cdf(x: float) -> float:
    """Φ(x), the standard normal distribution; erfc keeps the left tail."""
    return 0.5 * math.erfc(-x / math.sqrt(2))


def normal_pdf(x: float) -> float:
    """φ(x), the slope of Φ."""
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


@limits(0.0, math.inf)
def gelu(x: float) -> float:
    """x·Φ(x)"""
    return x * normal_cdf(x)


@limits(0.0, 1.0)
def gelu_slope(x: float) -> float:
    """Φ(x) + x·φ(x)"""
    return normal_cdf(x) + x * normal_pdf(x)


def _gelu_angle(x: float) -> float:
    """2z in x·σ(2z), which equals x/2·(1 + tanh z) without the cancellation on the left."""
    return 2 * math.sqrt(2 / math.pi) * x * (1 + GELU_CUBIC * x * x)


@limits(0.0, math.inf)
def gelu_tanh(x: float) -> float:
    """x/2·(1 + tanh z), written as x·σ(2z)"""
    return x * sigmoid(_gelu_angle(x))


@limits(0.0, 1.0)
def gelu_tanh_slope(x: float) -> float:
    """σ(2z) + x·σ′(2z)·2z′"""
    if abs(x) > 50:  # The rest of the formula is below the smallest float, and would be 0·inf further out.
        return float(x > 0)
    angle = _gelu_angle(x)
    angle_slope = 2 * math.sqrt(2 / math.pi) * (1 + 3 * GELU_CUBIC * x * x)
    return sigmoid(angle) + x * sigmoid_slope(angle) * angle_slope


def gelu_tanh_second_slope(x: float) -> float:
    """(1 − t²)(z′ + x z″/2 − x t z′²) for t = tanh z; 0 where 1 − t² is below the smallest float."""
    if abs(x) > 50:
        return x if x != x else 0.0
    angle = _gelu_angle(x)
    half_slope = math.sqrt(2 / math.pi) * (1 + 3 * GELU_CUBIC * x * x)
    bend = math.sqrt(2 / math.pi) * 3 * GELU_CUBIC * x * x
    return 4 * sigmoid_slope(angle) * (half_slope + bend - x * math.tanh(angle / 2) * half_slope * half_slope)
