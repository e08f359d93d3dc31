"""Which slip leads to a wrong derivative: each rule is replaced by each slip, one part of the formula at a time."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from calc.algebra import expanding, terms
from calc.algebra.simplify import simplify
from calc.algebra.term import Term
from calc.comparison.compare import compare
from calc.comparison.points import points
from calc.derivatives.differentiate import differentiate
from calc.derivatives.plan import Plan, Planner
from calc.derivatives.rules import RULES, Task, own_rule
from calc.diagnosis.slips import WRONG_RULES, Wrong, factor_lost
from calc.errors import DomainError, SizeError
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Number, Quotient, Sum, Variable
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
        self.x = x
        self.planner = Planner(expression, x)
        self.plans: dict[Expression, Plan] = {}

    def slips(self) -> Iterator[tuple[Slip, Expression]]:
        """Every slip in every place it fits, with what comes out."""
        self.derivative()
        # Nobody who takes no logarithm goes wrong within it.
        places = [(node, plan) for node, plan in self.plans.items() if node not in self.planner.logarithms]
        for wrong in WRONG_RULES:
            fitting = [node for node, plan in places if wrong.rule in (plan.rule, self._outer_rule(plan))]
            for node in fitting:
                only_a_sign = isinstance(node, Negative) and self.plans[node].pieces == node.children
                if wrong.name != FACTOR or not only_a_sign:
                    yield Slip(wrong.name, node), self.derivative({wrong.rule: wrong.apply}, node)
            if len(fitting) > 1 and wrong.name != FACTOR:
                yield Slip(wrong.name, self.expression), self.derivative({wrong.rule: wrong.apply})

    def _outer_rule(self, plan: Plan) -> str:
        return Planner(plan.pieces[0], plan.u).plan(plan.pieces[0]).rule if plan.u is not None else ""

    def derivative(self, wrong: dict[str, Wrong] | None = None, at: Expression | None = None) -> Expression:
        """The derivative of the whole, with wrong rules by name, only ``at`` one part if that is given."""
        done: dict[Expression, Expression] = {}

        def of(node: Expression) -> Expression:
            if node in done:
                return done[node]
            plan = self.plans.get(node) or self.plans.setdefault(node, self.planner.plan(node))
            here = wrong or {} if at is None or at is node else {}
            if plan.u is not None:
                slopes: tuple[Expression, ...] = (self._outer(plan, here), of(plan.pieces[1]))
            else:
                slopes = tuple([of(piece) for piece in plan.pieces])
            task = Task(node, self.x, plan.pieces, slopes, plan.constants, plan.u)
            done[node] = here.get(plan.rule, _right(node, plan.rule))(task)
            return done[node]

        return of(self.expression)

    def _outer(self, plan: Plan, here: dict[str, Wrong]) -> Expression:
        assert plan.u is not None
        outer = plan.pieces[0]
        rule = self._outer_rule(plan)
        return here.get(rule, _right(outer, rule))(Task(outer, plan.u))


def _right(node: Expression, rule: str) -> Wrong:
    if rule:
        return RULES[rule].apply
    assert isinstance(node, Call)
    return own_rule(node.function).apply


def _flipped(right: Wrong) -> Wrong:
    return lambda task: Negative(right(task))


def _whole(work: _Work, right: Expression) -> Iterator[tuple[Slip, Expression]]:
    """What is wrong with the answer as a whole, or with the sign of one part."""
    whole = work.expression
    yield Slip(SIGN, whole), Negative(right)
    for node, plan in list(work.plans.items()):
        yield Slip(SIGN, node), work.derivative({plan.rule: _flipped(_right(node, plan.rule))}, node)
    for lost in (factor_lost, lambda t: t.slopes[0]):
        yield Slip(FACTOR, whole), work.derivative({"constant multiple": lost})
    yield Slip("not differentiated", whole), whole
    for node, plan in list(work.plans.items()):
        if plan.rule != "constant" and node is not whole:
            yield Slip("not differentiated", node), work.derivative({plan.rule: lambda t: t.node}, node)
    with suppress(SizeError):
        yield Slip("differentiated twice", whole), differentiate(right, work.x.name).result
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
