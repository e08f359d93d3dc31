"""Functions as terms: one name for each, signs in front, and what a function makes of its inverse."""

from calc.algebra import powers, sums, terms, writing
from calc.algebra.rational import ONE, Rational
from calc.algebra.term import UNITY, E, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Power, Sum
from calc.functions.function import Function
from calc.functions.registry import FUNCTIONS

SPELLINGS = {"log": "ln", "sine": "sin"}
ODD = {
    *("sin", "tan", "csc", "cot", "asin", "atan", "acsc", "sinh", "tanh", "csch", "coth"),
    *("asinh", "atanh", "acsch", "acoth", "erf", "sign", "cbrt", "softsign"),
}
EVEN = {"cos", "sec", "cosh", "sech", "gaussian", "abs"}


def call(function: Function, argument: Expression) -> Term:
    """function(argument)."""
    name = SPELLINGS.get(function.name, function.name)
    function = FUNCTIONS.get(name, function)
    if name == "exp":
        return powers.power(E, argument)
    if name == "identity":
        return terms.read(argument)
    inner = terms.read(argument)
    if name == "sqrt":
        return powers.rational_power(inner, Rational(1, 2))
    if not inner.coefficient.top and function.domain.contains(0.0):
        at_zero = function.value(0.0)
        if at_zero in (0.0, 1.0):
            return Term(Rational(int(at_zero)), {})
    if name == "ln":
        found = _logarithm(inner)
        if found is not None:
            return found
    if name in ODD | EVEN and _is_negative(inner):
        turned = call(function, writing.written(terms.negated(inner)))
        return terms.negated(turned) if name in ODD else turned
    if name == "abs":
        return _absolute_value(inner)
    if name == "sign" and inner.coefficient != ONE:
        return call(function, writing.written(Term(ONE, inner.factors))) if inner.factors else UNITY
    if isinstance(argument, Call) and argument.function.name == f"a{name}":
        return terms.read(argument.children[0])
    if isinstance(argument, Call) and (name, argument.function.name) in (("sin", "acos"), ("cos", "asin")):
        square = terms.negated(powers.whole_power(terms.read(argument.children[0]), 2))
        return powers.rational_power(terms.read(sums.added([UNITY, square])), Rational(1, 2))
    return terms.of(Call(function, argument))


def _is_negative(term: Term) -> bool:
    if len(term.factors) == 1:
        ((base, exponent),) = term.factors.values()
        if isinstance(base, Sum) and exponent == ONE:
            signs = {terms.read(part).coefficient.top < 0 for part in base.children}
            return signs == {term.coefficient.top > 0}
    return term.coefficient.top < 0


def _logarithm(inner: Term) -> Term | None:
    if not inner.factors and inner.coefficient == ONE:
        return Term(Rational(0), {})
    if inner.coefficient != ONE:
        return None
    parts = []
    for base, exponent in inner.factors.values():
        if base is E:
            parts.append(Term(exponent, {}))
        elif isinstance(base, Power) and base.children[0] is E:
            parts.append(terms.product([(Term(exponent, {}), 1), (terms.read(base.children[1]), 1)]))
        else:
            return None
    return terms.read(sums.added(parts))


def _absolute_value(inner: Term) -> Term:
    number = inner.coefficient if inner.coefficient.top >= 0 else inner.coefficient.negated()
    out: list[tuple[Term, int]] = [(Term(number, {}), 1)]
    inside: Factors = {}
    for key, (base, exponent) in inner.factors.items():
        even = exponent.bottom % 2 == 0 or exponent.top % 2 == 0
        if even or powers.is_positive(base) or (isinstance(base, Call) and base.function is powers.ABS):
            out.append((terms.of(base, exponent), 1))
        else:
            inside[key] = base, exponent
    if len(inside) == 1:
        ((base, exponent),) = inside.values()
        if exponent.is_whole and exponent.top < 0:
            return terms.product([*out, (terms.of(Call(powers.ABS, base), exponent), 1)])
    if inside:
        out.append((terms.of(Call(powers.ABS, writing.written(Term(ONE, inside)))), 1))
    return terms.product(out)
