"""Which rule a part of a formula asks for, and of what."""

from collections.abc import Sequence
from dataclasses import dataclass

from calc.algebra.rational import NOUGHT, UNIT
from calc.derivatives.naming import substitution_names
from calc.derivatives.rules import LN, rule_for
from calc.formulas.cases import Cases
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.formulas.tree import postorder

HALF = Quotient(UNIT, Number(2))
MOST_ONE_BY_ONE = 3
"""Factors that are taken one at a time, the last against those before it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``rule``: its name. ``pieces``: what it asks the derivatives of.

    For the chain rule the first piece is the outer function, of the variable ``u``, the second what u stands for.
    """

    rule: str
    pieces: tuple[Expression, ...] = ()
    constants: tuple[Expression, ...] = ()
    u: Variable | None = None


class Planner:
    """Plans for the parts of one formula, differentiated with respect to x."""

    def __init__(self, expression: Expression, x: Variable) -> None:
        self.x = x
        self.nodes = postorder(expression)
        self.depends: set[Expression] = {x}
        self.logarithms: set[Expression] = set()
        self.plans: dict[Expression, Plan] = {}
        for node in self.nodes:
            if any(child in self.depends for child in node.children):
                self.depends.add(node)
        self.names = substitution_names(self.nodes, self.depends, x)

    def moves(self, node: Expression) -> bool:
        """Whether a part of the formula, or a product of some of its factors, depends on x."""
        return node in self.depends or (isinstance(node, Product) and any(f in self.depends for f in node.children))

    def plan(self, node: Expression) -> Plan:
        """The rule for this node, and what it is applied to."""
        if node not in self.plans:
            self.plans[node] = self._plan(node)
        return self.plans[node]

    def _plan(self, node: Expression) -> Plan:
        if not self.moves(node):
            return Plan("constant")
        match node:
            case Sum():
                return Plan("sum", node.children)
            case Negative():
                return self._multiple(node.children[0])
            case Product():
                return self._product(node)
            case Quotient():
                return self._quotient(node)
            case Cases():
                return Plan("piece by piece", node.pieces)
            case Power() if node.children[1] is NOUGHT:
                return Plan("zero power", (UNIT,))
            case Power() if all(self.moves(child) for child in node.children):
                return Plan("general power", (self._logarithm(node),))
            case Power() | Call():
                inner = next(child for child in node.children if self.moves(child))
                return Plan(rule_for(node, self.x)) if inner is self.x else self._chain(node, inner)
            case _:
                return Plan("identity")

    def _multiple(self, rest: Expression) -> Plan:
        """What is left of −4x²/3 once all that does not move is put aside: x²."""
        if isinstance(rest, Quotient) and not self.moves(rest.children[1]):
            rest = rest.children[0]
        plan = self._product(rest) if isinstance(rest, Product) else None
        return plan if plan and plan.constants else Plan("constant multiple", (rest,))

    def _chain(self, node: Expression, inner: Expression) -> Plan:
        u = self.names[node]
        outer = node.rebuilt([u if child is inner else child for child in node.children])
        return Plan("chain", (outer, inner), u=u)

    def _quotient(self, node: Quotient) -> Plan:
        above, below = node.children
        if not self.moves(below):
            return self._multiple(above)
        if self.moves(above):
            return Plan("quotient", node.children)
        return Plan("root or fraction", (self._as_power(above, below),))

    def _as_power(self, above: Expression, below: Expression) -> Expression:
        """c/u^n as c·u^(−n), and c/√u as c·u^(−1/2)."""
        base: Expression = below
        n: Expression = UNIT
        if isinstance(below, Power) and not self.moves(below.children[1]):
            base, n = below.children
        elif isinstance(below, Call) and below.function.name == "sqrt":
            base, n = below.children[0], HALF
        turned = n.children[0] if isinstance(n, Negative) else Negative(n)
        return self._new(_times(above, self._new(Power(base, turned), below)), below)

    def _logarithm(self, node: Power) -> Expression:
        """g·ln f, whose derivative is that of f^g over f^g."""
        f, g = node.children
        self.logarithms.add(made := Product(g, self._new(Call(LN, f), node)))
        return self._new(made, node)

    def _new(self, node: Expression, like: Expression) -> Expression:
        """A node that moves and does not stand in the formula; its letter is that of one that does."""
        self.depends.add(node)
        self.names.setdefault(node, self.names[like])
        return node

    def _product(self, node: Product) -> Plan:
        """The factors as written, 5x·3x as 5x times 3x; constants come out in front."""
        groups = _written_factors(node)
        if sum(any(self.moves(f) for f in group) for group in groups) > 1:
            return _factors([_product(group) for group in groups])
        constants = tuple([f for f in node.children if not self.moves(f)])
        factors = [f for f in node.children if self.moves(f)]
        return Plan("constant multiple", (_product(factors),), constants) if constants else _factors(factors)


def _factors(factors: Sequence[Expression]) -> Plan:
    """Three as the first two times the third; a row of them all at once."""
    if len(factors) > MOST_ONE_BY_ONE:
        return Plan("product of several", tuple(factors))
    return Plan("product", (_product(factors[:-1]), factors[-1]))


def _product(factors: Sequence[Expression]) -> Expression:
    flat = [part for f in factors for part in (f.children if isinstance(f, Product) else (f,))]
    return flat[0] if len(flat) == 1 else Product(*flat)


def _times(constant: Expression, power: Expression) -> Expression:
    return power if constant is UNIT else Product(constant, power)


def _written_factors(node: Product) -> list[list[Expression]]:
    """Factors grouped as they are printed, each number with what follows it: 5x·3x is [5, x], [3, x]."""
    groups: list[list[Expression]] = []
    for factor in node.children:
        if isinstance(factor, Number) or not groups:
            groups.append([factor])
        else:
            groups[-1].append(factor)
    return groups
