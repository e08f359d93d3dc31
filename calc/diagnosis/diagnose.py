"""Which slip leads to a wrong derivative: each rule is replaced by each slip, one part of the formula at a time."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from calc.algebra import expanding, terms
from calc.algebra.simplify import simplify
from calc.algebra.term import Term
from calc.comparison.compare import compare
from calc.comparison.points import points
from calc.derivatives.differentiate import differentiate, unsimplified
from calc.derivatives.plan import Plan, Planner
from calc.derivatives.rules import rule_for, rule_named
from calc.diagnosis.slips import WRONG_RULES, Wrong, factor_lost
from calc.errors import DomainError, SizeError
from calc.formulas.expression import Expression
from calc.formulas.nodes import Negative, Number, Quotient, Sum, Variable
from calc.formulas.tree import check_expression

LARGEST = 120
"""Nodes in a formula whose slips are looked for; exercises have fewer."""
DEEPEST = 30
ENOUGH = 5
SEARCHED = 60
CLOSE = 1e-7
SIGN, FACTOR, INNER = "sign lost", "constant factor lost", "inner derivative missing"


@dataclass(frozen=True)
class Slip:
    """What went wrong, in a few words, and in which part of the formula (the whole of it where that is not known)."""

    name: str
    part: Expression

    def __str__(self) -> str:
        return self.name


def diagnose(expression: Expression, variable: str, answer: Expression) -> Slip | None:
    """The slip that gives exactly ``answer`` for d(expression)/d(variable).

    None where the answer is right in whatever form, where several different slips give it, and where none does.

    Examples:
        >>> from calc.formulas.parse import parse
        >>> str(diagnose(parse("sin(x^2)"), "x", parse("cos(x^2)")))
        'inner derivative missing'
        >>> diagnose(parse("sin(x^2)"), "x", parse("2x*cos(x^2)"))
    """
    check_expression(expression)
    check_expression(answer)
    if expression.size > LARGEST or expression.depth > DEEPEST or answer.size > 10 * LARGEST:
        return None
    try:
        right = differentiate(expression, variable).result
    except SizeError:
        return None
    if compare(answer, right).verdict != "different":
        return None
    judge = _Judge(answer, right)
    if judge.is_blind:
        return None
    work = _Work(expression, Variable(variable))
    found = _distinct(judge, work.slips())
    if any(slip.name == INNER for slip in found):
        found = [slip for slip in found if slip.name != FACTOR]  # The 3 of sin(3x) is both, and one slip.
    if found:
        return found[0] if len(found) == 1 else None
    return next(iter(_distinct(judge, _whole(work, right))), None) or _term_by_term(expression, answer, right)


def _distinct(judge: "_Judge", candidates: "Iterator[tuple[Slip, Expression]]") -> list[Slip]:
    found: dict[str, Slip] = {}
    for slip, result in candidates:
        if slip.name not in found and judge.fits(result):
            found[slip.name] = slip
    return list(found.values())


class _Judge:
    """Tells whether a wrong result is the answer: by floats at a few points first, then by `compare`."""

    def __init__(self, answer: Expression, right: Expression) -> None:
        self.answer = answer
        self.places: list[tuple[dict[str, float], float]] = []
        names = tuple(sorted({*answer.variables, *right.variables})) or ("x",)
        for point in islice(points(names, answer, right), SEARCHED):
            env = {name: float(x) for name, x in point.items()}
            value, other = _value(answer, env), _value(right, env)
            if value is not None and other is not None and len(self.places) < ENOUGH and any(env.values()):
                self.places.append((env, value))

    @property
    def is_blind(self) -> bool:
        return not self.places

    def fits(self, result: Expression) -> bool:
        seen = 0
        for env, value in self.places:
            got = _value(result, env)
            if got is None:
                continue
            if abs(got - value) > CLOSE * max(abs(got), abs(value)):
                return False
            seen += 1
        return seen > 0 and compare(self.answer, result).verdict in ("same", "domain")


def _value(formula: Expression, env: dict[str, float]) -> float | None:
    try:
        return formula.evaluate(env)
    except (DomainError, ValueError):
        return None


class _Work:
    """Derivatives of one formula, unsimplified, with a wrong rule in one place or everywhere."""

    def __init__(self, expression: Expression, x: Variable) -> None:
        self.expression = expression
        self.planner = Planner(expression, x)
        unsimplified(self.planner)
        self.plans = list(self.planner.plans.items())

    def slips(self) -> Iterator[tuple[Slip, Expression]]:
        """Every slip in every place it fits, with what comes out."""
        # Nobody who takes no logarithm goes wrong within it.
        places = [(node, plan) for node, plan in self.plans if node not in self.planner.logarithms]
        for wrong in WRONG_RULES:
            fitting = [node for node, plan in places if wrong.rule in (plan.rule, _outer_rule(plan))]
            for node in fitting:
                only_a_sign = isinstance(node, Negative) and self.planner.plan(node).pieces == node.children
                if wrong.name != FACTOR or not only_a_sign:
                    yield Slip(wrong.name, node), self.derivative(wrong.rule, wrong.apply, node)
            if len(fitting) > 1 and wrong.name != FACTOR:
                yield Slip(wrong.name, self.expression), self.derivative(wrong.rule, wrong.apply)

    def derivative(self, name: str, wrong: Wrong, at: Expression | None = None) -> Expression:
        """The derivative of the whole, with a wrong rule in place of one, only ``at`` one part if that is given."""
        rule = rule_named(name, at or self.expression)
        return unsimplified(self.planner, {name: replace(rule, apply=wrong)}, at)


def _outer_rule(plan: Plan) -> str:
    return rule_for(plan.pieces[0], plan.u) if plan.u is not None else ""


def _flipped(right: Wrong) -> Wrong:
    return lambda task: Negative(right(task))


def _whole(work: _Work, right: Expression) -> Iterator[tuple[Slip, Expression]]:
    """What is wrong with the answer as a whole, or with the sign of one part."""
    whole = work.expression
    yield Slip(SIGN, whole), Negative(right)
    for node, plan in work.plans:
        yield Slip(SIGN, node), work.derivative(plan.rule, _flipped(rule_named(plan.rule, node).apply), node)
    for lost in (factor_lost, lambda t: t.slopes[0]):
        yield Slip(FACTOR, whole), work.derivative("constant multiple", lost)
    yield Slip("not differentiated", whole), whole
    for node, plan in work.plans:
        if plan.rule != "constant" and node is not whole:
            yield Slip("not differentiated", node), work.derivative(plan.rule, lambda t: t.node, node)
    with suppress(SizeError):
        yield Slip("differentiated twice", whole), differentiate(right, work.planner.x.name).result
    yield Slip("upside down", whole), Quotient(Number(1), right)


def _term_by_term(expression: Expression, answer: Expression, right: Expression) -> Slip | None:
    """Signs or numbers in front of the terms that are not the right ones, where nothing else is wrong."""
    try:
        here, there = (_by_term(formula) for formula in (answer, right))
    except SizeError:
        return None
    if not here or here.keys() != there.keys():
        return None
    sizes = {here[key].coefficient.over(there[key].coefficient) for key in here}
    return Slip(SIGN if all(abs(n.top) == n.bottom == 1 for n in sizes) else FACTOR, expression)


def _by_term(formula: Expression) -> dict[object, Term]:
    simple = simplify(formula)
    parts = expanding.expanded(
        [terms.read(part) for part in (simple.children if isinstance(simple, Sum) else (simple,))]
    )
    return {terms.monomial_key(part.factors): part for part in parts or []}
