"""The steps that applying the rules of differentiation leaves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calc.derivatives.ends import check_both_sides
from calc.derivatives.rules import Rule
from calc.derivatives.sides import slope_where_pieces_meet
from calc.derivatives.stages import Stage, stages
from calc.errors import SizeError
from calc.formulas.branches import chosen
from calc.formulas.expression import Expression
from calc.formulas.names import Scalar

MOST_WRITTEN = 50_000
"""Parts of all formulas in a derivation together: some hundred pages."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step:
    """One rule applied once.

    rule          the rule
    expression    what is differentiated, with respect to ``variable``
    applied       the rule's right-hand side, filled in but not yet simplified
    result        the same, simplified
    substeps      the derivatives that the rule asked for, in its order
    substitution  for the chain rule: the new variable's name and what it stands for, u = 2x + 1.
                  Its first substep is then dy/du, with respect to that variable, and the second du/dx.
    """

    rule: Rule
    expression: Expression
    variable: str
    applied: Expression
    result: Expression
    substeps: "tuple[Step, ...]" = ()
    substitution: tuple[str, Expression] | None = None

    @property
    def note(self) -> str:
        """What has to be said beside the result: a kink and the convention there; empty if nothing."""
        in_place = re.sub(r"\bx\b", self.variable, self.rule.note)
        return re.sub(r"\b([Aa]t) (?=−?\d)", rf"\1 {self.variable} = ", in_place)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The way from ``applied`` to ``result``, one named step after another."""
        return stages(self.applied, self.result)

    @property
    def is_obvious(self) -> bool:
        """Whether the line above says it already: x′ = 1, and 0 for what does not move."""
        return self.rule.name in ("identity", "constant")

    def __repr__(self) -> str:
        return f"<{self.rule.title}: {_equation(self)}>"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Derivation:
    """The derivative of ``expression`` with respect to ``variable``: ``result``, and ``steps``, a tree."""

    expression: Expression
    variable: str
    result: Expression
    steps: Step

    def __repr__(self) -> str:
        return f"<{_equation(self)}>"

    def evaluate(self, env: Mapping[str, Scalar]) -> float:
        """The slope where the formula has a value: ln(x) has none at −1, though 1/x is −1 there.

        At a kink it takes the convention of the function's ``note``. Raises as `Expression.evaluate`, and
        `DomainError` where the formula has values on one side only, or two pieces of it meet in a corner or a jump.
        """
        values = chosen(self.expression, env)[0].compiled().checked(env)
        along = {self.variable: 1.0}
        check_both_sides(self.expression, values, env, along)
        met = slope_where_pieces_meet(self.expression, env, along)
        return self.result.evaluate(env) if met is None else met

    def walk(self, obvious: bool = False) -> Iterator[tuple[int, Step]]:
        """Every step with its depth in the tree, each rule before the substeps it asks for; ``obvious`` ones on demand.

        Raises `SizeError` for more than anyone would read.
        """
        written = _parts(self.steps)
        if written > MOST_WRITTEN:
            raise SizeError(f"Steps of up to {MOST_WRITTEN} parts in all are written; these have {written:.3g}.")
        stack = [(0, self.steps)]
        while stack:
            depth, step = stack.pop()
            if obvious or not depth or not step.is_obvious:
                yield depth, step
            stack.extend((depth + 1, substep) for substep in reversed(step.substeps))


def _parts(root: Step) -> int:
    """The nodes of all that `Derivation.walk` shows; a step that several others use counts each time."""
    total: dict[int, int] = {}
    stack = [root]
    while stack:
        step = stack[-1]
        waiting = [substep for substep in step.substeps if id(substep) not in total]
        stack.extend(waiting)
        if not waiting:
            stack.pop()
            own = step.expression.size + step.applied.size + step.result.size
            total[id(step)] = own + sum(total[id(substep)] for substep in step.substeps)
    return total[id(root)]


def _equation(made: Step | Derivation) -> str:
    """d/dx (2x + 1)^2 = 4(2x + 1), with what is long left out."""
    sides = [str(side) if side.size <= 40 else "…" for side in (made.expression, made.result)]
    return f"d/d{made.variable} {sides[0]} = {sides[1]}"
