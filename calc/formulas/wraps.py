"""What is typed as a function and read as a formula: log_3, max, sin⁻¹, powers between name and bracket."""

from functools import reduce

from calc.errors import ParseError
from calc.formulas.expression import Expression
from calc.formulas.names import CONSTANTS
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Quotient, Sum, Variable
from calc.formulas.precedence import Wrap
from calc.formulas.words import Token
from calc.functions.function import Function
from calc.functions.registry import FUNCTIONS, find_function

_NOUGHT = Number(0)


def calling(function: Function | str, raised: int | None = None) -> Wrap:
    """a ↦ f(a), or f(a)ⁿ."""
    f = FUNCTIONS[function] if isinstance(function, str) else function
    if raised is not None:
        return lambda a: Power(Call(f, a), Number(raised))
    return lambda a: Call(f, a)


def fourth_root(a: Expression) -> Expression:
    """a to the power 1/4."""
    return Power(a, Quotient(Number(1), Number(4)))


def logarithm(token: Token) -> Wrap:
    """log_b(a) = ln(a)/ln(b), for a base of digits or one letter. Raises `ParseError`."""
    if token.text.isdecimal():
        if int(token.text) < 2:
            raise ParseError(f"A logarithm has a base such as 2, not {token.text}.", token.position)
        base: Expression = Number(int(token.text))
    else:
        base = Constant(token.text) if token.text in CONSTANTS else Variable(token.text)
    ln = FUNCTIONS["ln"]
    return lambda a: Quotient(Call(ln, a), Call(ln, base))


def inverse_of(function: Function, typed: str, position: int) -> Function:
    """arcsin for sin. Raises `ParseError` for a function without an inverse of its own."""
    inverse = find_function(f"a{function.name}")
    if inverse is None:
        raise ParseError(f"{typed}^(-1) can be read in two ways; for 1 divided by it write 1/{typed}(x).", position)
    return inverse


def chosen(name: str, values: list[Expression]) -> Expression:
    """The largest or smallest value: max(a, b) = a + relu(b − a), min(a, b) = a − relu(a − b)."""
    return reduce(_larger if name == "max" else _smaller, values)


def _relu(a: Expression) -> Expression:
    return Call(FUNCTIONS["relu"], a)


def _larger(a: Expression, b: Expression) -> Expression:
    if a is _NOUGHT or b is _NOUGHT:
        return _relu(b if a is _NOUGHT else a)
    return Sum(a, _relu(Sum(b, Negative(a))))


def _smaller(a: Expression, b: Expression) -> Expression:
    if a is _NOUGHT or b is _NOUGHT:
        return Negative(_relu(Negative(b if a is _NOUGHT else a)))
    return Sum(a, Negative(_relu(Sum(a, Negative(b)))))
