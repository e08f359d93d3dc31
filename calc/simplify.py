"""Simplifying as a person would: collect numbers, drop 0 and 1, combine powers and like terms.

One law holds throughout: wherever the original has a value, the simplified form has the same one.
(It may have one in more places: x/x becomes 1. It never replaces √(x²) by x.)

`add`, `multiply`, `divide`, `power`, `negate` and `call` build simplified expressions from simplified parts.
"""

import math
from collections.abc import Mapping

from calc.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    postorder,
)
from calc.function import Function
from calc.rational import ONE, ZERO, Rational, as_rational, from_rational

NOUGHT = Number(0)
UNIT = Number(1)
MINUS_ONE = Negative(UNIT)
E = Constant("e")
MOST_EXPANDED = 40


def simplify(expression: Expression, known: Mapping[Expression, Expression] | None = None) -> Expression:
    """The expression, simplified; the same expression always gives the same result.

    ``known`` names nodes whose simplified form is given: a substitution.
    """
    done: dict[Expression, Expression] = dict(known or {})
    for node in postorder(expression):
        if node not in done:
            done[node] = rebuild(node, [done[child] for child in node.children])
    return done[expression]


def rebuild(node: Expression, children: list[Expression]) -> Expression:
    """A node of that kind over already simplified children, simplified."""
    match node:
        case Sum():
            return add(*children)
        case Product():
            return multiply(*children)
        case Negative():
            return negate(*children)
        case Quotient():
            return divide(*children)
        case Power():
            return power(*children)
        case Call():
            return call(node.function, *children)
        case _:
            return node


def add(*terms: Expression) -> Expression:
    """The sum, with like terms collected."""
    collected = _like_terms([(ONE, term) for term in terms])
    expanded = _expanded(collected)
    if expanded is not None:
        collected = expanded
    parts = [multiply(from_rational(c), key) if key is not UNIT else from_rational(c) for key, c in collected]
    if len(parts) > 1:
        return Sum(*parts)
    return parts[0] if parts else NOUGHT


_Terms = list[tuple[Expression, Rational]]


def _like_terms(terms: list[tuple[Rational, Expression]]) -> _Terms:
    """Coefficients by what they multiply, in order of first appearance; zeros are dropped."""
    totals: dict[Expression, Rational] = {}
    stack = terms[::-1]
    while stack:
        scale, term = stack.pop()
        coefficient, key = split(term)
        coefficient = scale.times(coefficient)
        if isinstance(key, Sum) and abs(coefficient.top) == 1 and coefficient.is_whole:
            stack.extend((coefficient, child) for child in reversed(key.children))
        else:
            totals[key] = totals.get(key, ZERO).plus(coefficient)
    return [(key, total) for key, total in totals.items() if total.top]


def split(term: Expression) -> tuple[Rational, Expression]:
    """A simplified term as coefficient and rest: −2x/3 is −2/3 times x."""
    sign = ONE
    if isinstance(term, Negative):
        sign, term = Rational(-1), term.children[0]
    as_number = as_rational(term)
    if as_number is not None:
        return sign.times(as_number), UNIT
    if isinstance(term, Product) and isinstance(term.children[0], Number):
        leading = as_rational(term.children[0]) or ONE
        rest = term.children[1:]
        return sign.times(leading), rest[0] if len(rest) == 1 else Product(*rest)
    if isinstance(term, Quotient):
        above, top = split(term.children[0])
        below, bottom = split(term.children[1])
        if below.top and (above, below) != (ONE, ONE):
            rest_of_it = top if bottom is UNIT else Quotient(top, bottom)
            return sign.times(above.over(below)), rest_of_it
    return sign, term


def _expanded(collected: _Terms) -> _Terms | None:
    """2(x − 3) + 2x + 1 as 4x − 5: multiplied out, but only where terms of different products then merge."""
    if len(collected) < 2 or not any(_sum_factor(key) for key, _ in collected):
        return None
    separate = 0
    everything: list[tuple[Rational, Expression]] = []
    for key, coefficient in collected:
        alone = _multiplied_out(key, coefficient)
        separate += len(alone)
        if separate > MOST_EXPANDED:
            return None
        everything += [(c, k) for k, c in alone]
    together = _like_terms(everything)
    return _by_degree(together) if len(together) < separate else None


def _multiplied_out(key: Expression, coefficient: Rational) -> _Terms:
    terms = [(key, coefficient)]
    while any(_sum_factor(k) for k, _ in terms) and len(terms) <= MOST_EXPANDED:
        products: list[tuple[Rational, Expression]] = []
        for k, c in terms:
            factor = _sum_factor(k)
            if factor is None:
                products.append((c, k))
            else:
                rest = [f for f in k.children if f is not factor] if k is not factor else []
                products += [(c, multiply(*rest, term)) for term in factor.children]
        terms = _like_terms(products)
    return terms


def _sum_factor(key: Expression) -> Sum | None:
    if isinstance(key, Sum):
        return key
    if isinstance(key, Product):
        return next((f for f in key.children if isinstance(f, Sum)), None)
    return None


def _by_degree(terms: _Terms) -> _Terms:
    """A polynomial in one variable from its highest power down; anything else as it stands."""
    degrees = [_degree(key) for key, _ in terms]
    names = {name for name, _ in degrees}
    if None in names or len(names - {""}) > 1:
        return terms
    return [term for _, term in sorted(zip(degrees, terms, strict=True), key=lambda pair: -pair[0][1])]


def _degree(key: Expression) -> tuple[str | None, int]:
    if key is UNIT:
        return "", 0
    if isinstance(key, Variable):
        return key.name, 1
    if isinstance(key, Power) and isinstance(key.children[0], Variable):
        exponent = as_rational(key.children[1])
        if exponent and exponent.is_whole:
            return key.children[0].name, exponent.top
    return None, 0


def negate(a: Expression) -> Expression:
    return multiply(MINUS_ONE, a)


def divide(a: Expression, b: Expression) -> Expression:
    return _product([(b, -1), (a, 1)])


def multiply(*factors: Expression) -> Expression:
    """The product, with numbers multiplied and powers of the same base combined."""
    return _product([(factor, 1) for factor in reversed(factors)])


_Powers = dict[Expression, Expression]


def _product(stack: list[tuple[Expression, int]]) -> Expression:
    """The product of everything on the stack (last first); −1 beside it means it divides."""
    coefficient = ONE
    above: _Powers = {}
    below: _Powers = {}
    while stack:
        node, side = stack.pop()
        as_number = as_rational(node)
        if as_number is not None and (side > 0 or as_number.top):
            coefficient = coefficient.times(as_number) if side > 0 else coefficient.over(as_number)
        elif isinstance(node, Negative):
            coefficient = coefficient.negated()
            stack.append((node.children[0], side))
        elif isinstance(node, Product):
            stack.extend((child, side) for child in reversed(node.children))
        elif isinstance(node, Quotient):
            stack.append((node.children[1], -side))
            stack.append((node.children[0], side))
        else:
            base, exponent = node.children if isinstance(node, Power) else (node, UNIT)
            powers = above if side > 0 else below
            powers[base] = add(powers[base], exponent) if base in powers else exponent
    if coefficient.top == 0:
        return NOUGHT
    _cancel(above, below)
    top = [power(base, exponent) for base, exponent in above.items()]
    bottom = [power(base, exponent) for base, exponent in below.items()]
    if any(_needs_collecting(p) for p in (*top, *bottom)):
        again = [(p, -1) for p in reversed(bottom)] + [(p, 1) for p in reversed(top)]
        return _product([*again, (from_rational(coefficient), 1)])
    return _fraction(coefficient, sorted(top, key=_rank), sorted(bottom, key=_rank))


def _cancel(above: _Powers, below: _Powers) -> None:
    """Powers of one base end up on one side: above the line unless the exponent is a negative number."""
    for base in [base for base in below if base in above]:
        above[base] = add(above[base], negate(below.pop(base)))
    for here, there in ((above, below), (below, above)):
        for base, exponent in list(here.items()):
            as_number = as_rational(exponent)
            if as_number is not None and as_number.top <= 0:
                del here[base]
                if as_number.top:
                    there[base] = from_rational(as_number.negated())


def _needs_collecting(factor: Expression) -> bool:
    return isinstance(factor, Negative | Product | Quotient) or as_rational(factor) is not None


def _rank(factor: Expression) -> tuple[int, str]:
    """Order within a product: constants, variables by name, polynomials, the rest as it came, other sums."""
    base = factor.children[0] if isinstance(factor, Power) else factor
    if isinstance(base, Number | Constant):
        return (3, "") if isinstance(factor, Power) and as_rational(factor.children[1]) is None else (0, "")
    if isinstance(base, Variable):
        return 1, base.name
    if not isinstance(base, Sum):
        return 3, ""
    return (2, "") if all(_degree(split(term)[1])[0] is not None for term in base.children) else (4, "")


def _fraction(coefficient: Rational, top: list[Expression], bottom: list[Expression]) -> Expression:
    if not bottom and not top:
        return from_rational(coefficient)
    magnitude = Rational(abs(coefficient.top), coefficient.bottom, coefficient.decimal)
    magnitude = _cancel_content(magnitude, top, bottom)
    leading = from_rational(magnitude)
    if isinstance(leading, Quotient):
        above, under = leading.children
    else:
        above, under = leading, UNIT
    numerator = _joined(above, top)
    denominator = _joined(under, bottom)
    result = numerator if denominator is UNIT else Quotient(numerator, denominator)
    return Negative(result) if coefficient.top < 0 else result


def _joined(leading: Expression, factors: list[Expression]) -> Expression:
    parts = factors if leading is UNIT else [leading, *factors]
    if len(parts) > 1:
        return Product(*parts)
    return parts[0] if parts else UNIT


def _cancel_content(magnitude: Rational, top: list[Expression], bottom: list[Expression]) -> Rational:
    """(4x + 2)/6 as (2x + 1)/3: numbers common to a sum's terms cancel with the number across the line."""
    for factors, across in ((top, magnitude.bottom), (bottom, magnitude.top)):
        for i, factor in enumerate(factors):
            if across == 1 or not isinstance(factor, Sum) or magnitude.decimal:
                continue
            coefficients = [split(term)[0] for term in factor.children]
            if all(c.is_whole for c in coefficients):
                common = math.gcd(across, *[c.top for c in coefficients])
                if common > 1:
                    inverse = from_rational(Rational(1, common))
                    factors[i] = Sum(*[multiply(inverse, term) for term in factor.children])
                    shrink = Rational(common) if factors is top else Rational(1, common)
                    return _cancel_content(magnitude.times(shrink), top, bottom)
    return magnitude


def power(base: Expression, exponent: Expression) -> Expression:
    """base^exponent, simplified."""
    n = as_rational(exponent)
    if n is None:
        return _symbolic_power(base, exponent)
    if n == ONE or n.top == 0:
        return base if n.top else UNIT
    value = as_rational(base)
    if value is not None:
        if value == ONE:
            return UNIT
        folded = value.to_power(n.top) if n.is_whole else None
        return Power(base, exponent) if folded is None else from_rational(folded)
    if isinstance(base, Power):
        inner = as_rational(base.children[1])
        if n.is_whole or is_positive(base.children[0]):
            return power(base.children[0], multiply(base.children[1], exponent))
        del inner
    if n.is_whole:
        if isinstance(base, Negative):
            raised = power(base.children[0], exponent)
            return negate(raised) if n.top % 2 else raised
        if isinstance(base, Product | Quotient):
            return rebuild(base, [power(child, exponent) for child in base.children])
        if isinstance(base, Call) and base.function.name == "sqrt" and n.top % 2 == 0:
            return power(base.children[0], from_rational(Rational(n.top // 2)))
    return Power(base, exponent)


def _symbolic_power(base: Expression, exponent: Expression) -> Expression:
    if base is UNIT:
        return UNIT
    if base is E and isinstance(exponent, Call) and exponent.function.name in ("ln", "log"):
        return exponent.children[0]
    if isinstance(base, Power) and is_positive(base.children[0]):
        return power(base.children[0], multiply(base.children[1], exponent))
    return Power(base, exponent)


def is_positive(base: Expression) -> bool:
    """Whether a base is a positive number, so that (aˣ)ʸ is aˣʸ for all real x and y."""
    return isinstance(base, Constant) or (isinstance(base, Number) and base.value > 0)


def call(function: Function, argument: Expression) -> Expression:
    """function(argument), simplified."""
    if function.name == "exp":
        return power(E, argument)
    if function.name == "identity":
        return argument
    if function.name in ("ln", "log"):
        if argument is UNIT:
            return NOUGHT
        if argument is E:
            return UNIT
        if isinstance(argument, Power) and argument.children[0] is E:
            return argument.children[1]
    if function.name == "sqrt":
        value = as_rational(argument)
        if value is not None and value.top >= 0:
            top, bottom = math.isqrt(value.top), math.isqrt(value.bottom)
            if (top * top, bottom * bottom) == value[:2]:
                return from_rational(Rational(top, bottom, value.decimal))
    if function.name == "abs" and isinstance(argument, Negative):
        return call(function, argument.children[0])
    return Call(function, argument)
