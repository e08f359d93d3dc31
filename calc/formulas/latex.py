"""Printing an expression in LaTeX, as a textbook does: the walk of `text`, with other marks."""

from calc.formulas.kinds import Kind
from calc.formulas.names import GREEK
from calc.formulas.text import ABOVE, BELOW, NEGATED, RAISED, Place, Text, is_coefficient
from calc.formulas.tree import Tree
from calc.functions.function import Function

# sin²(x) is how a power of these is written; other functions take it after the bracket.
_POWER_ON_NAME = "sin cos tan sec csc cot sinh cosh tanh sech csch coth ln log".split()  # noqa: SIM905
_LAYOUTS = {"sqrt": r"\sqrt{%s}", "cbrt": r"\sqrt[3]{%s}", "abs": r"\left|%s\right|", "identity": "%s"}


class Latex(Text):
    """2x, \\frac{x + 1}{2x}, \\sqrt{x}, \\begin{cases} -x & x < 0 \\\\ x & x \\ge 0 \\end{cases}"""

    signs = {"<=": r"\le", ">=": r"\ge", "!=": r"\ne"}  # noqa: RUF012

    def is_loose(self, node: Tree, place: Place) -> bool:
        return (_seen(node) if node.kind is Kind.CALL else node).kind <= place.on_paper

    def brackets(self, inner: str) -> str:
        """As tall as what they hold."""
        tall = r"\frac" in inner or r"\left" in inner or r"\begin" in inner
        return rf"\left({inner}\right)" if tall else f"({inner})"

    def name(self, name: str) -> str:
        """``x``, ``w_{1}``, ``\\theta``"""
        stem = name.rstrip("0123456789")
        subscript = name[len(stem) :]
        stem = stem.removesuffix("_")
        letter = rf"\{stem}" if stem in (*GREEK, "pi") else stem
        return f"{letter}_{{{subscript}}}" if subscript else letter

    def times(self, before: Tree, left: str, right: str) -> str:
        if before.kind is Kind.NEGATIVE and left[-1].isdigit():
            before = before.children[0]  # −2x and −1·x
        is_number = before.kind is Kind.NUMBER
        if right[0].isdigit() or (is_number and (right.startswith(r"\frac") or not is_coefficient(before))):
            return r" \cdot "
        return " " if left[-1].isalpha() or not (is_number or right.startswith("(")) else ""

    def quotient(self, above: Tree, below: Tree) -> str:
        return rf"\frac{{{self.done[above]}}}{{{self.done[below]}}}"

    def power(self, base: Tree, exponent: Tree) -> str:
        raised = self._exponent(exponent)
        base = _seen(base)
        if base.kind is Kind.CALL:
            name = base.payload.name
            if name in _POWER_ON_NAME and exponent.kind is Kind.NUMBER and exponent.payload in range(1, 100):
                return f"{base.payload.symbol}^{{{raised}}}{self.brackets(self.done[base.children[0]])}"
            text = self.brackets(self.done[base]) if name in ("exp", "sqrt", "cbrt") else self.done[base]
            return f"{text}^{{{raised}}}"
        return f"{self.at(base, RAISED)}^{{{raised}}}"

    def call(self, function: Function, argument: Tree) -> str:
        if function.name == "exp":
            return f"e^{{{self._exponent(argument)}}}"
        inner = self.done[argument]
        layout = _LAYOUTS.get(function.name)
        return layout % inner if layout else function.symbol + self.brackets(inner)

    def _exponent(self, node: Tree) -> str:
        """A fraction in an exponent is written on one line: e^{-x^{2}/2}."""
        sign, inner = ("-", node.children[0]) if node.kind is Kind.NEGATIVE else ("", node)
        if inner.kind is not Kind.QUOTIENT:
            return self.done[node]
        above, below = inner.children
        return f"{sign}{self.at(above, NEGATED if sign else ABOVE)}/{self.at(below, BELOW)}"

    def cases(self, rows: list[tuple[str, str]]) -> str:
        lines = [f"{value} & {condition}" for value, condition in rows]
        return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}"


def _seen(node: Tree) -> Tree:
    """What the eye sees: identity(u) is printed as u."""
    while node.kind is Kind.CALL and node.payload.name == "identity":
        node = node.children[0]
    return node
