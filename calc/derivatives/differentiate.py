"""The derivative of an expression, symbolically, with the steps a teacher would write."""

from collections.abc import Mapping
from dataclasses import replace

from calc.algebra.rational import UNIT
from calc.algebra.simplify import add, multiply, rebuild, simplify
from calc.derivatives.plan import Plan, Planner
from calc.derivatives.rules import RULES, Rule, Task, constant_multiple, rule_for, rule_named
from calc.derivatives.steps import Derivation, Step
from calc.errors import SizeError
from calc.formulas.expression import Expression
from calc.formulas.nodes import Sum, Variable
from calc.formulas.parse import DEEPEST
from calc.formulas.tree import check_expression

MOST_FACTORS = 60
LARGEST_RESULT = 10_000


def differentiate(
    expression: Expression, variable: str, rules: Mapping[str, Rule] = RULES, at: Expression | None = None
) -> Derivation:
    """d(expression)/d(variable), every other variable held constant.

    At a kink the result takes the convention of the function's ``note``: sign(0) = 0, relu'(0) = 0. Where two pieces
    of a formula meet it has a value only if both have the same value and slope there: ``{x < 0: 0, x > 0: 1}`` is the
    derivative of ``{x < 0: 0, x >= 0: x}``.
    ``rules`` replaces the rules of calculus, everywhere or only for the part ``at``: to see what a slip leads to.
    Raises `SizeError` for formulas deeper than 400 levels and results beyond what anyone would read.
    """
    check_expression(expression)
    if expression.depth > DEEPEST:
        raise SizeError(f"Steps are written for formulas up to {DEEPEST} levels deep; this one is {expression.depth}.")
    root = _Differentiator(Planner(expression, Variable(variable)), rules, at).run()
    return Derivation(expression, variable, root.result, root)


def unsimplified(planner: Planner, rules: Mapping[str, Rule] = RULES, at: Expression | None = None) -> Expression:
    """The derivative as the rules leave it, ``rules`` and ``at`` as above; for formulas that are not deep."""
    return _Differentiator(planner, rules, at, simplifies=False).step(planner.nodes[-1]).result


class _Differentiator:
    """Works through the expression from its leaves up, so that no formula is too deep for it."""

    def __init__(
        self, planner: Planner, rules: Mapping[str, Rule], at: Expression | None, simplifies: bool = True
    ) -> None:
        self.planner = planner
        self.rules = rules
        self.at = at
        self.simplifies = simplifies
        self.steps: dict[Expression, Step] = {}
        self.simple: dict[Expression, Expression] = {}

    def run(self) -> Step:
        step = None
        for node in self.planner.nodes:
            self.simple[node] = rebuild(node, [self.simple[child] for child in node.children])
            step = self.step(node)
        assert step is not None
        return step

    def step(self, node: Expression) -> Step:
        """The step for a part of the formula, or for a product of some of its factors."""
        if node not in self.steps:
            step = self.steps[node] = self._applied(node, self.planner.plan(node))
            if self.simplifies and step.result.size > LARGEST_RESULT:
                raise SizeError(f"This derivative has more than {LARGEST_RESULT} parts.")
        return self.steps[node]

    def _applied(self, node: Expression, plan: Plan) -> Step:
        x = self.planner.x
        if len(plan.pieces) > MOST_FACTORS and plan.rule == "product of several":
            raise SizeError(f"The product rule is applied to {MOST_FACTORS} factors at most, not {len(plan.pieces)}.")
        if plan.u is None:
            substeps = tuple([self.step(piece) for piece in plan.pieces])
        else:
            substeps = self._outer(plan.pieces[0], plan.u, node), self.step(plan.pieces[1])
        task = Task(node, x, plan.pieces, tuple([s.result for s in substeps]), plan.constants, plan.u)
        rule = self._rule(plan.rule, node)
        applied = rule.apply(task)
        result = self._simplified(rule, applied, task) if self.simplifies else applied
        substitution = (plan.u.name, plan.pieces[1]) if plan.u is not None else None
        return Step(rule, node, x.name, applied, result, substeps, substitution)

    def _rule(self, name: str, node: Expression) -> Rule:
        standard = rule_named(name, node)
        return self.rules.get(standard.name, standard) if self.at is None or self.at is node else standard

    def _outer(self, outer: Expression, u: Variable, node: Expression) -> Step:
        """dy/du, of what has the bare variable u inside; a rule replaced at ``node`` is replaced here too."""
        rule = self._rule(rule_for(outer, u), outer if self.at is not node else node)
        applied = rule.apply(Task(outer, u))
        return Step(rule, outer, u.name, applied, simplify(applied) if self.simplifies else applied)

    def _simplified(self, rule: Rule, applied: Expression, task: Task) -> Expression:
        known = {slope: slope for slope in task.slopes}
        for piece in (*task.pieces, *task.constants, *task.node.children, task.node):
            if piece in self.simple:
                known[piece] = self.simple[piece]
        result = simplify(applied, known)
        if rule.apply is constant_multiple and task.constants and isinstance(task.slopes[0], Sum):
            c = simplify(constant_multiple(replace(task, slopes=(UNIT,))), known)
            return add(*[multiply(c, term) for term in task.slopes[0].children])
        return result
