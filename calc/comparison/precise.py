"""The value of an expression to many digits, or the news that it has none."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, DecimalException, localcontext

from calc.comparison import elementary as m
from calc.comparison.elementary import HALF, ONE, ZERO, Beyond, Real, Undefined, negligible, over, pi
from calc.errors import DomainError
from calc.formulas.branches import bounds, instead, piece, slot
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Variable
from calc.formulas.text import digits
from calc.formulas.tree import postorder
from calc.functions import stable

ROUNDING_PLACES = 40
"""More than twice a float's digits: no value lies so near to the middle of two floats that this would not tell."""


def precision(places: int) -> AbstractContextManager[Context]:
    """Arithmetic with that many digits, whatever the exponent."""
    return localcontext(Context(prec=places, Emax=MAX_EMAX, Emin=MIN_EMIN))


def precise_value(expression: Expression, point: Mapping[str, Decimal], places: int) -> Decimal:
    """The value at ``point``, calculated with that many digits; a difference that rounding alone leaves counts as 0.

    Raises `Undefined` where there is no real value, `Beyond` where it is out of reach.
    """
    with precision(places):
        try:
            while (choice := expression.compiled().choice) is not None:
                expression = instead(expression, choice, _piece(choice, point, places))
            done: dict[Expression, Decimal] = {}
            for node in postorder(expression):
                done[node] = _value(node, [done[child] for child in node.children], point)
        except DecimalException as error:
            raise Beyond from error
        return done[expression]


def correctly_rounded(expression: Expression, point: Mapping[str, float]) -> float:
    """The float nearest to the exact value: the same on every machine, where a library's sine may differ in a bit.

    Raises as `Expression.evaluate`.
    """
    near = expression.evaluate(point)
    try:
        return float(precise_value(expression, {name: Decimal(x) for name, x in point.items()}, ROUNDING_PLACES))
    except (Undefined, Beyond):
        return near


def _piece(choice: Expression, point: Mapping[str, Decimal], places: int) -> Expression:
    """Which formula of several holds at a point."""
    x = precise_value(choice.children[0], point, places)
    heights = [precise_value(bound, {}, places) for bound in bounds(choice)]
    try:
        return piece(choice, slot(heights, x))
    except DomainError:
        raise Undefined from None


def _value(node: Expression, parts: list[Decimal], point: Mapping[str, Decimal]) -> Decimal:
    match node:
        case Number():
            return Decimal(digits(node.value))
        case Constant():
            return pi() if node.name == "pi" else ONE.exp()
        case Variable():
            return point[node.name]
        case Negative():
            return -parts[0]
        case Product():
            result = parts[0]
            for factor in parts[1:]:
                result *= factor
            return result
        case Quotient():
            return over(*parts)
        case Power():
            if not (parts[0] or parts[1] or isinstance(node.children[1], Number)):
                raise Beyond  # 0^0 is 1 by convention, and here the exponent only happens to be 0.
            return _power(*parts)
        case Call():
            return FUNCTIONS[node.function.name](parts[0])
        case _:
            total = sum(parts, ZERO)
            return ZERO if abs(total) <= negligible() * max(map(abs, parts)) else total


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    nearest = exponent.to_integral_value()
    if abs(exponent - nearest) <= negligible() * max(ONE, abs(exponent)):
        exponent = nearest
    elif base < 0:
        raise Undefined
    if not base:
        if exponent < 0:
            raise Undefined
        return ZERO if exponent else ONE
    return base**exponent


def _cbrt(x: Decimal) -> Decimal:
    return (abs(x) ** (ONE / 3)).copy_sign(x) if x else ZERO


ALPHA, SCALE = Decimal(repr(stable.SELU_ALPHA)), Decimal(repr(stable.SELU_SCALE))


def _bend(x: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Of the tanh approximation of GELU: tanh of what stands inside, the square of its sech, the slope inside."""
    factor = (2 / pi()).sqrt()
    t = m.tanh(factor * (x + Decimal("0.044715") * x**3))
    return t, 1 - t * t, factor * (1 + Decimal("0.134145") * x * x)


def _gelu_tanh_slope(x: Decimal) -> Decimal:
    t, square, slope = _bend(x)
    return (1 + t + x * square * slope) / 2


FUNCTIONS: dict[str, Real] = {
    "exp": m.exp,
    "ln": m.ln,
    "log": m.ln,
    "log2": lambda x: m.ln(x) / Decimal(2).ln(),
    "log10": lambda x: m.ln(x) / Decimal(10).ln(),
    "sqrt": m.sqrt,
    "cbrt": _cbrt,
    "abs": abs,
    "sign": m.sign,
    "erf": m.erf,
    "sin": m.sin,
    "sine": m.sin,
    "cos": m.cos,
    "tan": lambda x: over(m.sin(x), m.cos(x)),
    "sec": lambda x: over(ONE, m.cos(x)),
    "csc": lambda x: over(ONE, m.sin(x)),
    "cot": lambda x: over(m.cos(x), m.sin(x)),
    "asin": m.asin,
    "acos": m.acos,
    "atan": m.atan,
    "asec": lambda x: m.acos(over(ONE, x)),
    "acsc": lambda x: m.asin(over(ONE, x)),
    "acot": lambda x: pi() / 2 - m.atan(x),
    "sinh": m.sinh,
    "cosh": m.cosh,
    "tanh": m.tanh,
    "sech": lambda x: 1 / m.cosh(x),
    "csch": lambda x: over(ONE, m.sinh(x)),
    "coth": lambda x: over(ONE, m.tanh(x)),
    "asinh": m.asinh,
    "acosh": m.acosh,
    "atanh": m.atanh,
    "asech": lambda x: m.acosh(over(ONE, x)),
    "acsch": lambda x: m.asinh(over(ONE, x)),
    "acoth": lambda x: m.atanh(over(ONE, x)),
    "identity": lambda x: x,
    "relu": lambda x: max(x, ZERO),
    "leaky_relu": lambda x: x if x > 0 else x / 100,
    "elu": lambda x: x if x > 0 else x.exp() - 1,
    "selu": lambda x: SCALE * (x if x > 0 else ALPHA * (x.exp() - 1)),
    "sigmoid": m.sigmoid,
    "softplus": m.softplus,
    "silu": lambda x: x * m.sigmoid(x),
    "gelu": lambda x: x * (1 + m.erf(x / Decimal(2).sqrt())) / 2,
    "gelu_tanh": lambda x: x * (1 + _bend(x)[0]) / 2,
    "mish": lambda x: x * m.tanh(m.softplus(x)),
    "softsign": lambda x: x / (1 + abs(x)),
    "hard_sigmoid": lambda x: min(max(x + 3, ZERO), Decimal(6)) / 6,
    "hard_swish": lambda x: x * min(max(x + 3, ZERO), Decimal(6)) / 6,
    "gaussian": lambda x: (-x * x).exp(),
    "relu'": lambda x: ONE if x > 0 else ZERO,
    "leaky_relu'": lambda x: ONE if x > 0 else ONE / 100,
    "elu'": lambda x: ONE if x > 0 else x.exp(),
    "selu'": lambda x: SCALE * (ONE if x > 0 else ALPHA * x.exp()),
    "gelu_tanh'": _gelu_tanh_slope,
    "hard_sigmoid'": lambda x: ONE / 6 if abs(x) < 3 else ZERO,
    "hard_swish'": lambda x: ZERO if x <= -3 else ONE if x >= 3 else x / 3 + HALF,
}
"""Every registered function, by its name."""
