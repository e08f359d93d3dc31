"""The derivative of a function of one variable at one point, whatever form the function comes in."""

from collections.abc import Callable
from typing import Any

from calc.derivatives.dual import Dual
from calc.derivatives.forward import jvp
from calc.formulas.expression import Expression
from calc.functions.function import Function


def derivative_at(f: Callable[[Any], Any], x: float) -> float:
    """f′(x) for a calc function, a one-variable expression, or Python code of one argument.

    Python code is run once on a dual number, so it must use + − · / ** and calc functions only.
    At a kink the function's own convention holds. Raises `DomainError` where there is no derivative.
    """
    if isinstance(f, Function):
        return f.derivative(x)
    if isinstance(f, Expression):
        names = f.variables
        if len(names) > 1:
            raise ValueError(f"{f} has the variables {', '.join(names)}; a partial derivative needs gradient.")
        return jvp(f, dict.fromkeys(names, x), dict.fromkeys(names, 1.0)).tangent
    result = f(Dual(float(x), 1.0))
    return result.tangent if isinstance(result, Dual) else 0.0
