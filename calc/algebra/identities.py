"""Terms that add up to one: squares of sine and cosine, logarithms of numbers."""

from calc.algebra import terms
from calc.algebra.rational import ONE, Rational, as_rational, from_rational
from calc.algebra.term import Term
from calc.formulas.nodes import Call
from calc.functions.registry import FUNCTIONS

LN = FUNCTIONS["ln"]
TWO = Rational(2)
_SQUARES = {"sin": ("cos", 1, None), "cosh": ("sinh", -1, None), "tan": (None, 1, "sec"), "sec": ("tan", -1, None)}
"""f² together with so many times g² (or with 1) is 1 (or h²): sin² + cos² = 1, 1 + tan² = sec², sec² − tan² = 1."""


def pythagorean(parts: "list[Term]") -> "list[Term]":
    """The terms with squares that add up to a number or to another square replaced by that."""
    places: dict[object, int] | None = None
    for i, part in enumerate(parts):
        for base, n in part.factors.values():
            if not (isinstance(base, Call) and base.function.name in _SQUARES and n.is_whole and n.top >= 2):
                continue
            partner, sign, result = _SQUARES[base.function.name]
            rest = terms.product([(Term(ONE, part.factors), 1), (terms.of(base, TWO), -1)])
            other = rest if partner is None else terms.product([(rest, 1), (_square(partner, base), 1)])
            places = places or {terms.monomial_key(p.factors): j for j, p in enumerate(parts)}
            j = places.get(terms.monomial_key(other.factors))
            if j is None or parts[j].coefficient[:2] != part.coefficient.times(Rational(sign))[:2]:
                continue
            made = rest if result is None else terms.product([(rest, 1), (_square(result, base), 1)])
            made = Term(part.coefficient.times(made.coefficient), made.factors)
            kept = [p for k, p in enumerate(parts) if k not in (i, j)]
            return pythagorean(terms.collected([made, *kept]))
    return parts


def _square(name: str, like: Call) -> Term:
    return terms.of(Call(FUNCTIONS[name], like.children[0]), TWO)


def one_logarithm(parts: list[Term]) -> list[Term]:
    """ln 3 − ln 2 is ln(3/2)."""
    number = ONE
    for part in parts:
        inner = _number_in_logarithm(part)
        if inner is None:
            return parts
        number = number.times(inner) if part.coefficient.top > 0 else number.over(inner)
    return [terms.read(Call(LN, from_rational(number)))] if len(parts) > 1 else parts


def _number_in_logarithm(part: Term) -> Rational | None:
    """The a of ln a or −ln a."""
    if abs(part.coefficient.top) == part.coefficient.bottom == len(part.factors) == 1:
        ((base, n),) = part.factors.values()
        if isinstance(base, Call) and base.function is LN and n == ONE:
            inner = as_rational(base.children[0])
            return inner if inner is not None and inner.top > 0 and not inner.decimal else None
    return None
