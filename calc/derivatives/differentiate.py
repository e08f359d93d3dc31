"""The derivative of an expression, symbolically, with the steps a teacher would write."""

from dataclasses import replace
from itertools import accumulate

from calc.algebra.rational import NOUGHT, UNIT
from calc.algebra.simplify import add, call, divide, multiply, negate, power, rebuild, simplify
from calc.derivatives import basic
from calc.derivatives.naming import substitution_names
from calc.derivatives.steps import RULES, Derivation, Step
from calc.errors import SizeError
from calc.formulas.expression import Call, Expression, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.formulas.parse import DEEPEST
from calc.formulas.tree import check_expression, postorder
from calc.functions.registry import FUNCTIONS

MOST_FACTORS = 60
LARGEST_RESULT = 15_000
TWO = Number(2)
LN = FUNCTIONS["ln"]


def differentiate(expression: Expression, variable: str) -> Derivation:
    """d(expression)/d(variable), every other variable held constant.

    At a kink the result takes the convention of the function's ``note``: sign(0) = 0, relu'(0) = 0.
    Raises `SizeError` for formulas deeper than 400 levels and results beyond what anyone would read.
    """
    check_expression(expression)
    if expression.depth > DEEPEST:
        raise SizeError(f"Steps are written for formulas up to {DEEPEST} levels deep; this one is {expression.depth}.")
    worker = _Differentiator(expression, Variable(variable))
    root = worker.run()
    return Derivation(expression, variable, root.result, root)


class _Differentiator:
    """Works through the expression from its leaves up, so that no formula is too deep for it."""

    def __init__(self, expression: Expression, x: Variable) -> None:
        self.x = x
        self.nodes = postorder(expression)
        self.steps: dict[Expression, Step] = {}
        self.simple: dict[Expression, Expression] = {}
        self.depends: set[Expression] = {x}
        for node in self.nodes:
            if any(child in self.depends for child in node.children):
                self.depends.add(node)
        self.names = substitution_names(self.nodes, self.depends, x)

    def run(self) -> Step:
        for node in self.nodes:
            self.simple[node] = rebuild(node, [self.simple[child] for child in node.children])
            self.steps[node] = step = self.step(node)
            if step.result.size > LARGEST_RESULT:
                raise SizeError(f"This derivative has more than {LARGEST_RESULT} parts.")
        return self.steps[self.nodes[-1]]

    def step(self, node: Expression) -> Step:
        """The rule that fits this node, applied to the derivatives of its children."""
        if node not in self.depends:
            return self.made("constant", node, NOUGHT, NOUGHT)
        match node:
            case Sum():
                substeps = [self.steps[term] for term in node.children]
                results = [s.result for s in substeps]
                return self.made("sum", node, Sum(*results), add(*results), *substeps)
            case Negative():
                inner = self.steps[node.children[0]]
                return self.made("constant multiple", node, Negative(inner.result), negate(inner.result), inner)
            case Product():
                return self.product(node)
            case Quotient():
                return self.quotient(node)
            case Power():
                return self.power(node)
            case Call():
                if node.children[0] is self.x:
                    return basic.function_step(node)
                return self.chain(node, node.children[0])
            case _:
                return self.made("identity", node, UNIT, UNIT)

    def made(self, rule: str, node: Expression, applied: Expression, result: Expression, *substeps: Step) -> Step:
        return Step(RULES[rule], node, self.x.name, applied, result, substeps)

    def product(self, node: Product) -> Step:
        """The product rule on the factors as written, 5x·3x as 5x times 3x; constants come out in front."""
        groups = _written_factors(node)
        moving = [group for group in groups if any(f in self.depends for f in group)]
        if len(moving) > 1:
            return self.product_rule(node, groups)
        constants = [f for f in node.children if f not in self.depends]
        factors = [f for f in node.children if f in self.depends]
        if len(factors) == 1:
            inner = self.steps[factors[0]]
        else:
            inner = self.product_rule(Product(*factors), [[f] for f in factors])
            if not constants:
                return inner
        applied = Product(*constants, inner.result)
        c = multiply(*[self.simple[c] for c in constants])
        terms = inner.result.children if isinstance(inner.result, Sum) else (inner.result,)
        result = add(*[multiply(c, term) for term in terms])
        return self.made("constant multiple", node, applied, result, inner)

    def product_rule(self, node: Expression, groups: list[list[Expression]]) -> Step:
        if len(groups) > MOST_FACTORS:
            raise SizeError(f"The product rule is applied to {MOST_FACTORS} factors at most, not {len(groups)}.")
        parts = [group[0] if len(group) == 1 else Product(*group) for group in groups]
        simple = [multiply(*[self.simple[f] for f in group]) for group in groups]
        substeps = [self.factor_step(part) for part in parts]
        before, after = _products_before(simple), _products_after(simple)
        applied, results = [], []
        for i, step in enumerate(substeps):
            applied.append(Product(*parts[:i], step.result, *parts[i + 1 :]))
            results.append(multiply(before[i], step.result, after[i]))
        return self.made("product", node, Sum(*applied), add(*results), *substeps)

    def factor_step(self, part: Expression) -> Step:
        if part in self.steps:
            return self.steps[part]
        assert isinstance(part, Product)
        if any(f in self.depends for f in part.children):
            self.depends.add(part)
            return self.product(part)
        return self.made("constant", part, NOUGHT, NOUGHT)

    def quotient(self, node: Quotient) -> Step:
        above, below = node.children
        up, down = self.steps[above], self.steps[below]
        f, g = self.simple[above], self.simple[below]
        if below not in self.depends:
            return self.made("constant multiple", node, Quotient(up.result, below), divide(up.result, g), up)
        applied = Quotient(Sum(Product(up.result, below), Negative(Product(above, down.result))), Power(below, TWO))
        numerator = add(multiply(up.result, g), negate(multiply(f, down.result)))
        return self.made("quotient", node, applied, divide(numerator, power(g, TWO)), up, down)

    def power(self, node: Power) -> Step:
        base, exponent = node.children
        if base in self.depends and exponent in self.depends:
            return self.general_power(node)
        inner = base if base in self.depends else exponent
        return basic.power_step(node, self.x) if inner is self.x else self.chain(node, inner)

    def general_power(self, node: Power) -> Step:
        base, exponent = node.children
        df, dg = self.steps[base], self.steps[exponent]
        applied = Product(
            node,
            Sum(
                Product(dg.result, Call(LN, base)),
                Quotient(Product(exponent, df.result), base),
            ),
        )
        f, g = self.simple[base], self.simple[exponent]
        bracket = add(multiply(dg.result, call(LN, f)), divide(multiply(g, df.result), f))
        return self.made("general power", node, applied, multiply(power(f, g), bracket), df, dg)

    def chain(self, node: Expression, inner: Expression) -> Step:
        """y = outer(u), u = inner: dy/du taken at u, times du/dx."""
        u = self.names[node]
        outer_node = node.rebuilt([u if child is inner else child for child in node.children])
        if isinstance(outer_node, Power):
            outer = basic.power_step(outer_node, u)
        else:
            assert isinstance(outer_node, Call)
            outer = basic.function_step(outer_node)
        du = self.steps[inner]
        applied = Product(outer.result.substitute({u.name: inner}), du.result)
        at_u = simplify(outer.result, {u: self.simple[inner]})
        step = self.made("chain", node, applied, multiply(at_u, du.result), outer, du)
        return replace(step, substitution=(u.name, inner))


def _products_before(factors: list[Expression]) -> list[Expression]:
    """For each factor the product of those before it."""
    first: Expression = UNIT
    return list(accumulate(factors[:-1], multiply, initial=first))


def _products_after(factors: list[Expression]) -> list[Expression]:
    """For each factor the product of those after it."""
    last: Expression = UNIT
    return list(accumulate(factors[:0:-1], lambda after, factor: multiply(factor, after), initial=last))[::-1]


def _written_factors(node: Product) -> list[list[Expression]]:
    """Factors grouped as they are printed, each number with what follows it: 5x·3x is [5, x], [3, x]."""
    groups: list[list[Expression]] = []
    for factor in node.children:
        if isinstance(factor, Number) or not groups:
            groups.append([factor])
        else:
            groups[-1].append(factor)
    return groups
