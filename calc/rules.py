"""The rules of differentiation, by name, each with its law."""

from dataclasses import dataclass

from calc.function import Function


@dataclass(frozen=True)
class Rule:
    """``title`` is what a teacher calls it, ``law`` what it says, in LaTeX with ′ for d/dx."""

    name: str
    title: str
    law: str


RULES = {
    rule.name: rule
    for rule in (
        Rule("constant", "Constant rule", r"c' = 0"),
        Rule("identity", "Identity rule", r"x' = 1"),
        Rule("sum", "Sum rule", r"(f + g)' = f' + g'"),
        Rule("constant multiple", "Constant multiple rule", r"(c f)' = c f'"),
        Rule("product", "Product rule", r"(f g)' = f' g + f g'"),
        Rule("quotient", "Quotient rule", r"\left(\frac{f}{g}\right)' = \frac{f' g - f g'}{g^{2}}"),
        Rule("power", "Power rule", r"(x^{n})' = n x^{n - 1}"),
        Rule("exponential", "Exponential rule", r"(e^{x})' = e^{x}"),
        Rule("exponential, base a", "Exponential rule", r"(a^{x})' = a^{x} \ln(a)"),
        Rule(
            "general power",
            "Logarithmic differentiation",
            r"(f^{g})' = f^{g} \left(g' \ln(f) + \frac{g f'}{f}\right)",
        ),
        Rule("chain", "Chain rule", r"\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}"),
    )
}


def function_rule(function: Function) -> Rule:
    """The rule that a registered function brings with it."""
    law = rf"{function.symbol}'(x) = {function.derivative_latex}"
    return Rule(f"{function.name}(x)", f"Derivative of {function.title}", law)
