"""The rules of differentiation, each with its law, and the steps that applying them leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calc.formulas.expression import Expression
from calc.formulas.names import Scalar
from calc.functions.function import Function


@dataclass(frozen=True)
class Rule:
    """``title`` is what a teacher calls it, ``law`` what it says, in LaTeX with ′ for d/dx, ``source`` a textbook."""

    name: str
    title: str
    law: str
    source: str = ""


_RULES = "OpenStax, Calculus Volume 1, §3.3"
_CHAIN = "OpenStax, Calculus Volume 1, §3.6"
_EXPONENTIALS = "OpenStax, Calculus Volume 1, §3.9"

RULES = {
    rule.name: rule
    for rule in (
        Rule("constant", "Constant rule", r"c' = 0", _RULES),
        Rule("identity", "Identity rule", r"x' = 1", _RULES),
        Rule("sum", "Sum rule", r"(f + g)' = f' + g'", _RULES),
        Rule("constant multiple", "Constant multiple rule", r"(c f)' = c f'", _RULES),
        Rule("product", "Product rule", r"(f g)' = f' g + f g'", _RULES),
        Rule("quotient", "Quotient rule", r"\left(\frac{f}{g}\right)' = \frac{f' g - f g'}{g^{2}}", _RULES),
        Rule("power", "Power rule", r"(x^{n})' = n x^{n - 1}", _RULES),
        Rule("exponential", "Exponential rule", r"(e^{x})' = e^{x}", _EXPONENTIALS),
        Rule("exponential, base a", "Exponential rule", r"(a^{x})' = a^{x} \ln(a)", _EXPONENTIALS),
        Rule(
            "general power",
            "Logarithmic differentiation",
            r"(f^{g})' = f^{g} \left(g' \ln(f) + \frac{g f'}{f}\right)",
            _EXPONENTIALS,
        ),
        Rule("chain", "Chain rule", r"\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}", _CHAIN),
    )
}


def function_rule(function: Function) -> Rule:
    """The rule that a registered function brings with it."""
    law = rf"{function.symbol}'(x) = {function.derivative_latex}"
    return Rule(f"{function.name}(x)", f"Derivative of {function.title}", law)


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

        At a kink it takes the convention of the function's ``note``. Raises as `Expression.evaluate`.
        """
        self.expression.evaluate(env)
        return self.result.evaluate(env)

    def walk(self) -> Iterator[tuple[int, Step]]:
        """Every step with its depth in the tree, each rule before the substeps it asks for."""
        stack = [(0, self.steps)]
        while stack:
            depth, step = stack.pop()
            yield depth, step
            stack.extend((depth + 1, substep) for substep in reversed(step.substeps))


def _equation(made: Step | Derivation) -> str:
    """d/dx (2x + 1)^2 = 4(2x + 1), with what is long left out."""
    sides = [str(side) if side.size <= 40 else "…" for side in (made.expression, made.result)]
    return f"d/d{made.variable} {sides[0]} = {sides[1]}"
