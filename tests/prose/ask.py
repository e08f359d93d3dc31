"""Short names for what pages ask of `calc` again and again. Text is a formula as `calc.parse` takes it."""

import calc


def value(formula: str, **point: float) -> float:
    return calc.parse(formula).evaluate(point)


def rule(formula: str, variable: str = "x") -> calc.Expression:
    """The derivative as a formula."""
    return calc.differentiate(calc.parse(formula), variable).result


def slope(formula: str, at: float) -> float:
    """The derivative of a formula in one variable, as a number."""
    return calc.derivative_at(calc.parse(formula), at)


def partial(formula: str, variable: str, **point: float) -> float:
    """∂formula/∂variable at a point, found by a backward pass."""
    return calc.gradient(calc.parse(formula), point)[variable]


def secant(formula: str, at: float, h: float) -> float:
    return calc.difference_quotient(calc.parse(formula), at, h)
