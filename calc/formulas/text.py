"""Printing an expression as people type it, so that `calc.parse` reads back an equal expression."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from calc.errors import SizeError
from calc.formulas.branches import conditions
from calc.formulas.kinds import Kind
from calc.formulas.names import Scalar
from calc.formulas.tree import Tree, postorder
from calc.functions.function import Function

MOST_PRINTED = 50_000


class Place(NamedTuple):
    """Where a part stands: the tightest kind that needs brackets there, as typed and as set on paper.

    What is typed is read back to the same tree, so a sum within a sum keeps its brackets; on paper it needs none, and
    a line holds a fraction together. What follows a sign must not begin with one.
    """

    typed: Kind
    on_paper: Kind
    follows_sign: bool = False


FIRST_TERM = Place(Kind.SUM, Kind.CASES)
TERM = Place(Kind.SUM, Kind.CASES, follows_sign=True)
NEGATED = Place(Kind.NEGATIVE, Kind.NEGATIVE, follows_sign=True)
FIRST_FACTOR = Place(Kind.PRODUCT, Kind.SUM)
FACTOR = Place(Kind.QUOTIENT, Kind.NEGATIVE, follows_sign=True)
ABOVE = Place(Kind.NEGATIVE, Kind.SUM)
BELOW = Place(Kind.QUOTIENT, Kind.QUOTIENT)
RAISED = Place(Kind.POWER, Kind.POWER)
"""The base of a power, and its exponent where that is typed."""


class Text:
    """The one walk that prints a formula, ``done`` holding the parts, and how they are typed: 2x, (x + 1)/(2x)."""

    signs: Mapping[str, str] = {}

    def __init__(self) -> None:
        self.done: dict[Tree, str] = {}

    def printed(self, expression: Tree) -> str:
        """The whole formula. Raises `SizeError` where printing would take longer than anyone would read."""
        if expression.size > MOST_PRINTED:
            size = f"{expression.size:.3g}"
            raise SizeError(f"Formulas of up to {MOST_PRINTED} parts are printed; this one has {size}.")
        done = self.done
        for node in postorder(expression):
            if node not in done:
                done[node] = self._node(node)
        return done[expression]

    def _node(self, node: Tree) -> str:
        children = node.children
        match node.kind:
            case Kind.NUMBER:
                return digits(node.payload)
            case Kind.CONSTANT | Kind.VARIABLE:
                return self.name(node.payload)
            case Kind.CALL:
                return self.call(node.payload, children[0])
            case Kind.POWER:
                return self.power(*children)
            case Kind.QUOTIENT:
                return self.quotient(*children)
            case Kind.CASES:
                rows = conditions(node)
                return self.cases([(self.done[value], " ".join(map(self._compared, row))) for value, row in rows])
            case Kind.NEGATIVE:
                return "-" + self.at(children[0], NEGATED)
            case Kind.SUM:
                text = self.at(children[0], FIRST_TERM)
                for term in children[1:]:
                    if term.kind is Kind.NEGATIVE:
                        text += " - " + self.at(term.children[0], NEGATED)
                    else:
                        text += " + " + self.at(term, TERM)
                return text
            case _:
                text = self.at(children[0], FIRST_FACTOR)
                for before, factor in pairwise(children):
                    right = self.at(factor, FACTOR)
                    text += self.times(before, text, right) + right
                return text

    def at(self, node: Tree, place: Place) -> str:
        """A part where it stands, in brackets if it needs them there."""
        text = self.done[node]
        return self.brackets(text) if self.is_loose(node, place) or (place.follows_sign and text[0] == "-") else text

    def _compared(self, part: "Tree | str") -> str:
        return self.signs.get(part, part) if isinstance(part, str) else self.printed(part)

    def is_loose(self, node: Tree, place: Place) -> bool:
        """Whether it binds too loosely to stand there alone; braces hold a choice together."""
        return Kind.CASES < node.kind <= place.typed

    def brackets(self, inner: str) -> str:
        return f"({inner})"

    def name(self, name: str) -> str:
        return name

    def times(self, before: Tree, left: str, right: str) -> str:  # noqa: ARG002
        """What stands between two factors; ``left`` is all that is printed before it."""
        return "" if is_coefficient(before) and not right[0].isdigit() else "*"

    def quotient(self, above: Tree, below: Tree) -> str:
        return f"{self.at(above, ABOVE)}/{self.at(below, BELOW)}"

    def power(self, base: Tree, exponent: Tree) -> str:
        return f"{self.at(base, RAISED)}^{self.at(exponent, RAISED)}"

    def call(self, function: Function, argument: Tree) -> str:
        return f"{function.name}({self.done[argument]})"

    def cases(self, rows: list[tuple[str, str]]) -> str:
        """A choice, each value with its condition."""
        return f"{{{', '.join(f'{condition}: {value}' for value, condition in rows)}}}"


def is_coefficient(factor: Tree) -> bool:
    """Whether the next factor may stand right behind: 2x, but 1*x and 0*x."""
    return factor.kind is Kind.NUMBER and factor.payload not in (0, 1)


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
