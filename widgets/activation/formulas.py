"""The formulas beside the list of activations: each in two lines or less, so that choosing from it moves nothing."""

import calc
from widgets.kit.patch import Patch

_RAMP = r"\frac{1}{6} \min(\max(x + 3, 0), 6)"
# Where `calc`, or a table with room for it, spells out more: f, then f′.
SHORT = {
    "gelu_tanh": (
        r"\frac{x}{2} (1 + \tanh(t)) \allowbreak \quad {t = \sqrt{\frac{2}{\pi}} (x + 0.044715x^{3})}",
        r"\frac{1}{2} (1 + \tanh(t)) + {\frac{x}{2} (1 - \tanh^{2}(t)) t'}",
    ),
    "mish": (
        r"x \tanh(s) \allowbreak \quad {s = \ln(1 + e^{x})}",
        r"\tanh(s) + {x (1 - \tanh^{2}(s)) \sigma(x)}",
    ),
    "hard_sigmoid": (_RAMP, r"\begin{cases} \frac{1}{6} & |x| < 3 \\ 0 & |x| \ge 3 \end{cases}"),
    "hard_swish": (
        r"x \cdot " + _RAMP,
        r"\begin{cases} 0 & x \le -3 \\ \frac{2x + 3}{6} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}",
    ),
}


def formulas(key: str, function: calc.Function) -> Patch:
    """Both formulas of a function, `key` being its name among the activations or what a reader typed."""
    value, slope = SHORT.get(key, (function.latex, function.derivative_latex))
    return {"formula.latex": f"f(x) = {value}", "derivative-formula.latex": f"f'(x) = {slope}"}
