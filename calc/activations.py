"""The activation functions of neural networks, in the order a chapter would show them."""

import math

from calc import stable
from calc.function import REALS, Domain, Function, Kink

ALL = Domain("every real number", lambda x: x == x)


def _cases(*rows: str) -> str:
    return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"


ACTIVATION_TABLE = (
    Function(
        name="identity",
        title="Identity",
        symbol=r"\operatorname{id}",
        latex="x",
        derivative_latex="1",
        rule="1",
        value=float,
        derivative=stable.one,
    ),
    Function(
        name="relu",
        title="ReLU",
        symbol=r"\operatorname{ReLU}",
        latex=r"\max(0, x)",
        derivative_latex=_cases(r"1 & x > 0", r"0 & x \le 0"),
        rule="relu'(x)",
        value=stable.relu,
        derivative=stable.relu_slope,
        kinks=(Kink(0.0, 0.0, 1.0),),
        note="The slope at 0 is taken as 0 (the convention of PyTorch and JAX).",
    ),
    Function(
        name="leaky_relu",
        title="Leaky ReLU",
        symbol=r"\operatorname{LeakyReLU}",
        latex=_cases(r"x & x > 0", r"0.01x & x \le 0"),
        derivative_latex=_cases(r"1 & x > 0", r"0.01 & x \le 0"),
        rule="leaky_relu'(x)",
        value=stable.leaky_relu,
        derivative=stable.leaky_relu_slope,
        kinks=(Kink(0.0, stable.LEAKY_SLOPE, 1.0),),
        note="Slope 0.01 for x < 0 (PyTorch's default; Keras uses 0.3 or 0.2), and at 0 too.",
    ),
    Function(
        name="elu",
        title="ELU",
        symbol=r"\operatorname{ELU}",
        latex=_cases(r"x & x > 0", r"e^{x} - 1 & x \le 0"),
        derivative_latex=_cases(r"1 & x > 0", r"e^{x} & x \le 0"),
        rule="elu'(x)",
        value=stable.elu,
        derivative=stable.elu_slope,
        note="α = 1 (PyTorch's default), so the slope has no jump at 0.",
    ),
    Function(
        name="selu",
        title="SELU",
        symbol=r"\operatorname{SELU}",
        latex=r"\lambda " + _cases(r"x & x > 0", r"\alpha (e^{x} - 1) & x \le 0"),
        derivative_latex=r"\lambda " + _cases(r"1 & x > 0", r"\alpha e^{x} & x \le 0"),
        rule="selu'(x)",
        value=stable.selu,
        derivative=stable.selu_slope,
        kinks=(Kink(0.0, stable.SELU_SCALE * stable.SELU_ALPHA, stable.SELU_SCALE),),
        note="α = 1.6732632423543772 and λ = 1.0507009873554805; the slope at 0 is taken as αλ = 1.7581 "
        "(PyTorch's convention).",
    ),
    Function(
        name="sigmoid",
        title="Sigmoid",
        symbol=r"\sigma",
        latex=r"\frac{1}{1 + e^{-x}}",
        derivative_latex=r"\sigma(x) (1 - \sigma(x))",
        rule="sigmoid(x)*(1 - sigmoid(x))",
        value=stable.sigmoid,
        derivative=stable.sigmoid_slope,
    ),
    Function(
        name="tanh",
        title="Tanh",
        symbol=r"\tanh",
        latex=r"\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}",
        derivative_latex=r"1 - \tanh^{2}(x)",
        rule="1 - tanh(x)^2",
        value=math.tanh,
        derivative=stable.tanh_slope,
    ),
    Function(
        name="softplus",
        title="Softplus",
        symbol=r"\operatorname{softplus}",
        latex=r"\ln(1 + e^{x})",
        derivative_latex=r"\sigma(x)",
        rule="sigmoid(x)",
        value=stable.softplus,
        derivative=stable.sigmoid,
        note="Computed stably as max(x, 0) + ln(1 + exp(−|x|)); PyTorch switches to x above 20.",
    ),
    Function(
        name="silu",
        title="SiLU (swish)",
        symbol=r"\operatorname{SiLU}",
        latex=r"x \sigma(x)",
        derivative_latex=r"\sigma(x) + x \sigma(x) (1 - \sigma(x))",
        rule="sigmoid(x) + x*sigmoid(x)*(1 - sigmoid(x))",
        value=stable.silu,
        derivative=stable.silu_slope,
    ),
    Function(
        name="gelu",
        title="GELU",
        symbol=r"\operatorname{GELU}",
        latex=r"\frac{x}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right)",
        derivative_latex=r"\frac{1}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right)"
        r" + \frac{x e^{-x^{2}/2}}{\sqrt{2 \pi}}",
        rule="1/2*(1 + erf(x/sqrt(2))) + x*e^(-x^2/2)/sqrt(2pi)",
        value=stable.gelu,
        derivative=stable.gelu_slope,
        note="The exact form, x times the normal distribution (PyTorch's default; JAX's default is the "
        "tanh approximation).",
    ),
    Function(
        name="gelu_tanh",
        title="GELU (tanh approximation)",
        symbol=r"\operatorname{GELU}_{\tanh}",
        latex=r"\frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}} (x + 0.044715x^{3})\right)\right)",
        derivative_latex=r"\frac{1}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}} (x + 0.044715x^{3})\right)"
        r"\right) + \frac{x}{2} \left(1 - \tanh^{2}\left(\sqrt{\frac{2}{\pi}} (x + 0.044715x^{3})\right)"
        r"\right) \sqrt{\frac{2}{\pi}} (1 + 0.134145x^{2})",
        rule="gelu_tanh'(x)",
        value=stable.gelu_tanh,
        derivative=stable.gelu_tanh_slope,
        note="The approximation many libraries use for speed (JAX's default).",
    ),
    Function(
        name="mish",
        title="Mish",
        symbol=r"\operatorname{Mish}",
        latex=r"x \tanh(\ln(1 + e^{x}))",
        derivative_latex=r"\tanh(\ln(1 + e^{x})) + x (1 - \tanh^{2}(\ln(1 + e^{x}))) \sigma(x)",
        rule="tanh(softplus(x)) + x*(1 - tanh(softplus(x))^2)*sigmoid(x)",
        value=stable.mish,
        derivative=stable.mish_slope,
    ),
    Function(
        name="softsign",
        title="Softsign",
        symbol=r"\operatorname{softsign}",
        latex=r"\frac{x}{1 + \left|x\right|}",
        derivative_latex=r"\frac{1}{(1 + \left|x\right|)^{2}}",
        rule="1/(1 + abs(x))^2",
        value=stable.softsign,
        derivative=stable.softsign_slope,
    ),
    Function(
        name="hard_sigmoid",
        title="Hard sigmoid",
        symbol=r"\operatorname{hardsigmoid}",
        latex=_cases(r"0 & x \le -3", r"\frac{x + 3}{6} & -3 < x < 3", r"1 & x \ge 3"),
        derivative_latex=_cases(r"0 & x \le -3", r"\frac{1}{6} & -3 < x < 3", r"0 & x \ge 3"),
        rule="hard_sigmoid'(x)",
        value=stable.hard_sigmoid,
        derivative=stable.hard_sigmoid_slope,
        kinks=(Kink(-3.0, 0.0, 1 / 6), Kink(3.0, 1 / 6, 0.0)),
        note="PyTorch's line (x + 3)/6; ONNX's is 0.2x + 0.5. The slope at −3 and 3 is taken as 0.",
    ),
    Function(
        name="hard_swish",
        title="Hard swish",
        symbol=r"\operatorname{hardswish}",
        latex=_cases(r"0 & x \le -3", r"\frac{x (x + 3)}{6} & -3 < x < 3", r"x & x \ge 3"),
        derivative_latex=_cases(r"0 & x \le -3", r"\frac{2x + 3}{6} & -3 < x < 3", r"1 & x \ge 3"),
        rule="hard_swish'(x)",
        value=stable.hard_swish,
        derivative=stable.hard_swish_slope,
        kinks=(Kink(-3.0, 0.0, -0.5), Kink(3.0, 1.5, 1.0)),
        note="The slope is taken as 0 at −3 and as 1 at 3 (PyTorch's convention).",
    ),
    Function(
        name="gaussian",
        title="Gaussian",
        symbol=r"\operatorname{gaussian}",
        latex=r"e^{-x^{2}}",
        derivative_latex=r"-2x e^{-x^{2}}",
        rule="-2x*gaussian(x)",
        value=stable.gaussian,
        derivative=stable.gaussian_slope,
    ),
    Function(
        name="sine",
        title="Sine",
        symbol=r"\sin",
        latex=r"\sin(x)",
        derivative_latex=r"\cos(x)",
        rule="cos(x)",
        value=REALS.guard("sine", math.sin),
        derivative=REALS.guard("The derivative of sine", math.cos),
    ),
)


GELU_TANH_SECOND = (
    "(1 - tanh(sqrt(2/pi)*(x + 0.044715x^3))^2)*(sqrt(2/pi)*(1 + 0.134145x^2) + sqrt(2/pi)*0.134145x^2"
    " - x*tanh(sqrt(2/pi)*(x + 0.044715x^3))*2/pi*(1 + 0.134145x^2)^2)"
)


def _primed(name: str, rule: str, derivative: stable.Real) -> Function:
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
        note=f.note,
    )


# Slopes given piece by piece, or by a formula nobody would print twice, are functions too: relu'(x).
PRIMED_TABLE = (
    _primed("relu", "0", stable.zero),
    _primed("leaky_relu", "0", stable.zero),
    _primed("elu", "(elu(x) + 1)*(1 - relu'(x))", lambda x: 0.0 if x > 0 else math.exp(x)),
    _primed(
        "selu",
        f"(selu(x) + {stable.SELU_SCALE * stable.SELU_ALPHA!r})*(1 - relu'(x))",
        lambda x: 0.0 if x > 0 else stable.SELU_SCALE * stable.SELU_ALPHA * math.exp(x),
    ),
    _primed("gelu_tanh", GELU_TANH_SECOND, stable.gelu_tanh_second_slope),
    _primed("hard_sigmoid", "0", stable.zero),
    _primed("hard_swish", "2hard_sigmoid'(x)", lambda x: 2 * stable.hard_sigmoid_slope(x)),
)
