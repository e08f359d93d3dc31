"""From a rule's right-hand side to its simplest form, one named step after another."""

from dataclasses import dataclass

from calc.algebra import sums, terms
from calc.algebra.rational import NOUGHT, UNIT
from calc.algebra.simplify import divide, simplify
from calc.algebra.writing import written as written_term
from calc.formulas.expression import Expression, Negative, Power, Product, Quotient, Sum


@dataclass(frozen=True, slots=True)
class Stage:
    """What was done, in a few words, and what the formula then is."""

    name: str
    expression: Expression


def stages(applied: Expression, result: Expression) -> tuple[Stage, ...]:
    """What a person would write between the two, ``result`` last; empty where nothing changes."""
    above, below = applied.children if isinstance(applied, Quotient) else (applied, UNIT)
    written: list[Stage] = []
    lowered = _lowered(applied)
    if lowered is not None:
        written.append(Stage("exponent worked out", lowered))
    last = "simplified"
    if isinstance(above, Sum):
        tidy = [part for part in map(simplify, above.children) if part is not NOUGHT]
        if tidy:
            written.append(Stage("each term worked out", _over(sums.flat(tidy), below)))
        wide = [sums.expanded([terms.read(part)]) for part in tidy]
        loose = [part for parts in wide for part in parts or ()]
        if loose and None not in wide:
            collected = sums.arranged(terms.collected(loose) or [terms.read(NOUGHT)], sort=True)
            if divide(collected, simplify(below)) is result:
                written.append(Stage("multiplied out", _over(sums.flat([*map(written_term, loose)]), below)))
                written.append(Stage("like terms collected", _over(collected, below)))
                last = "cancelled" if below is not UNIT else "like terms collected"
        top = result.children[0] if isinstance(result, Quotient) else result
        if isinstance(result, Quotient) and below is UNIT and last == "simplified":
            last = "brought over one denominator"
        if isinstance(top, Product) and any(isinstance(_base(factor), Sum) for factor in top.children):
            last = "what the terms share taken out"
    written.append(Stage(last, result))
    return tuple(_changes(applied, written))


def _lowered(applied: Expression) -> Expression | None:
    """n·xⁿ⁻¹ with n − 1 worked out, for n other than 1 and 2."""
    if isinstance(applied, Product) and len(applied.children) == 2:
        n, power = applied.children
        if isinstance(power, Power) and isinstance(power.children[1], Sum):
            less = simplify(power.children[1])
            if less is not NOUGHT and less is not UNIT:
                return Product(n, Power(power.children[0], less))
    return None


def _base(factor: Expression) -> Expression:
    return factor.children[0] if factor.children and not isinstance(factor, Sum) else factor


def _over(above: Expression, below: Expression) -> Expression:
    if below is UNIT:
        return above
    return Negative(Quotient(above.children[0], below)) if isinstance(above, Negative) else Quotient(above, below)


def _changes(applied: Expression, written: list[Stage]) -> list[Stage]:
    """Without what repeats the line before, up to the first that is the result."""
    kept: list[Stage] = []
    before, end = applied, written[-1].expression
    for stage in written:
        if stage.expression is not before:
            kept.append(stage)
            before = stage.expression
        if before is end:
            break
    return kept
