"""A term as a person writes it: what divides below the line, roots as roots, powers of one base as one."""

from functools import lru_cache

from calc.algebra import expanding, ordering, terms
from calc.algebra.rational import NOUGHT, ONE, UNIT, Rational, as_rational, from_rational
from calc.algebra.term import CACHED, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.functions.registry import FUNCTIONS

HALF = Rational(1, 2)
MINUS_ONE = Rational(-1)
SQRT = FUNCTIONS["sqrt"]
number = from_rational


def written(term: Term) -> Expression:
    """The term as an expression; `terms.read` reads it back."""
    coefficient, factors = _sign_inside(*term) if term.coefficient.top < 0 else term
    if not factors or not coefficient.top:
        return from_rational(coefficient)
    top, bottom = _sides(factors)
    coefficient = _roots_of_numbers(coefficient, top, bottom)
    leading = from_rational(Rational(abs(coefficient.top), coefficient.bottom, coefficient.decimal))
    above, under = leading.children if isinstance(leading, Quotient) else (leading, UNIT)
    numerator, denominator = _joined(above, _in_order(top)), _joined(under, _in_order(bottom))
    result = numerator if denominator is UNIT else Quotient(numerator, denominator)
    if coefficient.top > 0:
        return result
    if isinstance(result, Sum) and any(isinstance(part, Negative) for part in result.children):
        return ordering.turned(result)
    return Negative(result)


def _sign_inside(coefficient: Rational, factors: Factors) -> Term:
    """−2(1 − 3x²) as 2(3x² − 1), and −(x·cos x − sin x)/x² as (sin x − x·cos x)/x².

    The sign goes into a polynomial whose highest power has a minus, and into another sum that stands alone above the
    line and has a term with a minus.
    """
    if len(factors) == 1 and coefficient == MINUS_ONE:
        return Term(coefficient, factors)
    alone = coefficient == MINUS_ONE and sum(n.top > 0 for _, n in factors.values()) == 1
    for key, (base, n) in factors.items():
        if not isinstance(base, Sum) or n != ONE:
            continue
        minuses = [isinstance(part, Negative) for part in base.children]
        turns = minuses == [False, True] if ordering.is_polynomial(base) else alone and any(minuses)
        if ordering.leads_with_minus(base) or (coefficient == MINUS_ONE and turns):
            return Term(coefficient.negated(), {**factors, key: (ordering.turned(base), n)})
    return Term(coefficient, factors)


Powers = list[tuple[Expression, Rational]]


def _sides(factors: Factors) -> tuple[Powers, Powers]:
    """Bases with positive exponents, above and below the line."""
    top: Powers = []
    bottom: Powers = []
    exponents: dict[Expression, list[Expression]] = {}
    symbolic = [(base, n) for base, n in factors.values() if isinstance(base, Power)]
    if not symbolic:
        for base, n in factors.values():
            (top if n.top > 0 else bottom).append((base, n if n.top > 0 else n.negated()))
        return top, bottom
    raised = {base.children[0] for base, _ in symbolic}
    for power, n in symbolic:
        if power not in raised:
            below, m = power.children
            exponents.setdefault(below, []).append(m if n == ONE else _times(n, m))
    for base, n in factors.values():
        if base in exponents and (n.top > 0 or not base.variables or all(map(_is_plain, exponents[base]))):
            exponents[base].append(from_rational(n))
        elif not (isinstance(base, Power) and base.children[0] in exponents):
            (top if n.top > 0 else bottom).append((base, n if n.top > 0 else n.negated()))
    for base, parts in exponents.items():
        total = parts[0] if len(parts) == 1 else _exponent(tuple(parts))
        divides = terms.read(total).coefficient.top < 0 and as_rational(base) is not None
        if divides and any(isinstance(other, Sum) for other, _ in factors.values()):
            bottom.append((Power(base, written(terms.negated(terms.read(total)))), ONE))  # (3ˣ + 1)/2ˣ
        elif total is not NOUGHT:
            top.append((Power(base, total) if total is not UNIT else base, ONE))
    return top, bottom


def _is_plain(exponent: Expression) -> bool:
    """xⁿ/x is xⁿ⁻¹, but x^(1/x)/x² stays as it is."""
    return not exponent.variables or ordering.is_polynomial(exponent)


@lru_cache(CACHED)
def _exponent(parts: tuple[Expression, ...]) -> Expression:
    """The sum of the exponents that one base has in a product."""
    read = list(map(terms.read, parts))
    wide, together = expanding.expanded(read), terms.collected(read)
    if wide is not None and (len(wide) < len(together) or any(isinstance(part, Sum) for part in parts)):
        together = wide
    return ordering.arranged(together, sort=True) if together else NOUGHT


@lru_cache(CACHED)
def _times(n: Rational, m: Expression) -> Expression:
    """n·m"""
    return written(terms.product([(Term(n, {}), 1), (terms.read(m), 1)]))


def _roots_of_numbers(coefficient: Rational, top: Powers, bottom: Powers) -> Rational:
    """√2·√3 as √6, √2/2 as 1/√2, and √2 beside √x as √(2x); returns what is left of the number in front."""
    inside, under = 1, 1
    for base, n in [pair for pair in top if isinstance(pair[0], Number) and pair[1] == HALF]:
        top.remove((base, n))
        value = base.payload
        if coefficient.bottom % value == 0:
            coefficient = Rational(coefficient.top, coefficient.bottom // value, coefficient.decimal)
            under *= value
        else:
            inside *= value
    for powers, value in ((top, inside), (bottom, under)):
        if value == 1:
            continue
        place = next((i for i, (b, n) in enumerate(powers) if n == HALF and not isinstance(b, Sum)), None)
        if place is None:
            powers.append((Number(value), HALF))
        else:
            powers[place] = _times(Rational(value), powers[place][0]), HALF
    return coefficient


def _in_order(powers: Powers) -> list[Expression]:
    return sorted([_power(base, n) for base, n in powers], key=_rank)


def _power(base: Expression, n: Rational) -> Expression:
    if n == ONE:
        return base
    if n[:2] == HALF[:2]:
        return Call(SQRT, base)
    return Power(base, from_rational(n))


def _rank(factor: Expression) -> tuple[int, str]:
    """Order in a product: constants, variables by name, polynomials, symbolic powers, the rest, other sums."""
    base = factor.children[0] if isinstance(factor, Power) else factor
    if isinstance(factor, Call) and factor.function is SQRT:
        under = factor.children[0]
        if isinstance(under, Variable) or not under.variables:  # √2·x·√x·(x + 1)
            return (1, f"√{under.name}") if isinstance(under, Variable) else (0, "√")
    if isinstance(base, Variable):
        raised = base is not factor and as_rational(factor.children[1]) is None
        return (3 if raised else 1), base.name
    if base is not factor and as_rational(factor.children[1]) is None:
        return (4 if as_rational(base) is None else 3), ""
    if isinstance(base, Sum):
        return (2, "") if ordering.is_polynomial(base) else (5, "")
    if isinstance(base, Number | Constant) and (base is factor or as_rational(factor.children[1]) is not None):
        return 0, ""
    return 4, ""


def _joined(leading: Expression, factors: list[Expression]) -> Expression:
    parts = factors if leading is UNIT else [leading, *factors]
    if len(parts) > 1:
        return Product(*parts)
    return parts[0] if parts else UNIT
