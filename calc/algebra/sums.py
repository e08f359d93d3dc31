"""Sums: like terms collected, products multiplied out where that leaves less, what all terms share taken out."""

from calc.algebra import expanding, identities, ordering, sharing, terms, writing
from calc.algebra.rational import NOUGHT, ONE
from calc.algebra.term import Factors, Term
from calc.formulas.expression import Expression
from calc.formulas.nodes import Negative, Number, Product, Sum, Variable


def added(parts: list[Term]) -> Expression:
    """The sum, in the shortest of the forms it can be written in."""
    apart = identities.one_base(terms.collected([inner for part in parts for inner in terms_of(part)]))
    apart = identities.one_logarithm(identities.pythagorean(apart))
    if len(apart) < 2:
        return writing.written(apart[0]) if apart else NOUGHT
    common = sharing.common(apart)
    outside = Term(ONE, common)
    rest = identities.one_logarithm([sharing.without(part, common) for part in apart]) if common else apart
    if len(rest) < 2:
        return writing.written(terms.product([(outside, 1), (rest[0], 1)])) if rest else NOUGHT
    loose = expanding.loose(rest) if any(_has_sum(part) for part in rest) else None
    worth = _worth_taking_out(common, apart)
    forms = [ordering.arranged(apart)]
    if loose is not None:
        wide = identities.one_logarithm(identities.pythagorean(identities.one_base(terms.collected(loose))))
        if len(wide) < 2:
            return writing.written(terms.product([(outside, 1), (wide[0], 1)])) if wide else NOUGHT
        if not any(isinstance(base, Sum) for base, _ in common.values()):
            forms.append(ordering.arranged([terms.product([(outside, 1), (part, 1)]) for part in wide], sort=True))
        if worth or (len(wide) < len(loose) and not _are_powers_of_variables(common)):
            forms.append(_beside(outside, ordering.arranged(wide, sort=True)))
    if worth:  # What stands in a bracket of its own, as x − 1 beside x, is added up with the others.
        inside = terms.collected([inner for part in rest for inner in terms_of(part)])
        forms.append(_beside(outside, ordering.arranged(inside or rest, sort=True)))
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


def terms_of(part: Term) -> "list[Term]":
    """A sum alone, or minus one, is taken apart into its terms."""
    if len(part.factors) == 1 and part.coefficient.bottom == 1 and abs(part.coefficient.top) == 1:
        ((base, n),) = part.factors.values()
        if isinstance(base, Sum) and n == ONE:
            inner = [terms.read(child) for child in base.children]
            return inner if part.coefficient == ONE else [terms.negated(t) for t in inner]
    return [part]


def _has_sum(part: Term) -> bool:
    return any(isinstance(base, Sum) and n.top >= n.bottom for base, n in part.factors.values())
