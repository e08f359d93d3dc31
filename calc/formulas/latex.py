"""Printing an expression in LaTeX, as a textbook does."""

from itertools import pairwise

from calc.formulas.branches import conditions
from calc.formulas.kinds import Kind
from calc.formulas.names import GREEK
from calc.formulas.text import check_printable, digits, is_coefficient
from calc.formulas.tree import Tree, postorder

# sin²(x) is how a power of these is written; other functions take it after the bracket.
_POWER_ON_NAME = "sin cos tan sec csc cot sinh cosh tanh sech csch coth ln log".split()  # noqa: SIM905
_LAYOUTS = {
    "sqrt": r"\sqrt{%s}",
    "cbrt": r"\sqrt[3]{%s}",
    "abs": r"\left|%s\right|",
    "identity": "%s",
}


def to_latex(expression: Tree) -> str:
    """See `Expression.latex`."""
    check_printable(expression)
    done: dict[Tree, str] = {}
    for node in postorder(expression):
        done[node] = _latex(node, done)
    return done[expression]


def _latex(node: Tree, done: dict[Tree, str]) -> str:
    match node.kind:
        case Kind.NUMBER:
            return digits(node.payload)
        case Kind.CONSTANT:
            return r"\pi" if node.payload == "pi" else "e"
        case Kind.VARIABLE:
            return variable_latex(node.payload)
        case Kind.CALL:
            return _call(node, done)
        case Kind.CASES:
            return _cases(node, done)
        case Kind.NEGATIVE:
            return "-" + _unsigned(node.children[0], done)
        case Kind.SUM:
            return _sum(node.children, done)
        case Kind.PRODUCT:
            return _product(node, done)
        case Kind.QUOTIENT:
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


def _bracketed(node: Tree, done: dict[Tree, str], tightest: Kind) -> str:
    return brackets(done[node]) if _seen(node).kind <= tightest else done[node]


def _unsigned(node: Tree, done: dict[Tree, str]) -> str:
    """What may follow another factor or a minus: a product that starts with a minus, (−x)y, needs brackets there."""
    text = _bracketed(node, done, Kind.NEGATIVE)
    return brackets(text) if text.startswith("-") else text


def _seen(node: Tree) -> Tree:
    """What the eye sees: identity(u) is printed as u."""
    while node.kind is Kind.CALL and node.payload.name == "identity":
        node = node.children[0]
    return node


_SIGNS = {"<=": r"\le", ">=": r"\ge", "!=": r"\ne"}


def _cases(node: Tree, done: dict[Tree, str]) -> str:
    rows = []
    for value, condition in conditions(node):
        shown = [_SIGNS.get(p, p) if isinstance(p, str) else done.get(p) or to_latex(p) for p in condition]
        rows.append(f"{done[value]} & {' '.join(shown)}")
    return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"


def _sum(terms: tuple[Tree, ...], done: dict[Tree, str]) -> str:
    parts = [_bracketed(terms[0], done, Kind.CASES)]
    for term in terms[1:]:
        if term.kind is Kind.NEGATIVE:
            parts += " - ", _unsigned(term.children[0], done)
        else:
            # a + (b + c) needs no brackets, a + (−b) does.
            text = _bracketed(term, done, Kind.CASES)
            parts += " + ", brackets(text) if text.startswith("-") else text
    return "".join(parts)


def _product(node: Tree, done: dict[Tree, str]) -> str:
    text = _bracketed(node.children[0], done, Kind.SUM)
    for before, factor in pairwise(node.children):
        right = _unsigned(factor, done)
        is_number = before.kind is Kind.NUMBER
        if right[0].isdigit() or (is_number and (right.startswith(r"\frac") or not is_coefficient(before))):
            text += r" \cdot "
        elif not (is_number or right.startswith("(")) or text[-1].isalpha():
            text += " "
        text += right
    return text


def _call(node: Tree, done: dict[Tree, str]) -> str:
    if node.payload.name == "exp":
        return f"e^{{{_exponent(node.children[0], done)}}}"
    inner = done[node.children[0]]
    layout = _LAYOUTS.get(node.payload.name)
    return layout % inner if layout else node.payload.symbol + brackets(inner)


def _power(base: Tree, exponent: Tree, done: dict[Tree, str]) -> str:
    raised = _exponent(exponent, done)
    base = _seen(base)
    if base.kind is Kind.CALL:
        name = base.payload.name
        if name in _POWER_ON_NAME and exponent.kind is Kind.NUMBER and exponent.payload in range(1, 100):
            return f"{base.payload.symbol}^{{{raised}}}{brackets(done[base.children[0]])}"
        text = brackets(done[base]) if name in ("exp", "sqrt", "cbrt") else done[base]
        return f"{text}^{{{raised}}}"
    return f"{_bracketed(base, done, Kind.POWER)}^{{{raised}}}"


def _exponent(node: Tree, done: dict[Tree, str]) -> str:
    """A fraction in an exponent is written on one line: e^{-x^{2}/2}."""
    sign = ""
    inner = node
    if inner.kind is Kind.NEGATIVE:
        sign, inner = "-", inner.children[0]
    if inner.kind is not Kind.QUOTIENT:
        return done[node]
    above, below = inner.children
    top = _unsigned(above, done) if sign else _bracketed(above, done, Kind.SUM)
    return f"{sign}{top}/{_bracketed(below, done, Kind.QUOTIENT)}"
