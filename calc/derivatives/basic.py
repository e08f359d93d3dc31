"""The derivatives that the chain rule rests on: xⁿ, aˣ and f(x), where x is the bare variable."""

from calc.algebra.rational import MINUS_ONE
from calc.algebra.simplify import add, call, multiply, power, simplify
from calc.algebra.term import E
from calc.derivatives.steps import RULES, Rule, Step, function_rule
from calc.formulas.expression import Call, Expression, Power, Product, Sum, Variable
from calc.formulas.parse import parse
from calc.functions.registry import FUNCTIONS

LN = FUNCTIONS["ln"]


def power_step(node: Power, x: Variable) -> Step:
    """x^n or a^x, where x is the bare variable."""
    base, exponent = node.children
    if base is x:
        applied: Expression = Product(exponent, Power(base, Sum(exponent, MINUS_ONE)))
        result = multiply(simplify(exponent), power(base, add(simplify(exponent), MINUS_ONE)))
        return Step(RULES["power"], node, x.name, applied, result)
    if base is E:
        return Step(RULES["exponential"], node, x.name, node, node)
    a = simplify(base)
    applied = Product(node, Call(LN, base))
    return Step(RULES["exponential, base a"], node, x.name, applied, multiply(power(a, x), call(LN, a)))


def function_step(node: Call) -> Step:
    """f(x), where x is the bare variable, by the rule that f was registered with."""
    f = node.function
    if f.name not in _slopes:
        slope = parse(f.rule)
        _slopes[f.name] = function_rule(f), slope, simplify(slope)
    rule, applied, result = _slopes[f.name]
    x = node.children[0]
    assert isinstance(x, Variable)
    to_x = {"x": x}
    return Step(rule, node, x.name, applied.substitute(to_x), result.substitute(to_x))


_slopes: dict[str, tuple[Rule, Expression, Expression]] = {}
