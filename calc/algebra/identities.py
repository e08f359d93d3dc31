"""Terms that add up to one: squares of sine and cosine, logarithms of numbers."""

from calc.algebra import powers, terms
from calc.algebra.rational import ONE, Rational, as_rational, from_rational
from calc.algebra.term import Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.kinds import Kind
from calc.formulas.nodes import Call, Number, Power
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


def one_base(parts: list[Term]) -> list[Term]:
    """4ˣ beside 2ˣ is 2²ˣ, and ln 4 beside ln 2 is 2 ln 2: powers of one number are all written with that number."""
    seen: dict[tuple[bool, int], set[int]] = {}
    for part in parts:
        for base, _ in part.factors.values():
            value = _whole_number(base) if base.kind in (Kind.POWER, Kind.CALL) else 0
            if value:
                seen.setdefault((isinstance(base, Power), powers.root_of(value)[0]), set()).add(value)
    mixed = {(is_power, value) for (is_power, _), values in seen.items() if len(values) > 1 for value in values}
    return terms.collected([_in_roots(part, mixed) for part in parts]) if mixed else parts


def _whole_number(base: Expression) -> int:
    """The 4 of 4ˣ or ln 4; 0 if it is neither."""
    if isinstance(base, Power) or (isinstance(base, Call) and base.function is LN):
        number = as_rational(base.children[0])
        return number.top if number and number.is_whole and number.top > 1 else 0
    return 0


def _in_roots(part: Term, mixed: set[tuple[bool, int]]) -> Term:
    made = [(Term(part.coefficient, {}), 1)]
    for base, n in part.factors.values():
        value = _whole_number(base)
        if (isinstance(base, Power), value) not in mixed:
            made.append((terms.of(base, n), 1))
            continue
        root, k = powers.root_of(value)
        new = base.rebuilt((Number(root), *base.children[1:]))
        made.append((terms.of(new, n.times(Rational(k)) if isinstance(base, Power) else n), 1))
        if isinstance(base, Call):
            made.append((powers.rational_power(Term(Rational(k), {}), n), 1))
    return terms.product(made)


def one_logarithm(parts: list[Term]) -> list[Term]:
    """x·ln 3 − x·ln 2 is x·ln(3/2), and ln 2 − ln 6 is −ln 3."""
    groups: dict[object, list[tuple[Term, Factors, Rational]]] = {}
    for part in parts:
        if all(base.payload is not LN for base, _ in part.factors.values()):
            continue
        logarithms = {key: number for key, (base, n) in part.factors.items() if (number := _inside(base, n))}
        if len(logarithms) == 1:
            ((key, number),) = logarithms.items()
            rest = {k: pair for k, pair in part.factors.items() if k is not key}
            size = abs(part.coefficient.top), part.coefficient.bottom
            groups.setdefault((terms.monomial_key(rest), size), []).append((part, rest, number))
    for group in groups.values():
        if len(group) > 1:
            joined = [part for part, _, _ in group]
            parts = [_joined(group) if p is joined[0] else p for p in parts if p is joined[0] or p not in joined]
    return [part for part in parts if part.coefficient.top]


def _joined(group: list[tuple[Term, Factors, Rational]]) -> Term:
    inside = ONE
    for part, _, number in group:
        inside = inside.times(number) if part.coefficient.top > 0 else inside.over(number)
    part, rest, _ = group[0]
    size = part.coefficient if part.coefficient.top > 0 else part.coefficient.negated()
    if inside.top == 1:
        inside, size = ONE.over(inside), size.negated()
    return terms.product([(Term(size, rest), 1), (terms.read(Call(LN, from_rational(inside))), 1)])


def _inside(base: Expression, n: Rational) -> Rational | None:
    """The number a of ln a; ln² a, and a decimal, are left as they are."""
    inner = as_rational(base.children[0]) if isinstance(base, Call) and base.function is LN else None
    return inner if inner and n == ONE and inner.top > 0 and not inner.decimal else None
