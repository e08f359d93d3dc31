"""Every function by name, and the other names people type for them."""

import copyreg
from collections.abc import Mapping
from types import MappingProxyType

from calc.functions.activations import ACTIVATION_TABLE
from calc.functions.elementary import ELEMENTARY
from calc.functions.function import Function
from calc.functions.primed import PRIMED_TABLE
from calc.functions.trigonometric import TRIGONOMETRIC

ACTIVATIONS: Mapping[str, Function] = MappingProxyType({f.name: f for f in ACTIVATION_TABLE})
"""The activation functions by name. Softmax is not one of them: it maps vectors to vectors."""

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {f.name: f for f in (*ELEMENTARY, *TRIGONOMETRIC)} | dict(ACTIVATIONS)
)
"""Every function of one variable by name, activations included."""

_PRIMED = {f.name: f for f in PRIMED_TABLE}

_ALIASES = {
    "swish": "silu",
    "relu_leaky": "leaky_relu",
    "leakyrelu": "leaky_relu",
    "hardsigmoid": "hard_sigmoid",
    "hardswish": "hard_swish",
    "gelutanh": "gelu_tanh",
    "logistic": "sigmoid",
    "sgn": "sign",
    "σ": "sigmoid",
    "√": "sqrt",
    "∛": "cbrt",
    "log_2": "log2",
    "log_10": "log10",
    "cosec": "csc",
    "tg": "tan",
    "ctg": "cot",
    "arctg": "atan",
    **{f"arc{f.name[1:]}": f.name for f in TRIGONOMETRIC if f.name.startswith("a")},
    **{f"ar{f.name[1:]}": f.name for f in TRIGONOMETRIC if f.name.startswith("a") and f.name.endswith("h")},
}


def find_function(name: str) -> Function | None:
    """The function of that name or alias, whatever its case; ``relu'`` finds the slope of relu."""
    name = name.lower()
    name = _ALIASES.get(name, name)
    return FUNCTIONS.get(name) or _PRIMED.get(name)


def _registered(name: str) -> Function:
    return FUNCTIONS.get(name) or _PRIMED[name]


# A registered function is copied and stored by its name, so that a copy is the function itself.
copyreg.pickle(Function, lambda function: (_registered, (function.name,)))
