"""From a rule's right-hand side to its simplest form, one named step after another."""

from dataclasses import dataclass

from calc.algebra import expanding, identities, ordering, terms
from calc.algebra.rational import NOUGHT, UNIT
from calc.algebra.simplify import add, divide, multiply, simplify
from calc.algebra.writing import written as written_term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Negative, Power, Product, Quotient, Sum

SQUARES = "squares that add up to 1 replaced"


@dataclass(frozen=True, slots=True)
class Stage:
    """What was done, in a few words, and what the formula then is."""

    name: str
    expression: Expression


def stages(applied: Expression, result: Expression) -> tuple[Stage, ...]:
    """What a person would write between the two, ``result`` last; empty where nothing changes to the eye."""
    above, below = applied.children if isinstance(applied, Quotient) else (applied, UNIT)
    written: list[Stage] = []
    last = "multiplied out" if isinstance(applied, Product) and isinstance(result, Sum) else "simplified"
    lowered = _lowered(applied)
    if lowered is not None:
        written.append(Stage("exponent worked out", lowered))
    if isinstance(above, Sum):
        tidy = [part for part in map(simplify, above.children) if part is not NOUGHT]
        if tidy:
            below = simplify(below)
            written.append(Stage("each term worked out", _over(ordering.flat(tidy), below)))
            added, last = _added(tidy, below, result)
            written += added
    written.append(Stage(last, result))
    return tuple(_changes(applied, written))


def _added(parts: list[Expression], below: Expression, result: Expression) -> tuple[list[Stage], str]:
    """How the terms above the line become one, and what then has to be done to come to the result."""
    total = add(*parts)
    factored = isinstance(total, Product) and any(isinstance(_base(factor), Sum) for factor in total.children)
    if below is UNIT:
        last = "what the terms share taken out" if factored and total is result else "simplified"
        if isinstance(result, Quotient) and not isinstance(result.children[0], Product):
            last = "brought over one denominator"
    else:
        last = "brought over one denominator" if any(map(_is_fraction, parts)) else "cancelled"
        if factored and divide(total, below) is result:
            return [Stage("what the terms share taken out", _over(total, below))], last
    bare = _bare(total)
    over_one: list[Stage] = []
    if below is not UNIT and isinstance(bare, Quotient):
        over_one = [Stage("brought over one denominator", _over(_brought(parts, bare.children[1]), below))]
        if bare.children[1].variables:
            return over_one, "simplified"
    wide = [expanding.expanded([terms.read(part)]) for part in parts]
    loose = [part for found in wide for part in found or ()]
    if loose and None not in wide:
        written = [Stage("multiplied out", _over(ordering.flat([*map(written_term, loose)]), below))]
        collected = terms.collected(loose)
        first = "like terms collected" if len(collected) < len(loose) else "put in order"
        for name, together in ((first, collected), (SQUARES, identities.pythagorean(collected))):
            one = ordering.arranged(together or [terms.read(NOUGHT)], sort=True)
            written.append(Stage(name, _over(one, below)))
            if divide(one, below) is result:
                return written, last if below is not UNIT else name
    if over_one:
        return over_one, "simplified"
    if below is UNIT and isinstance(total, Quotient) and total is result:
        brought = _brought(parts, total.children[1])
        if not isinstance(brought.children[0], Sum) or brought.children[0].alike is not total.children[0].alike:
            return [Stage("brought over one denominator", brought)], "simplified"
    return [], last if below is UNIT else "simplified"


def _brought(parts: list[Expression], denominator: Expression) -> Quotient:
    """Each term times the common denominator, over that; over one of the terms' own where more than that is needed."""
    own = [part.children[1] for part in map(_bare, parts) if isinstance(part, Quotient)]
    for below in (denominator, *own):
        above = [multiply(part, below) for part in parts]
        if not any(map(_is_fraction, above)):
            return Quotient(ordering.flat(above), below)
    return Quotient(ordering.flat([multiply(part, denominator) for part in parts]), denominator)


def _lowered(applied: Expression) -> Expression | None:
    """n·xⁿ⁻¹ with n − 1 worked out, for n other than 1 and 2."""
    if isinstance(applied, Product) and len(applied.children) == 2:
        n, power = applied.children
        if isinstance(power, Power) and isinstance(power.children[1], Sum):
            less = simplify(power.children[1])
            if less is not NOUGHT and less is not UNIT:
                return Product(n, Power(power.children[0], less))
    return None


def _bare(part: Expression) -> Expression:
    return part.children[0] if isinstance(part, Negative) else part


def _is_fraction(part: Expression) -> bool:
    bare = _bare(part)
    return isinstance(bare, Quotient) and bool(bare.children[1].variables)


def _base(factor: Expression) -> Expression:
    return factor.children[0] if factor.children and not isinstance(factor, Sum) else factor


def _over(above: Expression, below: Expression) -> Expression:
    """above/below, no fraction standing in a fraction."""
    match above:
        case _ if below is UNIT:
            return above
        case Negative():
            return Negative(_over(above.children[0], below))
        case Quotient():
            return Quotient(above.children[0], multiply(above.children[1], below))
        case _:
            return Quotient(above, below)


def _changes(applied: Expression, written: list[Stage]) -> list[Stage]:
    """Without what looks like the line before, up to the first that is the result."""
    kept: list[Stage] = []
    before, end = applied, written[-1].expression
    for stage in written:
        if stage.expression is not before and stage.expression.latex() != before.latex():
            kept.append(stage)
        before = stage.expression
        if before is end:
            break
    return kept
