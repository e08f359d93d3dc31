"""Forward mode through an expression: one pass gives the value and one directional derivative."""

from collections.abc import Mapping

from calc.dual import Dual
from calc.expression import Expression, Scalar, postorder
from calc.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable


def jvp(expression: Expression, point: Mapping[str, Scalar], direction: Mapping[str, Scalar]) -> Dual:
    """The value at ``point`` and J·v, the rate of change along ``direction`` (0 for names it leaves out)."""
    expression.evaluate(point)  # Says clearly what is missing or outside a domain.
    done: dict[Expression, Dual] = {}
    for node in postorder(expression):
        parts = [done[child] for child in node.children]
        match node:
            case Number() | Constant():
                done[node] = Dual(float(node.value))
            case Variable():
                done[node] = Dual(float(point[node.name]), float(direction.get(node.name, 0.0)))
            case Call():
                done[node] = parts[0].apply(node.function)
            case Negative():
                done[node] = -parts[0]
            case Sum():
                done[node] = sum(parts[1:], parts[0])
            case Product():
                result = parts[0]
                for part in parts[1:]:
                    result = result * part
                done[node] = result
            case Quotient():
                done[node] = parts[0] / parts[1]
            case Power():
                done[node] = parts[0] ** parts[1]
    return done[expression]
