"""Printing an expression as people type it, so that `calc.parse` reads back an equal expression."""

from itertools import pairwise

from calc.errors import SizeError
from calc.formulas.expression import Expression, Scalar, postorder
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable

MOST_PRINTED = 50_000


def check_printable(expression: Expression) -> None:
    """Raises `SizeError` where printing would take longer than anyone would read."""
    if expression.size > MOST_PRINTED:
        raise SizeError(f"Formulas of up to {MOST_PRINTED} parts are printed; this one has {expression.size:.3g}.")


def to_text(expression: Expression) -> str:
    """See `Expression.__str__`."""
    check_printable(expression)
    text: dict[Expression, str] = {}

    def bracketed(node: Expression, *kinds: type[Expression]) -> str:
        return f"({text[node]})" if isinstance(node, kinds) else text[node]

    for node in postorder(expression):
        children = node.children
        match node:
            case Number():
                text[node] = digits(node.value)
            case Constant() | Variable():
                text[node] = node.name
            case Call():
                text[node] = f"{node.function.name}({text[children[0]]})"
            case Negative():
                text[node] = "-" + bracketed(children[0], Sum, Negative)
            case Sum():
                parts = [bracketed(children[0], Sum)]
                for term in children[1:]:
                    if isinstance(term, Negative):
                        parts += " - ", bracketed(term.children[0], Sum, Negative)
                    else:
                        parts += " + ", bracketed(term, Sum)
                text[node] = "".join(parts)
            case Product():
                parts = [bracketed(children[0], Sum, Negative, Product)]
                for before, factor in pairwise(children):
                    parts.append("" if is_coefficient(before) and not starts_with_number(factor) else "*")
                    parts.append(bracketed(factor, Sum, Negative, Product, Quotient))
                text[node] = "".join(parts)
            case Quotient():
                above = bracketed(children[0], Sum, Negative)
                text[node] = f"{above}/{bracketed(children[1], Sum, Negative, Product, Quotient)}"
            case Power():
                compound = (Sum, Negative, Product, Quotient, Power)
                text[node] = f"{bracketed(children[0], *compound)}^{bracketed(children[1], *compound)}"
    return text[expression]


def is_coefficient(factor: Expression) -> bool:
    """Whether the next factor may stand right behind: 2x, but 1*x."""
    return isinstance(factor, Number) and factor.value != 1


def starts_with_number(factor: Expression) -> bool:
    """Whether a factor is printed with a digit first: 2x^3 needs no sign between, 2*3^x does."""
    if isinstance(factor, Power):
        factor = factor.children[0]
    return isinstance(factor, Number)


def digits(value: Scalar) -> str:
    """A literal without an exponent, which would read as a product with e: 0.00001, not 1e-05."""
    text = repr(value)
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent)
    if shift < 0:
        return "0." + "0" * (-shift - 1) + whole + fraction
    return (whole + fraction).ljust(shift + 1, "0")
