"""Printing an expression as people type it, so that `calc.parse` reads back an equal expression."""

from itertools import pairwise

from calc.errors import SizeError
from calc.formulas.branches import conditions
from calc.formulas.kinds import Kind
from calc.formulas.names import Scalar
from calc.formulas.tree import Tree, postorder

MOST_PRINTED = 50_000


def check_printable(expression: Tree) -> None:
    """Raises `SizeError` where printing would take longer than anyone would read."""
    if expression.size > MOST_PRINTED:
        raise SizeError(f"Formulas of up to {MOST_PRINTED} parts are printed; this one has {expression.size:.3g}.")


def to_text(expression: Tree) -> str:
    """See `Expression.__str__`."""
    check_printable(expression)
    text: dict[Tree, str] = {}

    def bracketed(node: Tree, tightest: Kind) -> str:
        return f"({text[node]})" if Kind.CASES < node.kind <= tightest else text[node]

    for node in postorder(expression):
        children = node.children
        match node.kind:
            case Kind.NUMBER:
                text[node] = digits(node.payload)
            case Kind.CONSTANT | Kind.VARIABLE:
                text[node] = node.payload
            case Kind.CALL:
                text[node] = f"{node.payload.name}({text[children[0]]})"
            case Kind.NEGATIVE:
                text[node] = "-" + bracketed(children[0], Kind.NEGATIVE)
            case Kind.CASES:
                rows = []
                for value, condition in conditions(node):
                    shown = [p if isinstance(p, str) else text.get(p) or to_text(p) for p in condition]
                    rows.append(f"{' '.join(shown)}: {text[value]}")
                text[node] = f"{{{', '.join(rows)}}}"
            case Kind.SUM:
                parts = [bracketed(children[0], Kind.SUM)]
                for term in children[1:]:
                    if term.kind is Kind.NEGATIVE:
                        parts += " - ", bracketed(term.children[0], Kind.NEGATIVE)
                    else:
                        parts += " + ", bracketed(term, Kind.SUM)
                text[node] = "".join(parts)
            case Kind.PRODUCT:
                parts = [bracketed(children[0], Kind.PRODUCT)]
                for before, factor in pairwise(children):
                    parts.append("" if is_coefficient(before) and not starts_with_number(factor) else "*")
                    parts.append(bracketed(factor, Kind.QUOTIENT))
                text[node] = "".join(parts)
            case Kind.QUOTIENT:
                above = bracketed(children[0], Kind.NEGATIVE)
                text[node] = f"{above}/{bracketed(children[1], Kind.QUOTIENT)}"
            case Kind.POWER:
                text[node] = f"{bracketed(children[0], Kind.POWER)}^{bracketed(children[1], Kind.POWER)}"
    return text[expression]


def is_coefficient(factor: Tree) -> bool:
    """Whether the next factor may stand right behind: 2x, but 1*x."""
    return factor.kind is Kind.NUMBER and factor.payload != 1


def starts_with_number(factor: Tree) -> bool:
    """Whether a factor is printed with a digit first: 2x^3 needs no sign between, 2*3^x does."""
    if factor.kind is Kind.POWER:
        factor = factor.children[0]
    return factor.kind is Kind.NUMBER


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
