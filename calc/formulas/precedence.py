"""Which operator is applied first: an operator-precedence stack (Dijkstra's shunting yard), without recursion.

Binding, loosest first: + and −; · and / (and a multiplication left unwritten), from left to right;
a minus in front; a function without brackets, sin 2x, whose argument holds what is multiplied without a sign;
^ from right to left. So −x² is −(x²), 2^3^2 is 2^9, 1/2x is (1/2)·x.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from calc.formulas.expression import Expression
from calc.formulas.nodes import Negative, Power, Product, Quotient, Sum
from calc.formulas.words import Token

Wrap = Callable[[Expression], Expression]

# A minus in front binds more tightly after * / ^ (2*-x) than at the start of a term (−x² is −(x²)).
BINDING = {"+": 1, "-": 1, "negative": 2, "*": 3, "/": 3, "tight negative": 4, "apply": 5, "juxtaposed": 6, "^": 7}
OPENING = ("(", "|")


@dataclass(slots=True)
class Open:
    """What waits on the operator stack: an operator, a function without brackets, or an opening bracket.

    ``typed`` is how it was typed, ``wrap`` the function to be applied, ``several`` max or min; ``marks`` the
    commas, and the signs of a choice, read so far within a bracket.
    """

    kind: str
    position: int
    typed: str = ""
    wrap: Wrap | None = None
    several: str = ""
    marks: list[Token] = field(default_factory=list)


class Stack:
    """Operands read so far, and the operators and opening brackets that wait for what follows."""

    __slots__ = ("applying", "operands", "operators", "whole")

    def __init__(self) -> None:
        self.operands: list[Expression] = []
        self.operators: list[Open] = []
        self.whole = Open("", 0)  # As if the whole text stood in a bracket.
        self.applying = 0  # How many functions without brackets wait.

    def waits(self) -> Open | None:
        """The function without brackets whose argument is being read."""
        for operator in reversed(self.operators) if self.applying else ():
            if operator.kind == "apply":
                return operator
            if BINDING.get(operator.kind, -1) < BINDING["tight negative"]:
                return None
        return None

    def innermost(self) -> Open:
        """The innermost bracket or bar that is still open, or the whole."""
        return next((o for o in reversed(self.operators) if o.kind in OPENING), self.whole)

    def reduce(self, least: int) -> None:
        """Applies the waiting operators that bind at least that tightly, up to the innermost bracket."""
        operators = self.operators
        while operators and BINDING.get(operators[-1].kind, -1) >= max(least, 1):
            binding = BINDING[operators[-1].kind]
            if binding in (BINDING["negative"], BINDING["tight negative"]):
                operators.pop()
                self.operands.append(Negative(self.operands.pop()))
                continue
            if binding == BINDING["apply"]:
                self.applying -= 1
                self.apply(operators.pop())
                continue
            run: list[str] = []
            while operators and BINDING.get(operators[-1].kind) == binding:
                run.append(operators.pop().kind)
            run.reverse()
            parts = self.operands[-len(run) - 1 :]
            del self.operands[-len(run) - 1 :]
            self.operands.append(_combined(run, parts))

    def apply(self, opened: Open) -> None:
        """Puts the operand that was read last into the function that waited for it."""
        if opened.wrap:
            self.operands.append(opened.wrap(self.operands.pop()))


def _combined(run: list[str], parts: list[Expression]) -> Expression:
    """One run of operators that bind alike, such as a·b/c·d, as a tree."""
    if run[0] == "^":
        result = parts.pop()
        while parts:
            result = Power(parts.pop(), result)
        return result
    if run[0] in "+-":
        return Sum(parts[0], *[p if sign == "+" else Negative(p) for sign, p in zip(run, parts[1:], strict=True)])
    factors = [parts[0]]
    for sign, part in zip(run, parts[1:], strict=True):
        if sign in ("*", "juxtaposed"):
            factors.append(part)
        else:
            factors = [Quotient(_product(factors), part)]
    return _product(factors)


def _product(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(*factors)
