"""Sums: like terms collected, products multiplied out where that leaves less, what all terms share taken out."""

from collections.abc import Sequence
from functools import lru_cache

from calc.algebra import powers, terms, writing
from calc.algebra.rational import NOUGHT, ONE, ZERO, Rational, as_rational, from_rational
from calc.algebra.term import CACHED, Factors, Term
from calc.formulas.expression import Call, Expression, Negative, Number, Power, Product, Sum, Variable
from calc.functions.registry import FUNCTIONS

LN = FUNCTIONS["ln"]
MOST_EXPANDED = 40
"""Terms that a sum may have on the way."""
LARGEST_EXPANDED = 160
"""Nodes in the sums that are multiplied out; beyond that, and beyond so many products, nobody would."""
MOST_PRODUCTS = 160
MOST_LOOKED_THROUGH, LARGEST_LOOKED_THROUGH = 8, 40
"""Terms that are still looked through for the same power of a symbol, and nodes in that power."""
MOST_FACTORS = 24
"""Factors of a term that are still looked through for what all terms share."""


def added(parts: list[Term]) -> Expression:
    """The sum, in the shortest of the forms it can be written in."""
    apart = pythagorean(terms.collected([inner for part in parts for inner in _terms_of(part)]))
    apart = _one_logarithm(apart)
    if len(apart) < 2:
        return writing.written(apart[0]) if apart else NOUGHT
    common = _common(apart)
    outside = Term(ONE, common)
    rest = _one_logarithm([_without(part, common) for part in apart]) if common else apart
    if len(rest) < 2:
        return writing.written(terms.product([(outside, 1), (rest[0], 1)])) if rest else NOUGHT
    loose = _loose(rest) if any(_has_sum(part) for part in rest) else None
    worth = _worth_taking_out(common, apart)
    forms = [arranged(apart)]
    if loose is not None:
        wide = pythagorean(terms.collected(loose))
        if len(wide) < 2:
            return writing.written(terms.product([(outside, 1), (wide[0], 1)])) if wide else NOUGHT
        if not any(isinstance(base, Sum) for base, _ in common.values()):
            forms.append(arranged([terms.product([(outside, 1), (part, 1)]) for part in wide], sort=True))
        if len(wide) < len(loose):
            forms += _taken_out(outside, wide)
        if worth or (len(wide) < len(loose) and not _are_powers_of_variables(common)):
            forms.append(_beside(outside, arranged(wide, sort=True)))
    if worth:
        forms.append(_beside(outside, arranged(rest, sort=True)))
    return min(forms, key=length)


def length(form: Expression) -> int:
    """The size; a number times a sum, 2(x·cos x − sin x), counts for more than its terms in a row."""
    return form.size + 2 * sum(map(_is_number_times_sum, _terms_in(form)))


def has_number_times_sum(form: Expression) -> bool:
    """Whether a term of a sum, or of the one above a line, is 2(x·cos x − sin x) or the like."""
    return any(map(_is_number_times_sum, _terms_in(form)))


def _terms_in(form: Expression) -> tuple[Expression, ...]:
    form = form.children[0] if isinstance(form, Negative) else form
    total = next((part for part in (form, *form.children) if isinstance(part, Sum)), None)
    return total.children if total else ()


def _is_number_times_sum(part: Expression) -> bool:
    part = part.children[0] if isinstance(part, Negative) else part
    return isinstance(part, Product) and tuple(map(type, part.children)) == (Number, Sum)


def _one_logarithm(parts: list[Term]) -> list[Term]:
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


def _taken_out(outside: Term, parts: list[Term]) -> list[Expression]:
    """What powers of numbers the terms still share beside the others, 12ˣ·ln 6 − 12ˣ·ln 2 as 12ˣ·ln 3."""
    common = {key: pair for key, pair in _common(parts).items() if isinstance(pair[0], Power)}
    if not common:
        return []
    rest = _one_logarithm([_without(part, common) for part in parts])
    return [_beside(terms.product([(outside, 1), (Term(ONE, common), 1)]), arranged(rest, sort=True))]


def _beside(outside: Term, total: Expression) -> Expression:
    return writing.written(terms.product([(outside, 1), (terms.read(total), 1)]))


def _are_powers_of_variables(factors: Factors) -> bool:
    return all(isinstance(base, Variable) and n.top > 0 for base, n in factors.values())


def _worth_taking_out(common: Factors, apart: list[Term]) -> bool:
    """More than variables, of more than powers of them, and no sum below the line that only some terms stand over."""
    if _are_powers_of_variables(common):
        return False
    if all(isinstance(base, Variable) for part in apart for base, _ in part.factors.values()):
        return False  # 1 − 1/x² − 2/x³ stays as it is.
    below = [key for key, (base, n) in common.items() if isinstance(base, Sum) and n.top < 0]
    return all(key in part.factors for key in below for part in apart)


def _terms_of(part: Term) -> "list[Term]":
    """A sum alone, or minus one, is taken apart into its terms."""
    if len(part.factors) == 1 and part.coefficient.bottom == 1 and abs(part.coefficient.top) == 1:
        ((base, n),) = part.factors.values()
        if isinstance(base, Sum) and n == ONE:
            inner = [terms.read(child) for child in base.children]
            return inner if part.coefficient == ONE else [terms.negated(t) for t in inner]
    return [part]


def _has_sum(part: Term) -> bool:
    return any(isinstance(base, Sum) and n.top >= n.bottom for base, n in part.factors.values())


def expanded(parts: list[Term]) -> list[Term] | None:
    """Multiplied out and collected; None if that takes too many terms."""
    loose = _loose(parts)
    return None if loose is None else terms.collected(loose)


def _loose(parts: list[Term]) -> list[Term] | None:
    """Multiplied out, like terms still apart."""
    nodes = [base.size for part in parts for base, _ in part.factors.values() if isinstance(base, Sum)]
    if sum(nodes) > LARGEST_EXPANDED:
        return None
    done: list[Term] = []
    for part in parts:
        made = _multiplied_out(part)
        if made is None or len(done) + len(made) > MOST_EXPANDED:
            return None
        done += made
    return done


@lru_cache(CACHED)
def _inside(total: Sum) -> list[Term] | None:
    return expanded([terms.read(child) for child in total.children])


def _multiplied_out(part: Term) -> list[Term] | None:
    plain = dict(part.factors)
    made: list[Term] = []
    products = 0
    for key, (base, n) in part.factors.items():
        times = n.top // n.bottom
        if not isinstance(base, Sum) or times < 1:
            continue
        inner = _inside(base)
        if inner is None:
            return None
        plain[key] = base, n.plus(Rational(-times))
        for _ in range(times):
            products += len(made) * len(inner)
            if products > MOST_PRODUCTS:
                return None
            made = terms.collected([terms.product([(a, 1), (b, 1)]) for a in made for b in inner]) if made else inner
    if not made:
        return [part]
    first = terms.settled(part.coefficient, plain)
    return [terms.product([(first, 1), (other, 1)]) for other in made]


def _common(parts: "list[Term]") -> Factors:
    """The lowest power of each base that all terms share; 1/x counts as shared by x, whose power is higher."""
    found: Factors = {}
    if max(len(part.factors) for part in parts) > MOST_FACTORS:
        return found
    under = {base.children[0] for part in parts for base, _ in part.factors.values() if isinstance(base, Power)}
    if len([base for base in under if as_rational(base)]) > 1:
        parts = [_in_primes(part) for part in parts]
    for key, base in {key: base for part in parts for key, (base, _) in part.factors.items()}.items():
        if isinstance(base, Number):
            continue
        raised = base.children[0] if isinstance(base, Power) else base if base in under else None
        if (
            raised is not None
            and not powers.is_positive(raised)
            and (
                len(parts) > MOST_LOOKED_THROUGH
                or base.size > LARGEST_LOOKED_THROUGH
                or not _raised_alike(raised, parts)
            )
        ):
            continue  # What x^a and x^b share depends on a and b.
        lowest = min(
            [part.factors[key][1] if key in part.factors else ZERO for part in parts],
            key=lambda n: n.top / n.bottom,
        )
        if lowest.top < 0 and isinstance(base, Power) and any(key not in part.factors for part in parts):
            continue  # Nobody takes e⁻ˣ out of 1 + e⁻ˣ.
        if lowest.top:
            found[key] = base, lowest
    return found


def _in_primes(part: Term) -> Term:
    """6ˣ as 2ˣ·3ˣ, which it is put together to elsewhere: so 6ˣ and 2ˣ share something."""
    made: Factors = {}
    for base, n in part.factors.values():
        number = as_rational(base.children[0]) if isinstance(base, Power) else None
        if number is None or number.top <= 0 or number.decimal:
            made[terms.key_of(base)] = base, n
            continue
        for value, side in ((number.top, 1), (number.bottom, -1)):
            for prime, times in powers.primes(value).items():
                power = Power(Number(prime), base.children[1])
                before = made.get(power.alike, (power, ZERO))[1]
                made[power.alike] = power, before.plus(n.times(Rational(side * times)))
    return Term(part.coefficient, made)


def _raised_alike(base: Expression, parts: "list[Term]") -> bool:
    """Whether every term has the same power of a base, symbols in its exponent included."""

    def raised(part: Term) -> dict[Expression, Rational]:
        return {key: n for key, (b, n) in part.factors.items() if base in (b, *b.children[: isinstance(b, Power)])}

    first = raised(parts[0])
    return all(raised(part) == first for part in parts)


def _without(part: Term, common: Factors) -> Term:
    return terms.product([(part, 1), (Term(ONE, common), -1)])


@lru_cache(CACHED)
def shared(total: Sum) -> "tuple[Factors, Expression]":
    """What all terms of a sum have in common, and the sum without it."""
    parts = [terms.read(child) for child in total.children]
    common = _common(parts)
    if not common:
        return {}, total
    rest = [inner for part in parts for inner in _terms_of(_without(part, common))]
    if len(rest) == len(parts):
        return common, flat([writing.written(part) for part in rest])
    together = terms.collected(rest)
    return common, arranged(together, sort=True) if together else NOUGHT


def over(part: Expression, number: Term) -> Expression:
    """A term divided by a number."""
    return writing.written(terms.product([(terms.read(part), 1), (number, -1)]))


def arranged(parts: "Sequence[Term]", sort: bool = False) -> Expression:
    """Terms as a sum: a polynomial from its highest power down, otherwise what is positive first."""
    order = list(parts)
    degrees = [_degrees(part) for part in order]
    if None not in degrees and (sort or len(order) > 2):
        names = sorted({name for d in degrees for name in d or ()})
        order.sort(key=lambda part: [-n for n in _place(part, names)])
    if order[0].coefficient.top < 0 and (len(order) == 2 or None in degrees):
        first = next((i for i, part in enumerate(order) if part.coefficient.top > 0), 0)
        order.insert(0, order.pop(first))
    return flat([writing.written(part) for part in order])


def flat(parts: list[Expression]) -> Expression:
    """A sum of parts, a sum among them taken apart."""
    made = [inner for part in parts for inner in (part.children if isinstance(part, Sum) else (part,))]
    return Sum(*made) if len(made) > 1 else made[0]


def _degrees(part: Term) -> dict[str, int] | None:
    """The power of each variable; None where a term is not a number times whole powers of variables."""
    found = {}
    for base, n in part.factors.values():
        if not isinstance(base, Variable) or not n.is_whole or n.top < 0:
            return None
        found[base.name] = n.top
    return found


def _place(part: Term, names: list[str]) -> list[int]:
    degrees = _degrees(part) or {}
    return [sum(degrees.values()), *[degrees.get(name, 0) for name in names]]


@lru_cache(CACHED)
def is_polynomial(expression: Expression) -> bool:
    """Whether every term is a number times powers of variables."""
    parts = expression.children if isinstance(expression, Sum) else (expression,)
    return all(_degrees(terms.read(part)) is not None for part in parts)


@lru_cache(CACHED)
def leads_with_minus(total: Sum) -> bool:
    """Whether it is a polynomial whose highest power alone has a minus before it: 1 − 3x², but not x − y."""
    parts = [terms.read(child) for child in total.children]
    degrees = [_degrees(part) for part in parts]
    if None in degrees:
        return False
    sizes = [sum((d or {}).values()) for d in degrees]
    top = [part for part, size in zip(parts, sizes, strict=True) if size == max(sizes)]
    return len(top) == 1 and top[0].coefficient.top < 0 and any(part.coefficient.top > 0 for part in parts)


def turned(total: Sum) -> Expression:
    """−total, as b − a for a − b."""
    return arranged([terms.negated(terms.read(child)) for child in total.children])


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
