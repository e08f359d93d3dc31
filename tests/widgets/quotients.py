"""What the tests of difference quotients share: the functions offered, as SymPy has them, and how numbers are read."""

from typing import Any

import sympy

X = sympy.Symbol("x", real=True)
ORACLES: dict[str, Any] = {
    "x^2": X**2,
    "x^3": X**3,
    "sin(x)": sympy.sin(X),
    "e^x": sympy.exp(X),
    "abs(x)": sympy.Abs(X),
}


def number(text: str) -> float:
    """What a written number stands for."""
    powers = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    return float(text.replace("−", "-").replace("×10", "e").translate(powers))
