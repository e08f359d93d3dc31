"""Printing an expression in LaTeX, as a textbook does."""

from itertools import pairwise

from calc.formulas.expression import Expression, postorder
from calc.formulas.nodes import GREEK, Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.formulas.text import check_printable, digits, is_coefficient

# sin²(x) is how a power of these is written; other functions take it after the bracket.
_POWER_ON_NAME = "sin cos tan sec csc cot sinh cosh tanh sech csch coth ln log".split()  # noqa: SIM905
_LAYOUTS = {
    "sqrt": r"\sqrt{%s}",
    "cbrt": r"\sqrt[3]{%s}",
    "abs": r"\left|%s\right|",
    "identity": "%s",
}


def to_latex(expression: Expression) -> str:
    """See `Expression.latex`."""
    check_printable(expression)
    done: dict[Expression, str] = {}
    for node in postorder(expression):
        done[node] = _latex(node, done)
    return done[expression]


def _latex(node: Expression, done: dict[Expression, str]) -> str:
    match node:
        case Number():
            return digits(node.value)
        case Constant():
            return r"\pi" if node.name == "pi" else "e"
        case Variable():
            return variable_latex(node.name)
        case Call():
            return _call(node, done)
        case Negative():
            return "-" + _bracketed(node.children[0], done, Sum, Negative)
        case Sum():
            return _sum(node.children, done)
        case Product():
            return _product(node, done)
        case Quotient():
            return rf"\frac{{{done[node.children[0]]}}}{{{done[node.children[1]]}}}"
        case _:
            return _power(node.children[0], node.children[1], done)


def variable_latex(name: str) -> str:
    """``x``, ``w_{1}``, ``\\theta``"""
    stem = name.rstrip("0123456789")
    subscript = name[len(stem) :]
    stem = stem.removesuffix("_")
    letter = rf"\{stem}" if stem in GREEK else stem
    return f"{letter}_{{{subscript}}}" if subscript else letter


def brackets(inner: str) -> str:
    """Brackets as tall as what they hold."""
    tall = r"\frac" in inner or r"\left" in inner or r"\begin" in inner
    return rf"\left({inner}\right)" if tall else f"({inner})"


def _bracketed(node: Expression, done: dict[Expression, str], *kinds: type[Expression]) -> str:
    return brackets(done[node]) if isinstance(_seen(node), kinds) else done[node]


def _seen(node: Expression) -> Expression:
    """What the eye sees: identity(u) is printed as u."""
    while isinstance(node, Call) and node.function.name == "identity":
        node = node.children[0]
    return node


def _sum(terms: tuple[Expression, ...], done: dict[Expression, str]) -> str:
    parts = [done[terms[0]]]
    for term in terms[1:]:
        if isinstance(term, Negative):
            parts += " - ", _bracketed(term.children[0], done, Sum, Negative)
        else:
            # a + (b + c) needs no brackets, a + (−b) does.
            text = done[term]
            parts += " + ", brackets(text) if text.startswith("-") else text
    return "".join(parts)


def _product(node: Expression, done: dict[Expression, str]) -> str:
    text = _bracketed(node.children[0], done, Sum)
    for before, factor in pairwise(node.children):
        right = _bracketed(factor, done, Sum, Negative)
        is_number = isinstance(before, Number)
        if right[0].isdigit() or (is_number and (right.startswith(r"\frac") or not is_coefficient(before))):
            text += r" \cdot "
        elif not (is_number or right.startswith("(")) or text[-1].isalpha():
            text += " "
        text += right
    return text


def _call(node: Call, done: dict[Expression, str]) -> str:
    if node.function.name == "exp":
        return f"e^{{{_exponent(node.children[0], done)}}}"
    inner = done[node.children[0]]
    layout = _LAYOUTS.get(node.function.name)
    return layout % inner if layout else node.function.symbol + brackets(inner)


def _power(base: Expression, exponent: Expression, done: dict[Expression, str]) -> str:
    raised = _exponent(exponent, done)
    base = _seen(base)
    if isinstance(base, Call):
        name = base.function.name
        if name in _POWER_ON_NAME and isinstance(exponent, Number):
            return f"{base.function.symbol}^{{{raised}}}{brackets(done[base.children[0]])}"
        text = brackets(done[base]) if name in ("exp", "sqrt", "cbrt") else done[base]
        return f"{text}^{{{raised}}}"
    return f"{_bracketed(base, done, Sum, Negative, Product, Quotient, Power)}^{{{raised}}}"


def _exponent(node: Expression, done: dict[Expression, str]) -> str:
    """A fraction in an exponent is written on one line: e^{-x^{2}/2}."""
    sign = ""
    inner = node
    if isinstance(inner, Negative):
        sign, inner = "-", inner.children[0]
    if not isinstance(inner, Quotient):
        return done[node]
    above, below = inner.children
    top = _bracketed(above, done, Sum, Negative)
    return f"{sign}{top}/{_bracketed(below, done, Sum, Negative, Product, Quotient)}"
