"""Powers: numbers multiplied out while they stay short, (aᵐ)ⁿ joined where that is true for all reals."""

from calc.algebra import products
from calc.algebra.rational import ONE, UNIT, Rational, as_rational, from_rational
from calc.formulas.expression import Call, Constant, Expression, Negative, Number, Power, Product, Quotient

E = Constant("e")


def power(base: Expression, exponent: Expression) -> Expression:
    """base^exponent, simplified; a negative number as exponent makes a fraction."""
    result = raised(base, exponent)
    return products.divide(result, UNIT) if isinstance(result, Power) else result


def raised(base: Expression, exponent: Expression) -> Expression:
    """base^exponent, simplified but for a negative exponent."""
    n = as_rational(exponent)
    if n is None:
        return _symbolic_power(base, exponent)
    if n == ONE or not n.top:
        return base if n.top else UNIT
    value = as_rational(base)
    if value is not None:
        folded = ONE if value == ONE else value.to_power(n.top) if n.is_whole else None
        return Power(base, exponent) if folded is None else from_rational(folded)
    if isinstance(base, Power) and (n.is_whole or is_positive(base.children[0])):
        return power(base.children[0], products.multiply(base.children[1], exponent))
    return _whole_power(base, n.top) if n.is_whole else Power(base, exponent)


def _whole_power(base: Expression, n: int) -> Expression:
    exponent = from_rational(Rational(n))
    match base:
        case Negative():
            raised = power(base.children[0], exponent)
            return products.negate(raised) if n % 2 else raised
        case Product():
            return products.multiply(*[power(factor, exponent) for factor in base.children])
        case Quotient():
            return products.divide(*[power(part, exponent) for part in base.children])
        case Call() if base.function.name == "sqrt" and n % 2 == 0:
            return power(base.children[0], from_rational(Rational(n // 2)))
        case Call() if base.function.name == "abs" and n % 2 == 0:
            return power(base.children[0], exponent)
        case _:
            return Power(base, exponent)


def _symbolic_power(base: Expression, exponent: Expression) -> Expression:
    if base is UNIT:
        return UNIT
    if base is E and isinstance(exponent, Call) and exponent.function.name in ("ln", "log"):
        return exponent.children[0]
    if isinstance(base, Power) and is_positive(base.children[0]):
        return power(base.children[0], products.multiply(base.children[1], exponent))
    return Power(base, exponent)


def is_positive(base: Expression) -> bool:
    """Whether a base is a positive number, so that (aˣ)ʸ is aˣʸ for all real x and y."""
    return isinstance(base, Constant) or (isinstance(base, Number) and base.value > 0)
