"""Slopes that are functions of their own, relu'(x): those given piece by piece, or by a formula nobody prints twice."""

import math

from calc.functions import gelu, stable
from calc.functions.activations import ACTIVATION_TABLE
from calc.functions.function import Function, Kink, Real

GELU_TANH_SECOND = (
    "sech(sqrt(2/pi)*(x + 0.044715x^3))^2*(sqrt(2/pi)*(1 + 0.134145x^2) + sqrt(2/pi)*0.134145x^2"
    " - x*tanh(sqrt(2/pi)*(x + 0.044715x^3))*2/pi*(1 + 0.134145x^2)^2)"
)


def _primed(name: str, rule: str, derivative: Real, *kinks: Kink) -> Function:
    """The slope of an activation; it jumps where that has a kink."""
    f = next(f for f in ACTIVATION_TABLE if f.name == name)
    return Function(
        name=f"{name}'",
        title=f"Derivative of {f.title}",
        symbol=f"{f.symbol}'",
        latex=f.derivative_latex,
        derivative_latex=rf"{f.symbol}''(x)",
        rule=rule,
        value=f.derivative,
        derivative=derivative,
        kinks=kinks,
        jumps=tuple(kink.at for kink in f.kinks),
        note=f.note,
    )


PRIMED_TABLE = (
    _primed("relu", "0", stable.zero),
    _primed("leaky_relu", "0", stable.zero),
    _primed("elu", "(elu(x) + 1)*(1 - relu'(x))", lambda x: 0.0 if x > 0 else math.exp(x), Kink(0.0, 1.0, 0.0)),
    _primed(
        "selu",
        f"(selu(x) + {stable.SELU_SCALE * stable.SELU_ALPHA!r})*(1 - relu'(x))",
        lambda x: 0.0 if x > 0 else stable.SELU_SCALE * stable.SELU_ALPHA * math.exp(x),
    ),
    _primed("gelu_tanh", GELU_TANH_SECOND, gelu.gelu_tanh_second_slope),
    _primed("hard_sigmoid", "0", stable.zero),
    _primed("hard_swish", "2hard_sigmoid'(x)", lambda x: 2 * stable.hard_sigmoid_slope(x)),
)
