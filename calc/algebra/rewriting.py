"""Factors beside each other that can be written more simply: |x|·sign(x) is x, sin/cos is tan, 2ˣ·3ˣ is 6ˣ."""

from calc.algebra import powers, terms
from calc.algebra.rational import ONE, ZERO, Rational, as_rational, from_rational
from calc.algebra.term import UNITY, Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.kinds import Kind
from calc.formulas.nodes import Call, Negative, Number, Power, Product, Quotient
from calc.functions.registry import FUNCTIONS, find_function

ABS, SIGN, RELU, STEP = FUNCTIONS["abs"], FUNCTIONS["sign"], FUNCTIONS["relu"], find_function("relu'")
_RATIOS = (("sin", "cos", "tan", "cot", "sec", "csc"), ("sinh", "cosh", "tanh", "coth", "sech", "csch"))
_RECIPROCALS = {name: partner for row in _RATIOS for partner, name in zip(row, (row[5], row[4], row[3]), strict=False)}
"""1/csc is sin, 1/sec is cos, 1/cot is tan."""
_IN_SINES = {
    name: (family, up, down)
    for family, (sin, cos, tan, cot, sec, csc) in enumerate(_RATIOS)
    for name, up, down in ((sin, 1, 0), (cos, 0, 1), (tan, 1, -1), (cot, -1, 1), (sec, 0, -1), (csc, -1, 0))
}


def rewritten(factors: Factors) -> Term | None:
    """Takes such factors out, in place, and returns what stands for them; None if there are none."""
    calls = powers_ = sided = 0
    for key, (base, exponent) in factors.items():
        kind = base.kind
        if kind is Kind.VARIABLE or kind is Kind.SUM or kind is Kind.CONSTANT:
            continue
        calls += kind is Kind.CALL
        powers_ += kind is Kind.POWER
        sided += kind is Kind.CALL and base.payload in (SIGN, STEP, ABS)
        found = _unfolded(base, exponent)
        if found is not None:
            del factors[key]
            return found
        if kind is Kind.QUOTIENT and len(factors) > 2:
            found = _root_cancelled(factors, key, base, exponent)
            if found is not None:
                return found
    return (
        (_sided(factors) if sided and len(factors) > 1 else None)
        or (_ratio(factors) if calls > 1 else None)
        or (_one_base(factors) if powers_ > 1 else None)
    )


def _unfolded(base: Expression, n: Rational) -> Term | None:
    """A whole power of what can be taken apart."""
    match base:
        case Number():
            whole, rest = divmod(n.top, n.bottom)
            number = as_rational(base)
            if number is None or (whole == 0) or not number.top:
                return None
            value = number.to_power(whole)
            if value is None:
                return None
            return Term(value, {base: (base, Rational(rest, n.bottom))} if rest else {})
        case Product() | Quotient() | Negative() | Power() if n.is_whole and not _is_symbolic(base):
            return powers.whole_power(terms.read(base), n.top)
        case Call() if n.is_whole and n.top < 0 and base.function.name in _RECIPROCALS:
            partner = Call(FUNCTIONS[_RECIPROCALS[base.function.name]], base.children[0])
            return terms.of(partner, n.negated())
        case Call() if n.is_whole and base.function is ABS and n.top % 2 == 0:
            return powers.rational_power(terms.read(base.children[0]), n)
        case Call() if n.is_whole and base.function.name == "cbrt" and n.top % 3 == 0:
            return powers.rational_power(terms.read(base.children[0]), Rational(n.top // 3))
        case _:
            return None


def _root_cancelled(factors: Factors, key: Expression, base: Expression, n: Rational) -> Term | None:
    """(p/q)/√(p/q) is √(p/q)."""
    inside = terms.read(base)
    if inside.coefficient != ONE or not all(part in factors for part in inside.factors):
        return None
    times = [factors[part][1].over(m) for part, (_, m) in inside.factors.items()]
    if not all(k.is_whole and k.top * n.top < 0 for k in times):
        return None
    k = min(times, key=lambda k: abs(k.top))
    factors[key] = base, n.plus(k)
    for part, (_, m) in inside.factors.items():
        factors[part] = factors[part][0], factors[part][1].plus(m.times(k).negated())
    return UNITY


def _is_symbolic(base: Expression) -> bool:
    return isinstance(base, Power) and as_rational(base.children[1]) is None


def _sided(factors: Factors) -> Term | None:
    """|u|·sign(u) is u, u·sign(u) is |u|, u²/|u| too; u and ReLU of u, times the slope of ReLU, are ReLU of u."""
    for key, (base, n) in factors.items():
        if isinstance(base, Call) and base.function is ABS:
            found = _squares_cancelled(factors, key, base, n)
            if found is not None:
                return found
        if not (isinstance(base, Call) and base.function in (SIGN, STEP) and n == ONE):
            continue
        u, signed = base.children[0], base.function is SIGN
        whole = Call(ABS if signed else RELU, u)
        if whole.alike in factors:
            m = factors[whole.alike][1]
            if signed and m.is_whole and m.top % 2:
                del factors[key], factors[whole.alike]
                return powers.whole_power(terms.read(u), m.top)
            if not signed and m.top > 0:
                del factors[key]
                return UNITY
        inside = terms.key_of(u)
        if inside in factors and factors[inside][0].alike is u.alike:
            m = factors[inside][1]
            if m.is_whole and (m.top > 0 or (signed and m.top == -1)):
                del factors[key], factors[inside]
                side = 1 if m.top > 0 else -1
                return terms.product([(terms.of(u, m.plus(Rational(-side))), 1), (terms.of(whole), side)])
    return None


def _squares_cancelled(factors: Factors, key: Expression, size: Call, n: Rational) -> Term | None:
    """u² is |u|²: of u and |u| on different sides of a line, at most one u stays, and above it."""
    u = size.children[0]
    base, m = factors.get(terms.key_of(u), (u, ZERO))
    if base.alike is not u.alike or not (m.is_whole and n.is_whole) or m.top * n.top >= 0 or m == ONE:
        return None
    del factors[key], factors[terms.key_of(u)]
    odd = m.top % 2
    return terms.product([(terms.of(u, Rational(odd)), 1), (terms.of(size, n.plus(Rational(m.top - odd))), 1)])


def _ratio(factors: Factors) -> Term | None:
    """sin/cos is tan, sin·sec is tan, tan·cos is sin: two of a family at one angle, where that leaves fewer."""
    groups: dict[tuple[int, Expression], list[Expression]] = {}
    raised = {base.children[0].alike for base, _ in factors.values() if isinstance(base, Power)}
    for key, (base, exponent) in factors.items():
        if isinstance(base, Call) and exponent.is_whole and base.function.name in _IN_SINES and key not in raised:
            groups.setdefault((_IN_SINES[base.function.name][0], base.children[0].alike), []).append(key)
    for (family, _), keys in groups.items():
        if len(keys) < 2:
            continue
        up = sum(_IN_SINES[factors[k][0].payload.name][1] * factors[k][1].top for k in keys)
        down = sum(_IN_SINES[factors[k][0].payload.name][2] * factors[k][1].top for k in keys)
        u = factors[keys[0]][0].children[0]
        sin, cos, tan, cot, sec, csc = [Call(FUNCTIONS[name], u) for name in _RATIOS[family]]
        wanted: dict[Expression, int] = {}
        if up * down < 0:
            both = min(abs(up), abs(down))
            wanted[tan if up > 0 else cot] = both
            up, down = (up - both, down + both) if up > 0 else (up + both, down - both)
        wanted |= {sin: up} if up > 0 else {csc: -up} if up < 0 else {}
        wanted |= {cos: down} if down > 0 else {sec: -down} if down < 0 else {}
        if {base.alike: Rational(n) for base, n in wanted.items()} == {k: factors[k][1] for k in keys}:
            continue
        for key in keys:
            del factors[key]
        return terms.product([(terms.of(base, Rational(n)), 1) for base, n in wanted.items()])
    return None


def _one_base(factors: Factors) -> Term | None:
    """2ˣ·3ˣ is 6ˣ, and 3ˣ/2ˣ is (3/2)ˣ: what has one exponent, or the same but for its sign, gets one base."""
    groups: dict[Expression, list[tuple[Expression, Rational, Rational]]] = {}
    for key, (base, n) in factors.items():
        number = as_rational(base.children[0]) if isinstance(base, Power) else None
        if number is not None and number.top > 0 and not number.decimal:
            groups.setdefault(base.children[1].alike, []).append((key, number, n))
    for group in groups.values():
        joint = _joint_bases(group) if len(group) > 1 else None
        if joint is None:
            continue
        m = factors[group[0][0]][0].children[1]
        result: Factors = {}
        for value, n in joint:
            turned = value if value.top > 1 else ONE.over(value)
            result |= terms.of(Power(from_rational(turned), m), n if value.top > 1 else n.negated()).factors
        if {key: n for key, (_, n) in result.items()} != {key: n for key, _, n in group}:
            for key, _, _ in group:
                del factors[key]
            return Term(ONE, result)
    return None


def _joint_bases(group: list[tuple[Expression, Rational, Rational]]) -> list[tuple[Rational, Rational]] | None:
    """Bases and exponents: one if the prime factors' exponents are multiples of the least, else one for each size."""
    exponents: dict[int, Rational] = {}
    for _, number, n in group:
        for prime, times in powers.prime_powers(number):
            exponents[prime] = exponents.get(prime, ZERO).plus(n.times(Rational(times)))
    used = {prime: n for prime, n in sorted(exponents.items()) if n.top}
    sizes = {prime: Rational(abs(n.top), n.bottom) for prime, n in used.items()}
    least = min(sizes.values(), key=lambda n: n.top / n.bottom, default=ONE)
    together = all(size.over(least).is_whole for size in sizes.values())
    bases: dict[Rational, Rational] = {}
    for prime, n in used.items():
        times = n.over(least).top if together else 1 if n.top > 0 else -1
        raised = Rational(prime).to_power(times)
        if raised is None:
            return None
        size = least if together else sizes[prime]
        bases[size] = bases.get(size, ONE).times(raised)
    return [(value, n) for n, value in bases.items()]
